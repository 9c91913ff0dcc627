// Served over plain http under a name in the office's network: what the browser withholds there is said once, and work goes on.
import { expect, test } from '@playwright/test';
import { openPlainHttp } from './plain-http.ts';
import { ReportPage } from './report-page.ts';

test('on plain http the list says once what is missing there and what to do, and claims nothing else', async () => {
  const { context, close } = await openPlainHttp();
  try {
    const page = await context.newPage();
    const app = new ReportPage(page);
    await app.home();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const note = page.getByRole('region', { name: '这个网址以 http 开头' });
    await expect(note).toContainText('断网时打不开');
    await expect(note).toContainText('单文件版');
    await expect(note).toContainText('https');
    await expect(page.locator('h1 + p')).not.toContainText('不联网');

    await app.action('plain-http-seen').click();
    await expect(note).toHaveCount(0);
    await page.reload();
    await expect(app.action('new')).toBeVisible();
    await expect(note).toHaveCount(0);

    await app.create('云溪市数据服务局', 2025);
    await app.open('3');
    await app.cell('requests/received/business').fill('6');
    await app.saved();
    await page.reload();
    await expect(app.cell('requests/received/business')).toHaveValue('6');
  } finally {
    await close();
  }
});

test('elsewhere nothing of it is said', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await expect(page.getByText('这个网址以 http 开头')).toHaveCount(0);
  await expect(page.locator('h1 + p')).toContainText('不联网也能用');
});
