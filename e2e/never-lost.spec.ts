// What was typed is on disk or said not to be: reload in mid-typing, two windows, storage that fails.

import { type BrowserContext, expect, test } from '@playwright/test';
import { fillDisk } from './full-disk.ts';
import { ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';

test('a reload in mid-typing loses nothing and comes back to the same step', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.saved();
  for (let round = 1; round <= 8; round++) {
    const text = `${round}${'7'.repeat(round)}`;
    await app.cell(cell).focus();
    await page.keyboard.type(text);
    await page.reload();
    await expect(app.step('3')).toHaveAttribute('aria-current', 'step');
    await expect(app.cell(cell)).toHaveValue(text);
  }
});

test('words typed just before leaving the page are there', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  const address = page.url().replace('basics', '1');
  await page.goto(address);
  await app.narrative('overview').focus();
  await page.keyboard.insertText('全年发布信息三百条。');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(app.narrative('overview')).toHaveValue('全年发布信息三百条。');
});

test('saving goes on though typing never pauses', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('1');
  await app.saved();
  await app.narrative('overview').focus();
  const stored = (): Promise<string> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('nianbao-tianbao');
          opening.onsuccess = () => {
            const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result[0].narratives.overview);
            };
          };
        }),
    );
  let typed = '';
  // An autosave that waits for a pause would never write: one without end is what it gets.
  do {
    await page.keyboard.insertText('字');
    typed += '字';
  } while ((await stored()) === '');
  await expect.poll(stored).toBe(typed);
  await app.saved();
});

/** Then only the revision check stands between two windows. */
const deaf = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.defineProperty(navigator, 'locks', { value: undefined });
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
  });

test('two windows on one draft that cannot hear one another: the stale one is refused and the person chooses', async ({
  page,
  context,
}) => {
  await deaf(context);
  const first = new ReportPage(page);
  await first.create('云溪市数据服务局', 2025);
  await first.open('3');
  await first.saved();
  const second = new ReportPage(await context.newPage());
  await second.page.goto(page.url());
  await second.cell(cell).fill('22');
  await second.saved();

  await page.bringToFront();
  await first.cell(cell).fill('11');
  await expect(page.locator('[data-save-state="conflict"]')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('别的窗口里改过');
  await second.page.reload();
  await expect(second.cell(cell)).toHaveValue('22');

  await page.getByRole('button', { name: '两份都留' }).click();
  await first.saved();
  await expect(first.cell(cell)).toHaveValue('11');
  await first.home();
  await expect(page.locator('[data-draft]')).toHaveCount(2);
});

test('the other choices after a conflict: take what is stored, or replace it', async ({ page, context }) => {
  await deaf(context);
  const first = new ReportPage(page);
  await first.create('云溪市数据服务局', 2025);
  await first.open('3');
  await first.saved();
  const second = new ReportPage(await context.newPage());
  await second.page.goto(page.url());
  await second.cell(cell).fill('22');
  await second.saved();
  await first.cell(cell).fill('11');
  await page.getByRole('button', { name: '用已保存的' }).click();
  await expect(first.cell(cell)).toHaveValue('22');
  await first.cell(cell).fill('33');
  await first.saved();

  await second.cell(cell).fill('44');
  await second.page.getByRole('button', { name: '用本窗口的' }).click();
  await second.saved();
  await page.reload();
  await expect(first.cell(cell)).toHaveValue('44');
});

test('a full disk is said as long as it lasts, work goes on, and it is saved when there is room', async ({
  page,
  baseURL,
}) => {
  const app = new ReportPage(page);
  const makeRoom = await fillDisk(page, baseURL);
  await page.goto('/');
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await page.locator('dialog [name=year]').fill('2025');
  await app.action('create').click();
  await app.open('3');
  await app.cell(cell).fill('5');
  await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('未能保存。浏览器的存储空间或磁盘已满');
  await app.cell('requests/received/business').fill('6');
  await expect(app.cell('requests/received/total')).toHaveValue('11');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载当前内容' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('云溪市数据服务局2025年政府信息公开工作年度报告.json');

  // Away and back while nothing can be saved: it is kept in memory, and the list says so.
  await page.getByRole('link', { name: '全部报告' }).click();
  await expect(page.getByText('还没有存上')).toBeVisible();
  await page.getByRole('link', { name: '云溪市数据服务局 2025 年度' }).click();
  await app.open('3');
  await expect(app.cell('requests/received/business')).toHaveValue('6');
  await expect(page.locator('[data-save-state="failed"]')).toBeVisible();

  await makeRoom();
  await app.saved();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(app.cell('requests/received/business')).toHaveValue('6');
});

test('without any database a report can be made and taken away', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  const app = new ReportPage(page);
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('不允许本页在本机存储');
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await app.action('create').click();
  await app.open('3');
  await app.cell(cell).fill('5');
  await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
  const { file } = await app.exported();
  expect(file.figures[cell]).toBe(5);
});

test('a damaged draft is set aside for download and does not stop the others', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('nianbao-tianbao');
        opening.onsuccess = () => {
          const put = opening.result
            .transaction('drafts', 'readwrite')
            .objectStore('drafts')
            .put({ id: 'broken', agency: 5, answers: ['要紧的数'] });
          put.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await app.home();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('有 1 份草稿读不出来');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载原始内容' }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('broken');
});

test('a deleted draft can be taken back, also after a reload', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await app.home();
  await app.action('delete').click();
  await expect(page.locator('[data-draft]')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销删除' }).click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await app.action('delete').click();
  await expect(page.locator('[data-draft]')).toHaveCount(0);
  await page.reload();
  await page.getByText('最近删除').click();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
});
