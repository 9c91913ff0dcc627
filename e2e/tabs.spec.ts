// One draft in two tabs: one writes at a time, the other looks on or takes over, and nothing typed is lost on the way.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';

test('the second tab says where the draft is; taking over makes the first one read-only at once', async ({
  page,
  context,
}) => {
  const first = new ReportPage(page);
  await first.create('云溪市数据服务局', 2025);
  await first.open('3');
  await first.cell(cell).fill('11');
  const second = new ReportPage(await context.newPage());
  await second.page.goto(page.url());
  await expect(second.page.getByText('另一个窗口（或标签页）里填写')).toBeVisible();

  // Typed a moment before the other takes over: it is there.
  await first.cell('requests/received/business').fill('5');
  await second.action('take-over').click();
  await expect(second.cell(cell)).toHaveValue('11');
  await expect(second.cell('requests/received/business')).toHaveValue('5');
  await expect(page.getByText('只读。')).toBeVisible();
  await expect(first.cell(cell)).not.toBeEditable();
  await second.cell(cell).fill('12');
  await second.saved();

  // And back.
  await first.action('take-over').click();
  await expect(first.cell(cell)).toHaveValue('12');
  await first.cell(cell).fill('13');
  await first.saved();
  await expect(second.cell(cell)).not.toBeEditable();
  await expect(page.locator('[data-save-state="conflict"]')).toHaveCount(0);
});

test('looking on: nothing can be changed, what was saved meanwhile comes on demand', async ({ page, context }) => {
  const first = new ReportPage(page);
  await first.create('云溪市数据服务局', 2025);
  await first.open('3');
  await first.cell(cell).fill('11');
  await first.saved();
  const second = new ReportPage(await context.newPage());
  await second.page.goto(page.url());
  await second.action('look').click();
  await expect(second.cell(cell)).toHaveValue('11');
  await expect(second.cell(cell)).not.toBeEditable();
  await second.cell(cell).press('Delete');
  await second.page.keyboard.press('Control+v');
  await expect(second.cell(cell)).toHaveValue('11');
  await expect(second.action('fill-blanks')).toBeDisabled();
  await first.cell(cell).fill('12');
  await first.saved();
  await second.page.getByRole('button', { name: '刷新内容' }).click();
  await expect(second.cell(cell)).toHaveValue('12');
});

test('a tab that is left lets the draft go; the same tab can leave and come back', async ({ page, context }) => {
  const first = new ReportPage(page);
  await first.create('云溪市数据服务局', 2025);
  await first.open('3');
  await first.cell(cell).fill('11');
  const address = page.url();
  await page.getByRole('link', { name: '全部报告' }).click();
  const second = new ReportPage(await context.newPage());
  await second.page.goto(address);
  await expect(second.cell(cell)).toHaveValue('11');
  await second.page.close();
  await page.goto(address);
  await expect(first.cell(cell)).toBeEditable();
  await page.reload();
  await expect(first.cell(cell)).toBeEditable();
});

test('a frozen tab does not keep the draft for ever, and does not overwrite when it wakes', async ({
  page,
  context,
}) => {
  const first = new ReportPage(page);
  await first.create('云溪市数据服务局', 2025);
  await first.open('3');
  await first.cell(cell).fill('11');
  await first.saved();
  const second = new ReportPage(await context.newPage());
  await second.page.goto(page.url());
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await second.action('take-over').click();
  await expect(second.cell(cell)).toHaveValue('11', { timeout: 10_000 });
  await second.cell(cell).fill('12');
  await second.saved();
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await expect(first.cell(cell)).not.toBeEditable();
  await second.page.reload();
  await expect(second.cell(cell)).toHaveValue('12');
});

test('the list is live across tabs', async ({ page, context }) => {
  const list = new ReportPage(page);
  await list.home();
  const second = new ReportPage(await context.newPage());
  await second.create('云溪市数据服务局', 2025);
  await second.open('2');
  await second.cell('article-20-5/licensing/decisions').fill('12');
  await second.saved();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await expect(page.locator('[data-draft]')).toContainText('1 / 166 格');
});
