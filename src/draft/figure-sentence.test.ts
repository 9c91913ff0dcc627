import { expect, test } from 'vitest';
import { judgeAnswers } from '../checks/judge.ts';
import { claimsOf } from '../checks/text/claims.ts';
import { lawOf } from '../formats/registry.ts';
import { samples } from '../formats/samples.ts';
import { requestSentence } from './figure-sentence.ts';

const law = lawOf('2021');
const judged = judgeAnswers(law, samples['2021'].answers);
const textOf = (pieces: ReturnType<typeof requestSentence>): string =>
  (pieces ?? []).map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

test('the sentence says what the table does, and is read so', () => {
  const text = textOf(requestSentence(law, judged));
  expect(text).toBe(
    '全年新收政府信息公开申请59件，上年结转4件；办结61件，其中予以公开25件、部分公开6件、不予公开6件、无法提供19件、不予处理3件、其他处理2件；结转下年度2件。',
  );
  const claims = claimsOf(text, { law, agency: '云溪市数据服务局', year: 2025 });
  expect(claims.map(({ said }) => said.number)).toEqual([59, 4, 61, 25, 6, 6, 19, 3, 2, 2]);
});

test('while a box is blank there is none; of a year without applications the results are left out', () => {
  expect(requestSentence(law, judgeAnswers(law, { ...samples['2021'].answers, 'requests/granted/business': '' }))).toBe(
    undefined,
  );
  const zeros = Object.fromEntries(law.cells.map(({ id, total }) => [id, total ? '' : '0']));
  expect(textOf(requestSentence(law, judgeAnswers(law, zeros)))).toBe(
    '全年新收政府信息公开申请0件，上年结转0件；办结0件；结转下年度0件。',
  );
});
