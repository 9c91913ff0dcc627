// Many files at once: all of them are stored or none, whatever happens meanwhile, and the page says which.

import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { htmlOf, pageOf } from '../fixtures/messy.ts';
import { samples } from '../src/formats/samples.ts';
import { fillDisk } from './full-disk.ts';
import { published, ReportPage } from './report-page.ts';

const report = published('suqian-2024');
const agencyOf = (at: number): string => `云溪市第${at + 1}机关`;
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `${at + 1}.json`,
    text: ReportPage.file({ ...report, agency: agencyOf(at) }),
  }));

const preview = (page: Page) => page.getByRole('dialog', { name: '导入报告' });

/** The rows in the database itself. */
const storedCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('nianbao-tianbao');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('drafts').objectStore('drafts').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

for (const delay of [0, 20, 60, 150, 400, 1500]) {
  test(`50 files and a reload ${delay} ms after the confirmation: none is stored, or all`, async ({ page }) => {
    page.on('dialog', (dialog) => void dialog.accept());
    const app = new ReportPage(page);
    await app.home();
    await app.importFiles(...many(50));
    // In the page, so that nothing but the delay lies between the two.
    const loaded = page.waitForEvent('load');
    await app.action('import-confirm').evaluate((button, delay) => {
      (button as HTMLElement).click();
      setTimeout(() => location.reload(), delay);
    }, delay);
    await loaded;
    await expect(app.action('new')).toBeVisible();
    expect([0, 50]).toContain(await storedCount(page));
  });
}

test('once the page has said that all are imported, all are there; the report stays until it is closed', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  const [one, ...others] = many(48);
  await app.importFiles(
    { name: '坏.json', text: '{"kind":' },
    ...(one ? [one] : []),
    { name: '通知.json', text: '{"kind":"invoice"}' },
    ...others,
  );
  await app.action('import-confirm').click();
  await expect(page.getByRole('status').filter({ hasText: '已导入 48 份' })).toBeVisible();
  const missed = page.getByRole('alert').filter({ hasText: '2 份没有导入' });
  await expect(missed).toContainText('坏.json');
  await expect(missed).toContainText('不是年报文件');
  expect(await storedCount(page)).toBe(48);
  await expect(page.locator('[data-draft]')).toHaveCount(48);

  // It is still there after a look at a draft.
  await page.locator('[data-draft] th a').first().click();
  await expect(app.step('basics')).toHaveAttribute('aria-current', 'step');
  await page.goBack();
  await expect(missed).toBeVisible();
  await app.action('import-report-close').click();
  await expect(missed).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-draft]')).toHaveCount(48);
});

test('while the drafts are being stored the page says so, asks before it is left, and cannot be closed by Esc', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  await app.importFiles(...many(3));
  // Another window of the app is in the middle of a long write: the storing has to wait.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('nianbao-tianbao');
        opening.onsuccess = () => {
          const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
          const hold = (): void => {
            if ('released' in window) opening.result.close();
            else drafts.count().onsuccess = hold;
          };
          hold();
          resolve();
        };
      }),
  );
  await app.action('import-confirm').click();
  await expect(page.getByRole('status').filter({ hasText: '正在存入本机' })).toBeVisible();
  await expect(app.action('import-confirm')).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // Chromium before 119 asks only when a return value is set, others when the default is prevented.
  const unload = await page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    const set: unknown[] = [];
    Object.defineProperty(event, 'returnValue', { set: (value) => void set.push(value) });
    window.dispatchEvent(event);
    return { set, isPrevented: event.defaultPrevented };
  });
  expect(unload).toEqual({ set: [true], isPrevented: true });
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await page.evaluate(() => Object.assign(window, { released: true }));
  await expect(page.getByRole('status').filter({ hasText: '已导入 3 份' })).toBeVisible();
  await expect(preview(page)).toHaveCount(0);
  expect(await storedCount(page)).toBe(3);
});

