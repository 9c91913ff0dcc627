import { expect, test } from 'vitest';
import { figureSize } from './figure-size.ts';

// Columns of the type area: section 三 10.99 mm, 四 10.4 mm, 二 38.95 mm.
test.each([
  ['', 10.99, 10],
  ['12345', 10.99, 10],
  ['123456', 10.99, 9],
  ['1234567', 10.99, 8],
  ['12345678', 10.99, 7],
  ['12345678', 10.4, 6],
  ['123456789012', 10.99, 6],
  ['123456789.123456', 38.95, 10],
])('%s in %d mm stands in %d pt', (text, width, size) => {
  expect(figureSize(text, width)).toBe(size);
});

test('words in Chinese may wrap, so they do not make a figure small', () => {
  expect(figureSize('22（其中修订16件）', 10.99)).toBe(10);
});
