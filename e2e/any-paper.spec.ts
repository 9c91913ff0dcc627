// The sheets on the screen and in the PDF, for reports of any kind: nothing is lost, nothing stands twice, nothing leaves its page.

import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { anyContent } from '../fixtures/any-content.ts';
import { finalise } from '../src/files/json/check-code.ts';
import { readReport } from '../src/files/json/read-report.ts';
import { reportJson } from '../src/files/json/write-report.ts';
import { printed } from '../src/files/paper/printed.ts';
import { lawOf } from '../src/formats/registry.ts';
import { samples } from '../src/formats/samples.ts';
import { type Block, blocksOf } from '../src/print/blocks.ts';
import type { Content } from '../src/report/draft.ts';
import { hasPdftotext, noPdftotext, pagesOf } from './pdf.ts';
import { ReportPage } from './report-page.ts';

const written = { app: '0.0.0', exportedAt: '2026-01-20T08:00:00.000Z' };

/** What the app makes of the file of a content. */
function imported(content: Content): Content {
  const read = readReport(reportJson(content, written));
  if (!read.ok) throw new Error(read.message);
  return read.content;
}

/** Opens the print view of a content, with 情况说明 where there are any. */
async function print(page: Page, content: Content): Promise<void> {
  const app = new ReportPage(page);
  await app.home();
  await app.importFiles({ name: 'x.json', text: reportJson(content, written) });
  await app.action('import-confirm').click();
  await app.open('review');
  await app.action('print-view').click();
  await expect(page.locator('.print-sheet').first()).toBeVisible();
  if (Object.keys(content.explanations).length > 0) await page.getByLabel('附情况说明').check();
}

type OnPaper = {
  /** By the place of the block: all that stands in it, page after page. */
  readonly texts: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, string>>;
  readonly cells: readonly string[];
  readonly sheets: number;
  readonly numbers: readonly string[];
  /** Last blocks of pages but the last. */
  readonly lasts: readonly string[];
  /** What stands outside the type area of its sheet. */
  readonly outside: readonly string[];
};

const onPaper = (page: Page): Promise<OnPaper> =>
  page.evaluate(() => {
    const texts: Record<string, string> = {};
    const figures: Record<string, string> = {};
    const outside: string[] = [];
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    for (const block of all('.print-area [data-block]:not(table)')) {
      const at = block.dataset.block ?? '';
      texts[at] = (texts[at] ?? '') + block.textContent;
    }
    for (const box of all('.print-area td')) {
      const id = box.dataset.cell ?? box.dataset.continues ?? '';
      figures[id] = (figures[id] ?? '') + box.textContent;
    }
    for (const area of all('.print-area')) {
      const edge = area.getBoundingClientRect();
      const range = document.createRange();
      const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (walker.currentNode.parentElement?.closest('caption')) continue;
        const node = walker.currentNode;
        const text = node.textContent ?? '';
        const strays = (): boolean =>
          [...range.getClientRects()].some(({ top, bottom, left, right, width }) => {
            // A line's letters are higher than the line: its middle is what lies on the page.
            const middle = (top + bottom) / 2;
            const isIn = left > edge.left - 2 && right < edge.right + 2 && middle > edge.top && middle < edge.bottom;
            return width > 0 && !isIn;
          });
        range.selectNodeContents(node);
        if (!strays()) continue;
        // Spaces may hang over the edge, wide ones too: the letters themselves are asked.
        for (const { index, 0: letter } of text.matchAll(/\S+/g)) {
          range.setStart(node, index);
          range.setEnd(node, index + letter.length);
          if (strays()) outside.push(`${letter} of ${text}`);
        }
      }
    }
    const sheets = all('.print-sheet');
    return {
      texts,
      figures,
      cells: all('[data-cell]').map((box) => box.dataset.cell ?? ''),
      sheets: sheets.length,
      numbers: all('.print-number').map(({ textContent }) => textContent ?? ''),
      lasts: sheets.slice(0, -1).map((sheet) => [...sheet.querySelectorAll('[data-block]')].pop()?.tagName ?? ''),
      outside,
    };
  });

