// Updates that go wrong on the way: what runs goes on running, also without a network, and nothing else is in the way.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from './dist-server.ts';
import { fillDisk } from './full-disk.ts';
import { dist, otherBuild } from './other-build.ts';
import { ReportPage } from './report-page.ts';
import { exportsWord, folder, installed, keptVersions, look, runs, startDraft, take } from './versions.ts';

test.use({ serviceWorkers: 'allow' });
// Each installs the whole app several times over.
test.setTimeout(180_000);

test('a login page in place of a script is not kept: not at the first visit', async ({ page }) => {
  const server = await serve(dist);
  server.spoil('login page', /write-docx/);
  await page.goto(server.address);
  await runs(page, /^年报填报/);
  // Any outcome of the first installation, and one that is asked for.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    await new Promise((done) => {
      worker?.addEventListener('statechange', done);
      if (worker?.state !== 'installing') done(undefined);
    });
  });
  server.spoil('login page');
  await page.reload();
  await installed(page);
  await server.stop();
  await page.reload();
  await runs(page, /^年报填报/);
  await startDraft(page);
  await exportsWord(page);
});

test('a login page in place of a script is not kept: not with an update', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  server.show(await otherBuild(folder('v2'), 'v2'));
  server.spoil('login page', /assets\/index-.*\.js/);
  expect(await look(page)).toBe(false);
  expect(await keptVersions(page)).toBe(1);
  await page.reload();
  await runs(page, /^年报填报/);
  server.spoil('login page');
  await take(page);
  await runs(page, /^v2/);
  await server.stop();
});

test('a download that was cut off displaces nothing', async ({ page, context }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  await startDraft(page);
  server.show(await otherBuild(folder('v2'), 'v2'));
  server.spoil('cut off', /write-docx/);
  expect(await look(page)).toBe(false);
  expect(await keptVersions(page)).toBe(1);
  // The next one arrives whole and is taken in another tab.
  server.show(await otherBuild(folder('v3'), 'v3'));
  server.spoil('cut off');
  const other = await context.newPage();
  await other.goto(server.address);
  await take(other);
  await runs(other, /^v3/);
  await exportsWord(page);
  await server.stop();
});

test('a tab goes on through two updates, and what nobody runs is dropped later', async ({ page, context }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  await startDraft(page);
  const other = await context.newPage();
  await other.goto(server.address);
  for (const tag of ['v2', 'v3']) {
    server.show(await otherBuild(folder(tag), tag));
    await take(other);
    await runs(other, new RegExp(`^${tag}`));
  }
  expect(await page.title()).toMatch(/^年报填报/);
  await exportsWord(page);
  expect(await keptVersions(page)).toBe(3);
  await page.close();
  await other.close();
  const later = await context.newPage();
  await later.goto(server.address);
  await runs(later, /^v3/);
  await expect.poll(() => keptVersions(later), { timeout: 60_000 }).toBe(2);
  await server.stop();
});

test('the button of a tab left behind works too, when the update was taken elsewhere', async ({ page, context }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  const other = await context.newPage();
  await other.goto(server.address);
  server.show(await otherBuild(folder('v2'), 'v2'));
  await take(other);
  await runs(other, /^v2/);
  await new ReportPage(page).action('update').click({ timeout: 60_000 });
  await runs(page, /^v2/);
  await server.stop();
});

test('a full disk leaves the running version and no half of a new one', async ({ page }) => {
  const server = await serve(dist);
  await page.goto(server.address);
  await installed(page);
  server.show(await otherBuild(folder('v2'), 'v2'));
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const makeRoom = await fillDisk(page, server.address, used + 500_000);
  expect(await look(page)).toBe(false);
  expect(await keptVersions(page)).toBe(1);
  await makeRoom();
  await take(page);
  await runs(page, /^v2/);
  await server.stop();
});

test('copies of the app under two paths of a server keep out of each other’s way', async ({ page, context }) => {
  const both = folder('both');
  for (const copy of ['east', 'west']) cpSync(dist, join(both, copy), { recursive: true });
  const server = await serve(both);
  await page.goto(`${server.address}/east/`);
  await installed(page);
  await page.close();
  const west = await context.newPage();
  await west.goto(`${server.address}/west/`);
  await installed(west);
  for (const tag of ['v2', 'v3']) {
    await otherBuild(join(both, 'west'), tag);
    await take(west);
    await runs(west, new RegExp(`^${tag}`));
  }
  await west.close();
  // With no page open what is old may go, but only its own.
  const again = await context.newPage();
  await again.goto(`${server.address}/west/`);
  await runs(again, /^v3/);
  await server.stop();
  const east = await context.newPage();
  await east.goto(`${server.address}/east/`);
  await runs(east, /^年报填报/);
  await startDraft(east);
  await exportsWord(east);
});

test('other pages of the same server are not answered with the app', async ({ page }) => {
  const site = folder('site');
  cpSync(dist, site, { recursive: true });
  mkdirSync(join(site, 'notices'));
  writeFileSync(join(site, 'notices/index.html'), '<!doctype html><title>通知公告</title>');
  const server = await serve(site);
  await page.goto(server.address);
  await installed(page);
  await page.goto(`${server.address}/notices/`);
  await expect(page).toHaveTitle('通知公告');
  await page.goto(`${server.address}/index.html`);
  await runs(page, /^年报填报/);
  await server.stop();
});
