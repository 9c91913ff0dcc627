// Without a network: after the first load the app starts, works, exports and prints from this machine alone; a new version
// waits until it is asked for.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from './dist-server.ts';
import { launchKillable } from './killable.ts';
import { dist, otherBuild } from './other-build.ts';
import { ReportPage } from './report-page.ts';
import { folder, installed } from './versions.ts';

test.use({ serviceWorkers: 'allow' });

test('with the network unplugged: starts, keeps what was typed, imports, exports, prints', async ({
  page,
  context,
}) => {
  const { address, stop } = await serve(dist);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const app = new ReportPage(page);
  await page.goto(address);
  await installed(page);
  // The server is gone, not only said to be.
  await stop();
  await page.reload();
  await expect(app.action('new')).toBeVisible();
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await page.locator('dialog [name=year]').fill('2025');
  await app.action('create').click();
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('31');
  await app.saved();
  await page.reload();
  await expect(app.cell('requests/received/natural-person')).toHaveValue('31');
  for (const kind of ['json', 'docx', 'xlsx', 'html']) {
    await app.open('review');
    const [download] = await Promise.all([page.waitForEvent('download'), app.action(`export-${kind}`).click()]);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(500);
  }
  await app.action('print-view').click();
  await expect(page.locator('[data-cell="requests/received/natural-person"]')).toHaveText('31');
  await page.goto(`${address}/#/`);
  await app.action('import').setInputFiles({ name: '通知.txt', mimeType: 'text/plain', buffer: Buffer.from('通知') });
  await expect(page.getByRole('alert')).toContainText('没有认出年报');
  expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
});

test('it can be installed', async () => {
  test.skip(process.platform === 'win32', 'ends a process group, which Windows does not have');
  const { address, stop } = await serve(dist);
  const profile = mkdtempSync(join(tmpdir(), 'nianbao-install-'));
  // A profile of its own: what is opened without one can never be installed.
  const browser = await launchKillable(profile);
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(address);
    await installed(page);
    const client = await browser.context.newCDPSession(page);
    expect((await client.send('Page.getAppManifest')).errors).toEqual([]);
    expect((await client.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  } finally {
    await browser.kill();
    await stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

test('a new version waits, says so, and takes over only when told; an older tab goes on', async ({ page, context }) => {
  const server = await serve(dist);
  const app = new ReportPage(page);
  await page.goto(server.address);
  await installed(page);
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await page.locator('dialog [name=year]').fill('2025');
  await app.action('create').click();
  await app.open('2');

  const other = await context.newPage();
  await other.goto(server.address);
  await expect(new ReportPage(other).action('new')).toBeVisible();

  server.show(await otherBuild(folder('new'), 'v2'));
  await other.reload();
  await expect(other.getByText('新版本已就绪')).toBeVisible({ timeout: 60_000 });
  expect(await other.title()).not.toContain('v2');
  await expect(page.getByText('新版本已就绪')).toBeVisible({ timeout: 60_000 });
  await app.cell('article-20-5/licensing/decisions').fill('12');
  await app.saved();

  await new ReportPage(other).action('update').click();
  await expect(other).toHaveTitle(/^v2/, { timeout: 60_000 });
  // The older tab was not reloaded, still works, and can load a part that it had not loaded yet.
  await expect(app.cell('article-20-5/licensing/decisions')).toHaveValue('12');
  await app.cell('article-20-6/penalties/decisions').fill('3');
  await app.saved();
  await app.open('review');
  const [download] = await Promise.all([page.waitForEvent('download'), app.action('export-docx').click()]);
  expect(readFileSync(await download.path()).length).toBeGreaterThan(500);
  await other
    .getByRole('link', { name: /云溪市数据服务局/ })
    .first()
    .click();
  // The older tab still has the draft: the new version looks on beside it.
  await new ReportPage(other).action('look').click();
  await new ReportPage(other).open('2');
  await expect(new ReportPage(other).cell('article-20-6/penalties/decisions')).toHaveValue('3');
  await server.stop();
});
