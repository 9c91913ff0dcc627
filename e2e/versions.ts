// What tests of the service worker do with a page: install, look for a version and take it, and see which one runs.
import { expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

/** A folder of the running test's own, for builds that it makes. */
export const folder = (name: string): string => test.info().outputPath(name);

/** Until the service worker answers for the page. */
export async function installed(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
}

/** Looks for a new version as the app does, and waits until its files are all here or it is given up. */
export function look(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (installing) {
      await new Promise((done) => {
        installing.addEventListener('statechange', done);
        if (installing.state !== 'installing') done(undefined);
      });
    }
    return registration.waiting !== null;
  });
}

/** Takes the version that waits, in this page, as a person does. */
export async function take(page: Page): Promise<void> {
  expect(await look(page)).toBe(true);
  await new ReportPage(page).action('update').click({ timeout: 60_000 });
}

export async function runs(page: Page, title: RegExp): Promise<void> {
  await expect(page).toHaveTitle(title, { timeout: 60_000 });
  await expect(new ReportPage(page).action('new')).toBeVisible({ timeout: 60_000 });
}

export const keptVersions = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);

/** Makes a draft and leaves the page on a step, with most parts of the app not loaded yet. */
export async function startDraft(page: Page): Promise<void> {
  const app = new ReportPage(page);
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await page.locator('dialog [name=year]').fill('2025');
  await app.action('create').click();
  await app.open('2');
}

/** Loads parts that were not loaded yet: the review, and the writer of Word files. */
export async function exportsWord(page: Page): Promise<void> {
  const app = new ReportPage(page);
  await app.open('review');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    app.action('export-docx').click(),
  ]);
  expect(await download.failure()).toBeNull();
}
