// Pages laid out by the app: whatever a report says stands on one of them, whole, and the PDF has the same pages.

import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { hasPdftotext, noPdftotext, pagesOf } from './pdf.ts';
import { published, ReportPage } from './report-page.ts';

const report = published('suqian-2024');

/** Sentences as people write them: figures, Latin letters, brackets, quotes, and now and then a long address or a rare character. */
const words = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('全年主动公开信息', '办理依申请公开', '，', '。', '“一网通办”', '（含12件）'),
  },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 999_999 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('https://www.example.gov.cn/col/col1234567/index.html?a=1&b=2', 'APP', '𬱖㛃䶮'),
  },
);
const paragraph = fc.array(words, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
const narrative = (most: number) =>
  fc
    .array(
      fc.oneof(
        paragraph,
        paragraph.map((text) => `（一）小标题。${text}`),
        fc.constant('（二）只有标题'),
      ),
      {
        minLength: 1,
        maxLength: most,
      },
    )
    .map((lines) => lines.join('\n'));

async function openPaper(page: Page, narratives: { overview: string; problems: string; others: string }) {
  const app = new ReportPage(page);
  await app.home();
  await app.importFiles({ name: 'x.json', text: ReportPage.file(report, narratives) });
  await app.action('import-confirm').click();
  await app.open('review');
  await app.action('print-view').click();
  await expect(page.locator('[data-sheet]').first()).toBeVisible();
}

const samples = fc.sample(fc.tuple(narrative(60), narrative(8), narrative(3)), { numRuns: 5, seed: 20260120 });

for (const [at, [overview, problems, others]] of samples.entries()) {
  test(`a report of any length, ${at + 1}: nothing is lost, no page is too full, none ends with a heading`, async ({
    page,
  }, info) => {
    const texts = { overview, problems, others };
    await openPaper(page, texts);
    for (const [id, text] of Object.entries(texts)) {
      const printed = await page.locator(`[data-narrative=${id}]`).allTextContents();
      expect(printed.join('')).toBe(text.split('\n').join(''));
    }
    const sheets = await page.locator('[data-sheet]').evaluateAll((all) =>
      all.map((sheet) => {
        const area = sheet.querySelector('.print-area') as HTMLElement;
        const blocks = [...area.querySelectorAll('h1, h2, p, table')];
        return {
          height: sheet.getBoundingClientRect().height,
          used: area.getBoundingClientRect().height,
          widest: Math.max(...blocks.map((block) => block.scrollWidth - area.clientWidth)),
          last: blocks.at(-1)?.tagName,
          number: sheet.querySelector('.print-number')?.textContent,
        };
      }),
    );
    const mm = 96 / 25.4;
    expect(sheets.length).toBeGreaterThan(2);
    for (const [sheet, { height, used, widest, last, number }] of sheets.entries()) {
      expect(height, `page ${sheet + 1}`).toBeCloseTo(297 * mm, 0);
      expect(used).toBeLessThanOrEqual(225 * mm + 1);
      expect(widest).toBeLessThanOrEqual(1);
      expect(last).not.toBe('H2');
      expect(number).toBe(`— ${sheet + 1} —`);
    }
    expect(await page.locator('[data-cell]').count()).toBe(Object.keys(report.figures).length);

    const path = info.outputPath('paper.pdf');
    await page.pdf({ path, preferCSSPageSize: true });
    test.skip(!hasPdftotext(), noPdftotext);
    const pages = pagesOf(path, '-layout');
    expect(pages).toHaveLength(sheets.length);
    pages.forEach((text, sheet) => {
      expect(text).toMatch(new RegExp(`—\\s*${sheet + 1}\\s*—`));
    });
  });
}

test('a table higher than a page goes on on the next, with its head and with what its rows belong to', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.createWith('requests/received/natural-person', '3');
  // Each of these makes its row some lines higher.
  for (const id of ['granted', 'partly-granted', 'refused-state-secret', 'refused-third-party', 'other-other']) {
    await app.cell(`requests/${id}/natural-person`).fill(`2（${'其中有一些说明'.repeat(12)}）`);
  }
  await app.saved();
  await app.open('review');
  await app.action('print-view').click();
  const tables = page.locator('.print-table-requests');
  await expect(tables.first()).toBeVisible();
  expect(await tables.count()).toBeGreaterThan(1);
  for (const table of await tables.all()) await expect(table.locator('thead')).toContainText('申请人情况');
  await expect(tables.nth(1).locator('tbody tr').first()).toContainText('三、本年度办理结果');
  expect(await page.locator('[data-cell]').count()).toBe(200);
});

test('explanations wished for are laid out anew', async ({ page }) => {
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('2');
  await app.cell('article-20-1/regulations/issued').fill('5');
  await app.cell('article-20-1/regulations/repealed').fill('0');
  await app.cell('article-20-1/regulations/in-force').fill('3');
  const finding = app.finding('article-20-1/issued/regulations');
  await finding.locator('summary').last().click();
  await finding.locator('textarea').fill('按清理结果核定。');
  await finding.getByRole('button', { name: '保存说明' }).click();
  await app.saved();
  await app.open('review');
  await app.action('print-view').click();
  await expect(page.locator('[data-sheet]').first()).toBeVisible();
  await expect(page.getByText('按清理结果核定。')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '附情况说明' }).check();
  await expect(page.locator('[data-sheet]').last()).toContainText('按清理结果核定。');
});
