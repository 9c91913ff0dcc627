// Last year's report as PDF, as it stands on a web site: read in a worker, shown before anything is written.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

test('a printed report comes back from its PDF with every figure and every sentence', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: /示例/ }).first().click();
  await app.open('review');
  const { file } = await app.exported();
  await app.action('print-view').click();
  await expect(page.locator('[data-sheet]').first()).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });

  await app.home();
  await app.action('import').setInputFiles({ name: '年报.pdf', mimeType: 'application/pdf', buffer: pdf });
  await app.action('import-confirm').click();
  const back = await app.exported();
  expect(back.file.figures).toEqual(file.figures);
  expect(back.file.narratives).toEqual(file.narratives);
  expect(back.file.agency).toBe(file.agency);
});

test('one of pictures and one that is broken are told so, each in its row', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const scanned =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
  await app.action('import').setInputFiles([
    { name: '扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scanned) },
    { name: '坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 half') },
  ]);
  await expect(page.getByText('扫描的图片').first()).toBeVisible();
  await expect(page.getByText('读不下去').first()).toBeVisible();
  await expect(app.action('new')).toBeVisible();
});
