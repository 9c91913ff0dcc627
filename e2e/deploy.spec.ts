// The server of an office, as docs/deploy.md tells its keeper to set it up, and as it is set up by one who did not read it.
import { cpSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { hasNginx, type Nginx, noNginx, runNginx } from './nginx.ts';
import { dist, otherBuild } from './other-build.ts';
import { ReportPage } from './report-page.ts';
import { exportsWord, folder, installed } from './versions.ts';

test.skip(!hasNginx, noNginx);
test.use({ serviceWorkers: 'allow' });

const cell = 'requests/received/natural-person';

/** A browser that trusts the office's certificate, as those do on whose machines its authority is installed. */
async function withBrowser({ key }: Nginx, act: (page: Page) => Promise<void>): Promise<void> {
  // A profile of its own: without one, no certificate is trusted by its key.
  const context = await chromium.launchPersistentContext(folder('profile'), {
    executablePath: chromiumPath(),
    args: key ? [`--ignore-certificate-errors-spki-list=${key}`] : [],
  });
  try {
    await act(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}

/** In a folder below the server's root; as people do it, from the first screen. */
async function typeOne(page: Page, address: string): Promise<ReportPage> {
  const app = new ReportPage(page);
  await page.goto(address);
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await app.action('create').click();
  await app.open('3');
  await app.cell(cell).fill('7');
  await app.saved();
  return app;
}

test('over https in a sub-path: kept for work without the server', async () => {
  const nginx = await runNginx({ served: dist, folder: folder('nginx'), https: true });
  const { address, stop } = nginx;
  await withBrowser(nginx, async (page) => {
    const app = await typeOne(page, address);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    await installed(page);
    await stop();
    await page.reload();
    await expect(app.cell(cell)).toHaveValue('7');
    await exportsWord(page);
  });
});

test('over http: everything but what the browser keeps for https; files are kept or asked for as the page says', async () => {
  const nginx = await runNginx({ served: dist, folder: folder('nginx') });
  const { address, stop } = nginx;
  await withBrowser(nginx, async (page) => {
    const app = await typeOne(page, address);
    await page.reload();
    await expect(app.cell(cell)).toHaveValue('7');
    await exportsWord(page);
    const get = (path: string) => page.request.get(new URL(path, address).href);
    const [script = ''] = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    expect((await get(`assets/${script}`)).headers()).toMatchObject({
      'cache-control': expect.stringContaining('immutable'),
      'content-type': expect.stringContaining('javascript'),
    });
    expect((await get('index.html')).headers()).toMatchObject({ 'cache-control': 'no-cache' });
    expect((await get('assets/none.js')).status()).toBe(404);
  });
  await stop();
});

test('a server that answers with its start page whatever is asked: what lacks is told, and nothing is lost', async () => {
  const served = folder('served');
  cpSync(dist, served, { recursive: true });
  for (const name of readdirSync(join(served, 'assets')).filter((one) => one.startsWith('write-docx'))) {
    rmSync(join(served, 'assets', name));
  }
  const nginx = await runNginx({
    served,
    folder: folder('nginx'),
    change: (example) => example.replaceAll('=404', '/nianbao/index.html'),
  });
  const { address, stop } = nginx;
  await withBrowser(nginx, async (page) => {
    const app = await typeOne(page, address);
    await app.open('review');
    await app.action('export-docx').click();
    await expect(page.getByRole('alert')).toContainText('没有导出成功');
    await app.open('3');
    await expect(app.cell(cell)).toHaveValue('7');
    await app.cell(cell).fill('8');
    await app.saved();
  });
  await stop();
});

test('a server that calls scripts plain text: the page says so instead of staying white', async () => {
  const nginx = await runNginx({
    served: dist,
    folder: folder('nginx'),
    change: (example) =>
      example.replace('server {', 'server {\n  types { text/html html; }\n  default_type text/plain;'),
  });
  const { address, stop } = nginx;
  await withBrowser(nginx, async (page) => {
    await page.goto(address);
    await expect(page.getByText('.js 文件的类型')).toBeVisible();
  });
  await stop();
});

test('an update while a draft is open: the old page goes on, and the new version comes when it is wanted', async () => {
  // The folder is changed for another at once, as the page says.
  const current = folder('current');
  symlinkSync(dist, current);
  const newer = await otherBuild(folder('newer'), 'newer');
  const nginx = await runNginx({ served: current, folder: folder('nginx'), https: true });
  const { address, stop } = nginx;
  await withBrowser(nginx, async (page) => {
    const app = await typeOne(page, address);
    await installed(page);
    rmSync(current);
    symlinkSync(newer, current);
    await exportsWord(page);
    await app.open('3');
    await app.cell(cell).fill('8');
    await app.saved();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await app.action('update').click();
    await expect(page).toHaveTitle(/newer/);
    await expect(app.cell(cell)).toHaveValue('8');
  });
  await stop();
});
