// From one year to the next, copies, and all drafts in one file and back.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { published, ReportPage } from './report-page.ts';

const report = published('suqian-2024');

async function withReport(page: Page): Promise<ReportPage> {
  const app = new ReportPage(page);
  await app.home();
  const words = { overview: '去年的总体情况。', problems: '', others: '' };
  await app.importFiles({ name: 'a.json', text: ReportPage.file(report, words) });
  await app.action('import-confirm').click();
  await app.saved();
  await app.home();
  return app;
}

test('next year carries 四 into 二 by column, says so, and shows last year’s words beside the new ones', async ({
  page,
}) => {
  const app = await withReport(page);
  await app.action('next-year').click();
  await expect(app.step('basics')).toHaveAttribute('aria-current', 'step');
  await expect(page.locator('[name=year]')).toHaveValue('2025');
  await expect(page.getByText('由 2024 年度的报告新建')).toBeVisible();
  await app.open('1');
  await page.getByText('去年这一部分写的').click();
  await expect(page.getByText('去年的总体情况。')).toBeVisible();
  const { file } = await app.exported();
  for (const column of ['natural-person', 'business', 'research', 'nonprofit', 'legal-service', 'other', 'total']) {
    expect(file.figures[`requests/carried-in/${column}`]).toBe(report.figures[`requests/carried-out/${column}`]);
  }
  const filled = Object.entries(file.figures).filter(([, figure]) => figure !== null);
  expect(filled.map(([id]) => id).every((id) => id.startsWith('requests/carried-in/'))).toBe(true);
  expect(file.year).toBe(2025);
});

test('a copy is a draft of its own', async ({ page }) => {
  const app = await withReport(page);
  await app.action('duplicate').click();
  await expect(page.locator('[data-draft]')).toHaveCount(2);
  await page.locator('[data-draft] th a').first().click();
  await app.open('2');
  await app.cell('article-20-5/licensing/decisions').fill('77');
  await app.saved();
  await app.home();
  await page.locator('[data-draft] th a').nth(1).click();
  await app.open('2');
  await expect(app.cell('article-20-5/licensing/decisions')).not.toHaveValue('77');
});

test('a backup brings back what is gone, replaces what is older, and leaves what is newer', async ({ page }) => {
  const app = await withReport(page);
  const [download] = await Promise.all([page.waitForEvent('download'), app.action('backup').click()]);
  expect(download.suggestedFilename()).toMatch(/^年报填报备份-\d{8}-\d{4}\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  const restore = (content: string) =>
    app.action('restore').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(content) });

  await restore(text);
  await expect(page.getByRole('dialog')).toContainText('保留本机的，不动（1）');
  await expect(app.action('restore-confirm')).toHaveCount(0);
  await page.getByRole('button', { name: '关闭' }).click();

  // Newer here: kept.
  await page.locator('[data-draft] th a').click();
  await app.open('2');
  await app.cell('article-20-5/licensing/decisions').fill('77');
  await app.saved();
  await app.home();
  await restore(text);
  await expect(page.getByRole('dialog')).toContainText('保留本机的，不动（1）');
  await page.getByRole('button', { name: '关闭' }).click();

  // Gone: added, as it was.
  await page.evaluate(() => indexedDB.deleteDatabase('nianbao-tianbao'));
  await page.reload();
  await expect(page.getByText('还没有报告')).toBeVisible();
  await restore(text);
  await expect(page.getByRole('dialog')).toContainText('本机没有，将添加（1）');
  await app.action('restore-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await page.locator('[data-draft] th a').click();
  const { file } = await app.exported();
  expect(file.figures).toEqual(report.figures);

  await app.home();
  await restore('{"kind": "zfxxgk');
  await expect(page.getByRole('alert')).toContainText('没有恢复');
});

test('the years stand side by side, and their charts are saved as pictures', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  for (const name of ['suqian-2023', 'suqian-2024']) {
    await app.importFiles({ name: 'x.json', text: ReportPage.file(published(name)) });
    await app.action('import-confirm').click();
    await app.saved();
    if (name === 'suqian-2023') await app.home();
  }
  await app.action('years').click();
  const row = page.getByRole('row', { name: /一、本年新收政府信息公开申请数量/ });
  await expect(row.getByRole('cell')).toHaveText(['3511', '3525']);
  await page.getByLabel('申请人').selectOption('business');
  await expect(row.getByRole('cell')).toHaveText(['99', '75']);
  await expect(page.locator('svg[role=img]')).toHaveCount(3);
  const [png] = await Promise.all([page.waitForEvent('download'), app.action('save-png').first().click()]);
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const [svg] = await Promise.all([page.waitForEvent('download'), app.action('save-svg').first().click()]);
  expect(svg.suggestedFilename()).toMatch(/\.svg$/);
  expect(readFileSync(await svg.path(), 'utf8')).toContain('3511');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
