// Something throws, or the server is gone for good: no white page, the draft is safe, and there is a way on.
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serve } from './dist-server.ts';
import { ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';

/** From now on the browser fails at one attribute, so that whatever React draws with it throws. */
async function breakAt(page: Page, attribute: string | undefined): Promise<void> {
  await page.evaluate((name) => {
    sessionStorage.setItem('broken', name ?? '');
  }, attribute);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
      if (name === sessionStorage.getItem('broken')) throw new Error(`no ${name} here`);
      setAttribute.call(this, name, value);
    };
  });
});

async function typed(page: Page): Promise<ReportPage> {
  const app = new ReportPage(page);
  await app.createWith(cell, '7');
  return app;
}

test('a step that throws: the others go on, and it is there again when it can be', async ({ page }) => {
  const app = await typed(page);
  await breakAt(page, 'data-narrative');
  await app.step('1').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('“一、总体情况”出了问题，显示不出来。已填的内容都存在本机');
  await app.open('3');
  await expect(alert).toHaveCount(0);
  await app.cell(cell).fill('8');
  await app.saved();
  await app.step('1').click();
  await expect(alert).toBeVisible();
  await page.getByRole('button', { name: '重试' }).click();
  await expect(alert).toBeVisible();
  await breakAt(page, undefined);
  // Tried once already, it takes the page anew.
  await page.getByRole('button', { name: '重试' }).click();
  await expect(app.narrative('overview')).toBeVisible();
  await app.open('3');
  await expect(app.cell(cell)).toHaveValue('8');
});

test('the page of a draft that throws: the draft can be taken away, and the list is there', async ({ page }) => {
  const app = await typed(page);
  await page.getByRole('link', { name: '全部报告' }).click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await breakAt(page, 'data-findings-shown');
  await page.locator('[data-draft] th a').click();
  await expect(page.getByRole('alert')).toContainText('“填报页面”出了问题，显示不出来。');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载当前内容' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('云溪市数据服务局2025年政府信息公开工作年度报告.json');
  await page.getByRole('link', { name: '回到列表' }).click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await breakAt(page, undefined);
  await page.locator('[data-draft] th a').click();
  await app.open('3');
  await expect(app.cell(cell)).toHaveValue('7');
});

test('the list that throws says so and can be tried again', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await breakAt(page, 'data-action');
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('“报告列表”出了问题，显示不出来。');
  await breakAt(page, undefined);
  await page.getByRole('button', { name: '重试' }).click();
  await expect(app.action('new')).toBeVisible();
});

test('a part that the browser does not ask for again comes with a new page, which is loaded once', async ({ page }) => {
  const app = await typed(page);
  let pages = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages++;
  });
  const address = /\/assets\/years-page-[\w-]{8}\.js$/;
  await page.route(address, (route) => route.abort());
  await app.action('years').click();
  await expect(page.getByRole('alert')).toContainText('“逐年对比”没有读进来。');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '重试' }).click();
  await reloaded;
  await expect(page.getByRole('alert')).toContainText('“逐年对比”没有读进来。');
  expect(pages).toBe(1);
  await page.unroute(address);
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.years h1')).toBeVisible();
  expect(pages).toBe(1);
});

test('the server is gone: the page is not thrown away for nothing, and typing goes on', async ({ page }) => {
  const { address, stop } = await serve(join(import.meta.dirname, '../dist'));
  const app = new ReportPage(page);
  await page.goto(address);
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await app.action('create').click();
  await app.open('3');
  await stop();
  await app.action('history').click();
  await expect(page.getByRole('alert')).toContainText('“历史”没有读进来。');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('alert')).toContainText('现在还是连不上服务器');
  await page.getByRole('link', { name: '返回填报' }).click();
  await app.open('3');
  await app.cell(cell).fill('7');
  await app.saved();
});

test('what nobody catches is told, quietly; what an extension does wrong is not', async ({ page }) => {
  const app = await typed(page);
  await page.evaluate(() => {
    const theirs = new Error('theirs');
    theirs.stack = 'Error: theirs\n    at chrome-extension://abc/inject.js:1:1';
    void Promise.reject(theirs);
    setTimeout(() => {
      throw theirs;
    });
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.evaluate(() => void Promise.reject(new TypeError('ours')));
  await expect(page.getByRole('alert')).toContainText('刚才的操作可能没有做成。已填的内容都存在本机');
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await app.cell(cell).fill('8');
  await app.saved();
});
