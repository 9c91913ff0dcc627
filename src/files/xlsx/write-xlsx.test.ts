import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../formats/layout.ts';
import { formatIds, lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import { type Content, emptyContent } from '../../report/draft.ts';
import { addressOf } from './address.ts';
import { tableSections, tableSheetNames } from './sheet-names.ts';
import { boxPlaces, placesOf } from './table-places.ts';
import { bytesOf, partOf } from './testing.ts';
import { openWorkbook } from './workbook.ts';

const licensing = 'article-20-5/licensing/decisions';
const documents = 'article-20-1/normative-documents/in-force';
const fee = 'article-20-8/fees/amount';

async function written(answers: Content['answers']) {
  const bytes = await bytesOf({ ...emptyContent('甲局', 2025, '2021'), answers });
  const law = lawOf('2021');
  const places = tableSections.map((section) => boxPlaces(layoutOf(law, section)));
  const sheets = [1, 2, 3].map((number) => partOf(bytes, `xl/worksheets/sheet${number}.xml`));
  const strings = [...partOf(bytes, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
  const styles = partOf(bytes, 'xl/styles.xml');
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const used = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf ([^>]*)>/g)].map(
    ([, xf]) => codes.get(/numFmtId="(\d+)"/.exec(xf ?? '')?.[1] ?? '') ?? '',
  );
  /** The cell's type, its formula or value, and its number format. */
  return (id: string) => {
    const at = places.findIndex((one) => one.has(id));
    const place = places[at]?.get(id);
    const address = place ? addressOf(place) : '';
    const [, look, inner] = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>(.*?)</c>)`).exec(sheets[at] ?? '') ?? [];
    const type = /t="(\w+)"/.exec(look ?? '')?.[1];
    const value = /<v>([^<]*)<\/v>/.exec(inner ?? '')?.[1];
    return {
      value: type === 's' ? `text ${strings[Number(value)]}` : value,
      formula: /<f>([^<]*)<\/f>/.exec(inner ?? '')?.[1],
      format: used[Number(/s="(\d+)"/.exec(look ?? '')?.[1])]?.replaceAll('&quot;', '"'),
    };
  };
}

describe('a box', () => {
  test('holds a real number, shown with its own decimals and its remark', async () => {
    const cell = await written({
      [licensing]: '1,808,595件',
      [documents]: '597（其中修订16件，含"衔接"3件）',
      [fee]: '59237.2449',
    });
    expect(cell(licensing)).toEqual({ value: '1808595', format: '0' });
    expect(cell(fee)).toEqual({ value: '59237.2449', format: '0.0000' });
    expect(cell(documents)).toEqual({ value: '597', format: '0"（其中修订16件，含"\\""衔接"\\""3件）"' });
  });

  test('holds text where no number can stand, and nothing where it is blank', async () => {
    const cell = await written({
      [licensing]: '12x',
      [documents]: `22（${'注'.repeat(90)}）`,
      'requests/received/business': '9007199254740991',
    });
    expect(cell(licensing).value).toBe('text 12x');
    expect(cell(documents).value).toBe(`text 22（${'注'.repeat(90)}）`);
    expect(cell('requests/received/business').value).toBe('text 9007199254740991');
    expect(cell(fee)).toMatchObject({ value: undefined, formula: undefined });
  });

  test('of a total holds a formula and its result, unless something else was typed', async () => {
    const outcomes = (row: string, figures: readonly string[]): Content['answers'] =>
      Object.fromEntries(
        ['upheld', 'corrected', 'other', 'pending', 'total'].map((outcome, at) => [
          `disputes/${row}/${outcome}`,
          figures[at] ?? '',
        ]),
      );
    const cell = await written({
      ...outcomes('reconsideration', ['1', '2', '0', '4']),
      ...outcomes('direct-litigation', ['1', '2', '0', '4', '9']),
      ...outcomes('litigation-after-reconsideration', ['1', '2']),
    });
    expect(cell('disputes/reconsideration/total')).toMatchObject({
      formula: 'IF(COUNT(A5:D5)=4,SUM(A5:D5),"")',
      value: '7',
    });
    expect(cell('disputes/direct-litigation/total')).toMatchObject({ formula: undefined, value: '9' });
    expect(cell('disputes/litigation-after-reconsideration/total')).toMatchObject({
      formula: 'IF(COUNT(K5:N5)=4,SUM(K5:N5),"")',
      value: '',
    });
    expect(cell('requests/concluded/natural-person').formula).toBe('IF(COUNT(D7:D27)=21,SUM(D7:D27),"")');
    expect(cell('requests/concluded/total').formula).toBe('IF(COUNT(D28:I28)=6,SUM(D28:I28),"")');
  });
});

describe.each(formatIds)('the sheets of format %s', (id) => {
  test('have every label and merged cell of the layouts, and no other', async () => {
    const book = openWorkbook(await bytesOf(samples[id]));
    expect(book?.sheets.map(({ name }) => name)).toEqual([
      ...tableSections.map((section) => tableSheetNames[section]),
      '文字',
      '数据',
    ]);
    for (const section of tableSections) {
      const grid = book?.sheets.find(({ name }) => name === tableSheetNames[section])?.read();
      const layout = layoutOf(lawOf(id), section);
      const places = placesOf(layout);
      const merges = places
        .filter(({ part, rowSpan }) => part.colSpan > 1 || rowSpan > 1)
        .map(({ part, row, col, rowSpan }) => ({
          from: { row, col },
          to: { row: row + rowSpan - 1, col: col + part.colSpan - 1 },
        }));
      const title = { from: { row: 0, col: 0 }, to: { row: 0, col: layout.widths.length - 1 } };
      expect(grid?.merges).toEqual([title, ...merges]);
      const text = (row: number, col: number) =>
        grid?.rows.find((one) => one.row === row)?.cells.find((cell) => cell.col === col)?.text;
      expect(text(0, 0)).toBe(layout.caption);
      for (const { part, row, col } of places) if (part.kind === 'head') expect(text(row, col)).toBe(part.label);
    }
  });

  test('print on A4, and the long table keeps its headings in view', async () => {
    const bytes = await bytesOf(samples[id]);
    const pages = [1, 2, 3, 4, 5].map((number) => partOf(bytes, `xl/worksheets/sheet${number}.xml`));
    for (const page of pages) {
      expect(page).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(page).toMatch(
        /<printOptions [^>]*\/><pageMargins [^>]*\/><pageSetup paperSize="9" [^>]*\/>(<headerFooter><oddHeader>&amp;R[^<]*<\/oddHeader><\/headerFooter>)?<\/worksheet>$/,
      );
    }
    expect(pages[1]).toMatch(/<pane [^>]*topLeftCell="D5"[^>]*state="frozen"\/>/);
    expect(pages[0]).toContain('&amp;R云溪市数据服务局（示例）20');
    expect(pages[2]).toMatch(/orientation="landscape"/);
  });
});
