import { expect, test } from 'vitest';
import { lawOf } from '../formats/registry.ts';
import { judgeAnswers } from './judge.ts';
import { jumpFindings, sinceLastYear } from './jump.ts';

const law = lawOf('2021');
const number = (id: string): number => law.indexOf.get(id) ?? -1;

function judged(id: string, text: string, last: number | undefined) {
  const lastYear = new Float64Array(law.cells.length).fill(Number.NaN);
  if (last !== undefined) lastYear[number(id)] = last;
  return judgeAnswers(law, { [id]: text }, lastYear);
}

const licensing = 'article-20-5/licensing/decisions';
const fees = 'article-20-8/fees/amount';
const jumps = (id: string, text: string, last: number | undefined) => jumpFindings(law, judged(id, text, last));

test.each([
  [licensing, '55000', 550, 1],
  [licensing, '54999', 550, 0],
  [licensing, '9487', 550, 0],
  [licensing, '5', 50_000, 1],
  [licensing, '6', 50_000, 0],
  [licensing, '0', 50_000, 0],
  [licensing, '500', 0, 0],
  [licensing, '500', undefined, 0],
])('%s %s after %s: %i', (id, text, last, many) => {
  expect(jumps(id, text, last)).toHaveLength(many);
});

test('元 for 万元 is asked about as such', () => {
  const [found] = jumps(fees, '1284600', 1_260_000);
  expect(found).toMatchObject({ id: `lint/jump/${fees}`, hint: expect.stringContaining('元填成了万元') });
  expect(found?.sentence).toContain('去年 1.26 万元');
});

test.each([
  ['39', 34, '去年 34，今年多 5（＋14.7%）'],
  ['30', 34, '去年 34，今年少 4（－11.8%）'],
  ['34', 34, '去年 34，与今年相同'],
  ['3', 0, '去年 0，今年多 3'],
  ['', 34, '去年 34'],
  ['34', undefined, undefined],
])('%s after %s: %s', (text, last, words) => {
  expect(sinceLastYear(law, judged(licensing, text, last), licensing)).toBe(words);
});
