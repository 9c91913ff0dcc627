// Whole published reports typed in by keyboard alone, and judged as they stand.
import { expect, test } from '@playwright/test';
import { published, ReportPage } from './report-page.ts';

test('a 2019 report with two figures as printed, exported with its 196 blanks', async ({ page }) => {
  const app = new ReportPage(page);
  const report = published('zhalantun-zhengwu-fuwuju-2019');
  await app.home();
  await app.tabTo(app.action('new'));
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog [name=agency]')).toBeFocused();
  await page.keyboard.type(report.agency);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2019');
  await expect(page.locator('dialog [name=format]')).toHaveValue('2019');
  await page.keyboard.press('Enter');
  await expect(app.step('basics')).toHaveAttribute('aria-current', 'step');

  const words = {
    overview: '全年发布各类信息四十余条，解读政策两篇。\n公开工作有专人负责。',
    problems: '（一）人员变动多。\n（二）发布的信息少。',
    others: '（一）加强培训。\n（二）完善联动。\n（三）建好渠道。',
  };
  for (const [step, id] of [
    ['1', 'overview'],
    ['5', 'problems'],
    ['6', 'others'],
  ] as const) {
    await app.tabTo(app.step(step));
    await page.keyboard.press('Enter');
    await app.tabTo(app.narrative(id));
    for (const [at, line] of words[id].split('\n').entries()) {
      if (at > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
    // Back to the top of the page, from where Tab finds the steps again.
    await page.keyboard.press('Shift+Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }

  await app.tabTo(app.step('2'));
  await page.keyboard.press('Enter');
  await app.tabTo(page.locator('main [data-cell]').first());
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.type('5次');
  await page.keyboard.press('Tab');
  await page.keyboard.type('255490元');
  await page.keyboard.press('Enter');
  await app.saved();
  await page.reload();

  const { name, file } = await app.exported();
  expect(name).toBe('扎兰屯市政务服务局2019年政府信息公开工作年度报告.json');
  expect(file).toMatchObject({ format: '2019', year: 2019, agency: report.agency, narratives: words });
  expect(Object.keys(file.figures)).toHaveLength(198);
  expect(Object.values(file.figures).filter((figure) => figure === null)).toHaveLength(196);
  expect(file.figures['article-20-9/procurement/projects']).toBe(5);
  expect(file.figures['article-20-9/procurement/amount']).toBe(255490);
  expect(file).not.toHaveProperty('unread');
});

test('all 200 figures of a 2021 report after last year’s, then one cell changed and put back', async ({ page }) => {
  const app = new ReportPage(page);
  const last = published('suqian-2023');
  const report = published('suqian-2024');
  await app.home();
  await app.importFiles({ name: '去年.json', text: ReportPage.file(last) });
  await app.action('import-confirm').press('Enter');
  await app.saved();

  await app.home();
  await app.tabTo(app.action('new'));
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog [name=agency]')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(report.agency);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(String(report.year));
  await page.keyboard.press('Enter');
  for (const step of ['2', '3', '4']) {
    await app.tabTo(app.step(step));
    await page.keyboard.press('Enter');
    await app.typeSection(step, report.figures);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }
  expect(await app.findings()).toEqual([]);
  await app.saved();

  // One cell changed: with typed totals, exactly its row and its column.
  await app.open('3');
  const granted = app.cell('requests/granted/natural-person');
  await granted.focus();
  await page.keyboard.type('1409');
  expect(await app.findings()).toEqual(['requests/concluded/natural-person', 'requests/total/granted']);
  await expect(app.finding('requests/total/granted')).toContainText(
    '六类申请人相加得 1432，总计填写 1431，应为 1432，少 1',
  );
  await page.keyboard.press('Escape');
  await expect(granted).toHaveValue('1408');
  expect(await app.findings()).toEqual([]);

  // Against last year: carried in and in force.
  await app.cell('requests/carried-in/business').focus();
  await page.keyboard.type('4');
  expect(await app.findings('confirm')).toEqual(['requests/carried-in/business']);
  await expect(app.finding('requests/carried-in/business')).toContainText('二 4，去年报告的四 3，差 1');
  await page.keyboard.press('Escape');
  await app.open('2');
  await app.cell('article-20-1/normative-documents/in-force').focus();
  await page.keyboard.type('421');
  expect(await app.findings()).toEqual(['article-20-1/in-force/normative-documents']);
  await page.keyboard.press('Escape');
  expect(await app.findings()).toEqual([]);

  const { file } = await app.exported();
  expect(file.figures).toEqual(report.figures);
});

test('wrong totals typed as printed are shown with the difference and not overwritten', async ({ page }) => {
  const app = new ReportPage(page);
  const report = published('hongze-2023');
  await app.create(report.agency, report.year);
  await app.open('4');
  await app.typeSection('4', report.figures);
  expect(await app.findings()).toEqual([
    'disputes/total/litigation-after-reconsideration',
    'disputes/total/reconsideration',
  ]);
  const total = app.cell('disputes/reconsideration/total');
  await total.focus();
  await expect(page.locator('.cell-note:visible')).toContainText('填写 0，应为 11，少 11');
  await app.saved();
  await page.reload();
  await expect(total).toHaveValue('0');
  expect((await app.exported()).file.figures['disputes/reconsideration/total']).toBe(0);

  await app.open('4');
  await total.focus();
  await page.keyboard.press('Delete');
  await expect(total).toHaveValue('11');
  expect(await app.findings()).toEqual(['disputes/total/litigation-after-reconsideration']);
  await app.action('undo').click();
  await expect(total).toHaveValue('0');
  await total.hover();
  await page.getByRole('button', { name: '改为计算值' }).click();
  await expect(total).toHaveValue('11');
});
