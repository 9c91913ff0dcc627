// Section 三 works as people know it from Excel and WPS, and Chinese input methods neither move nor commit.
import { expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const np = (row: string): string => `requests/${row}/natural-person`;
const biz = (row: string): string => `requests/${row}/business`;

async function focusedCell(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);
}

/** A paste as Excel and WPS make it: text on the clipboard, then Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await page.keyboard.press('Control+v');
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

let app: ReportPage;
test.beforeEach(async ({ page }) => {
  app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
});

test('arrows, Tab, Enter and Shift+Enter move; Enter can go right instead', async ({ page }) => {
  await app.cell(np('received')).focus();
  await page.keyboard.press('ArrowDown');
  expect(await focusedCell(page)).toBe(np('carried-in'));
  await page.keyboard.press('ArrowRight');
  expect(await focusedCell(page)).toBe(biz('carried-in'));
  await page.keyboard.press('Enter');
  expect(await focusedCell(page)).toBe(biz('granted'));
  await page.keyboard.press('Shift+Enter');
  expect(await focusedCell(page)).toBe(biz('carried-in'));
  await page.keyboard.press('Shift+Tab');
  expect(await focusedCell(page)).toBe(np('carried-in'));
  await page.keyboard.press('Control+End');
  expect(await focusedCell(page)).toBe('requests/carried-out/total');
  await page.keyboard.press('Tab');
  expect(await focusedCell(page)).toBeNull();

  await page.getByLabel('回车后').selectOption('right');
  await app.cell(np('received')).focus();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  expect(await focusedCell(page)).toBe(biz('received'));
  await page.reload();
  await expect(page.getByLabel('回车后')).toHaveValue('right');
});

test('typing replaces, F2 and a click edit, Delete clears, Esc gives back', async ({ page }) => {
  const cell = app.cell(np('received'));
  await cell.focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('7');
  await expect(cell).toHaveValue('7');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveValue('12');
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('5');
  await expect(cell).toHaveValue('152');
  await page.keyboard.press('Enter');
  await cell.click();
  await page.keyboard.press('End');
  await page.keyboard.type('9');
  await expect(cell).toHaveValue('1529');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await app.cell(np('received')).focus();
  await page.keyboard.press('Delete');
  await expect(cell).toHaveValue('');
  await expect(app.balance('natural-person')).toContainText('待填');
});

test('text is kept as typed while focused and tidied on leaving', async ({ page }) => {
  const cell = app.cell(np('received'));
  await cell.focus();
  await page.keyboard.insertText('１，２３４');
  await expect(cell).toHaveValue('１，２３４');
  await page.keyboard.press('Tab');
  await expect(cell).toHaveValue('1234');
  await page.keyboard.press('Shift+Tab');
  await expect(cell).toHaveValue('１，２３４');
  await page.keyboard.type('12x');
  await page.keyboard.press('Tab');
  await expect(cell).toHaveValue('12x');
  await expect(app.finding(`unreadable/${np('received')}`)).toContainText('「12x」里的「x」看不懂');
  await app.saved();
  await page.reload();
  await expect(cell).toHaveValue('12x');
});

test('totals: so far, computed, typed, cleared; the balance and what would balance it', async ({ page }) => {
  await app.cell(np('received')).fill('5');
  const total = app.cell('requests/received/total');
  await expect(total).toHaveValue('5');
  await expect(page.locator('td[data-kind="partial"]', { has: total })).toBeVisible();
  await app.action('fill-blanks').click();
  await expect(total).toHaveValue('5');
  await expect(page.locator('td[data-kind="computed"]', { has: total })).toBeVisible();
  await expect(app.balance('natural-person')).toContainText('差 5');
  await app.cell(np('granted')).fill('3');
  await page.getByRole('button', { name: '四改为 2 即相符' }).click();
  await expect(app.cell(np('carried-out'))).toHaveValue('2');
  await expect(app.balance('natural-person')).toContainText('相符');
  await expect(app.balance('total')).toContainText('相符');
  expect(await app.findings()).toEqual([]);
  await total.fill('6');
  await expect(app.finding('requests/total/received')).toContainText('总计填写 6，应为 5，多 1');
  await total.fill('');
  await expect(total).toHaveValue('5');
  expect(await app.findings()).toEqual([]);
});

test('fill-blanks never touches a total or an unreadable answer, and is one act', async () => {
  await app.cell(np('received')).fill('无');
  await app.cell('requests/granted/total').fill('9');
  await app.action('fill-blanks').click();
  await expect(app.cell(np('received'))).toHaveValue('无');
  await expect(app.cell('requests/granted/total')).toHaveValue('9');
  await expect(app.cell(biz('received'))).toHaveValue('0');
  await app.action('undo').click();
  await expect(app.cell(biz('received'))).toHaveValue('');
  await expect(app.cell(np('received'))).toHaveValue('无');
  await app.action('redo').click();
  await expect(app.cell(biz('received'))).toHaveValue('0');
});

test('a block from Excel goes in as it stands, and what does not fit is said', async ({ page }) => {
  await app.cell(biz('received')).fill('8');
  await app.cell(np('received')).focus();
  await paste(page, '1,234\t\t3\r\n5\t6\t7\r\n');
  // The focused cell shows its text as pasted, the others are tidied.
  await expect(app.cell(np('received'))).toHaveValue('1,234');
  await expect(app.balance('natural-person')).toContainText('1239');
  await expect(app.cell(biz('received'))).toHaveValue('');
  await expect(app.cell('requests/received/research')).toHaveValue('3');
  await expect(app.cell(np('carried-in'))).toHaveValue('5');
  await expect(app.cell(np('granted'))).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(app.cell(biz('received'))).toHaveValue('8');
  await expect(app.cell(np('received'))).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(app.cell(np('received'))).toHaveValue('1,234');

  await app.cell('requests/carried-out/other').focus();
  await paste(page, '1\t2\t31\n41\t51\t61');
  await expect(page.getByRole('alert')).toContainText('有 4 个数没有填入（31、41、51、61）');
  await expect(app.cell('requests/carried-out/other')).toHaveValue('1');
});

test('a rectangle can be selected, copied out with tabs and line breaks, and cleared', async ({ page }) => {
  await app.cell(np('received')).focus();
  await paste(page, '1\t2\n3\t4');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.range-frame')).toBeVisible();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^1\t2\r?\n3\t4$/);
  await page.keyboard.press('Delete');
  await expect(app.cell(biz('carried-in'))).toHaveValue('');
  await app.action('undo').click();
  await expect(app.cell(biz('carried-in'))).toHaveValue('4');
});

test('typing is undone visit by visit, also from a button', async ({ page }) => {
  await app.cell(np('received')).focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.keyboard.type('34');
  await page.keyboard.press('Control+z');
  await expect(app.cell(biz('received'))).toHaveValue('');
  await expect(app.cell(np('received'))).toHaveValue('12');
  await page.keyboard.press('Control+z');
  await expect(app.cell(np('received'))).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(app.cell(np('received'))).toHaveValue('12');
  await expect(app.action('redo')).toBeEnabled();
});

test('composing with an input method neither moves nor commits', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  const cell = app.cell(np('received'));
  await cell.focus();
  await client.send('Input.imeSetComposition', { text: '１２', selectionStart: 2, selectionEnd: 2 });
  await client.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  expect(await focusedCell(page)).toBe(np('received'));
  await expect(app.balance('natural-person')).not.toContainText('12');
  await client.send('Input.insertText', { text: '１２' });
  expect(await focusedCell(page)).toBe(np('received'));
  await expect(app.balance('natural-person')).toContainText('12');
  await page.keyboard.press('Enter');
  expect(await focusedCell(page)).toBe(np('carried-in'));
  await expect(cell).toHaveValue('12');
});

test('the wheel changes no number', async ({ page }) => {
  const cell = app.cell(np('received'));
  await cell.fill('12');
  await cell.hover();
  await page.mouse.wheel(0, 240);
  await page.mouse.wheel(0, -480);
  await expect(cell).toHaveValue('12');
});

test('? opens the list of keys, Esc closes it', async ({ page }) => {
  await app.cell(np('received')).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focusedCell(page)).toBe(np('received'));
});

for (const size of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`at ${size.width} wide the grid needs no sideways scrolling; heads and balances stay in view`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    const main = page.locator('main');
    expect(await main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await app.cell(np('received')).focus();
    await page.keyboard.press('Control+End');
    const head = await page.locator('thead th', { hasText: '商业企业' }).boundingBox();
    const foot = await app.balance('business').boundingBox();
    const cell = await app.cell('requests/carried-out/business').boundingBox();
    if (!head || !foot || !cell) throw new Error('not drawn');
    expect(head.y).toBeGreaterThanOrEqual(0);
    expect(foot.y + foot.height).toBeLessThanOrEqual(size.height);
    expect(cell.y + cell.height).toBeLessThanOrEqual(foot.y + 1);
    // Also when the browser itself brings a cell into view.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await app.cell(np('received')).focus();
    const first = await app.cell(np('received')).boundingBox();
    const headNow = await page.locator('thead').boundingBox();
    if (!first || !headNow) throw new Error('not drawn');
    expect(first.y).toBeGreaterThanOrEqual(headNow.y + headNow.height - 1);
  });
}
