// Places, moves and rectangles over rows of different lengths, as table 二 has them.
import { expect, test } from 'vitest';
import { boxRows, layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import type { Cell } from '../../report/format.ts';
import { along, cellAt, clamp, downward, placesOf } from './places.ts';
import { boxOf, cellsIn, everything } from './selection.ts';

const rowsOf = (section: 2 | 3): readonly (readonly Cell[])[] => boxRows(layoutOf(lawOf('2021'), section));
const rows = rowsOf(2);
const grid = rowsOf(3);
const last = (of: readonly (readonly Cell[])[]) => ({ row: of.length - 1, column: (of.at(-1)?.length ?? 1) - 1 });

test('every cell is at its place', () => {
  for (const table of [rows, grid]) {
    const places = placesOf(table);
    for (const [id, place] of places) expect(cellAt(table, place)?.id).toBe(id);
    expect(places.size).toBe(table.flat().length);
  }
});

test('Tab passes every cell once, in reading order, and back the same way', () => {
  for (const table of [rows, grid]) {
    const passed = [{ row: 0, column: 0 }];
    for (let next = along(table, { row: 0, column: 0 }, 1); next; next = along(table, next, 1)) passed.push(next);
    expect(passed.map((place) => cellAt(table, place))).toEqual(table.flat());
    const back = [last(table)];
    for (let next = along(table, last(table), -1); next; next = along(table, next, -1)) back.push(next);
    expect(back).toEqual([...passed].reverse());
  }
});

test('Enter passes every cell once, column by column, and back the same way', () => {
  for (const table of [rows, grid]) {
    const passed = [{ row: 0, column: 0 }];
    for (let next = downward(table, { row: 0, column: 0 }, 1); next; next = downward(table, next, 1)) passed.push(next);
    expect(new Set(passed.map((place) => cellAt(table, place)?.id)).size).toBe(table.flat().length);
    const back = [passed.at(-1) ?? { row: 0, column: 0 }];
    for (let next = downward(table, back[0] ?? last(table), -1); next; next = downward(table, next, -1))
      back.push(next);
    expect(back).toEqual([...passed].reverse());
  }
});

test('what lies outside is brought to the nearest place', () => {
  expect(clamp(grid, { row: -3, column: 2 })).toEqual({ row: 0, column: 2 });
  expect(clamp(grid, { row: 1000, column: 1000 })).toEqual(last(grid));
  // A row of one cell has no third column.
  const short = rows.findIndex((row) => row.length === 1);
  expect(clamp(rows, { row: short, column: 2 })).toEqual({ row: short, column: 0 });
});

test('a rectangle is the same from whichever corner it was drawn', () => {
  const [from, to] = [
    { row: 4, column: 5 },
    { row: 1, column: 2 },
  ];
  expect(boxOf({ from, to })).toEqual(boxOf({ from: to, to: from }));
  const cells = cellsIn(grid, boxOf({ from, to }));
  expect(cells.map((row) => row.length)).toEqual([4, 4, 4, 4]);
  expect(cells[0]?.[0]).toBe(cellAt(grid, to));
  expect(cellsIn(grid, boxOf(everything(grid))).flat()).toEqual(grid.flat());
});
