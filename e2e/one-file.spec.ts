// The single edition, as it is handed out: one file, copied to a disk and double-clicked. No server, no network.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { ReportPage } from './report-page.ts';

const built = join(import.meta.dirname, '../dist/nianbao-tianbao.html');
const received = 'requests/received/natural-person';

/** A copy in a folder of its own, with a Chinese name and a space in its path. */
function copyOf(folder = mkdtempSync(join(tmpdir(), 'nianbao-')), name = '年报 填报'): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  cpSync(built, join(place, '年报填报 单文件.html'));
  return pathToFileURL(join(place, '年报填报 单文件.html')).href;
}

/** What must not happen: a request to anywhere, an error, a breach of the policy. Filled while the pages live. */
function watch(context: BrowserContext): string[] {
  const wrong: string[] = [];
  context.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) wrong.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  context.on('weberror', (error) => wrong.push(error.error().message));
  return wrong;
}

async function start(app: ReportPage, agency: string): Promise<void> {
  await app.action('new').click();
  await app.page.locator('dialog [name=agency]').fill(agency);
  await app.page.locator('dialog [name=year]').fill('2025');
  await app.action('create').click();
  await app.open('3');
}

async function exported(app: ReportPage, kind: string): Promise<{ name: string; path: string }> {
  await app.open('review');
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.action(`export-${kind}`).click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

const preview = (page: Page) => page.getByRole('dialog', { name: '导入报告' });

test.beforeEach(({ context }) => context.setOffline(true));

test('says where drafts are, keeps what was typed, refuses what is no report', async ({ page, context }) => {
  const wrong = watch(context);
  const app = new ReportPage(page);
  const address = copyOf();
  await page.goto(address);
  await expect(page.getByText('草稿跟着这个文件的位置走')).toBeVisible();
  await start(app, '云溪市数据服务局');
  await app.cell(received).fill('31');
  await app.saved();
  await page.reload();
  await expect(app.cell(received)).toHaveValue('31');
  // Typed and at once away: what was not yet saved is kept too.
  await app.cell(received).fill('32');
  await page.reload();
  await expect(app.cell(received)).toHaveValue('32');

  await page.goto(`${address}#/`);
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    app.action('import').setInputFiles({ name: '通知.txt', mimeType: 'text/plain', buffer: Buffer.from('通知') }),
  ]);
  expect(worker.url()).toMatch(/^blob:/);
  await expect(page.getByRole('alert')).toContainText('没有认出年报');
  expect(wrong).toEqual([]);
});

test('a filled-in report leaves as Word, web page, Excel and data and comes back the same', async ({
  page,
  context,
}) => {
  const wrong = watch(context);
  const app = new ReportPage(page);
  const address = copyOf();
  await page.goto(address);
  await page.getByRole('button', { name: '先看一份填好的示例' }).click();
  const files = [];
  for (const kind of ['docx', 'html', 'xlsx', 'json']) files.push(await exported(app, kind));
  const figures = JSON.parse(readFileSync(files[3]?.path ?? '', 'utf8')).figures;
  await app.action('print-view').click();
  await expect(app.cell(received)).toHaveText(String(figures[received]));
  await expect(page.locator('[data-cell]')).toHaveCount(Object.keys(figures).length);
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);

  for (const { name, path } of files) {
    await page.goto(`${address}#/`);
    await app.action('import').setInputFiles({ name, mimeType: '', buffer: readFileSync(path) });
    await expect(preview(page), name).toContainText('200 格中认出 200 格：有数的 200 格');
    await page.getByRole('button', { name: '不导入' }).click();
  }
  const [word] = files;
  await app.action('import').setInputFiles({ name: '去年.docx', mimeType: '', buffer: readFileSync(word?.path ?? '') });
  await app.action('import-confirm').click();
  const again = await exported(app, 'json');
  expect(JSON.parse(readFileSync(again.path, 'utf8')).figures).toEqual(figures);
  expect(wrong).toEqual([]);
});

test('is not fetched by the service worker of the ordinary edition', () => {
  const worker = readFileSync(join(built, '../sw.js'), 'utf8');
  expect(worker).toContain('"index.html": "');
  expect(worker).not.toContain('nianbao-tianbao.html');
});

for (const how of ['is refused', 'does not start'] as const) {
  test(`reads on the page where a worker ${how}`, async ({ page, context }) => {
    const wrong = watch(context);
    await page.addInitScript((how) => {
      class NoWorker extends EventTarget {
        onerror = () => undefined;
        constructor() {
          super();
          if (how === 'is refused') throw new DOMException('no worker here', 'SecurityError');
          setTimeout(() => this.onerror());
        }
        postMessage() {}
        terminate() {}
      }
      Object.defineProperty(window, 'Worker', { value: NoWorker });
    }, how);
    const app = new ReportPage(page);
    await page.goto(copyOf());
    await app.action('import').setInputFiles({ name: '通知.txt', mimeType: 'text/plain', buffer: Buffer.from('通知') });
    await expect(page.getByRole('alert')).toContainText('没有认出年报');
    expect(wrong).toEqual([]);
  });
}

test('its policy lets nothing of another in, and nothing out', async ({ page }) => {
  await page.goto(copyOf());
  const broken = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const image = document.createElement('img');
    image.src = 'https://example.invalid/x.png';
    document.body.append(script, style, image);
    await fetch('https://example.invalid/').catch(() => undefined);
    while (refused.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    return { refused: refused.sort(), ran: 'intruder' in window };
  });
  expect(broken).toEqual({ refused: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'], ran: false });
});

test('two copies in two folders keep apart; both come back after the browser was closed, and after an update', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'nianbao-profile-'));
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  const [first, second] = [copyOf(folder, '甲 局'), copyOf(folder, '乙 局')];
  const launch = () => chromium.launchPersistentContext(profile, { executablePath: chromiumPath(), offline: true });

  let context = await launch();
  const wrong = watch(context);
  for (const [address, agency] of [
    [first, '甲局'],
    [second, '乙局'],
  ] as const) {
    const app = new ReportPage(await context.newPage());
    await app.page.goto(address);
    await expect(app.page.getByText('还没有报告')).toBeVisible();
    await start(app, agency);
    await app.cell(received).fill(String(agency.charCodeAt(0)));
    await app.saved();
  }
  expect(wrong).toEqual([]);
  await context.close();

  // A newer version, put in the place of the one before.
  const path = fileURLToPath(first);
  writeFileSync(path, readFileSync(path, 'utf8').replace('<title>', '<title>新 '));
  context = await launch();
  for (const [address, agency] of [
    [first, '甲局'],
    [second, '乙局'],
  ] as const) {
    const app = new ReportPage(await context.newPage());
    await app.page.goto(address);
    await expect(app.page.locator('[data-draft]')).toHaveCount(1);
    await app.page
      .getByRole('link', { name: new RegExp(agency) })
      .first()
      .click();
    await app.open('3');
    await expect(app.cell(received)).toHaveValue(String(agency.charCodeAt(0)));
  }
  await context.close();
});
