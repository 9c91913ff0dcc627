import { expect, test } from 'vitest';
import { layoutOf } from '../formats/layout.ts';
import { formatIds, lawOf } from '../formats/registry.ts';
import { sliceRows } from './slice-rows.ts';

test.each(formatIds)('of %s every piece of table 三 has the width of the whole, and all boxes once', (id) => {
  const [rows = []] = layoutOf(lawOf(id), 3).bodies;
  const width = widthsOf(rows)[0] ?? 0;
  for (let at = 1; at < rows.length; at++) {
    const pieces = [sliceRows(rows, 0, at), sliceRows(rows, at, rows.length)];
    for (const piece of pieces) expect(new Set(widthsOf(piece))).toEqual(new Set([width]));
    expect(boxesOf(pieces.flat())).toEqual(boxesOf(rows));
  }
});

test('a heading that reaches over the break is said again with what is left of it', () => {
  const [rows = []] = layoutOf(lawOf('2021'), 3).bodies;
  const at = rows.findIndex(({ key }) => key === 'refused-public-safety');
  const heads = sliceRows(rows, at, rows.length)[0]?.parts.flatMap((part) =>
    part.kind === 'head' ? [`${part.label} ${part.rowSpan}`] : [],
  );
  expect(heads?.[0]).toMatch(/^三、本年度办理结果 \d+$/);
  expect(heads?.[1]).toMatch(/^（三）不予公开 \d$/);
  expect(heads).toHaveLength(3);
});

type Rows = ReturnType<typeof sliceRows>;

const boxesOf = (rows: Rows) =>
  rows.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'box' ? [part.key] : [])));

/** Columns taken in each row, spans from above included. */
function widthsOf(rows: Rows): readonly number[] {
  const widths = rows.map(() => 0);
  rows.forEach(({ parts }, at) => {
    for (const part of parts) {
      const down = part.kind === 'head' ? part.rowSpan : 1;
      for (let row = at; row < at + down; row++) widths[row] = (widths[row] ?? 0) + part.colSpan;
    }
  });
  return widths;
}