test('on a full disk nothing is stored, what was read stays, and it can be downloaded or tried again', async ({
  page,
  baseURL,
}) => {
  const app = new ReportPage(page);
  const makeRoom = await fillDisk(page, baseURL);
  await app.home();
  await app.importFiles(...many(5));
  await app.action('import-confirm').click();
  const alert = preview(page).getByRole('alert');
  await expect(alert).toContainText('一份也没有写入本机');
  await expect(alert).toContainText('磁盘已满');
  await expect(alert).not.toContainText('自动重试');
  const [download] = await Promise.all([page.waitForEvent('download'), app.action('import-download').click()]);
  const backup = readFileSync(await download.path(), 'utf8');

  await makeRoom();
  expect(await storedCount(page)).toBe(0);
  await expect(async () => {
    await app.action('import-confirm').click({ timeout: 2000 });
    await expect(page.getByText('已导入 5 份')).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  expect(await storedCount(page)).toBe(5);
  await app
    .action('restore')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(backup) });
  await expect(page.getByRole('dialog', { name: '恢复备份' })).toContainText('共 5 份');
});

test('several files are rows: which to import, whose they are, what is wrong, and more when unfolded', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  const [first, ...others] = many(4);
  if (!first) throw new Error('no file');
  await app.importFiles(first);
  await app.action('import-confirm').click();
  await app.saved();
  await app.home();
  const untitled = ReportPage.file({ ...report, agency: '云溪市财政局', year: 2023 });
  await app.importFiles(first, ...others, { name: '坏.json', text: 'x' }, { name: '财政.json', text: untitled }, first);
  const rows = preview(page).locator('[data-import]');
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(0)).toContainText('本机已有，另成一份');
  await expect(rows.nth(1)).not.toContainText('本机已有');
  await expect(rows.nth(1)).toContainText('200 / 200 格');
  await expect(rows.nth(4)).toContainText('不能导入');
  await expect(rows.nth(4).getByRole('checkbox')).toBeDisabled();
  await expect(rows.nth(5).getByRole('cell')).toContainText(['', '云溪市财政局', '2023']);
  await expect(rows.nth(6)).toContainText('与第 1 份同一机关同一年度');
  await expect(preview(page).getByRole('alert')).toContainText('坏.json');

  await expect(preview(page)).not.toContainText('总计');
  await rows.nth(1).getByRole('button', { name: '详情' }).click();
  await expect(preview(page)).toContainText('200 格中认出 200 格：有数的 200 格');
  await expect(app.action('import-confirm')).toHaveText('导入这 6 份');
  await preview(page).getByRole('checkbox', { name: '全部导入' }).uncheck();
  await expect(app.action('import-confirm')).toBeDisabled();
  await preview(page).getByRole('checkbox', { name: '全部导入' }).check();
  await rows.nth(0).getByRole('checkbox').uncheck();
  await rows.nth(6).getByRole('checkbox').uncheck();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await app.action('import-confirm').click();
  await expect(page.getByText('已导入 4 份')).toBeVisible();
  await expect(page.getByText('没有选的 2 份未导入')).toBeVisible();
  await expect(page.locator('[data-draft]')).toHaveCount(5);
});

/** So many report files, and a page without a title. */
async function chooseWithUntitled(app: ReportPage, count: number): Promise<void> {
  const untitled = htmlOf(pageOf({ ...samples['2021'], date: '' }).slice(2));
  await app
    .action('import')
    .setInputFiles([
      ...many(count).map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
      { name: '无题.html', mimeType: 'text/html', buffer: Buffer.from(untitled) },
    ]);
}

test('what the titles do not say is filled in among the rows', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await chooseWithUntitled(app, 1);
  await expect(preview(page).locator('[data-import="2"]')).toContainText('没有认出');
  await app.action('import-confirm').click();
  await expect(preview(page).getByRole('alert')).toContainText('请填机关全称');
  const agency = preview(page).getByLabel('机关全称');
  await expect(agency).toBeFocused();
  await expect(agency).toHaveAccessibleDescription(/请填机关全称/);
  await agency.fill('云溪市民政局');
  await expect(preview(page).getByRole('alert')).toHaveCount(0);
  // What is typed for a file stays while it is not chosen.
  await preview(page).getByRole('checkbox', { name: '无题.html' }).uncheck();
  await expect(agency).toHaveCount(0);
  await preview(page).getByRole('checkbox', { name: '无题.html' }).check();
  await expect(agency).toHaveValue('云溪市民政局');
  await preview(page).getByLabel('年度', { exact: true }).fill('2025');
  await app.action('import-confirm').click();
  await expect(page.getByText('已导入 2 份')).toBeVisible();
  await expect(page.locator('[data-draft]', { hasText: '云溪市民政局' })).toBeVisible();
});

