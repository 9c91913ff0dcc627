// The mouse over cells: a press and a drag select a rectangle. No text leaves a cell or comes into one by dragging.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

const from = 'requests/received/natural-person';
const to = 'requests/granted/research';

async function dragged(page: Page, start: Locator, end: Locator): Promise<void> {
  const [a, b] = [await start.boundingBox(), await end.boundingBox()];
  if (!a || !b) throw new Error('not on the screen');
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  // As a hand does it: off the text first, then across some cells.
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(
      a.x + a.width / 2 + ((b.x - a.x) * step) / 12,
      a.y + a.height / 2 + ((b.y + b.height / 2 - a.y - a.height / 2) * step) / 12,
    );
  }
  await page.mouse.up();
}

async function filled(page: Page): Promise<ReportPage> {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.cell(from).fill('97');
  return app;
}

async function onlyThere(app: ReportPage): Promise<void> {
  await expect(app.cell(from)).toHaveValue('97');
  const own = await app.page
    .locator('main [data-cell]')
    .evaluateAll((all) =>
      all.filter((one) => (one as HTMLInputElement).value !== '').map((one) => (one as HTMLElement).dataset.cell),
    );
  expect(own.sort()).toEqual([from, 'requests/received/total']);
}

test('a cell reached by keyboard, its text selected: dragging from it selects a rectangle and moves nothing', async ({
  page,
}) => {
  const app = await filled(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(app.cell(from)).toBeFocused();
  await dragged(page, app.cell(from), app.cell(to));
  await onlyThere(app);
  await expect(page.locator('.range-frame')).toBeVisible();
  await page.keyboard.press('Control+c');
  await app.saved();
  await page.reload();
  await onlyThere(app);
});

test('double-clicked, then dragged: the same', async ({ page }) => {
  const app = await filled(page);
  await app.cell(from).dblclick();
  await dragged(page, app.cell(from), app.cell(to));
  await onlyThere(app);
  await expect(page.locator('.range-frame')).toBeVisible();
});

test('selected across, then dragged by a part of the text: the same', async ({ page }) => {
  const app = await filled(page);
  await app.cell(from).click();
  await page.keyboard.press('Control+a');
  await dragged(page, app.cell(from), app.cell('requests/received/business'));
  await onlyThere(app);
});

test('text dragged from elsewhere on the page is not taken by a cell', async ({ page }) => {
  const app = await filled(page);
  const words = page.locator('.grid-tools .soft').first();
  await words.click({ clickCount: 3 });
  await dragged(page, words, app.cell('requests/received/business'));
  await onlyThere(app);
});

test('a file dropped beside its place does not take the page away', async ({ page }) => {
  await filled(page);
  const prevented = await page.locator('.top-bar').evaluate((bar) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.txt', { type: 'text/plain' }));
    const event = (type: string): boolean =>
      !bar.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    return [event('dragover'), event('drop')];
  });
  expect(prevented).toEqual([true, true]);
});
