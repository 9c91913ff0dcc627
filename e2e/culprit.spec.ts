// A slip in a finished report: which box it is, what it should say, put right with one click and back with one more.
import { expect, test } from '@playwright/test';
import { published, ReportPage } from './report-page.ts';

const report = published('suqian-2024');
const cell = 'requests/received/natural-person';

test('two digits swapped: found, put right with one click, undone', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await app.importFiles({ name: 'x.json', text: ReportPage.file(report) });
  await app.action('import-confirm').click();
  await app.open('3');
  // The totals as someone has typed them from paper.
  for (const total of ['requests/received/total', 'requests/concluded/natural-person']) {
    await app.cell(total).fill(String(report.figures[total]));
  }
  await expect(app.page.locator('[data-suspect]')).toHaveCount(0);

  const right = String(report.figures[cell]);
  const slip = `${right[1]}${right[0]}${right.slice(2)}`;
  await app.cell(cell).fill(slip);
  const culprit = app.finding(`culprit/${cell}`);
  await expect(culprit).toHaveAttribute('data-suspect', cell);
  await expect(culprit).toHaveAttribute('data-proposed', right);
  await expect(culprit).toContainText(`填的是 ${slip}，若为 ${right} 则`);
  await expect(culprit).toContainText('数字颠倒');
  // One mistake, one finding; the broken sums are in the document, folded under it.
  await expect(page.locator('.finding-count')).toContainText('发现 1 处');
  await expect(culprit.locator('[data-finding="requests/balance/natural-person"]')).toHaveCount(1);
  await expect(app.finding('requests/balance/natural-person')).toBeHidden();

  await app.open('5');
  await culprit.locator('[data-action=look-at]').first().click();
  await expect(app.cell(cell)).toBeFocused();
  await culprit.locator('[data-action=mend]').first().click();
  await expect(app.cell(cell)).toHaveValue(right);
  await expect(page.locator('[data-finding][data-level=must]')).toHaveCount(0);
  await app.action('undo').click();
  await expect(app.cell(cell)).toHaveValue(slip);
  await expect(culprit).toHaveCount(1);
});

/** Totals left for the app to compute. */
async function importUntouched(app: ReportPage): Promise<void> {
  const untouched = Object.fromEntries(
    Object.entries(report.figures).map(([id, figure]) => [id, /^requests\/.*total|concluded/.test(id) ? null : figure]),
  );
  await app.home();
  await app.importFiles({ name: 'x.json', text: ReportPage.file({ ...report, figures: untouched }) });
  await app.action('import-confirm').click();
  await app.open('3');
  await expect(app.page.locator('[data-finding][data-level=must]')).toHaveCount(0);
}

test('while totals are computed a box is blamed only where something decides: a number in the words', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await importUntouched(app);
  const right = Number(report.figures[cell]);
  await app.cell(cell).fill(`${right - 4}`);
  await expect(app.finding('requests/balance/natural-person')).toBeVisible();
  // The checks that take longer have been made when the words have been read.
  await app.open('1');
  await app
    .narrative('overview')
    .fill('主动公开信息3条，依申请公开、信息管理、平台建设、监督保障均按要求落实。本年结转下年度0件。');
  await expect(page.locator('[data-claim]')).toHaveCount(1);
  await expect(page.locator('[data-proposed], [data-action=mend]')).toHaveCount(0);
  await expect(page.locator('#findings')).not.toContainText('很可能');
  const all = Number(report.figures['requests/received/total']);
  await app
    .narrative('overview')
    .fill(`主动公开信息3条，信息管理、平台建设、监督保障均按要求落实。全年新收政府信息公开申请${all}件。`);
  const culprit = app.finding(`culprit/${cell}`);
  await expect(culprit.locator('[data-suspect]').first()).toHaveAttribute('data-suspect', cell);
  await expect(culprit.locator('[data-suspect]').first()).toContainText(`文字写“新收政府信息公开申请${all}件”`);
  await expect(culprit.locator('[data-suspect]').first()).toContainText('成可能');
});

test('totals of the paper, typed to check by: they fill nothing, are kept, and name the box', async ({ page }) => {
  const app = new ReportPage(page);
  await importUntouched(app);
  const right = Number(report.figures[cell]);
  const total = 'requests/received/total';
  await page.locator('.controls summary').click();
  const control = page.locator(`[data-control="${total}"]`);
  await control.fill(String(report.figures[total]));
  await expect(page.locator('.controls summary')).toContainText('1 处相符');
  // Folded, nothing of the list is drawn; what was typed is still there when it is unfolded again.
  await page.locator('.controls summary').click();
  await expect(control).toHaveCount(0);
  await page.locator('.controls summary').click();
  await expect(control).toHaveValue(String(report.figures[total]));
  await app.cell(cell).fill(`${right - 4}`);
  await expect(page.locator('.controls summary')).toContainText('1 处不符');
  await expect(app.finding(`sum/${total}`)).toContainText(`底稿上的总计是 ${report.figures[total]}，表中是`);
  const culprit = app.finding(`culprit/${cell}`);
  await expect(culprit.locator('[data-suspect]').first()).toHaveAttribute('data-suspect', cell);
  // The total itself is still the table’s own.
  await expect(app.cell(total)).toHaveValue(String(Number(report.figures[total]) - 4));
  await app.saved();
  await page.reload();
  await page.locator('.controls summary').click();
  await expect(control).toHaveValue(String(report.figures[total]));
  const { file } = await app.exported();
  expect(JSON.stringify(file)).not.toContain('controls');
});

