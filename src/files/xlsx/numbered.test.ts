import { expect, test } from 'vitest';
import { createNumbered } from './numbered.ts';

test('what is said again keeps its number, whatever it is', () => {
  const list = createNumbered(['']);
  expect(['constructor', '', '甲', 'constructor', '__proto__'].map(list.numberOf)).toEqual([1, 0, 2, 1, 3]);
  expect(list.all()).toEqual(['', 'constructor', '甲', '__proto__']);
});
