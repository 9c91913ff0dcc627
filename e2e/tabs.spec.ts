// One draft in two tabs: one writes at a time, the other looks on or takes over, and nothing typed is lost on the way.
// All of it also without Web Locks, as on plain http, where tabs can only ask one another.
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';

const withoutLocks = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));

async function setFrozen(page: Page, isFrozen: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
  await session.detach();
}

/** Opens it there, taking it from the other tab where that is known to have it: without locks one that is asleep says nothing. */
async function goOnIn(tab: ReportPage, address: string): Promise<void> {
  if (tab.page.url() !== address) await tab.page.goto(address);
  const takeOver = tab.action('take-over');
  await expect(takeOver.or(tab.cell(cell))).toBeVisible();
  if (await takeOver.isVisible()) await takeOver.click();
}

for (const [name, isLocking] of [
  ['with locks', true],
  ['without locks', false],
] as const) {
  test.describe(name, () => {
    test.beforeEach(async ({ context }) => {
      if (!isLocking) await withoutLocks(context);
    });

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
      await first.createWith(cell, '11');
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
      await first.createWith(cell, '11');
      const second = new ReportPage(await context.newPage());
      if (isLocking) await second.page.goto(page.url());
      await setFrozen(page, true);
      await goOnIn(second, page.url());
      await expect(second.cell(cell)).toHaveValue('11');
      await second.cell(cell).fill('12');
      await second.saved();
      await setFrozen(page, false);
      await page.bringToFront();
      await expect(first.cell(cell)).not.toBeEditable();
      await second.page.reload();
      await expect(second.cell(cell)).toHaveValue('12');
    });

    test('every key typed while another tab takes over is there, or was told to be refused', async ({
      page,
      context,
    }) => {
      const first = new ReportPage(page);
      await first.create('云溪市数据服务局', 2025);
      await first.open('1');
      await first.narrative('overview').focus();
      const second = new ReportPage(await context.newPage());
      await second.page.goto(page.url());
      await expect(second.action('take-over')).toBeVisible();
      const keys = Array.from({ length: 80 }, (_, at) => String(at % 10)).join('');
      const typing = first.narrative('overview').pressSequentially(keys, { delay: 10 });
      await expect.poll(() => first.narrative('overview').inputValue()).toContain('012345');
      await second.action('take-over').click();
      await typing;
      await expect(first.narrative('overview')).not.toBeEditable();
      const kept = await second.narrative('overview').inputValue();
      expect(keys.startsWith(kept)).toBe(true);
      expect(await first.narrative('overview').inputValue()).toBe(kept);
      if (kept.length < keys.length) await expect(page.getByRole('alert')).toContainText('刚才的输入没有记下');
    });

    test('taking over from a frozen tab and leaving at once holds nothing: the same tab can come back', async ({
      page,
      context,
    }) => {
      const first = new ReportPage(page);
      await first.createWith(cell, '11');
      const second = new ReportPage(await context.newPage());
      await second.page.goto(page.url());
      await expect(second.action('take-over')).toBeVisible();
      await setFrozen(page, true);
      await second.action('take-over').click();
      await second.page.getByRole('link', { name: '全部报告' }).click();
      await setFrozen(page, false);
      await page.close();
      await second.page.locator('[data-draft] a').first().click();
      await second.open('3');
      await expect(second.cell(cell)).toBeEditable();
      await expect(second.cell(cell)).toHaveValue('11');
    });

    test('a tab in conflict, closed while the other goes on: what it had is one draft of its own', async ({
      page,
      context,
    }) => {
      const first = new ReportPage(page);
      await first.createWith(cell, '11');
      const second = new ReportPage(await context.newPage());
      if (isLocking) await second.page.goto(page.url());
      // Changed and put to sleep before it could be saved.
      await page.evaluate((id) => {
        const input = document.querySelector<HTMLInputElement>(`[data-cell="${id}"]`);
        if (!input) throw new Error('no cell');
        input.value = '77';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, cell);
      await setFrozen(page, true);
      await goOnIn(second, page.url());
      await expect(second.cell(cell)).toHaveValue(/11|77/);
      await second.cell(cell).fill('12');
      await second.saved();
      await setFrozen(page, false);
      await page.bringToFront();
      const conflict = page.locator('[data-save-state="conflict"]');
      // Where the machine was fast enough to save it before it slept, there is nothing to be kept apart.
      await expect(conflict.or(page.getByText('只读。'))).toBeVisible();
      const isConflict = await conflict.isVisible();
      // Each tab that is opened meanwhile leaves it alone.
      const list = new ReportPage(await context.newPage());
      for (let round = 0; round < 3; round++) {
        await list.home();
        await expect(list.page.locator('[data-draft]')).toHaveCount(1);
      }
      await second.page.bringToFront();
      await second.cell(cell).fill('13');
      await second.saved();
      await page.close();
      await list.page.bringToFront();
      await list.home();
      await expect(list.page.locator('[data-draft]')).toHaveCount(isConflict ? 2 : 1);
      await list.home();
      await expect(list.page.locator('[data-draft]')).toHaveCount(isConflict ? 2 : 1);
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
  });
}
