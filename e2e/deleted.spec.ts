// A deleted report reached by Back or by its address: it is said to be deleted, takes no typing, and can be taken back there.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';

test('a deleted report says so when it is opened, and is taken back from there', async ({ page }) => {
  const app = new ReportPage(page);
  await app.createWith(cell, '5');
  const address = page.url();
  await page.getByRole('link', { name: '全部报告' }).click();
  await app.action('delete').click();
  await expect(page.getByText('最近删除（1）')).toBeVisible();

  await page.goBack();
  await expect(page.getByText('这份报告已删除')).toBeVisible();
  await expect(page.getByText(/保留到 \d{4}年\d+月\d+日/)).toBeVisible();
  await expect(app.cell(cell)).toHaveCount(0);
  await page.getByRole('link', { name: '回到全部报告' }).click();
  await expect(page.getByText('最近删除（1）')).toBeVisible();

  await page.goto(address);
  await page.reload();
  await app.action('undelete').click();
  await expect(app.cell(cell)).toHaveValue('5');
  await app.cell(cell).fill('58');
  await app.saved();
  await page.reload();
  await expect(app.cell(cell)).toHaveValue('58');
  await app.home();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await expect(page.getByText('最近删除')).toHaveCount(0);
});
