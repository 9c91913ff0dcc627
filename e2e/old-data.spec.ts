// What earlier versions of the app stored: it is all there after the upgrade, also when that was cut short or held up.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serve } from './dist-server.ts';
import { launchKillable, openUnattended, randomFrom } from './killable.ts';
import { ReportPage } from './report-page.ts';

type Row = Readonly<Record<string, unknown>> & { agency: string; year: number; deletedAt?: string };
type Old = {
  /** As IndexedDB counts: ten times Dexie's. */
  readonly version: number;
  readonly stores: Readonly<
    Record<string, { keyPath: string; autoIncrement: boolean; indexes: { name: string; keyPath: string | string[] }[] }>
  >;
  readonly rows: { readonly drafts: Row[]; readonly states?: object[] };
};

const current = 20;
const old = (version: number): Old =>
  JSON.parse(readFileSync(new URL(`../fixtures/old/database-${version}.json`, import.meta.url), 'utf8'));

/** Makes the database as that version of the app left it, on a page of the same site that is not the app. */
async function leave(page: Page, address: string, database: Old): Promise<void> {
  await page.goto(`${address}/report.schema.json`);
  await page.evaluate(
    ({ version, stores, rows }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nianbao-tianbao', version);
        opening.onupgradeneeded = () => {
          for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
            const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
            for (const index of indexes) store.createIndex(index.name, index.keyPath);
          }
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          // On disk, not only handed over, when it says that it is complete: as if stored long ago.
          const writing = database.transaction(Object.keys(rows), 'readwrite', { durability: 'strict' });
          for (const [name, all] of Object.entries(rows)) for (const row of all) writing.objectStore(name).add(row);
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    database,
  );
}

const nativeVersion = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'nianbao-tianbao')?.version);

for (const version of [1, 2]) {
  test(`a database of version ${version} is read whole and goes on`, async ({ page, baseURL }) => {
    const database = old(version);
    const app = new ReportPage(page);
    await leave(page, baseURL ?? '', database);
    await app.home();
    await expect(page.locator('[data-draft]')).toHaveCount(2);
    await expect(page.getByText('最近删除（1）')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await nativeVersion(page)).toBe(current);

    await page.getByRole('link', { name: '打开 青石县水利局 2024 年度' }).click();
    await app.open('3');
    await expect(app.cell('requests/received/business')).toHaveValue('12x');
    await expect(app.cell('requests/received/total')).toHaveValue('99');
    await app.open('2');
    await app.cell('article-20-1/normative-documents/issued').focus();
    await expect(app.cell('article-20-1/normative-documents/issued')).toHaveValue('4（其中修订1件）');
    await app.open('3');
    await app.cell('requests/received/business').fill('12');
    await app.saved();
    await page.reload();
    await expect(app.cell('requests/received/business')).toHaveValue('12');
    await app.action('history').click();
    await expect(page.locator('.history-list li').first()).toContainText('打开时');
    if (database.rows.states) {
      await page.locator('.history-list button').last().click();
      await expect(page.locator('.history-shown')).toContainText('青石县水务局');
    }
  });
}

test('the upgrade killed midway: the next start has every draft', async () => {
  test.skip(process.platform === 'win32', 'kills a process group, which Windows does not have');
  test.setTimeout(600_000);
  const rounds = 6;
  const many = 300;
  const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  let started = (): void => undefined;
  const { address, stop } = await serve(join(import.meta.dirname, '../dist'), (path) => {
    if (/index-.*\.js$/.test(path)) started();
  });
  const first = old(1);
  const [row] = first.rows.drafts;
  const drafts = Array.from({ length: many }, (_, at) => ({ ...(row as Row), id: `draft-${at}` }));
  const versions: (number | undefined)[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const profile = mkdtempSync(join(tmpdir(), 'nianbao-upgrade-'));
      let browser = await launchKillable(profile);
      try {
        const page = browser.context.pages()[0] ?? (await browser.context.newPage());
        await leave(page, address, { ...first, rows: { drafts } });
        await browser.kill();
        const loading = new Promise<void>((resolve) => {
          started = resolve;
        });
        const kill = openUnattended(profile, `${address}/`);
        await loading;
        // Around when the database is opened, soon after the app's script has come.
        await new Promise((resolve) => setTimeout(resolve, random() * 250));
        await kill();
        browser = await launchKillable(profile);
        const again = browser.context.pages()[0] ?? (await browser.context.newPage());
        await again.goto(`${address}/report.schema.json`);
        versions.push(await nativeVersion(again));
        await again.goto(`${address}/`);
        // As many as are drawn are only the first of them.
        await expect(again.getByRole('heading', { name: `本机上的报告（${many}）` })).toBeVisible();
        expect(await nativeVersion(again)).toBe(current);
      } finally {
        await browser.kill();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      }
    }
  } finally {
    await stop();
    process.stdout.write(`seed ${seed}: killed with the database at version ${versions.join(' ')}\n`);
  }
});

test('an upgrade that an old window holds up: work goes on in memory and is saved when that window closes', async ({
  page,
  context,
  baseURL,
}) => {
  const other = await context.newPage();
  await leave(other, baseURL ?? '', old(1));
  // A window that does not let go: it has no ear for the newer version.
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('nianbao-tianbao', 10);
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result });
          resolve();
        };
      }),
  );
  const app = new ReportPage(page);
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('请关闭本程序的其他窗口');
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await page.locator('dialog [name=year]').fill('2025');
  await app.action('create').click();
  await app.open('3');
  await app.cell('requests/received/business').fill('6');
  await expect(page.locator('[data-save-state="failed"]')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('未能保存');
  await expect(app.cell('requests/received/business')).toHaveValue('6');
  const { file } = await app.exported();
  expect(file.figures['requests/received/business']).toBe(6);

  await other.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
  await app.saved();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await app.home();
  await expect(page.locator('[data-draft]')).toHaveCount(3);
});

test('a database of a later version is neither damaged nor refused', async ({ page, baseURL }) => {
  const { stores, rows } = old(2);
  const app = new ReportPage(page);
  await leave(page, baseURL ?? '', {
    version: 50,
    stores: { ...stores, photos: { keyPath: 'id', autoIncrement: false, indexes: [] } },
    rows,
  });
  await app.home();
  await expect(page.locator('[data-draft]')).toHaveCount(2);
  await page.getByRole('link', { name: '打开 青石县水利局 2024 年度' }).click();
  await app.open('3');
  await app.cell('requests/received/business').fill('8');
  await app.saved();
  expect(await nativeVersion(page)).toBe(50);
});
