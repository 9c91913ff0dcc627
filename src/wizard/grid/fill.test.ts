import { expect, test } from 'vitest';
import { boxRows, layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { type FillBy, filled } from './fill.ts';

const rows = boxRows(layoutOf(lawOf('2021'), 3));
const fill = (
  by: FillBy,
  [top, left, bottom, right]: readonly [number, number, number, number],
  here = { row: top, column: left },
) =>
  filled(rows, { top, left, bottom, right }, here, by, ({ id }) => `of ${id}`).map(
    ({ cell, to }) => `${cell.slice(9)} ${to.slice(12)}`,
  );

test('the first row goes down, the first column to the right, and totals are left alone', () => {
  expect(fill('down', [0, 0, 2, 0])).toEqual([
    'carried-in/natural-person received/natural-person',
    'granted/natural-person received/natural-person',
  ]);
  expect(fill('right', [0, 4, 0, 6])).toEqual(['received/other received/legal-service']);
});

test('a single row takes what stands above it, a single column what stands to its left; at the edge there is nothing', () => {
  expect(fill('down', [1, 0, 1, 1])).toEqual([
    'carried-in/natural-person received/natural-person',
    'carried-in/business received/business',
  ]);
  expect(fill('right', [1, 1, 2, 1])).toEqual([
    'carried-in/business carried-in/natural-person',
    'granted/business granted/natural-person',
  ]);
  expect(fill('down', [0, 0, 0, 0])).toEqual([]);
});

test('what one is at goes into all', () => {
  expect(fill('here', [0, 0, 1, 1], { row: 1, column: 1 })).toEqual([
    'received/natural-person carried-in/business',
    'received/business carried-in/business',
    'carried-in/natural-person carried-in/business',
  ]);
});
