// Somebody who has never seen the app: what it is, a sample to look at, and a report begun without reading anything.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

test('the first screen says what this is and offers a sample, a new report, an import', async ({ page, baseURL }) => {
  const app = new ReportPage(page);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) foreign.push(request.url());
  });
  await app.home();
  await expect(page.getByRole('heading', { name: '年报填报' })).toBeVisible();
  await page.getByRole('button', { name: '先看一份填好的示例' }).click();
  await expect(page.locator('header')).toContainText('（示例）');
  for (const step of ['1', '2', '3', '4', '5', '6']) await expect(app.step(step)).toContainText('已填');
  expect(await app.findings()).toEqual([]);
  await app.home();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  expect(foreign).toEqual([]);
});

test('creating asks for what is missing, in words', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await app.action('new').click();
  await app.action('create').click();
  await expect(page.getByRole('alert')).toContainText('请填机关全称');
  await expect(page.getByLabel('机关全称')).toBeFocused();
  await expect(page.getByLabel('机关全称')).toHaveAccessibleDescription(/请填机关全称/);
  await expect(page.getByLabel('机关全称')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await page.locator('dialog [name=year]').fill('二〇二五');
  await app.action('create').click();
  await expect(page.getByRole('alert')).toContainText('之间的年份');
  await expect(page.getByLabel('报告年度')).toBeFocused();
  await page.locator('dialog [name=year]').fill('２０２０年');
  await expect(page.locator('dialog [name=format]')).toHaveValue('2019');
  await app.action('create').click();
  await app.open('2');
  await expect(app.cell('article-20-9/procurement/amount')).toBeVisible();
  await expect(page.locator('[data-cell]')).toHaveCount(22);
});

test('changing the format keeps what both have and gives the rest back', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2021);
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('5');
  await app.cell('requests/other-other/natural-person').fill('2');
  await app.open('basics');
  await page.locator('main [name=format]').selectOption('2019');
  await app.open('3');
  await expect(app.cell('requests/received/natural-person')).toHaveValue('5');
  await expect(app.cell('requests/other/natural-person')).toHaveValue('');
  await app.saved();
  await page.reload();
  await app.open('basics');
  await page.locator('main [name=format]').selectOption('2021');
  await app.open('3');
  await expect(app.cell('requests/other-other/natural-person')).toHaveValue('2');
});

test('a doubtful finding can be explained, and comes back when its figures change', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('2');
  await app.cell('article-20-1/normative-documents/issued').fill('5');
  await app.cell('article-20-1/normative-documents/repealed').fill('0');
  await app.cell('article-20-1/normative-documents/in-force').fill('3');
  const finding = app.finding('article-20-1/issued/normative-documents');
  await finding.getByText('数字无误，写情况说明').click();
  await finding.getByRole('textbox').fill('当年制发的两件年内废止，未计入废止数。');
  await finding.getByRole('button', { name: '保存说明' }).click();
  await expect(finding).toContainText('已说明');
  await expect(app.step('2')).not.toContainText('处发现');
  const { file } = await app.exported();
  expect(file.explanations).toMatchObject({
    'article-20-1/issued/normative-documents': { figures: { 'article-20-1/normative-documents/issued': 5 } },
  });
  await app.open('2');
  await app.cell('article-20-1/normative-documents/issued').fill('6');
  await expect(finding).toContainText('请重新核对');
  await expect(app.step('2')).toContainText('1 处发现');
});

test('every finding is in the document on every step, and leads to its cell', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('无');
  for (const step of ['basics', '1', '2', '4', '5', '6', 'review']) {
    await app.open(step);
    await expect(app.finding('unreadable/requests/received/natural-person')).toHaveCount(1);
  }
  await page.getByRole('button', { name: /发现 1 处/ }).click();
  await expect(app.finding('unreadable/requests/received/natural-person')).toBeHidden();
  await page.getByRole('button', { name: /发现 1 处/ }).click();
  await app.finding('unreadable/requests/received/natural-person').getByRole('button', { name: '到这一格' }).click();
  await expect(app.cell('requests/received/natural-person')).toBeFocused();
});

test('a figure of the tables can be put into a narrative', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('46');
  await app.open('1');
  await app.narrative('overview').fill('自然人申请');
  await app.narrative('overview').press('End');
  await page.getByRole('button', { name: '插入表中的数' }).click();
  await page.getByLabel(/查找/).fill('新收 自然人');
  await page.getByRole('button', { name: /46件/ }).click();
  await expect(app.narrative('overview')).toHaveValue('自然人申请46件');
  await app.saved();

  // It follows its cell, also after a reload and when words are written around it, until someone lets it stand.
  await page.reload();
  await app.narrative('overview').press('Control+Home');
  await page.keyboard.insertText('全年收到');
  await app.narrative('overview').press('Control+End');
  await page.keyboard.insertText('，均已办结。');
  await expect(page.locator('[data-follows]')).toHaveCount(1);
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('1046');
  await app.open('1');
  await expect(app.narrative('overview')).toHaveValue('全年收到自然人申请1046件，均已办结。');
  await page.getByRole('button', { name: '不再跟着变' }).click();
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('5');
  await app.open('1');
  await expect(page.locator('[data-follows]')).toHaveCount(0);
  await expect(app.narrative('overview')).toHaveValue('全年收到自然人申请1046件，均已办结。');
  await app.saved();
});
