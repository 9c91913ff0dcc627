// 定稿: when it is allowed, what it locks, its code on paper and in files, and the way back.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { hasPdftotext, noPdftotext, pagesOf } from './pdf.ts';
import { ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';

test('a report with blanks or broken sums is not finalised, and is told what is missing', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('5');
  await app.open('review');
  await expect(app.finding('blank/3')).toHaveCount(0);
  await app.action('finalise').click();
  await expect(page.getByRole('alert')).toContainText('还不能定稿');
  for (const section of [2, 3, 4]) await expect(app.finding(`blank/${section}`)).toHaveCount(1);
  await expect(page.locator('.final-banner')).toHaveCount(0);
  // Filled, they go as findings; the sums that then fail stand in the way by themselves.
  for (const step of ['2', '3', '4']) {
    await app.open(step);
    await app.action('fill-blanks').click();
    await expect(app.finding(`blank/${step}`)).toHaveCount(0);
  }
  await expect(app.finding('requests/balance/natural-person')).toHaveCount(1);
  await app.open('review');
  await app.action('finalise').click();
  await expect(page.getByRole('alert')).toContainText('必须改正');
  await app.open('3');
  await app.cell('requests/granted/natural-person').fill('5');
  await expect(app.finding('requests/balance/natural-person')).toHaveCount(0);
  await app.open('review');
  await app.action('finalise').click();
  await expect(page.locator('.final-banner')).toBeVisible();
});

test('a final report is locked, carries its code on every page and in its file, and opens again with one click', async ({
  page,
}, info) => {
  const app = new ReportPage(page);
  const code = await finaliseSample(app);
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
  await app.open('3');
  const before = await app.cell(cell).inputValue();
  await app.cell(cell).focus();
  await page.keyboard.type('9');
  await page.keyboard.press('Delete');
  await expect(app.cell(cell)).toHaveValue(before);
  await expect(app.action('fill-blanks')).toBeDisabled();
  await app.open('1');
  await expect(app.narrative('overview')).toHaveJSProperty('readOnly', true);

  await page.reload();
  await expect(page.locator('.check-code')).toHaveText(code);
  const { file } = await app.exported();
  expect(file.finalised).toMatchObject({ code });

  const [download] = await Promise.all([page.waitForEvent('download'), app.action('export-docx').click()]);
  const parts = unzipSync(readFileSync(await download.path()));
  const feet = Object.keys(parts).filter((name) => /^word\/footer\d*\.xml$/.test(name));
  expect(feet).toHaveLength(2);
  for (const foot of feet) expect(strFromU8(parts[foot] as Uint8Array)).toContain(code);

  await app.action('print-view').click();
  const sheets = page.locator('[data-sheet]');
  await expect(sheets.first()).toBeVisible();
  for (const sheet of await sheets.all()) await expect(sheet).toContainText(code);
  const path = info.outputPath('final.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  if (!hasPdftotext()) process.stdout.write(`${noPdftotext}\n`);
  for (const text of hasPdftotext() ? pagesOf(path, '-layout') : []) {
    expect(text).toContain(code);
    expect(text).toMatch(/—\s*\d+\s*—/);
  }
  await page.getByRole('link', { name: '返回填报' }).click();

  await app.action('reopen').click();
  await expect(page.locator('.final-banner')).toHaveCount(0);
  await app.open('3');
  await app.cell(cell).fill('77');
  await app.saved();
  await app.action('history').click();
  await expect(page.locator('.history-list')).toContainText('定稿');
  await expect(page.locator('.history-list')).toContainText('重新打开');
  await app.home();
  await expect(page.locator('[data-draft]')).not.toContainText('已定稿');
});

test('the code of a file is verified: the same, or changed after it was final', async ({ page }) => {
  const app = new ReportPage(page);
  const code = await finaliseSample(app);
  const { file } = await app.exported();
  await app.home();
  await expect(page.locator('[data-draft]')).toContainText('已定稿');

  await app.importFiles({ name: 'same.json', text: JSON.stringify(file) });
  await expect(page.locator('[data-finalised="same"]')).toContainText(code);
  await app.action('import-confirm').click();
  await expect(page.locator('.check-code')).toHaveText(code);

  await app.home();
  const changed = { ...file, narratives: { ...(file.narratives as object), others: '另加一句。' } };
  await app.importFiles({ name: 'changed.json', text: JSON.stringify(changed) });
  await expect(page.locator('[data-finalised="different"]')).toContainText('与定稿不一致');
  await app.action('import-confirm').click();
  await app.open('6');
  await expect(page.locator('.final-banner')).toHaveCount(0);
  await expect(app.narrative('others')).toHaveJSProperty('readOnly', false);

  // A copy, and next year's, are drafts to be worked on.
  await app.home();
  await page.locator('[data-draft]', { hasText: '已定稿' }).first().locator('[data-action=duplicate]').click();
  await expect(page.locator('[data-draft]')).toHaveCount(4);
  await expect(page.locator('[data-draft]', { hasText: '已定稿' })).toHaveCount(2);
});

async function finaliseSample(app: ReportPage): Promise<string> {
  await app.home();
  await app.page.getByRole('button', { name: '示例' }).click();
  await app.open('review');
  await app.action('finalise').click();
  return (await app.page.locator('.check-code').textContent()) ?? '';
}
