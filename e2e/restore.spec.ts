// Backups taken and restored when something is wrong: rows that are no drafts, drafts that never reached the disk, reports
// changed after they were final.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

type Row = Readonly<Record<string, unknown>> & { id: string; agency: string; narratives: Record<string, string> };
type Backup = Readonly<Record<string, unknown>> & { drafts: Row[] };

const old: Backup = JSON.parse(readFileSync(new URL('../fixtures/old/backup-1.json', import.meta.url), 'utf8'));
const [good] = old.drafts as [Row];
const cell = 'requests/received/natural-person';

const restore = (app: ReportPage, drafts: readonly object[]): Promise<void> =>
  app.action('restore').setInputFiles({
    name: 'b.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...old, drafts })),
  });

async function backedUp(app: ReportPage): Promise<Backup> {
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.action('backup').click()]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

/** Puts rows into the database as another program, or an earlier version of this one, might have. */
const put = (page: Page, rows: string): Promise<void> =>
  page.evaluate(
    (code) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nianbao-tianbao');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('drafts', 'readwrite');
          for (const row of JSON.parse(code)) writing.objectStore('drafts').put(row);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    rows,
  );

test('a backup with a draft whose id is no text is restored without that one, and the list stays', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await restore(app, [good, { ...good, id: '\ud800', agency: '云溪市数据服务局' }]);
  await expect(page.getByRole('dialog')).toContainText('另有 1 份读不出来，不能恢复');
  await expect(page.getByRole('dialog')).toContainText('云溪市数据服务局 2024 年度');
  await app.action('restore-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
});

test('rows that are no drafts are named and can be downloaded; the drafts beside them stay', async ({ page }) => {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  const app = new ReportPage(page);
  await app.home();
  await restore(app, [good]);
  await app.action('restore-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  const strange = [
    { ...good, id: '\ud800' },
    { ...good, id: '\udfff'.repeat(5), agency: '云溪市数据服务局' },
    { ...good, id: 'x'.repeat(100_000) },
    { ...good, id: 12 },
    { ...good, id: ['a', ['b', 3]] },
    { ...good, id: 'year', year: 1e308 },
    { id: 'bare' },
  ];
  await put(page, JSON.stringify(strange));
  await page.reload();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText(`有 ${strange.length} 份草稿读不出来`);
  await expect(page.getByRole('alert')).toContainText('云溪市数据服务局');
  for (const button of await page.getByRole('button', { name: '下载原始内容' }).all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"id"');
  }
  await page.getByRole('link', { name: '打开 青石县水利局 2024 年度' }).click();
  await app.open('3');
  await app.cell(cell).fill('5');
  await app.saved();
  expect(failures).toEqual([]);
});

test('an absurd revision leaves a draft readable and saved', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const revisions = [2 ** 53 - 1, 1e300, -1];
  const rows = revisions.map((revision, at) => ({ ...good, id: `odd-${at}`, agency: `云溪市第${at}局`, revision }));
  await put(page, JSON.stringify(rows));
  for (const { agency } of rows) {
    await app.home();
    await page.getByRole('link', { name: `打开 ${agency} 2024 年度` }).click();
    await app.open('3');
    await app.cell(cell).fill('5');
    await app.saved();
    await app.cell(cell).fill('57');
    await app.saved();
    await page.reload();
    await expect(app.cell(cell)).toHaveValue('57');
  }
});

test('what could not be saved is in the backup too, and is what comes back', async ({ page }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if ('isFull' in window) throw new DOMException('', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const app = new ReportPage(page);
  await app.createWith(cell, '5');
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await app.cell(cell).fill('58');
  await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
  await page.getByRole('link', { name: '全部报告' }).click();
  await expect(page.getByText('还没有存上')).toBeVisible();
  // And one that was never saved at all.
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('青石县水利局');
  await app.action('create').click();
  await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
  await page.getByRole('link', { name: '全部报告' }).click();
  await expect(page.getByRole('alert')).toContainText('青石县水利局');

  const backup = await backedUp(app);
  const answers = Object.fromEntries(backup.drafts.map(({ agency, answers }) => [agency, answers]));
  expect(Object.keys(answers).sort()).toEqual(['云溪市数据服务局', '青石县水利局']);
  expect(answers.云溪市数据服务局).toMatchObject({ [cell]: '58' });

  // What this page holds is newer than any backup.
  await restore(app, backup.drafts);
  await expect(page.getByRole('dialog')).toContainText('保留本机的，不动（2）');
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();

  // The page is gone, and with it what it held: the backup has it.
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(() => localStorage.clear());
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await restore(app, backup.drafts);
  await app.action('restore-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(2);
  await page.getByRole('link', { name: '打开 云溪市数据服务局 2025 年度' }).click();
  await app.open('3');
  await expect(app.cell(cell)).toHaveValue('58');
});

test('the code of a final report is verified when a backup is restored', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  await page.getByRole('button', { name: '示例' }).click();
  await app.open('review');
  await app.action('finalise').click();
  await expect(page.locator('.check-code')).toBeVisible();
  await app.saved();
  await app.home();
  const { drafts } = await backedUp(app);
  const [draft] = drafts as [Row];
  await restore(app, [
    { ...draft, id: 'same', agency: draft.agency },
    { ...draft, id: 'changed', narratives: { ...draft.narratives, others: '另加一句。' } },
  ]);
  const rows = page.getByRole('dialog').locator('li');
  await expect(rows.nth(0)).toContainText('与定稿一致');
  await expect(rows.nth(1)).toContainText('与定稿不一致，恢复后按普通草稿处理');
  await app.action('restore-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(3);
  await expect(page.locator('[data-draft="same"]')).toContainText('已定稿');
  await expect(page.locator('[data-draft="changed"]')).not.toContainText('已定稿');
});
