// Office documents in and out, as a person meets them: chosen, dropped and pasted; downloaded and brought back.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { hazards, htmlOf, pageOf, rowsOf } from '../fixtures/messy.ts';
import { benignForms } from '../fixtures/text-forms.ts';
import { samples } from '../src/formats/samples.ts';
import { ReportPage } from './report-page.ts';

const sample = samples['2021'];

/** The sample, made by the button for it, at its last step. */
async function openSample(page: Page): Promise<ReportPage> {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: '先看一份填好的示例' }).click();
  await app.open('review');
  return app;
}

async function downloaded(app: ReportPage, kind: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.action(`export-${kind}`).click()]);
  const path = join(mkdtempSync(join(tmpdir(), 'nianbao-')), `report.${kind}`);
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

const preview = (page: Page) => page.getByRole('dialog', { name: '导入报告' });

for (const kind of ['docx', 'html', 'xlsx']) {
  test(`a report leaves as .${kind} and comes back the same`, async ({ page }) => {
    const app = await openSample(page);
    const before = await app.exported();
    const { name, path } = await downloaded(app, kind);
    expect(name).toBe(`${sample.agency}2025年政府信息公开工作年度报告.${kind}`);
    await app.home();
    await app.action('import').setInputFiles(path);
    await expect(preview(page)).toContainText('200 格中认出 200 格：有数的 200 格');
    await expect(preview(page)).toContainText('34 个与计算值一致');
    await app.action('import-confirm').click();
    const after = await app.exported();
    expect(after.file.figures).toEqual(before.file.figures);
    for (const key of ['narratives', 'date', 'agency', 'year']) expect(after.file[key], key).toEqual(before.file[key]);
  });
}

test('the Word document says in LibreOffice what the report says', async ({ page }) => {
  const isInstalled = spawnSync('soffice', ['--version']).status === 0;
  if (!isInstalled) {
    process.stdout.write(
      'Skipped: the Word document in LibreOffice. soffice is not installed (Debian: libreoffice-writer-nogui).\n',
    );
  }
  test.skip(!isInstalled, 'LibreOffice (soffice) is not installed');
  const app = await openSample(page);
  const { path } = await downloaded(app, 'docx');
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));
  spawnSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    path,
  ]);
  const text = spawnSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' }).stdout;
  const plain = text.replace(/\s/g, '');
  expect(plain).toContain('云溪市数据服务局（示例）2025年政府信息公开工作年度报告');
  for (const narrative of Object.values(sample.narratives)) {
    for (const line of narrative.split('\n')) expect(plain).toContain(line.replace(/\s/g, '').slice(0, 20));
  }
  expect(text).toMatch(/一、本年新收政府信息公开申请数量\s+46\s+9\s+0\s+1\s+3\s+0\s+59/);
  expect(text).toMatch(/（七）总计\s+47\s+10\s+0\s+1\s+3\s+0\s+61/);
  expect(text).toContain('128.46');
  expect(plain).toContain('—1—');
  expect(plain).toContain('2026年1月20日');
  // Table 三 stands whole on a page, and the report is not blown up over many.
  const pages = text.split('\f').filter((one) => one.trim() !== '');
  expect(pages).toHaveLength(4);
  expect(
    pages.filter((one) => /本年新收政府信息公开申请数量/.test(one) && /结转下年度继续办理/.test(one)),
  ).toHaveLength(1);
});

test('the web page has real tables, says what they head, and runs nothing', async ({ page }) => {
  const app = await openSample(page);
  const { path } = await downloaded(app, 'html');
  const text = readFileSync(path, 'utf8');
  expect(text).not.toMatch(/<script|<link|\bon\w+=|url\(|https?:/i);
  await page.setContent(text);
  await expect(page.getByRole('table')).toHaveCount(3);
  await expect(page.getByRole('table', { name: '三、收到和处理政府信息公开申请情况' })).toBeVisible();
  expect(await page.locator('th:not([scope])').count()).toBe(0);
  await expect(page.getByRole('row', { name: /一、本年新收政府信息公开申请数量/ })).toContainText('46');
});

test('a messy page with the site round it: dropped on the list', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const messy = ['line breaks inside labels', '、 after the numeral', 'site chrome round the article'].reduce(
    (part, name) => hazards[name]?.(part) ?? part,
    pageOf(sample),
  );
  const html = htmlOf(messy, { isSplit: true });
  const data = await page.evaluateHandle((html) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([html], '去年年报.html', { type: 'text/html' }));
    return transfer;
  }, html);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(preview(page)).toContainText('200 格中认出 200 格');
  await expect(preview(page)).toContainText('正文以外的文字');
  await app.action('import-confirm').click();
  const { file } = await app.exported();
  expect(file.narratives).toEqual(sample.narratives);
});