test('四 left at 0 is asked about for all of its columns at once', async ({ page }) => {
  const app = new ReportPage(page);
  await importUntouched(app);
  for (const column of ['natural-person', 'business', 'research', 'nonprofit', 'legal-service', 'other']) {
    await app.cell(`requests/carried-out/${column}`).fill('0');
  }
  const first = page.locator('[data-suspect]').first();
  await expect(first).toHaveAttribute('data-suspect', 'requests/carried-out/natural-person');
  await expect(first).toContainText('是不是漏填了');
  await first.locator('[data-action=look-at]').click();
  await expect(app.cell('requests/carried-out/natural-person')).toBeFocused();
});

test('from the first slip on the list is never empty, while what explains it is still being sought', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  await app.importFiles({ name: 'x.json', text: ReportPage.file(report) });
  await app.action('import-confirm').click();
  await app.open('3');
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const shown = [...document.querySelectorAll('#findings [data-finding]')].filter(
        (one) => (one as HTMLElement).offsetParent !== null,
      );
      seen.push(shown.length);
      requestAnimationFrame(look);
    };
    look();
  });
  await app.cell(cell).fill(`${report.figures[cell]}7`);
  await expect(page.locator('[data-suspect]').first()).toBeVisible();
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  const since = seen.slice(seen.findIndex((many) => many > 0));
  expect(since.length).toBeGreaterThan(1);
  expect(since.every((many) => many > 0)).toBe(true);
});

test('what is written about a finding is kept, also when it was not confirmed', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('6');
  await app.narrative('others').fill('无其他事项。');
  const fee = app.finding('lint/fee');
  await fee.getByText('写情况说明').click();
  await fee.getByRole('textbox').fill('本年没有发出收费通知。');
  await app.saved();
  await page.reload();
  await expect(fee.getByRole('textbox')).toHaveValue('本年没有发出收费通知。');
  await expect(fee).not.toHaveAttribute('data-explained', 'true');
  await fee.getByRole('button', { name: '保存说明' }).click();
  await expect(fee).toHaveAttribute('data-explained', 'true');
});

test('what should not be published is asked about, explained with a ready phrase, and asked again when it changes', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('6');
  await app.narrative('others').fill('无其他事项。');
  const fee = app.finding('lint/fee');
  await expect(fee).toContainText('信息处理费');
  await app.open('5');
  await expect(fee).toHaveCount(1);
  await fee.getByText('写情况说明').click();
  await fee.getByRole('button', { name: '已核对，文字无误。' }).click();
  await fee.getByRole('button', { name: '保存说明' }).click();
  await expect(fee).toHaveAttribute('data-explained', 'true');
  await app.open('6');
  await app.narrative('others').fill('没有其他事项。');
  await expect(fee).not.toHaveAttribute('data-explained', 'true');
  await app.narrative('others').fill('本年度未收取信息处理费。');
  await expect(fee).toHaveCount(0);
});

test('what the text says in numbers is held against the tables', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: '示例' }).click();
  await app.open('1');
  await expect(page.locator('.claims')).toContainText('处与表格相符');
  await expect(page.locator('[data-finding]')).toHaveCount(0);
  const text = await app.narrative('overview').inputValue();
  await app.narrative('overview').fill(text.replace('申请59件', '申请95件'));
  const words = app.finding('words/overview/requests/received/total');
  await expect(words).toContainText('申请95件”，表中一、本年新收政府信息公开申请数量是 59');
  await words.getByRole('button', { name: '到这一格' }).click();
  await expect(app.cell('requests/received/total')).toBeFocused();
  await app.open('1');
  await app.narrative('overview').fill(text);
  await expect(words).toHaveCount(0);
});

test('last year stands small in each cell, the change beside the table, and a jump is asked about', async ({
  page,
}) => {
  const app = new ReportPage(page);
  const last = published('suqian-2023');
  await app.home();
  for (const one of [last, report]) {
    await app.importFiles({ name: 'x.json', text: ReportPage.file(one) });
    await app.action('import-confirm').click();
    await app.saved();
    if (one === last) await app.home();
  }
  await app.open('3');
  await expect(app.cell(cell).locator('xpath=..').locator('.last-figure')).toHaveText(String(last.figures[cell]));
  await app.cell(cell).focus();
  await expect(page.locator('.last-line')).toContainText(`去年 ${last.figures[cell]}，今年`);
  await app.open('2');
  const fees = 'article-20-8/fees/amount';
  await app.cell(fees).fill(`${Number(last.figures[fees]) * 10_000}`);
  await expect(app.finding(`lint/jump/${fees}`)).toContainText('元填成了万元');
});
