import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlock, writeBlock } from './block.ts';

test.each([
  ['12', [['12']]],
  ['12\r\n', [['12']]],
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['1\t\t3', [['1', '', '3']]],
  [
    '\t\n\t\n',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  ['1,234\t2', [['1,234', '2']]],
  ['1\n\n3', [['1'], [''], ['3']]],
  ['"a\nb"\t2', [['a\nb', '2']]],
  ['"他说""好"""\t2', [['他说"好"', '2']]],
  ['"abc\t2', [['"abc', '2']]],
  ['1\t', [['1', '']]],
] as const)('%j is read as rows of cells', (text, rows) => {
  expect(readBlock(text)).toEqual(rows);
});

test('what is written is read back', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('1', '2', ',', '"', '\t', '\n', '件', ' ') })
    .map((text) => text.trim());
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(rows, (block) => {
      // One blank cell in the last row cannot be told from a trailing line break.
      fc.pre(!(block.at(-1)?.length === 1 && block.at(-1)?.[0] === ''));
      expect(readBlock(writeBlock(block))).toEqual(block);
    }),
  );
});
