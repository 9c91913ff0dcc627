// Texts of any length and kind never stop the app: the list is there before anything is judged, a draft can be written in, and what no
// report has is refused with a word.
import { expect, type Page, test } from '@playwright/test';
import { published, ReportPage } from './report-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const report = { ...published('suqian-2024'), agency: '云溪市数据服务局' };
const most = 200_000;

/** Texts that careless patterns try from every place. */
const unbroken = 'x'.repeat(most);
const texts = { overview: unbroken, problems: '收到公开申请1件，'.repeat(most / 10), others: 'a.'.repeat(most / 2) };

async function imported(page: Page, narratives = texts): Promise<ReportPage> {
  const app = new ReportPage(page);
  await app.home();
  await app.importFiles({ name: 'a.json', text: ReportPage.file(report, narratives) });
  await app.action('import-confirm').click();
  await expect(app.step('basics')).toHaveAttribute('aria-current', 'step');
  return app;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await page.keyboard.press('Control+v');
}

test('a draft with 60,000 letters in a row: the list shows before it is judged, and leads to it', async ({ page }) => {
  const app = await imported(page, { overview: 'x'.repeat(60_000), problems: '', others: '' });
  await app.saved();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const row = document.querySelector('[data-draft]');
      if (!row) return;
      watch.disconnect();
      Object.assign(window, { firstSeen: row.textContent });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/');
  await page.reload();
  const row = page.locator('[data-draft]');
  await expect(row).toContainText(report.agency);
  const firstSeen = await page.evaluate(() => (window as { firstSeen?: string }).firstSeen);
  expect(firstSeen).toContain('正在核对');
  expect(firstSeen).toContain('2024');
  expect(firstSeen).not.toContain('格');
  await expect(row).toContainText('166 / 166 格');
  await row.locator('th a').click();
  await app.open('1');
  await app.narrative('overview').press('Control+End');
  await page.keyboard.insertText('，已核对。');
  await expect(app.narrative('overview')).toHaveValue(`${'x'.repeat(60_000)}，已核对。`);
  await app.saved();
});

test('texts as long as they may be can be opened, written in, saved and listed', async ({ page }) => {
  const app = await imported(page);
  await app.open('1');
  await app.narrative('overview').press('Control+End');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('完');
  await expect(app.narrative('overview')).toHaveValue(/x完$/);
  await app.saved();
  await app.open('5');
  await expect(page.locator('[data-finding="words/problems/requests/received/total"]')).toBeAttached();
  await page.reload();
  await app.open('1');
  await expect(app.narrative('overview')).toHaveValue(/x完$/);
  await app.home();
  await expect(page.locator('[data-draft]')).toContainText('166 / 166 格');
});

test('what would make a text too long is refused whole, and said', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('1');
  const overview = app.narrative('overview');
  await overview.fill('长'.repeat(most - 2));
  await overview.press('Control+End');
  await paste(page, '一二三');
  await expect(page.getByRole('alert')).toHaveText(
    '没有放进去：加上它共 200,001 字，这里最多 200,000 字。原来的文字没有动。',
  );
  expect((await overview.inputValue()).length).toBe(most - 2);
  await paste(page, '完。');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(overview).toHaveValue(/长完。$/);
  await page.keyboard.type('多');
  await expect(page.getByRole('alert')).toContainText('加上它共 200,001 字');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.type('！');
  await expect(overview).toHaveValue(/长完！$/);
  await app.saved();

  await app.open('basics');
  await page.locator('main [name=agency]').focus();
  await paste(page, '局'.repeat(201));
  await expect(page.getByRole('alert')).toContainText('这里最多 200 字');
  await expect(page.locator('main [name=agency]')).toHaveValue('云溪市数据服务局');

  await app.open('3');
  await app.cell('requests/received/natural-person').fill('7');
  await app.cell('requests/received/natural-person').press('F2');
  for (const text of ['1'.repeat(1001), `1\t${'1'.repeat(1001)}`]) {
    await paste(page, text);
    await expect(page.getByText('有一格超过 1,000 字')).toBeVisible();
    await expect(app.cell('requests/received/natural-person')).toHaveValue('7');
    await expect(app.cell('requests/received/business')).toHaveValue('');
  }
});

test('a file with a longer text is refused by name; a draft stored with one opens and says what is not looked at', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  const long = { ...texts, overview: `${unbroken}xx` };
  await app.importFiles({ name: 'a.json', text: ReportPage.file(report, long) });
  await expect(page.getByRole('dialog')).toContainText('第一部分有 200,002 字，最多 200,000 字');
  await expect(app.action('import-confirm')).toHaveCount(0);

  await page.keyboard.press('Escape');
  const fine = await imported(page, { overview: '短。', problems: '', others: '' });
  await fine.open('1');
  // As an input method does it: the browser lets nobody refuse that.
  await fine.narrative('overview').evaluate((area, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, `${unbroken}xx`);
  await expect(page.getByText('这里有 200,002 字，最多 200,000 字')).toBeVisible();
  await fine.saved();
  await page.reload();
  await fine.open('1');
  await expect(page.getByText('这里有 200,002 字，最多 200,000 字')).toBeVisible();
  expect((await fine.narrative('overview').inputValue()).length).toBe(most + 2);
});

test('the list is put in order by what comes to be known after its rows', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const blank = Object.fromEntries(Object.keys(report.figures).map((id) => [id, null]));
  const file = (agency: string, figures: typeof report.figures) => ({
    name: 'a.json',
    text: ReportPage.file({ ...report, agency, figures }),
  });
  await app.importFiles(file('青石县水利局', report.figures), file('云溪市档案局', blank));
  await app.action('import-confirm').click();
  const names = page.locator('[data-draft] th');
  await expect(names).toHaveCount(2);
  // In order by progress from the start, before any of it can be known.
  await page.reload();
  await page.getByRole('button', { name: '进度' }).click();
  await expect(page.locator('[aria-sort="descending"]')).toHaveText(/进度/);
  await expect(names).toHaveText(['青石县水利局', '云溪市档案局']);
  await page.getByRole('button', { name: '进度' }).click();
  await expect(names).toHaveText(['云溪市档案局', '青石县水利局']);
});