/** `which` says with what a failure comes again. */
function expectWhole(paper: OnPaper, content: Content, which = 'the paper'): void {
  const report = printed(imported(content), { withExplanations: true });
  const blocks = blocksOf(report);
  const textOf = (block: Block): string | undefined =>
    block.kind === 'text' ? block.runs.map(({ text }) => text).join('') : undefined;
  const texts = blocks.flatMap((block, at) => (block.kind === 'text' ? [[`${at}`, textOf(block)]] : []));
  expect(paper.texts, which).toEqual(Object.fromEntries(texts));
  expect(paper.figures, which).toEqual(Object.fromEntries(report.words));
  expect([...paper.cells].sort(), which).toEqual([...report.words.keys()].sort());
  expect(paper.numbers, which).toEqual(Array.from({ length: paper.sheets }, (_, at) => `— ${at + 1} —`));
  expect(paper.lasts, which).not.toContain('H1');
  expect(paper.lasts, which).not.toContain('H2');
  expect(paper.outside, which).toEqual([]);
}

const chinese = fc
  .array(fc.constantFrom(...'全年主动公开政府信息，办理依申请公开、行政复议。“三个”（一）12件《条例》'), {
    maxLength: 700,
  })
  .map((letters) => letters.join(''));
const paragraph = fc.oneof(
  { weight: 4, arbitrary: chinese },
  chinese.map((text) => `（二）依申请公开。${text}`),
  fc.integer({ min: 1, max: 3000 }).map((length) => 'x'.repeat(length)),
  fc.webUrl({ withQueryParameters: true }).map((address) => `详见${address}，或来电。`),
  fc.array(fc.lorem({ maxCount: 9 }), { maxLength: 9 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('👨‍👩‍👧‍👦', 'e\u0301', '𬱖', 'مرحبا ', '\u200b', '\u00ad', '\t', '\u3000', '🇨🇳'), {
      maxLength: 200,
    })
    .map((letters) => letters.join('')),
);
/** As long as an explanation may be. */
const text = fc.array(paragraph, { maxLength: 7 }).map((lines) => [...lines.join('\n')].slice(0, 2400).join(''));
const figure = fc.oneof(
  { weight: 30, arbitrary: fc.nat(99_999).map(String) },
  chinese.map((said) => `12（其中${said.slice(0, 180)}）`),
  fc.integer({ min: 1, max: 1000 }).map((length) => '无'.repeat(length)),
);
const answersOf = (format: string): fc.Arbitrary<Content['answers']> =>
  fc.dictionary(fc.constantFrom(...lawOf(format).cells.map(({ id }) => id)), figure, { maxKeys: 150 });
const note = text.filter((said) => said.trim() !== '');
const anyReport = fc
  .constantFrom('2019', '2021')
  .chain((format) => anyContent({ format, text, answers: answersOf(format), note }));

for (const round of [1, 2, 3, 4]) {
  test(`of any report each letter stands on one page, once (${round})`, async ({ page }) => {
    const seed = Date.now() + round;
    for (const content of fc.sample(anyReport, { numRuns: 5, seed })) {
      const agency = `云溪市${[...content.agency.replace(/\s+/g, ' ')].slice(0, 80).join('')}局`;
      const short = { ...content, agency };
      await print(page, short);
      expectWhole(await onPaper(page), short, `seed ${seed}`);
    }
  });
}

/** A report of several pages: long texts, a note that goes on over pages, and a box that is higher than a page. */
const long: Content = {
  ...samples['2021'],
  narratives: {
    ...samples['2021'].narratives,
    overview: Array.from(
      { length: 30 },
      (_, at) =>
        `（${'一二三四五六七八九'[at % 9]}）第${at + 1}项工作。${'这一项做得很细，写得也长。'.repeat((at % 7) + 1)}`,
    ).join('\n'),
  },
  notes: {
    '2': '注：规章含修订的。',
    '4': Array.from({ length: 70 }, (_, at) => `注${at + 1}：含上年结转。`).join('\n'),
  },
  answers: { ...samples['2021'].answers, 'requests/granted/business': '说不清楚'.repeat(240) },
};

test('a box higher than a page goes on over pages, with heads and labels again, and its row is there once a page', async ({
  page,
}) => {
  await print(page, long);
  expectWhole(await onPaper(page), long);
  const tables = page.locator('.print-table-requests');
  expect(await tables.count()).toBeGreaterThan(1);
  for (const table of await tables.all()) {
    await expect(table.locator('thead')).toContainText('申请人情况');
    const columns = await table.locator('tbody tr').evaluateAll((rows) => {
      // Columns that are taken in each row, by cells that begin in it or above it.
      const taken = rows.map(() => 0);
      for (const [at, row] of rows.entries()) {
        for (const cell of (row as HTMLTableRowElement).cells) {
          for (let below = 0; below < cell.rowSpan; below++)
            taken[at + below] = (taken[at + below] ?? 0) + cell.colSpan;
        }
      }
      return taken;
    });
    expect(new Set(columns)).toEqual(new Set([10]));
  }
  await expect(tables.locator('[data-continues="requests/granted/business"]').first()).toBeVisible();
  await expect(tables.nth(1).getByRole('rowheader', { name: '三、本年度办理结果' })).toHaveCount(1);
});

test('the PDF has the pages of the screen, also from a narrow window, with number and code on each', async ({
  page,
}, info) => {
  const content = finalise(samples['2021'], '2026-01-20T08:00:00+08:00');
  const final = { ...content, narratives: long.narratives };
  const sealed = finalise(final, '2026-01-20T08:00:00+08:00');
  await print(page, sealed);
  const shown = await page.locator('.print-sheet').allTextContents();
  expect(shown.length).toBeGreaterThan(6);
  test.skip(!hasPdftotext(), noPdftotext);
  // Letters of a page: where a PDF's words begin and end is the reader's guess. Captions are for the screen only.
  const letters = (text: string): string => [...text.normalize('NFKC').replace(/\s/g, '')].sort().join('');
  const captions = await page
    .locator('.print-sheet')
    .evaluateAll((sheets) =>
      sheets.map((sheet) => [...sheet.querySelectorAll('caption')].map(({ textContent }) => textContent ?? '')),
    );
  const said = shown.map((text, at) => (captions[at] ?? []).reduce((left, caption) => left.replace(caption, ''), text));
  for (const [name, width] of [
    ['wide', 1366],
    ['narrow', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    // Laid out in a window of that width from the start.
    await page.reload();
    await expect(page.locator('.print-sheet')).toHaveCount(shown.length);
    const path = info.outputPath(`${name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true });
    const pages = pagesOf(path);
    expect(pages.map(letters), name).toEqual(said.map(letters));
    for (const text of pages) expect(letters(text)).toContain(letters('—'));
  }
  for (const [at, text] of said.entries()) {
    expect(text).toContain(sealed.finalised?.code);
    expect(text).toContain(`— ${at + 1} —`);
  }
});

test('when fonts have come, which may be wider, pages are laid out again', async ({ page }) => {
  await print(page, long);
  const before = (await onPaper(page)).sheets;
  await page.evaluate(() => {
    // Stands for a font that came late: the policy of the page lets none in.
    const sheet = document.styleSheets[0] as CSSStyleSheet;
    sheet.insertRule('.print-area p { letter-spacing: 6pt; }', sheet.cssRules.length);
    document.fonts.dispatchEvent(new Event('loadingdone'));
  });
  await expect.poll(() => page.locator('.print-sheet').count()).toBeGreaterThan(before);
  expectWhole(await onPaper(page), long);
});
