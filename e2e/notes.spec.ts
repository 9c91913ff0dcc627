// What is printed below a table: typed under its grid, kept, printed below it, and there again in every file of ours.

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { hasPdftotext, noPdftotext, pagesOf } from './pdf.ts';
import { ReportPage } from './report-page.ts';

const note = '注：1. 其他处理中有2件转为信访办理。\n2. 数量按件统计。';
const received = 'requests/received/natural-person';

/** Like Ctrl+V, with text only: the box takes what nobody else has taken. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((said) => {
    const target = document.activeElement as HTMLElement;
    const data = new DataTransfer();
    data.setData('text/plain', said);
    const free = target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    if (free) document.execCommand('insertText', false, said);
  }, text);

test('a note is kept, printed below its table, and comes back from the JSON and the Excel file', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await expect(app.note('3')).toHaveAccessibleName('表下说明（没有可以不填，会印在表格下面）');
  await app.note('3').fill(note);
  await app.saved();
  await page.reload();
  await expect(app.note('3')).toHaveValue(note);
  for (const table of ['2', '4']) {
    await app.open(table);
    await expect(app.note(table)).toHaveValue('');
  }
  // Written and cleared again, there is none.
  await app.note('4').fill('注');
  await app.note('4').fill(' ');

  const { name, file } = await app.exported();
  expect(file.notes).toEqual({ '3': note });
  const [book] = await Promise.all([page.waitForEvent('download'), app.action('export-xlsx').click()]);
  const workbook = readFileSync(await book.path());

  await app.action('print-view').click();
  const printed = page.locator('.print-note');
  await expect(printed).toHaveCount(1);
  await expect(printed.locator('p')).toHaveText(note.split('\n'));
  const [table, below] = await Promise.all([
    page.locator('.print-table-requests').boundingBox(),
    printed.boundingBox(),
  ]);
  expect(below?.y).toBeGreaterThanOrEqual((table?.y ?? 0) + (table?.height ?? 0));
  expect(below?.x).toBe(table?.x);

  for (const [fileName, mimeType, buffer] of [
    [name, 'application/json', Buffer.from(JSON.stringify(file))],
    [book.suggestedFilename(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', workbook],
  ] as const) {
    await app.home();
    await app.action('import').setInputFiles({ name: fileName, mimeType, buffer });
    await expect(page.getByRole('dialog')).toContainText('表三下的说明 31 字');
    await app.action('import-confirm').click();
    await app.open('3');
    await expect(app.note('3')).toHaveValue(note);
  }
});

test('the box grows with its text, and nothing above it moves', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('4');
  const cell = app.cell('disputes/reconsideration/upheld');
  const [before, small] = await Promise.all([cell.boundingBox(), app.note('4').boundingBox()]);
  await app.note('4').click();
  await page.keyboard.type('注：行政复议数量含上年结转。');
  for (let line = 0; line < 3; line++) {
    await page.keyboard.press('Enter');
    await page.keyboard.type('说明'.repeat(120));
  }
  expect(await app.note('4').evaluate((area) => area.scrollHeight - area.clientHeight)).toBe(0);
  expect((await app.note('4').boundingBox())?.height).toBeGreaterThan((small?.height ?? 0) * 3);
  expect(await cell.boundingBox()).toEqual(before);
  await app.note('4').fill('注');
  expect((await app.note('4').boundingBox())?.height).toBe(small?.height);
});

test('lines pasted into the box are text, and Ctrl+Z takes back what was typed there, not a figure', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.cell(received).fill('5');
  await app.note('3').click();
  await paste(page, '注：数量按件统计。\n其他处理含转为信访的。');
  await expect(app.note('3')).toHaveValue('注：数量按件统计。\n其他处理含转为信访的。');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(app.note('3')).toHaveValue('');
  await expect(app.cell(received)).toHaveValue('5');
  await app.saved();
  await page.reload();
  await expect(app.note('3')).toHaveValue('');
});

test('the other format keeps it, a final report locks it, the history shows it, next year goes without', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: '先看一份填好的示例' }).click();
  await app.open('4');
  await app.note('4').fill('注：行政复议数量含上年结转。');
  await app.open('basics');
  for (const format of ['2019', '2021']) {
    await page.locator('main [name=format]').selectOption(format);
    await app.open('4');
    await expect(app.note('4')).toHaveValue('注：行政复议数量含上年结转。');
    await app.open('basics');
  }

  await app.open('review');
  await app.action('finalise').click();
  await expect(page.locator('.final-banner')).toBeVisible();
  await app.open('4');
  await expect(app.note('4')).toHaveValue('注：行政复议数量含上年结转。');
  await expect(app.note('4')).not.toBeEditable();
  await app.open('2');
  // No example that could be taken for a note of the report.
  await expect(app.note('2')).toHaveAttribute('placeholder', '');

  await app.action('history').click();
  await page.getByRole('list', { name: '历史' }).getByRole('button').last().click();
  const shown = page.getByRole('region', { name: '与现在的差别' });
  await expect(shown.getByRole('heading', { name: '表四下的说明' })).toBeVisible();
  await expect(shown.locator('ins')).toHaveText('注：行政复议数量含上年结转。');

  await app.home();
  await app.action('duplicate').click();
  const copy = page.locator('[data-draft]').filter({ hasNotText: '已定稿' });
  await copy.getByRole('link', { name: /^打开/ }).click();
  await app.open('4');
  await expect(app.note('4')).toBeEditable();
  await expect(app.note('4')).toHaveValue('注：行政复议数量含上年结转。');
  await app.home();
  await app.action('next-year').first().click();
  await app.open('4');
  await expect(app.note('4')).toHaveValue('');
});

test('three lines below table 三 stand on its page', async ({ page }, info) => {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: '先看一份填好的示例' }).click();
  await app.open('3');
  await app.note('3').fill('注：第一行。\n第二行。\n第三行。');
  await app.open('review');
  await app.action('print-view').click();
  const path = info.outputPath('noted.pdf');
  await expect(page.locator('.print-note')).toBeVisible();
  await page.pdf({ path, preferCSSPageSize: true });
  test.skip(!hasPdftotext(), noPdftotext);
  const pages = pagesOf(path);
  const noted = pages.filter((text) => text.includes('第一行'));
  expect(noted).toHaveLength(1);
  expect(noted[0]).toContain('结转下年度');
  expect(noted[0]).toContain('第三行');
});
