import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, lastCol, lastRow, placeOf } from './address.ts';

test('addresses', () => {
  expect(addressOf({ row: 0, col: 0 })).toBe('A1');
  expect(addressOf({ row: 9, col: 26 })).toBe('AA10');
  expect(addressOf({ row: lastRow, col: lastCol })).toBe('XFD1048576');
  fc.assert(
    fc.property(fc.nat({ max: lastRow }), fc.nat({ max: lastCol }), (row, col) => {
      expect(placeOf(addressOf({ row, col }))).toEqual({ row, col });
    }),
  );
  for (const wrong of ['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'AAAA1', 'a1', 'A1:B2']) {
    expect(placeOf(wrong), wrong).toBeUndefined();
  }
});
