import { expect, test } from 'vitest';
import { joinPages } from './join-pages.ts';
import { blocksOf } from './page-blocks.ts';
import type { PdfPage, Ruling, TextPiece } from './pdf-page.ts';
import { plainCharacters } from './plain-characters.ts';

const piece = (text: string, x: number, y: number): TextPiece => ({ text, x, y, width: text.length * 10, size: 10 });

/** A table of boxes 50 wide and 20 high from `top` on, a text in each. */
function tableAt(top: number, texts: readonly (readonly string[])[], widths = 50): Pick<PdfPage, 'pieces' | 'rulings'> {
  const columns = texts[0]?.length ?? 0;
  const rulings: Ruling[] = [
    ...Array.from({ length: texts.length + 1 }, (_, at) => ({
      isLevel: true,
      at: top + 20 * at,
      from: 100,
      to: 100 + widths * columns,
    })),
    ...Array.from({ length: columns + 1 }, (_, at) => ({
      isLevel: false,
      at: 100 + widths * at,
      from: top,
      to: top + 20 * texts.length,
    })),
  ];
  const pieces = texts.flatMap((row, at) =>
    row.map((text, column) => piece(text, 105 + widths * column, top + 20 * at + 14)),
  );
  return { pieces, rulings };
}

const page = (...parts: Partial<Pick<PdfPage, 'pieces' | 'rulings'>>[]): PdfPage => ({
  width: 595,
  height: 842,
  pieces: parts.flatMap(({ pieces = [] }) => pieces),
  rulings: parts.flatMap(({ rulings = [] }) => rulings),
});

const joined = (...pages: PdfPage[]) =>
  joinPages(pages.map((one) => ({ height: one.height, ...blocksOf(one) }))).map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  );

test('a text that stands on the line between two boxes is in neither', () => {
  const table = tableAt(100, [['行', '1', '2']]);
  const across = { pieces: [piece('34', 190, 114)] };
  const { blocks, astray } = blocksOf(page({ ...table, pieces: table.pieces.slice(0, 1) }, across));
  expect(astray).toEqual(['34']);
  expect(blocks.map((block) => block.kind === 'table' && block.rows[0]?.map(({ text }) => text))).toEqual([
    ['行', '', ''],
  ]);
});

test('lines broken by the paper are one paragraph, also over the page; numbers and running heads are left out', () => {
  const line = (text: string, y: number, x = 100): Partial<PdfPage> => ({ pieces: [piece(text, x, y)] });
  const full = '一二三四五六七八九十一二三四五六七八九十';
  const head = line('某某局年度报告', 40);
  expect(
    joined(
      page(head, line(full, 200, 120), line(`${full}一二`, 220), line('— 1 —', 800)),
      page(head, line('末行。', 100), line('另一段。', 120, 120), line('— 2 —', 800)),
    ),
  ).toEqual([`${full}${full}一二末行。`, '另一段。']);
});

test('a table goes on over the page, without the head that is printed again', () => {
  const head = ['项目', '数'];
  expect(joined(page(tableAt(700, [head, ['甲', '1']])), page(tableAt(80, [head, ['乙', '2']])))).toEqual([
    [head, ['甲', '1'], ['乙', '2']],
  ]);
});

test('it is known which page a row stands on', () => {
  const pages = [page(tableAt(700, [['甲', '1']])), page(tableAt(80, [['乙', '2']]))];
  const [table] = joinPages(pages.map((one) => ({ height: one.height, ...blocksOf(one) })));
  expect(table?.kind === 'table' && table.pages).toEqual([1, 2]);
});

test('radicals are the characters that they look like', () => {
  expect(plainCharacters('⽰例⼯作⻔⼾⺠ﬁ 12')).toBe('示例工作门户民fi 12');
});
