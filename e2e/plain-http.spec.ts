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

    await app.createWith('requests/received/business', '6');
    await page.reload();
    await expect(app.cell('requests/received/business')).toHaveValue('6');
  } finally {
    await close();
  }
});

test('on plain http too one window writes a report at a time, and what is typed is kept when another takes over', async () => {
  const { context, close } = await openPlainHttp();
  try {
    const cell = 'requests/received/business';
    const first = new ReportPage(await context.newPage());
    await first.create('云溪市数据服务局', 2025);
    await first.open('3');
    await first.cell(cell).fill('6');
    const second = new ReportPage(await context.newPage());
    await second.page.goto(first.page.url());
    await second.action('take-over').click();
    await expect(second.cell(cell)).toHaveValue('6');
    await expect(first.cell(cell)).not.toBeEditable();
    await second.cell(cell).fill('7');
    await second.saved();
    await second.page.close();
    await first.page.reload();
    await expect(first.cell(cell)).toHaveValue('7');
    await expect(first.cell(cell)).toBeEditable();
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
