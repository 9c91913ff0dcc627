import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from '../files/paper/printed.ts';
import { samples } from '../formats/samples.ts';
import type { Content } from '../report/draft.ts';
import { blocksOf, cutRuns, type Run, type TextBlock } from './blocks.ts';

const sample = samples['2021'];
const blocks = (content: Content, withExplanations = false) => blocksOf(printed(content, { withExplanations }));
const textOf = ({ runs }: TextBlock): string => runs.map(({ text }) => text).join('');
const texts = (content: Content, withExplanations = false): readonly string[] =>
  blocks(content, withExplanations).map((block) => (block.kind === 'text' ? textOf(block) : `[${block.layout.id}]`));
const withOthers = (others: string): Content => ({ ...sample, narratives: { ...sample.narratives, others } });

describe('the blocks of a report', () => {
  test('are its parts, in the order of the paper', () => {
    const bare = { ...sample, agency: '甲局', year: 2025, notes: { '3': '注一\n注二' }, date: '2026-01-20' };
    const narratives = {
      preamble: '引言。',
      overview: '（一）公开。三件。\n（二）申请。',
      problems: '',
      others: '无。',
    };
    expect(texts({ ...bare, narratives })).toEqual([
      '甲局 2025年政府信息公开工作年度报告',
      '引言。',
      '一、总体情况',
      '（一）公开。三件。',
      '（二）申请。',
      '二、主动公开政府信息情况',
      '[article-20]',
      '三、收到和处理政府信息公开申请情况',
      '[requests]',
      '注一',
      '注二',
      '四、政府信息公开行政复议、行政诉讼情况',
      '[disputes]',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
      '无。',
      '甲局',
      '2026年1月20日',
    ]);
  });

  test('have names of their own', () => {
    const keys = blocks({ ...sample, notes: { '2': '甲\n甲' } }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('keep headings, and lines that are a sub-heading, with what follows', () => {
    const kept = blocks(withOthers('（一）其他。\n无。')).flatMap((block) =>
      block.kind === 'text' && block.keepsNext ? [textOf(block)] : [],
    );
    expect(kept).toContain('六、其他需要报告的事项');
    expect(kept).toContain('（一）其他。');
    // Before the signature.
    expect(kept).toContain('无。');
  });

  test('without a date have no signature, and the last of them keeps nothing', () => {
    const all = blocks({ ...withOthers('无。'), date: '' });
    expect(all[all.length - 1]).toMatchObject({ runs: [{ text: '无。' }], keepsNext: false });
  });

  test('belong together by the sections that are a table', () => {
    const whole = blocks({ ...sample, notes: { '4': '注' } }).flatMap(({ key, whole }) =>
      whole ? [`${key} ${whole}`] : [],
    );
    expect(whole).toEqual([
      'heading-2 2',
      'table-2 2',
      'heading-3 3',
      'table-3 3',
      'heading-4 4',
      'table-4 4',
      'note-4-0 4',
    ]);
  });

  test('let an address break anywhere, and nothing else', () => {
    const address = 'https://example.invalid/a/b/c?d=e';
    const block = blocks(withOthers(`见${address}。`)).find(({ key }) => key === 'others-line-0');
    expect(block).toMatchObject({ runs: [{ text: '见' }, { text: address, look: 'address' }, { text: '。' }] });
  });
});

test('what is cut at any places is the same text in the same looks', () => {
  const look = fc.constantFrom('lead', 'address', undefined);
  const run = fc
    .record({ text: fc.string({ minLength: 1 }), look })
    .map(({ text, look }) => (look ? { text, look } : { text }));
  const places = fc.array(fc.nat(60));
  fc.assert(
    fc.property(fc.array(run), places, (runs, cuts) => {
      const length = runs.reduce((sum, { text }) => sum + text.length, 0);
      const ends = [...cuts.filter((cut) => cut < length).sort((a, b) => a - b), length];
      const letters = (some: readonly Run[]) =>
        some.flatMap(({ text, look }) => text.split('').map((letter) => `${letter}${look}`));
      const pieces = ends.map((end, at) => cutRuns(runs, ends[at - 1] ?? 0, end));
      expect(pieces.flatMap((piece) => letters(piece))).toEqual(letters(runs));
    }),
  );
});
