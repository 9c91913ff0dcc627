// What a reviewer deducts for, as the person meets it: each finding where its words are, explained and closed; copies side by side; the date
// by which the report is due; and what the words of the form mean.
import { expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const agency = '云溪市数据服务局';

async function explain(app: ReportPage, id: string): Promise<void> {
  const finding = app.finding(id);
  await finding.getByText('写情况说明').click();
  await finding.getByRole('textbox').fill('已核对，按上级要求这样写。');
  await finding.getByRole('button', { name: '保存说明' }).click();
  await expect(finding).toHaveAttribute('data-explained', 'true');
}

const five = '主动公开信息3条，依申请公开、政府信息管理、平台建设、监督保障各项工作按要求落实。';

for (const [id, step, narrative, bad, says, good] of [
  ['lint/year/overview', '1', 'overview', `2024年，我局${five}`, '2024年', `2025年，我局${five}`],
  [
    'lint/sum/overview',
    '1',
    'overview',
    `${five}发布解读材料30份，其中图解20份、问答9份。`,
    '加起来是 29',
    `${five}发布解读材料30份，其中图解20份、问答10份。`,
  ],
  ['lint/instructions', '1', 'overview', `（文字描述）${five}`, '填写要求', five],
  [
    'lint/no-figures',
    '1',
    'overview',
    '我局把主动公开、依申请公开、政府信息管理、平台建设、监督保障都纳入年度计划，逐月调度，成效明显。',
    '没有一个本机关的数字',
    five,
  ],
  [
    'lint/aspects',
    '1',
    'overview',
    '（一）主动公开。公开信息75条。（二）依申请公开。收到申请3件，均已按时答复。（三）平台建设。维护栏目11个，改版1次。',
    '政府信息管理、监督保障',
    five,
  ],
  [
    'lint/parts-named',
    'basics',
    'preamble',
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
    '行政复议、行政诉讼',
    '本报告分六个部分。',
  ],
  ['lint/person', 'basics', 'preamble', '联系人：李明，电话0527-84368888。', '个人姓名', '联系电话：0527-84368888。'],
] as const) {
  test(`${id} is told where it is written, can be explained, and goes when it is mended`, async ({ page }) => {
    const app = new ReportPage(page);
    await app.create(agency, 2025);
    await app.open(step);
    await app.narrative(narrative).fill(bad);
    const finding = app.finding(id);
    await expect(finding).toContainText(says);
    await expect(finding).toHaveAttribute('data-level', 'confirm');
    await explain(app, id);
    await app.open('6');
    await finding.getByRole('button', { name: '到这一步' }).click();
    await expect(app.narrative(narrative)).toBeVisible();
    await app.narrative(narrative).fill(good);
    await expect(finding).toHaveCount(0);
  });
}

test('100 % done, where cases are carried over', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('3');
  await app.cell('requests/carried-out/natural-person').fill('2');
  await app.action('fill-blanks').click();
  await app.open('1');
  await app.narrative('overview').fill(`${five}收到的申请答复率100%。`);
  await expect(app.finding('lint/all-done')).toContainText('四、结转下年度继续办理');
  await explain(app, 'lint/all-done');
  await app.narrative('overview').fill(`${five}收到的申请按时答复率100%。`);
  await expect(app.finding('lint/all-done')).toHaveCount(0);
});

test('a report of 2025 in the form of 2019 must be put right, and is by choosing the form', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025, '2019');
  await app.open('1');
  await app.narrative('overview').fill(five);
  const finding = app.finding('lint/format');
  await expect(finding).toHaveAttribute('data-level', 'must');
  await finding.getByRole('button', { name: '到这一步' }).click();
  await page.locator('[name=format]').selectOption('2021');
  await expect(finding).toHaveCount(0);
});

test('the date by which it is due: by law, or as set; told with the days left, and when the report is later', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-01-15T09:00:00') });
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  const due = page.locator('.basics-card [data-due]');
  await expect(due).toHaveAttribute('data-due', '2026-01-31');
  await expect(due).toContainText('还有 16 天');
  await page.locator('[name=date]').fill('2026-01-25');
  await page.locator('[name=due]').fill('2026-01-21');
  await expect(due).toContainText('还有 6 天');
  await app.narrative('preamble').fill('编制本报告。');
  const late = app.finding('lint/deadline');
  await expect(late).toContainText('2026年1月25日 晚于报送期限 2026年1月21日');
  await explain(app, 'lint/deadline');
  await app.saved();
  await page.reload();
  await expect(page.locator('[name=due]')).toHaveValue('2026-01-21');
  await expect(late).toHaveAttribute('data-explained', 'true');
  await app.home();
  const row = page.locator('[data-draft] [data-due]');
  await expect(row).toHaveText('还有 6 天');
  await expect(row).toHaveAttribute('data-due', '2026-01-21');
});

const problems =
  '一是解读材料偏长，图表少，群众拿到手不愿看；二是镇街报来的信息常常缺附件，来回补要花好几天；' +
  '三是公开专区放在二楼，腿脚不便的人上不去，来的人一年比一年少。';

async function write(app: ReportPage, whose: string, year: number, text: string): Promise<void> {
  await app.create(whose, year);
  await app.open('5');
  await app.narrative('problems').fill(text);
  await app.saved();
}

const marked = (page: Page): Promise<string[]> =>
  page.locator('.copy-sides section').first().locator('mark').allTextContents();

test('words that are last year’s, side by side with what repeats marked', async ({ page }) => {
  const app = new ReportPage(page);
  await write(app, agency, 2024, problems);
  await write(app, agency, 2025, problems.replace('一年比一年少', '只有过去一半'));
  const copied = app.finding('lint/copied/problems');
  await expect(copied).toContainText('与去年的报告相同');
  await app.action('show-copied').click();
  expect((await marked(page)).join('')).toContain('公开专区放在二楼，腿脚不便的人上不去');
  await expect(page.locator('.copy-sides')).toContainText('2024 年度第五部分');
  await page.getByRole('button', { name: '关闭' }).click();
  await explain(app, 'lint/copied/problems');
  await app.narrative('problems').fill('一是今年的问题另有不同。');
  await expect(copied).toHaveCount(0);
});

test('words that are another unit’s on this machine, also in the list', async ({ page }) => {
  const app = new ReportPage(page);
  await write(app, '云溪市档案馆', 2025, problems);
  await write(app, agency, 2025, problems.replace('好几天', '一星期'));
  await expect(app.finding('lint/copied/problems')).toContainText('云溪市档案馆 2025 年度的报告');
  await app.home();
  await expect(page.locator('[data-draft]').filter({ hasText: agency })).toContainText('请核对 1');
});

test('what the words of the form mean: F1 in a box, the mark at a label, following the box one is in', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('3');
  const terms = page.getByRole('region', { name: '说明' });
  await app.cell('requests/refused-deliberative/business').press('F1');
  await expect(terms.locator('h3').first()).toHaveText('6.属于四类过程性信息');
  await expect(terms).toContainText('第十六条第二款');
  await app.cell('requests/received/natural-person').click();
  await expect(terms).toContainText('提交之日');
  await page.keyboard.type('5');
  await expect(app.cell('requests/received/natural-person')).toHaveValue('5');
  await page.getByRole('button', { name: '说明：3.危及“三安全一稳定”' }).click();
  await expect(terms.locator('h3')).toHaveText(['3.危及“三安全一稳定”']);
  await app.action('close-terms').click();
  await expect(terms).toHaveCount(0);
});
