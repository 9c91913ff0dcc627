// What a person sees and does on the screens, with a real mouse and keyboard.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const agency = '云溪市数据服务局';
const received = 'requests/received/natural-person';
const carriedIn = 'requests/carried-in/natural-person';

test('an empty form is not praised; what is filled and agrees is, and so it is in the list', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  const count = page.locator('.finding-count');
  await expect(count).toContainText('尚未填写');
  await expect(page.locator('#findings')).not.toContainText('相符');
  await app.home();
  await expect(page.locator('[data-draft]')).toContainText('尚未填写');
  await page.locator('[data-draft] a').first().click();
  await app.open('2');
  await app.action('fill-blanks').click();
  await expect(count).toContainText('已填 10 / 166 格');
  await expect(page.locator('#findings')).toContainText('已填的数都相符');
  for (const step of ['3', '4']) {
    await app.open(step);
    await app.action('fill-blanks').click();
  }
  await expect(count).toContainText('全部相符');
});

test('keys that people have in their fingers: fill down and right, into all, a column, a row, a page on; each can be undone', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('3');
  await app.cell(received).focus();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(app.cell(carriedIn)).toBeFocused();
  await page.keyboard.press('Control+d');
  await expect(app.cell(carriedIn)).toHaveValue('7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+r');
  await expect(app.cell('requests/carried-in/business')).toHaveValue('7');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(app.cell('requests/granted/business')).toHaveValue('7');
  await page.keyboard.press('Control+z');
  await expect(app.cell('requests/granted/business')).toHaveValue('');

  await app.cell(received).focus();
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.range-sum')).toContainText('已选 25 格');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Space');
  await expect(page.locator('.range-sum')).toHaveText('已选 7 格 · 合计 7');
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await expect(app.cell('requests/refused-enforcement-file/natural-person')).toBeFocused();
});

test('what was done to many boxes can be taken back from where it is said', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('4');
  await app.action('fill-blanks').click();
  const said = page.locator('.messages');
  await expect(said).toContainText('已在 12 个未填格填 0');
  await said.getByRole('button', { name: '撤销' }).click();
  await expect(app.cell('disputes/reconsideration/upheld')).toHaveValue('');
});

test('a download is said with its name', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  const { name } = await app.exported();
  await expect(page.locator('.messages')).toContainText(`已下载“${name}”`);
});

test('定稿 is a list of what must hold, and the focus goes to the first that does not', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('review');
  await expect(page.locator('.final-list [data-met="false"]')).toHaveText(['✗ 还有 166 格未填']);
  await app.action('finalise').click();
  const first = page.locator('.final-list [data-met="false"] a').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.step('2')).toHaveAttribute('aria-current', 'step');
});

test('of a sum that does not hold its total is marked, its many parts only traced', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('3');
  await app.action('fill-blanks').click();
  await app.cell('requests/granted/natural-person').fill('5');
  await app.cell('requests/concluded/natural-person').fill('4');
  await expect(app.finding('requests/concluded/natural-person')).toHaveCount(1);
  const level = (id: string) => app.cell(id).locator('xpath=..').getAttribute('data-level');
  await expect.poll(() => level('requests/concluded/natural-person')).toBe('must');
  expect(await level('requests/refused-inquiry/natural-person')).toBe('trace');
  await expect(app.cell('requests/refused-inquiry/natural-person')).not.toHaveAttribute('aria-invalid', 'true');
});

test('the sentence on applications is drafted from the tables, and its figures follow', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: '示例' }).click();
  await app.open('1');
  await app.narrative('overview').fill('');
  await page.getByRole('button', { name: '插入表中的数…' }).click();
  await app.action('insert-sentence').click();
  await expect(app.narrative('overview')).toHaveValue(/全年新收政府信息公开申请59件，上年结转4件；办结61件/);
  await app.open('3');
  await app.cell(received).fill('47');
  await app.open('1');
  await expect(app.narrative('overview')).toHaveValue(/新收政府信息公开申请60件/);
});

test('the five aspects are ticked off as they are written', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2025);
  await app.open('1');
  const written = page.locator('.asks [data-written="true"]');
  await expect(written).toHaveCount(0);
  await app.narrative('overview').fill('主动公开信息3条。收到申请2件。');
  await expect(written).toHaveCount(2);
  await expect(written.first()).toContainText('✓ 主动公开');
});

test('last year’s preamble is brought over with its years moved on', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create(agency, 2024);
  await app.narrative('preamble').fill('依据国办公开办函〔2021〕30号编制。统计期限为2024年1月1日至2024年12月31日。');
  await app.saved();
  await app.create(agency, 2025);
  await page.locator('.last-narrative summary').click();
  await app.action('take-preamble').click();
  await expect(app.narrative('preamble')).toHaveValue(
    '依据国办公开办函〔2021〕30号编制。统计期限为2025年1月1日至2025年12月31日。',
  );
  await app.saved();
  await page.reload();
  await expect(app.narrative('preamble')).toHaveValue(/2025年12月31日/);
});

test.describe('at 200 % of an office’s screen', () => {
  test.use({ viewport: { width: 683, height: 384 } });

  test('nothing lies over the figures until it is asked for, and the list reads line by line', async ({ page }) => {
    const app = new ReportPage(page);
    await app.create('云溪市政务服务和数据资源管理局', 2025);
    await app.open('3');
    await expect(page.locator('#findings')).toBeHidden();
    await app.cell(received).focus();
    const box = await app.cell(received).boundingBox();
    const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    expect(await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.getAttribute('data-cell'), at)).toBe(
      received,
    );
    await page.locator('.finding-count').click();
    await expect(page.locator('#findings')).toBeVisible();
    await app.saved();
    await app.home();
    const name = await page.locator('[data-draft] a').first().boundingBox();
    expect(name?.height).toBeLessThan(40);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(683);
  });
});