async function paste(page: Page, parts: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parts) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(parts)) transfer.setData(type, text);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, parts);
}

test('a copied page pasted on the list, as markup or as text', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await paste(page, { 'text/html': htmlOf(pageOf(sample)), 'text/plain': '年报' });
  await expect(preview(page)).toContainText('200 格中认出 200 格');
  await page.getByRole('button', { name: '不导入' }).click();
  await paste(page, { 'text/plain': rowsOf(pageOf(sample)) });
  await expect(preview(page)).toContainText('200 格中认出 200 格');
  await page.getByRole('button', { name: '不导入' }).click();
  await expect(page.locator('[data-draft]')).toHaveCount(0);
});

test('a whole copied table goes where its labels say, after a look, as one act', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  const received = app.cell('requests/received/natural-person');
  await received.fill('7');
  await app.cell('requests/granted/research').click();
  const tables = pageOf(sample).filter((part) => part.kind === 'table' && part.section === 3);
  await paste(page, { 'text/html': htmlOf(tables), 'text/plain': rowsOf(tables) });
  const dialog = page.getByRole('dialog', { name: '粘贴整张表' });
  await expect(dialog).toContainText('认出 175 格');
  await expect(dialog.getByRole('row', { name: /一、本年新收政府信息公开申请数量 · 自然人/ })).toContainText('746');
  await expect(received).toHaveValue('7');
  await app.action('paste-confirm').click();
  await expect(received).toHaveValue('46');
  await expect(app.cell('requests/carried-out/total')).toHaveValue('2');
  await app.action('undo').click();
  await expect(received).toHaveValue('7');
  await expect(app.cell('requests/carried-out/natural-person')).toHaveValue('');
});

test('figures without a place are listed and kept with the draft', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const older = pageOf(samples['2019']).find((part) => part.kind === 'table' && part.section === 3);
  const hybrid = pageOf(sample).map((part) => (part.kind === 'table' && part.section === 3 && older ? older : part));
  await app
    .action('import')
    .setInputFiles({ name: 'a.htm', mimeType: 'text/html', buffer: Buffer.from(htmlOf(hybrid)) });
  await expect(preview(page)).toContainText('200 格中认出 179 格');
  await expect(preview(page)).toContainText('第 2 个表第 24 行「（六）其他处理」');
  await app.action('import-confirm').click();
  await expect(page.getByRole('heading', { name: '这份草稿的备注' })).toBeVisible();
  await app.saved();
  await page.reload();
  await expect(page.getByText('第 2 个表第 24 行「（六）其他处理」')).toBeVisible();
  await page.getByRole('button', { name: '已阅，删除备注' }).click();
  await expect(page.getByRole('heading', { name: '这份草稿的备注' })).toHaveCount(0);
});

test('a document without a title asks whose it is and of which year', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const untitled = pageOf({ ...sample, date: '' }).slice(2);
  await app
    .action('import')
    .setInputFiles({ name: 'b.html', mimeType: 'text/html', buffer: Buffer.from(htmlOf(untitled)) });
  await expect(preview(page)).toContainText('200 格中认出 200 格');
  await app.action('import-confirm').click();
  await expect(page.getByRole('alert')).toContainText('请填机关全称');
  await preview(page).getByLabel('机关全称').fill('云溪市数据服务局');
  await preview(page).getByLabel('年度', { exact: true }).fill('2025');
  await app.action('import-confirm').click();
  await expect(app.step('basics')).toHaveAttribute('aria-current', 'step');
  const { name } = await app.exported();
  expect(name).toBe('云溪市数据服务局2025年政府信息公开工作年度报告.json');
});

