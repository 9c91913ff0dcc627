import { expect, test } from 'vitest';
import { boxRows, layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { longestAnswer } from '../../report/limits.ts';
import { pasted } from './pasting.ts';
import { cellAt } from './places.ts';
import { boxOf } from './selection.ts';

const rows = boxRows(layoutOf(lawOf('2021'), 3));
const at = (row: number, column: number) => boxOf({ from: { row, column }, to: { row, column } });
const id = (row: number, column: number): string => cellAt(rows, { row, column })?.id ?? '';

test('one value fills the rectangle', () => {
  const box = boxOf({ from: { row: 1, column: 1 }, to: { row: 2, column: 2 } });
  expect(pasted(rows, box, '7\n')).toEqual({
    label: '粘贴',
    changes: [id(1, 1), id(1, 2), id(2, 1), id(2, 2)].map((cell) => ({ cell, to: '7' })),
  });
});

test('a block goes from the first selected cell on and is selected afterwards', () => {
  expect(pasted(rows, at(3, 2), '1\t2\n3\t4')).toEqual({
    label: '粘贴 2 行 2 列',
    changes: [
      { cell: id(3, 2), to: '1' },
      { cell: id(3, 3), to: '2' },
      { cell: id(4, 2), to: '3' },
      { cell: id(4, 3), to: '4' },
    ],
    range: { from: { row: 3, column: 2 }, to: { row: 4, column: 3 } },
  });
});

test('what has no room is told, blanks are not', () => {
  const last = rows.length - 1;
  const said = pasted(rows, at(last, 5), '1\t2\t3\t\n4\t5\t6\t');
  expect(said).toMatchObject({ changes: [{ to: '1' }, { to: '2' }] });
  expect(said).toMatchObject({ trouble: expect.stringContaining('有 4 个数没有填入（3、4、5、6）') });
});

test('a text that is longer than any answer is refused whole', () => {
  expect(pasted(rows, at(0, 0), `1\t${'9'.repeat(longestAnswer + 1)}`)).toHaveProperty('refused');
});
