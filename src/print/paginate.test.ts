import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measured, type Piece, paginate } from './paginate.ts';

const alone = { gap: 0, head: 0, spans: [], keepsNext: false, isTable: false, isHeading: false } as const;
const text = (lines: number, more: Partial<Measured> = {}): Measured => ({
  ...alone,
  rows: Array(lines).fill(10),
  ...more,
});
const table = (rows: number, more: Partial<Measured> = {}): Measured => text(rows, { isTable: true, ...more });

/** 「0:1-3」 for the second and the third line of the first block. */
const said = (pages: readonly (readonly Piece[])[]): readonly string[] =>
  pages.map((page) => page.map(({ block, from, to }) => `${block}:${from}-${to}`).join(' '));

/** How high what stands on a page is; labels that need more than their rows are left out. */
function heightOf(page: readonly Piece[], blocks: readonly Measured[]): number {
  return page.reduce((sum, { block, from, to }, at) => {
    const { gap, head, rows } = blocks[block] as Measured;
    return rows.slice(from, to).reduce((all, row) => all + row, sum + head + (at > 0 && from === 0 ? gap : 0));
  }, 0);
}

describe('paragraphs', () => {
  test('break between lines, and what fits stands on one page', () => {
    expect(said(paginate([text(5), text(8)], 100))).toEqual(['0:0-5 1:0-5', '1:5-8']);
    expect(said(paginate([text(5), text(5)], 100))).toEqual(['0:0-5 1:0-5']);
  });

  test('leave no line alone, at the foot or at the top', () => {
    expect(said(paginate([text(9), text(4)], 100))).toEqual(['0:0-9', '1:0-4']);
    expect(said(paginate([text(7), text(4)], 100))).toEqual(['0:0-7 1:0-2', '1:2-4']);
    expect(said(paginate([text(8), text(3)], 100))).toEqual(['0:0-8', '1:0-3']);
  });

  test('longer than any page go on over as many as it takes', () => {
    expect(said(paginate([text(25)], 100))).toEqual(['0:0-10', '0:10-20', '0:20-25']);
    expect(said(paginate([text(21)], 100))).toEqual(['0:0-10', '0:10-19', '0:19-21']);
  });

  test('have no gap at the top of a page', () => {
    expect(said(paginate([text(10), text(10, { gap: 30 })], 100))).toEqual(['0:0-10', '1:0-10']);
    expect(said(paginate([text(5), text(5, { gap: 30 })], 100))).toEqual(['0:0-5 1:0-2', '1:2-5']);
  });
});

describe('what belongs together', () => {
  test('a heading goes with the first two lines of what follows', () => {
    const heading = text(1, { keepsNext: true });
    expect(said(paginate([text(8), heading, text(9)], 100))).toEqual(['0:0-8', '1:0-1 2:0-9']);
    expect(said(paginate([text(7), heading, text(9)], 100))).toEqual(['0:0-7 1:0-1 2:0-2', '2:2-9']);
  });

  test('a title of many lines is not broken, whatever follows', () => {
    const title = text(5, { keepsNext: true, isHeading: true });
    expect(said(paginate([text(7), title, text(2)], 100))).toEqual(['0:0-7', '1:0-5 2:0-2']);
    expect(said(paginate([title, text(1, { keepsNext: true, isHeading: true }), table(9)], 100))).toEqual([
      '0:0-5 1:0-1 2:0-4',
      '2:4-9',
    ]);
  });

  test('the date goes with the last lines before it', () => {
    const date = [text(1, { gap: 10, keepsNext: true }), text(1)];
    expect(said(paginate([text(9, { keepsNext: true }), ...date], 100))).toEqual(['0:0-7', '0:7-9 1:0-1 2:0-1']);
  });

  test('heading, table and note of a section stand on one page where there is room', () => {
    const section = [text(1, { keepsNext: true, whole: 3 }), table(6, { whole: 3 }), text(2, { whole: 3 })];
    expect(said(paginate([text(3), ...section], 100))).toEqual(['0:0-3', '1:0-1 2:0-6 3:0-2']);
    expect(said(paginate([text(1), ...section], 100))).toEqual(['0:0-1 1:0-1 2:0-6 3:0-2']);
  });

  test('where a note is too long for that, the note breaks and not the table', () => {
    const section = [text(1, { keepsNext: true, whole: 3 }), table(6, { whole: 3 }), text(9, { whole: 3 })];
    expect(said(paginate([text(1), ...section], 100))).toEqual(['0:0-1', '1:0-1 2:0-6 3:0-3', '3:3-9']);
  });

  test('two sections with tables are not one', () => {
    const tables = [table(5, { whole: 2 }), table(5, { whole: 3 }), table(5, { whole: 4 })];
    expect(said(paginate(tables, 100))).toEqual(['0:0-5 1:0-5', '2:0-5']);
  });
});

