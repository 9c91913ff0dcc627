import { expect, test } from 'vitest';
import { figureParts } from './figure-parts.ts';

test.each([
  ['22（其中修订16件）', '22', '（其中修订16件）'],
  ['22（甲（乙））', '22', '（甲（乙））'],
  ['1234', '1234', ''],
  ['（无）', '', '（无）'],
  ['', '', ''],
])('%s is 「%s」 and 「%s」', (printed, figure, remark) => {
  expect(figureParts(printed)).toEqual({ figure, remark });
});
