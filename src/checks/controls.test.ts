import { expect, test } from 'vitest';
import { lawOf } from '../formats/registry.ts';
import { weighControls } from './controls.ts';
import { judgeAnswers } from './judge.ts';

const law = lawOf('2021');
const answers = Object.fromEntries(law.cells.map(({ id, total }) => [id, total ? '' : '1']));
const total = 'requests/received/total';
const weighed = (controls: Record<string, string>, more: Record<string, string> = {}) =>
  weighControls(law, judgeAnswers(law, { ...answers, ...more }), controls);

test('a total of the paper that is the table’s is evidence and no finding', () => {
  const { findings, said } = weighed({ [total]: '6' });
  expect(findings).toEqual([]);
  expect(said).toMatchObject([{ sums: [[total]], said: 6 }]);
});

test('one that is another is told with both', () => {
  const [found] = weighed({ [total]: '８件' }).findings;
  expect(found).toMatchObject({ id: `sum/${total}`, level: 'confirm', cells: [total] });
  expect(found?.sentence).toBe('一、本年新收政府信息公开申请数量 · 总计：底稿上的总计是 8，表中是 6，少 2。');
});

test('what cannot be read, or has nothing to be held against yet, is passed over', () => {
  expect(weighed({ [total]: '八九件', 'no/such/cell': '3' })).toEqual({ findings: [], said: [] });
  expect(weighed({ [total]: '6' }, { 'requests/received/business': '' }).findings).toEqual([]);
});
