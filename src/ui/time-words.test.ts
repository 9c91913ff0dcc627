import { expect, test } from 'vitest';
import { daysLeftWords, daysUntil } from './time-words.ts';

test('days are counted on the calendar, whatever the hour', () => {
  expect(daysUntil('2026-01-31', new Date(2026, 0, 31, 23, 59))).toBe(0);
  expect(daysUntil('2026-01-31', new Date(2025, 11, 31, 0, 1))).toBe(31);
  expect(daysUntil('2026-01-31', new Date(2026, 1, 2))).toBe(-2);
  expect(daysUntil('soon', new Date(2026, 1, 2))).toBeNaN();
});

test('days left in words', () => {
  expect([12, 0, -3, -400, Number.NaN].map(daysLeftWords)).toEqual([
    '还有 12 天',
    '今天到期',
    '已过 3 天',
    undefined,
    undefined,
  ]);
});