test('nothing is asked of a file that is not chosen', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await chooseWithUntitled(app, 2);
  await app.action('import-confirm').click();
  await expect(preview(page).getByRole('alert')).toContainText('请填机关全称');
  await preview(page).getByRole('checkbox', { name: '无题.html' }).uncheck();
  await app.action('import-confirm').click();
  await expect(page.getByText('已导入 2 份')).toBeVisible();
});

/** Puts before the reading worker what files made to do harm would do to it, by their names. */
async function withHarm(page: Page, processors: number): Promise<void> {
  await page.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: count });
  }, processors);
  await page.route(/read-worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const harm = `self.addEventListener('message', (event) => {
      if (event.data.name.includes('hangs')) for (;;);
      if (!event.data.name.includes('breaks')) return;
      event.stopImmediatePropagation();
      throw new Error('broken');
    });\n`;
    await route.fulfill({ response, body: harm + (await response.text()) });
  });
}

for (const processors of [2, 8]) {
  test(`with ${processors} processors: workers are used again, one that hangs or breaks costs its file only`, async ({
    page,
  }) => {
    await withHarm(page, processors);
    let made = 0;
    page.on('worker', () => made++);
    const app = new ReportPage(page);
    await app.home();
    const all = many(20);
    await app.importFiles(
      ...all.slice(0, 5),
      { name: 'hangs.json', text: '{}' },
      ...all.slice(5, 10),
      { name: 'breaks.json', text: '{}' },
      ...all.slice(10),
    );
    const rows = preview(page).locator('[data-import]');
    await expect(rows).toHaveCount(22, { timeout: 60_000 });
    await expect(rows.nth(5)).toContainText('用的时间太长');
    await expect(rows.nth(11)).toContainText('读这个文件时出了问题');
    const names = await rows.locator('th').allTextContents();
    const expected = all.map(({ name }) => name);
    expected.splice(5, 0, 'hangs.json');
    expected.splice(11, 0, 'breaks.json');
    expect(names).toEqual(expected);
    // One for each processor but the page's, four at most, and one in the place of each that was lost.
    expect(made).toBeLessThanOrEqual((processors === 2 ? 1 : 4) + 2);
    expect(made).toBeGreaterThan(processors === 2 ? 1 : 4);
  });
}

test('the reading says how far it is and can be stopped; what was read can be imported', async ({ page }) => {
  await withHarm(page, 2);
  const app = new ReportPage(page);
  await app.home();
  const [first, second, ...others] = many(6);
  if (!first || !second) throw new Error('no files');
  await app.importFiles(first, { name: '坏.json', text: 'x' }, second, { name: 'hangs.json', text: '{}' }, ...others);
  const progress = page.locator('[data-progress]');
  await expect(progress).toHaveAttribute('data-progress', '3/8');
  await expect(progress).toContainText('正在读取 3 / 8，第 2 份有问题');
  await app.action('import-stop').click();
  await expect(progress).toHaveCount(0);
  await expect(preview(page).locator('[data-import]')).toHaveCount(3);
  await expect(preview(page)).toContainText('已停止：另有 5 份没有读');
  await app.action('import-confirm').click();
  await expect(page.getByText('已导入 2 份')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: '6 份没有导入' })).toContainText('另有 5 份没有读');
  expect(await storedCount(page)).toBe(2);
});

test('files dropped while others are shown join them', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const [first, ...others] = many(3);
  if (!first) throw new Error('no file');
  await app.importFiles(first);
  await expect(app.action('import-confirm')).toBeVisible();
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, others);
  await page.dispatchEvent('dialog', 'drop', { dataTransfer: data });
  await expect(preview(page).locator('[data-import]')).toHaveCount(3);
  await app.action('import-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(3);
});
