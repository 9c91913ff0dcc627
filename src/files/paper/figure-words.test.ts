import { expect, test } from 'vitest';
import shanghai from '../../../fixtures/shanghai-shizhengfu-bangongting-2019.json';
import suqian from '../../../fixtures/suqian-2024.json';
import { judgeAnswers } from '../../checks/judge.ts';
import { lawOf } from '../../formats/registry.ts';
import type { Answers } from '../../report/draft.ts';
import { figureWords } from './figure-words.ts';

const wordsOf = (format: string, answers: Answers): ReadonlyMap<string, string> =>
  figureWords(lawOf(format), judgeAnswers(lawOf(format), answers), answers);

const row = (figures: readonly string[]): Answers =>
  Object.fromEntries(
    ['natural-person', 'business', 'research', 'nonprofit', 'legal-service', 'other'].flatMap((column, at) =>
      figures[at] === undefined ? [] : [[`requests/received/${column}`, figures[at]]],
    ),
  );
const total = 'requests/received/total';

test.each([
  ['2021', suqian],
  ['2019', shanghai],
])('a published %s report prints its own figures, blanks as blanks', (format, { figures }) => {
  const answers = Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [id, figure === null ? '' : String(figure)]),
  );
  const words = wordsOf(format, answers);
  expect([...words.keys()]).toEqual(lawOf(format).cells.map(({ id }) => id));
  const filled = Object.entries(answers).filter(([, text]) => text !== '');
  // 上海 2019 has 「251000元」 in a box that counts 元.
  expect(filled.filter(([id, text]) => words.get(id) !== text.replace(/元$/, ''))).toEqual([]);
});

test('a blank report prints nothing in any box', () => {
  expect(new Set(wordsOf('2021', {}).values())).toEqual(new Set(['']));
});

test('an untouched total is printed once all its parts are there', () => {
  expect(wordsOf('2021', row(['1', '2', '3'])).get(total)).toBe('');
  expect(wordsOf('2021', row(['1', '2', '3', '0', '0', '0'])).get(total)).toBe('6');
  expect(wordsOf('2021', row(['1', '2', '3', '0', '0', 'x'])).get(total)).toBe('');
});

test('a typed total is printed as typed, right or wrong', () => {
  expect(wordsOf('2021', { ...row(['1', '2', '3', '0', '0', '0']), [total]: '7' }).get(total)).toBe('7');
});

test('an unreadable answer is printed, a readable one tidied, a remark kept', () => {
  const words = wordsOf('2021', { ...row([' 12x ', '１，234件']), [total]: '22(其中修订16件)' });
  expect(words.get('requests/received/natural-person')).toBe('12x');
  expect(words.get('requests/received/business')).toBe('1234');
  expect(words.get(total)).toBe('22（其中修订16件）');
});

test('money stands in the unit of its box', () => {
  expect(wordsOf('2021', { 'article-20-8/fees/amount': '521500元' }).get('article-20-8/fees/amount')).toBe('52.15');
  expect(
    wordsOf('2019', { 'article-20-9/procurement/amount': '36.8万元' }).get('article-20-9/procurement/amount'),
  ).toBe('368000');
});
