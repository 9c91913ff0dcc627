// axe on every page of the app, with findings shown: no violations.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('the list, empty and filled, and its dialogs', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await expect(page.getByText('还没有报告')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await app.action('new').click();
  await app.action('create').click();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '先看一份填好的示例' }).click();
  await app.saved();
  await app.home();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await app.importFiles({ name: 'x.json', text: 'x' });
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const filled of [false, true]) {
  test(`every step ${filled ? 'with findings' : 'blank'}, and the print view`, async ({ page }) => {
    const app = new ReportPage(page);
    await app.create('云溪市数据服务局', filled ? 2025 : 2019);
    if (filled) {
      await app.open('2');
      await app.cell('article-20-1/regulations/issued').fill('5');
      await app.cell('article-20-1/regulations/repealed').fill('0');
      await app.cell('article-20-1/regulations/in-force').fill('3');
      await app.open('3');
      await app.cell('requests/received/natural-person').fill('12x');
      await app.cell('requests/granted/business').fill('5');
      await app.action('fill-blanks').click();
      await app.cell('requests/granted/total').fill('9');
    }
    for (const step of ['basics', '1', '2', '3', '4', '5', '6', 'review']) {
      await app.open(step);
      expect(await violations(page), step).toEqual([]);
    }
    await app.action('print-view').click();
    await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
    expect(await violations(page), 'print view').toEqual([]);
  });
}

test('the gallery shows every section in every state', async ({ page }) => {
  await page.goto('/#/gallery');
  const links = page.getByRole('navigation').getByRole('link');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses).toHaveLength(2 * 3 * 9);
  for (const address of addresses) {
    await page.goto(`/${address}`);
    await expect(page.locator('.gallery-shown h1').first()).toBeVisible();
  }
  await page.goto('/#/gallery/2021/3/failing');
  await expect(page.locator('[data-finding^="requests/balance/"]')).toHaveCount(7);
  await expect(page.locator('[data-finding^="requests/carried-in/"]')).toHaveCount(7);
});
