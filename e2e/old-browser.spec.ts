// A browser older than the app was made for, and a window so low that a dialog is longer than it.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

test('a browser that is too old is told so at the start, and can be used all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'structuredClone');
  });
  const app = new ReportPage(page);
  await app.home();
  const told = page.getByRole('alert').filter({ hasText: '这个浏览器太旧' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: '知道了' }).click();
  await expect(told).toHaveCount(0);
  await app.action('new').click();
  await expect(page.locator('dialog [name=agency]')).toBeVisible();
});

test('in a low window the list of keys is read from its top, with the keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toBeInViewport();
  expect(await dialog.evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(true);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: '知道了' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
});
