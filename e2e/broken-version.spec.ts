// A version that cannot start gives way to one that can, and files that were damaged are fetched again: no page stays white.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serve } from './dist-server.ts';
import { dist, otherBuild } from './other-build.ts';
import { ReportPage } from './report-page.ts';
import { exportsWord, folder, installed, look, runs, startDraft, take } from './versions.ts';

test.use({ serviceWorkers: 'allow' });
// Each installs the whole app several times over.
test.setTimeout(180_000);

const throws = (script: string): string => `throw new Error('this version cannot start');\n${script}`;

/** A file that the page starts with, beside its main script: its name without the hash. */
const begin =
  /modulepreload"[^>]*assets\/([\w-]+)-[\w-]{8}\.js/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '';

/** Puts a login page into the kept files whose address fits, as a broken disk or an earlier mistake might. */
function damage(page: Page, address: RegExp): Promise<void> {
  return page.evaluate(async (address) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (address.test(request.url)) await cache.put(request, new Response('<!doctype html>'));
      }
    }
  }, address);
}

test('a version that cannot start gives way to the one before, then to one that can', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  server.show(await otherBuild(folder('v2'), 'v2', throws));
  await take(page);
  // Once more as it is, then the one before; until then the title is still that of the page that was left.
  await expect.poll(() => thrown.length, { timeout: 60_000 }).toBe(2);
  await runs(page, /^年报填报/);
  await page.reload();
  await runs(page, /^年报填报/);
  expect(thrown).toHaveLength(2);
  server.show(await otherBuild(folder('v3'), 'v3'));
  await take(page);
  await runs(page, /^v3/);
  await server.stop();
  await page.reload();
  await runs(page, /^v3/);
});

test('with no version before it, one that cannot start gives way to that of the server', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  const before = await page.evaluate(() => caches.keys());
  server.show(await otherBuild(folder('v2'), 'v2', throws));
  expect(await look(page)).toBe(true);
  await page.evaluate((names) => Promise.all(names.map((name) => caches.delete(name))), before);
  // What cannot be kept here still runs from there.
  server.show(await otherBuild(folder('v3'), 'v3'));
  server.spoil('cut off', /write-docx/);
  await new ReportPage(page).action('update').click({ timeout: 60_000 });
  await runs(page, /^v3/);
  await server.stop();
});

test('kept files that were damaged are fetched again, those of the start at once', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  await damage(page, new RegExp(`assets/(index|${begin})-.*js$`));
  await page.reload();
  await runs(page, /^年报填报/);
  await server.stop();
  await page.reload();
  await runs(page, /^年报填报/);
});

test('kept files that were damaged are fetched again, all others soon after the start', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  await damage(page, /write-docx/);
  await page.reload();
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const part = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
            .flat()
            .find(({ url }) => url.includes('write-docx'));
          return (await (part && caches.match(part)))?.headers.get('Content-Type');
        }),
      { timeout: 60_000 },
    )
    .toContain('javascript');
  await server.stop();
  await startDraft(page);
  await exportsWord(page);
});

test('a version that lost a file it starts with gives way until the file can be had', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  server.show(await otherBuild(folder('v2'), 'v2'));
  await take(page);
  await runs(page, /^v2/);
  await damage(page, new RegExp(`${begin}-.*-v2\\.js$`));
  server.spoil('cut off', new RegExp(`${begin}-`));
  await page.reload();
  await runs(page, /^年报填报/);
  server.spoil('cut off');
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.title();
      },
      { timeout: 60_000, intervals: [3000] },
    )
    .toMatch(/^v2/);
  await runs(page, /^v2/);
  await server.stop();
});

test('where nothing can start, the page says so and what not to do', async ({ page }) => {
  const server = await serve(await otherBuild(folder('broken'), 'broken', throws));
  await page.goto(server.address);
  await expect(page.getByRole('alert')).toContainText('不要清除', { timeout: 60_000 });
  await server.stop();
});
