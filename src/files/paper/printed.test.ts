import { expect, test } from 'vitest';
import { samples } from '../../formats/samples.ts';
import { printed } from './printed.ts';

test('a note is printed with its table, line by line, and with no other section', () => {
  const notes = { '3': '　　注：按件统计。\n \n（一）甲。乙', '4': ' ' };
  const { sections } = printed({ ...samples['2021'], notes }, { withExplanations: false });
  expect(sections.map(({ note }) => note)).toEqual([[], [], ['注：按件统计。', '（一）甲。乙'], [], [], []]);
});
