// Earlier states of a draft: kept by themselves, looked at in the form's own words, restored and taken back.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

test('what was there can be seen, restored, and the restoring undone', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('2');
  await app.cell('article-20-5/licensing/decisions').fill('12');
  await app.open('1');
  await app.narrative('overview').fill('第一句。第二句。');
  await app.open('2');
  await app.cell('article-20-5/licensing/decisions').fill('99');
  await app.action('fill-blanks').click();
  await app.open('1');
  await app.narrative('overview').fill('第一句。新的一句。');
  await app.saved();

  await app.action('history').click();
  const list = page.getByRole('list', { name: '历史' });
  await expect(list.getByRole('button')).toHaveCount(5);
  await expect(list).toContainText('离开“二、主动公开政府信息情况”');
  await expect(list).toContainText('其余未填格填 0（9 格）前');
  await list.getByRole('button', { name: /离开“一、总体情况”/ }).click();
  const shown = page.getByRole('region', { name: '与现在的差别' });
  await expect(shown.getByRole('row', { name: '行政许可 · 本年处理决定数量' })).toContainText('1299');
  await expect(shown).toContainText('表格里 10 格不同');
  await expect(shown.locator('del')).toHaveText('第二句。');
  await expect(shown.locator('ins')).toHaveText('新的一句。');

  await app.action('restore-state').click();
  await expect(page.getByRole('status')).toContainText('已恢复到');
  await page.getByRole('link', { name: '返回填报' }).click();
  await app.open('2');
  await expect(app.cell('article-20-5/licensing/decisions')).toHaveValue('12');
  await expect(app.cell('article-20-6/penalties/decisions')).toHaveValue('');
  await app.saved();
  await page.reload();
  await expect(app.cell('article-20-5/licensing/decisions')).toHaveValue('12');

  // Undone through the history, also after a reload.
  await app.action('history').click();
  await list.getByRole('button', { name: /恢复前/ }).click();
  await app.action('restore-state').click();
  await expect(page.getByRole('status')).toContainText('已恢复到');
  await page.getByRole('link', { name: '返回填报' }).click();
  await app.open('2');
  await expect(app.cell('article-20-5/licensing/decisions')).toHaveValue('99');
  await app.open('1');
  await expect(app.narrative('overview')).toHaveValue('第一句。新的一句。');
});

test('a restoring is undone at once with one click', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('2');
  await app.cell('article-20-5/licensing/decisions').fill('12');
  await app.saved();
  await app.action('history').click();
  await page.getByRole('button', { name: /新建或导入时/ }).click();
  await app.action('restore-state').click();
  await app.action('undo-restore').click();
  await page.getByRole('link', { name: '返回填报' }).click();
  await app.open('2');
  await expect(app.cell('article-20-5/licensing/decisions')).toHaveValue('12');
});
