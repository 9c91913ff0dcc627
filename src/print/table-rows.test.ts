import { describe, expect, test } from 'vitest';
import { layoutOf } from '../formats/layout.ts';
import { formatIds, lawOf } from '../formats/registry.ts';
import { type DrawnRow, drawnRows, labelsOf, type PaperRow, wholeRows } from './table-rows.ts';

const layouts = formatIds.flatMap((id) =>
  ([2, 3, 4] as const).map((section) => [`${id} ${section}`, layoutOf(lawOf(id), section)] as const),
);
const grid = layoutOf(lawOf('2021'), 3);

/** Columns that are taken in each row, by what begins in it or above it. */
function columnsTaken(rows: readonly DrawnRow[]): readonly number[] {
  const taken = rows.map(() => 0);
  for (const [at, { parts }] of rows.entries()) {
    for (const part of parts) {
      const below = part.kind === 'head' ? part.rowSpan : 1;
      for (let row = at; row < at + below; row++) taken[row] = (taken[row] ?? 0) + part.colSpan;
    }
  }
  return taken;
}
const labelsIn = (row: DrawnRow | undefined): readonly string[] =>
  row?.parts.flatMap((part) => (part.kind === 'head' ? [part.label] : [])) ?? [];

describe.each(layouts)('the table of %s', (_, layout) => {
  const rows = wholeRows(layout);

  test('whole is the layout', () => {
    const drawn = drawnRows(layout, rows).map((body) => body.map(({ parts }) => parts));
    const asDrawn = layout.bodies.map((body) =>
      body.map(({ parts }) =>
        parts.map((part) => (part.kind === 'box' ? { ...part, cut: undefined, isContinued: false } : part)),
      ),
    );
    expect(drawn).toEqual(asDrawn);
  });

  test('broken anywhere has all its columns in every row, and each box once', () => {
    const all = layout.bodies
      .flat()
      .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'box' ? [part.cell.id] : [])));
    for (let at = 1; at < rows.length; at++) {
      const pages = [rows.slice(0, at), rows.slice(at)].map((page) => drawnRows(layout, page));
      for (const body of pages.flat()) expect(new Set(columnsTaken(body))).toEqual(new Set([layout.widths.length]));
      const boxes = pages
        .flat(2)
        .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'box' ? [part.cell.id] : [])));
      expect(boxes).toEqual(all);
    }
  });
});

test('labels beside several rows say themselves again on the next page, the outer one first', () => {
  const [rows] = drawnRows(grid, wholeRows(grid).slice(6));
  expect(labelsIn(rows?.[0]).slice(0, 2)).toEqual(['三、本年度办理结果', '（三）不予公开']);
  expect(labelsIn(rows?.[1])).toHaveLength(1);
});

describe('a row that is cut', () => {
  const id = 'requests/granted/business';
  const parts: readonly PaperRow[] = [0, 1, 2, 3].map((part) => ({
    row: 2,
    part,
    cuts: new Map([[id, [part * 5, part * 5 + 5] as const]]),
  }));
  const rows: readonly PaperRow[] = [...wholeRows(grid).slice(0, 2), ...parts, ...wholeRows(grid).slice(3)];
  const boxIn = (row: DrawnRow | undefined) => row?.parts.find((part) => part.kind === 'box' && part.cell.id === id);

  test('is one row on each page, with what its parts there say', () => {
    const [first] = drawnRows(grid, rows.slice(0, 5));
    expect(first).toHaveLength(3);
    expect(boxIn(first?.[2])).toMatchObject({ cut: [0, 15], isContinued: false });
    const [next] = drawnRows(grid, rows.slice(5, 8));
    expect(next).toHaveLength(3);
    expect(boxIn(next?.[0])).toMatchObject({ cut: [15, 20], isContinued: true });
    expect(labelsIn(next?.[0])).toEqual(['三、本年度办理结果', '（一）予以公开']);
    expect(new Set(columnsTaken(next ?? []))).toEqual(new Set([grid.widths.length]));
  });

  test('has its labels beside all its parts', () => {
    const beside = (label: string) => labelsOf(grid, rows).find(({ head }) => head.label === label);
    expect(beside('（一）予以公开')).toMatchObject({ from: 2, to: 6 });
    expect(beside('三、本年度办理结果')).toMatchObject({ from: 2, to: 3 + wholeRows(grid).length - 1 });
  });
});
