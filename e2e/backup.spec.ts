// Backups that nobody has to think of: the reminder after a day's work, and the folder that is written by itself.
import { expect, type Page, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';

type Backup = { drafts: { agency: string; answers: Record<string, string> }[] };

/** Opens the one draft of the list, types a figure and comes back. */
async function changeDraft(app: ReportPage): Promise<void> {
  await app.page.locator('[data-draft] th a').click();
  await app.open('3');
  await app.cell('requests/received/business').fill('6');
  await app.saved();
  await app.home();
}

test('after a day of work a backup is offered, and once taken it is not offered again', async ({ page }) => {
  await page.clock.setFixedTime('2026-01-19T10:00:00+08:00');
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await app.home();
  await expect(app.action('backup')).toBeVisible();
  await expect(page.getByText('该备份了')).toHaveCount(0);

  await page.clock.setFixedTime('2026-01-20T09:00:00+08:00');
  await page.reload();
  await expect(page.getByText('该备份了')).toBeVisible();
  await Promise.all([page.waitForEvent('download'), app.action('backup').click()]);
  await expect(page.getByText('该备份了')).toHaveCount(0);
  await expect(page.getByText('上次备份：2026年1月20日 09:00')).toBeVisible();

  await page.clock.setFixedTime('2026-01-21T09:00:00+08:00');
  await page.reload();
  await expect(page.getByText('上次备份：')).toBeVisible();
  await changeDraft(app);
  await expect(page.getByText('该备份了')).toBeVisible();
});

test('a clock that was ahead at the last backup does not keep the reminder silent', async ({ page }) => {
  await page.clock.setFixedTime('2029-01-19T10:00:00+08:00');
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await app.home();
  await Promise.all([page.waitForEvent('download'), app.action('backup').click()]);

  await page.clock.setFixedTime('2026-01-20T09:00:00+08:00');
  await page.reload();
  await expect(app.action('backup')).toBeVisible();
  await expect(page.locator('.backup')).not.toContainText('2029年');
  await expect(page.getByText('该备份了')).toHaveCount(0);
  await changeDraft(app);
  await expect(page.getByText('该备份了')).toBeVisible();
});

test('two people may choose one folder: neither writes over, nor removes, what is not theirs', async ({ page }) => {
  await page.clock.setFixedTime('2026-01-20T09:00:00+08:00');
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  const app = new ReportPage(page);
  await app.home();
  // As an earlier version wrote it, today.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle('年报填报自动备份-20260120.json', { create: true });
    const stream = await file.createWritable();
    await stream.write('{"drafts":[{"agency":"旧版"}]}');
    await stream.close();
  });
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await app.home();
  await app.action('backup-folder').click();
  const agencies = async (): Promise<string[]> =>
    (await written(page)).flatMap(({ backup }) => backup.drafts.map(({ agency }) => agency)).sort();
  await expect.poll(agencies).toEqual(['云溪市数据服务局', '旧版']);

  // Another person's browser, with the same folder of the office's: all that the first had stored is not there.
  await page.goto('/report.schema.json');
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name ?? '').onsuccess = resolve;
      });
    }
  });
  await app.create('青石县水利局', 2025);
  await app.saved();
  await app.home();
  await app.action('backup-folder').click();
  await expect.poll(agencies).toEqual(['云溪市数据服务局', '旧版', '青石县水利局']);
});

test('a folder chosen once is written by itself, also after a restart, until it is stopped', async ({ page }) => {
  // The picker is a window of the system's that no test can click. What it would give is a folder like this one: the site's
  // own, with the same kind of handle, written and kept the same way.
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await app.home();
  await app.action('backup-folder').click();
  await expect(page.getByText('每天一个文件')).toBeVisible();
  await expect.poll(() => written(page)).toHaveLength(1);
  const [first] = await settled(page);
  expect(first?.name).toMatch(/^年报填报自动备份-云溪市数据服务局-[\da-f]{8}-\d{8}\.json$/);
  expect(first?.backup.drafts.map(({ agency }) => agency)).toEqual(['云溪市数据服务局']);

  await page.reload();
  await page.locator('[data-draft] th a').click();
  await app.open('3');
  await app.cell('requests/received/business').fill('6');
  await app.saved();
  await page.getByRole('link', { name: '全部报告' }).click();
  const answer = async (): Promise<string | undefined> =>
    (await written(page))[0]?.backup.drafts[0]?.answers['requests/received/business'];
  await expect.poll(answer).toBe('6');
  expect(await settled(page)).toHaveLength(1);

  await app.action('backup-stop').click();
  await expect(app.action('backup-folder')).toHaveText('自动备份到文件夹…');
  await page.locator('[data-draft] th a').click();
  await app.open('3');
  await app.cell('requests/received/business').fill('7');
  await app.saved();
  await page.getByRole('link', { name: '全部报告' }).click();
  await expect(page.getByText('之后改过 1 份')).toBeVisible();
  await expect.poll(answer).toBe('6');

  // What it wrote is a backup like any other.
  const [last] = await settled(page);
  await app
    .action('restore')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(last?.backup)) });
  await expect(page.getByRole('dialog')).toContainText('保留本机的，不动（1）');
});

test('a folder that cannot be written is said so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.saved();
  await app.home();
  await app.action('backup-folder').click();
  await expect(page.getByText('每天一个文件')).toBeVisible();
  const [first] = await settled(page);
  // A folder stands where the file should.
  await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(name);
    await root.getDirectoryHandle(name, { create: true });
  }, first?.name ?? '');
  await app.action('backup-folder').click();
  await expect(page.getByRole('alert')).toContainText('没能写入');
});

/** When the folder is at rest. */
async function settled(page: Page): Promise<{ name: string; backup: Backup }[]> {
  await expect.poll(() => written(page)).not.toEqual([]);
  return written(page);
}

/** Nothing while the folder changes: a file is swapped for its next version under another name. */
async function written(page: Page): Promise<{ name: string; backup: Backup }[]> {
  try {
    return await page.evaluate(async () => {
      const root = (await navigator.storage.getDirectory()) as unknown as {
        values(): AsyncIterable<FileSystemFileHandle>;
      };
      const files: { name: string; backup: Backup }[] = [];
      for await (const file of root.values()) {
        const text = file.name.endsWith('.json') ? await (await file.getFile()).text() : '';
        if (text !== '') files.push({ name: file.name, backup: JSON.parse(text) });
      }
      return files;
    });
  } catch {
    return [];
  }
}
