import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samples } from '../formats/samples.ts';
import { difference, piecesOf } from './difference.ts';

test('boxes by their names, basics, and sentences', () => {
  const before = samples['2021'];
  const after = {
    ...before,
    agency: '云溪市档案局',
    answers: { ...before.answers, 'requests/received/natural-person': '47' },
    narratives: { ...before.narratives, others: '2025年度本局未发出收费通知，收取信息处理费40元。' },
  };
  expect(difference(before, after)).toEqual({
    basics: [{ name: '机关全称', before: before.agency, after: '云溪市档案局' }],
    cells: [{ name: '一、本年新收政府信息公开申请数量 · 自然人', before: '46', after: '47' }],
    narratives: [
      {
        name: '六、其他需要报告的事项',
        pieces: [
          { kind: 'same', text: '2025年度本局未发出收费通知，' },
          { kind: 'removed', text: '未收取信息处理费。' },
          { kind: 'added', text: '收取信息处理费40元。' },
        ],
      },
    ],
  });
  expect(difference(before, before)).toEqual({ basics: [], cells: [], narratives: [] });
});

test('notes below the tables, by the number of the table', () => {
  const before = { ...samples['2021'], notes: { '2': '注：不含委托。', '3': '注：同去年。' } };
  const after = { ...samples['2021'], notes: { '3': '注：同去年。', '4': '注：含上年结转。' } };
  expect(difference(before, after).narratives).toEqual([
    { name: '表二下的说明', pieces: [{ kind: 'removed', text: '注：不含委托。' }] },
    { name: '表四下的说明', pieces: [{ kind: 'added', text: '注：含上年结转。' }] },
  ]);
});

test('the pieces are the two texts', () => {
  const text = fc
    .array(fc.constantFrom('甲。', '乙，', '丙\n', '丁', '。', '戊；'), { maxLength: 30 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = piecesOf(before, after);
      const join = (without: string): string =>
        pieces.flatMap((piece) => (piece.kind === without ? [] : piece.text)).join('');
      expect(join('added')).toBe(before);
      expect(join('removed')).toBe(after);
    }),
  );
});