describe('tables', () => {
  test('break between rows where they must, with the head on each page', () => {
    expect(said(paginate([table(12, { head: 20 })], 100))).toEqual(['0:0-8', '0:8-12']);
  });

  test('a row higher than a page has one for itself', () => {
    expect(said(paginate([{ ...table(0), rows: [10, 300, 10] }], 100))).toEqual(['0:0-1', '0:1-2', '0:2-3']);
  });

  test('a label beside several rows has the room that it needs on both pages', () => {
    // Of 60, six rows would fit, but not with 35 beside the last three of them.
    const spans = [{ from: 3, to: 8, need: 35 }];
    expect(said(paginate([table(8, { spans })], 50))).toEqual(['0:0-3', '0:3-8']);
    expect(said(paginate([table(8, { spans })], 60))).toEqual(['0:0-3', '0:3-8']);
    expect(said(paginate([table(8, { spans })], 70))).toEqual(['0:0-7', '0:7-8']);
    // At the top it takes more room than the one row that is left, and what follows has less.
    expect(said(paginate([table(5, { spans: [{ from: 0, to: 5, need: 35 }] }), text(2)], 50))).toEqual([
      '0:0-5',
      '1:0-2',
    ]);
    expect(said(paginate([table(6, { spans: [{ from: 0, to: 6, need: 35 }] }), text(3)], 50))).toEqual([
      '0:0-5',
      '0:5-6',
      '1:0-3',
    ]);
  });
});

const anyBlock: fc.Arbitrary<Measured> = fc.record({
  gap: fc.integer({ min: -5, max: 30 }),
  rows: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
  head: fc.integer({ min: 0, max: 30 }),
  isTable: fc.boolean(),
  isHeading: fc.boolean(),
  spans: fc.array(
    fc
      .tuple(fc.nat(40), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 99 }))
      .map(([from, rows, need]) => ({ from, to: from + rows, need })),
    { maxLength: 3 },
  ),
  keepsNext: fc.boolean(),
  whole: fc.option(fc.integer({ min: 2, max: 4 }), { nil: undefined }),
});

test('every row of every block stands on one page, in order, and no page is empty', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), (blocks) => {
      const pages = paginate(blocks, 100);
      const rows = pages
        .flat()
        .flatMap(({ block, from, to }) => Array.from({ length: to - from }, (_, at) => `${block}/${from + at}`));
      expect(rows).toEqual(blocks.flatMap(({ rows: all }, block) => all.map((_, at) => `${block}/${at}`)));
      for (const page of pages) expect(page.length).toBeGreaterThan(0);
    }),
  );
});

test('no page is fuller than it may be, unless by one row alone', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), (blocks) => {
      for (const page of paginate(blocks, 100)) {
        const isOne = page.length === 1 && page.every(({ from, to }) => to === from + 1);
        if (!isOne) expect(heightOf(page, blocks)).toBeLessThanOrEqual(100.5);
      }
    }),
  );
});
