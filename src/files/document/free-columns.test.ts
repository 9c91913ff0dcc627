import { expect, test } from 'vitest';
import { createFreeColumns } from './free-columns.ts';

test('a cell stands beside what covers its row, and below it once that has ended', () => {
  const columns = createFreeColumns();
  columns.cover(0, 2, 0, 2);
  expect(columns.next(0, 0)).toBe(2);
  columns.cover(0, 3, 3, 4);
  expect(columns.next(1, 0)).toBe(2);
  expect(columns.next(1, 3)).toBe(4);
  expect(columns.next(2, 0)).toBe(0);
  expect(columns.next(2, 3)).toBe(4);
  expect(columns.next(3, 3)).toBe(3);
});
