import { expect, test } from 'vitest';
import { gridsOf } from './grids.ts';
import type { Ruling } from './pdf-page.ts';

const level = (at: number, from: number, to: number): Ruling => ({ isLevel: true, at, from, to });
const upright = (at: number, from: number, to: number): Ruling => ({ isLevel: false, at, from, to });
/** 「row,column rows×columns」 */
const told = (rulings: readonly Ruling[]) =>
  gridsOf(rulings).map(({ boxes }) => boxes.map((box) => `${box.row},${box.column} ${box.rowSpan}×${box.colSpan}`));

const frame = [level(0, 0, 30), level(30, 0, 30), upright(0, 0, 30), upright(30, 0, 30)];

test('a head over two columns and a heading beside three rows', () => {
  const rulings = [...frame, level(10, 0, 30), level(20, 10, 30), upright(10, 0, 30), upright(20, 10, 30)];
  expect(told(rulings)).toEqual([['0,0 1×1', '0,1 1×2', '1,0 2×1', '1,1 1×1', '1,2 1×1', '2,1 1×1', '2,2 1×1']]);
});

test('each box with edges of its own, drawn twice and not quite meeting, is the same grid', () => {
  const boxes = [0, 10].flatMap((x) => [0, 10].map((y) => [x + 0.4, y + 0.4] as const));
  const rulings = boxes.flatMap(([x, y]) => [
    level(y, x, x + 9.2),
    level(y + 9.2, x, x + 9.2),
    upright(x, y, y + 9.2),
    upright(x + 9.2, y, y + 9.2),
  ]);
  expect(told(rulings)).toEqual([['0,0 1×1', '0,1 1×1', '1,0 1×1', '1,1 1×1']]);
});

test('a line under a heading and a frame round a page are no tables; two tables are two', () => {
  expect(told([level(-20, 0, 400), ...frame])).toEqual([]);
  const table = (top: number): Ruling[] => [
    level(top, 0, 20),
    level(top + 10, 0, 20),
    ...[0, 10, 20].map((x) => upright(x, top, top + 10)),
  ];
  expect(told([...table(0), ...table(50)])).toEqual([
    ['0,0 1×1', '0,1 1×1'],
    ['0,0 1×1', '0,1 1×1'],
  ]);
});

test('a table below another, hardly narrower, takes none of its lines', () => {
  const table = (top: number, right: number): Ruling[] => [
    ...[0, 10, 20].map((y) => level(top + y, 0, right)),
    ...[0, right / 2, right].map((x) => upright(x, top, top + 20)),
  ];
  const whole = ['0,0 1×1', '0,1 1×1', '1,0 1×1', '1,1 1×1'];
  expect(told([...table(0, 500), ...table(60, 498)])).toEqual([whole, whole]);
});
