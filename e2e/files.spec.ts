// JSON out and in: the same report, and every refusal in its own words with nothing written.
import { expect, test } from '@playwright/test';
import { published, ReportPage } from './report-page.ts';

test('an exported report comes back the same, remarks and unreadable answers too', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市/数据:服务局', 2025);
  await app.open('2');
  await app.cell('article-20-1/normative-documents/in-force').fill('22（其中修订16件）');
  await app.cell('article-20-8/fees/amount').fill('0.07');
  await app.open('3');
  await app.cell('requests/received/natural-person').fill('12x');
  await app.cell('requests/granted/total').fill('9');
  await app.open('1');
  await app.narrative('overview').fill('第一段。\n第二段“引号”。');
  const { name, file } = await app.exported();
  expect(name).not.toMatch(/[/:]/);
  expect(file).toMatchObject({
    remarks: { 'article-20-1/normative-documents/in-force': '其中修订16件' },
    unread: { 'requests/received/natural-person': '12x' },
  });
  expect(file.figures['article-20-8/fees/amount']).toBe(0.07);

  await app.home();
  await app.importFiles({ name, text: JSON.stringify(file) });
  await expect(page.getByRole('dialog')).toContainText('本机已有同一机关同一年度的报告');
  await app.action('import-confirm').click();
  await expect(app.step('basics')).toHaveAttribute('aria-current', 'step');
  await app.open('2');
  await expect(app.cell('article-20-1/normative-documents/in-force')).toHaveValue('22（其中修订16件）');
  const again = await app.exported();
  const { exportedAt: _, ...first } = file;
  const { exportedAt: __, ...second } = again.file;
  expect(second).toEqual(first);
});

test('several files at once; the preview says what was found', async ({ page }) => {
  const app = new ReportPage(page);
  const reports = ['suqian-2023', 'suqian-2024'].map(published);
  await app.home();
  await app.importFiles(...reports.map((report, at) => ({ name: `${at}.json`, text: ReportPage.file(report) })));
  const rows = page.getByRole('dialog').locator('[data-import]');
  await expect(rows).toContainText(['200 / 200 格', '200 / 200 格']);
  await app.action('import-confirm').click();
  await expect(page.locator('[data-draft]')).toHaveCount(2);
  await page.getByPlaceholder('机关名称或年度').fill('2024');
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await page.getByPlaceholder('机关名称或年度').fill('');
  await page.getByRole('button', { name: '年度', exact: true }).click();
  await expect(page.locator('[data-draft] td').first()).toHaveText('2024');
  await page.getByRole('button', { name: '年度', exact: true }).click();
  await expect(page.locator('[data-draft] td').first()).toHaveText('2023');
});

const valid = (): Record<string, unknown> & { figures: Record<string, unknown> } =>
  JSON.parse(ReportPage.file(published('suqian-2024')));

const refusals: readonly [string, () => string, RegExp][] = [
  ['not JSON', () => '{"kind": "zfxxgk-annual-report", 年度', /不是完好的 JSON.*第 1 行/],
  ['another kind', () => JSON.stringify({ kind: 'invoice', version: 1 }), /不是年报文件/],
  ['a newer version', () => JSON.stringify({ ...valid(), version: 2 }), /更新/],
  ['an unknown format', () => JSON.stringify({ ...valid(), format: '2030' }), /2030/],
  [
    'an unknown cell',
    () => JSON.stringify({ ...valid(), figures: { ...valid().figures, 'requests/received/aliens': 3 } }),
    /requests\/received\/aliens/,
  ],
  [
    'a wrong type',
    () => JSON.stringify({ ...valid(), figures: { ...valid().figures, 'requests/received/total': '3525' } }),
    /requests\/received\/total.*文字/,
  ],
  ['an unknown key', () => JSON.stringify({ ...valid(), extra: 1 }), /extra/],
  ['nothing but brackets', () => '['.repeat(5_000_000), /嵌套|层/],
  ['50 MB', () => ' '.repeat(50 * 1024 * 1024), /50\.0 MB，超过 10 MB/],
];

test('what is not a report of ours is refused, each in its own words, and nothing is written', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const said = new Set<string>();
  for (const [name, text, expected] of refusals) {
    // Playwright hands over at most 50 MB by wire; the large one is made in the page.
    await page.evaluate(
      ({ file, repeat }) => {
        const input = document.querySelector<HTMLInputElement>('[data-action="import"]');
        const transfer = new DataTransfer();
        transfer.items.add(new File([repeat ? repeat.text.repeat(repeat.times) : file], 'x.json'));
        if (!input) return;
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name === '50 MB'
        ? { file: '', repeat: { text: ' ', times: 50 * 1024 * 1024 } }
        : name === 'nothing but brackets'
          ? { file: '', repeat: { text: '[', times: 5_000_000 } }
          : { file: text(), repeat: undefined },
    );
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect(alert, name).toContainText(expected);
    await expect(app.action('import-confirm')).toHaveCount(0);
    said.add(await alert.innerText());
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(said.size).toBe(refusals.length);
  await page.reload();
  await expect(page.getByText('还没有报告')).toBeVisible();
});

test('the published schema is served with the app', async ({ page }) => {
  const schema = await (await page.request.get('/report.schema.json')).json();
  expect(schema.$schema).toContain('json-schema.org');
});