test('a copied text: what only a sentence says is offered, notes come along, and blank boxes that are gone are said', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  const untitled = pageOf(sample)
    .slice(2)
    .flatMap((part) =>
      part.kind === 'table' && part.section === 4
        ? [part, { kind: 'line' as const, what: 'text' as const, text: '注：含上年度结转数量。' }]
        : [part],
    );
  const lines = benignForms['an empty line between all cells']?.(untitled).split('\n') ?? [];
  // One box of 规章 is gone, with the empty line round it.
  const gone = lines.indexOf('规章') + 4;
  const text = lines.filter((_, at) => at !== gone && at !== gone + 1).join('\n');
  await paste(page, { 'text/plain': text });
  await expect(preview(page)).toContainText('200 格中认出');
  await expect(preview(page)).toContainText('「规章」：0  0');
  await expect(preview(page)).toContainText('表四下的说明 11 字');
  await expect(preview(page)).toContainText('从正文里认出，请核对');
  await expect(preview(page).getByLabel('机关全称')).toHaveValue(sample.agency);
  await expect(preview(page).getByLabel('年度', { exact: true })).toHaveValue('2025');
  await preview(page).getByLabel('机关全称').fill('云溪市数据服务局');
  await app.action('import-confirm').click();
  const { name, file } = await app.exported();
  expect(name).toBe('云溪市数据服务局2025年政府信息公开工作年度报告.json');
  expect(file.narratives).toEqual(sample.narratives);
});

const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const zip = (name: string, text: string): Buffer => Buffer.from(zipSync({ [name]: Buffer.from(text) }));

const refused: readonly [string, string, () => Buffer, RegExp][] = [
  ['an old Word document', '年报.doc', () => ole('WordDocument'), /旧版 Word.*另存为.*\.docx/],
  ['a WPS document', '年报.wps', () => ole('WordDocument'), /另存为.*\.docx/],
  ['a PDF', '年报.pdf', () => Buffer.from('%PDF-1.7\n'), /PDF.*\.docx/],
  ['a Word document behind a password', '年报.docx', () => ole('EncryptedPackage'), /密码/],
  [
    'a Word document cut off',
    '年报.docx',
    () => zip('word/document.xml', '<w:document>'.repeat(50)).subarray(0, 120),
    /损坏|不完整/,
  ],
  ['a zip of something else', '年报.docx', () => zip('照片.txt', 'x'), /压缩包/],
  ['a text about something else', '通知.txt', () => Buffer.from('关于召开会议的通知\n请准时参加。'), /没有认出年报/],
  [
    'a bomb',
    '年报.docx',
    () => Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(200_000_000) }, { level: 9 })),
    /太大/,
  ],
];

for (const [what, name, bytes, words] of refused) {
  test(`${what} is refused in its own words, and nothing is written`, async ({ page }) => {
    const app = new ReportPage(page);
    await app.home();
    await app.action('import').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes() });
    await expect(page.getByRole('alert')).toHaveText(words);
    await expect(app.action('import-confirm')).toHaveCount(0);
    await page.getByRole('button', { name: '关闭' }).click();
    await expect(page.locator('[data-draft]')).toHaveCount(0);
  });
}

test('200 MB are refused without being read', async ({ page }) => {
  const path = join(mkdtempSync(join(tmpdir(), 'nianbao-')), '年报.docx');
  writeFileSync(path, 'PK');
  truncateSync(path, 200 * 1024 * 1024);
  const app = new ReportPage(page);
  await app.home();
  await app.action('import').setInputFiles(path);
  await expect(page.getByRole('alert')).toContainText('200 MB');
});

test('nothing in a document is run or loaded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const app = new ReportPage(page);
  await app.home();
  const evil = htmlOf(pageOf(sample)).replace(
    '<body>',
    '<body onload="window.ran=1"><script>window.ran=1</script><img src="http://127.0.0.1:9/x.png" onerror="window.ran=1"><svg onload="window.ran=1"></svg><link rel=stylesheet href="http://127.0.0.1:9/x.css">',
  );
  await app.action('import').setInputFiles({ name: 'x.html', mimeType: 'text/html', buffer: Buffer.from(evil) });
  await app.action('import-confirm').click();
  await app.open('1');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked.filter((url) => url.includes(':9/'))).toEqual([]);
});
