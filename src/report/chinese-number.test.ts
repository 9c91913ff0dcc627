import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';
import { reportYearOf } from './report-year.ts';

test.each([
  ['一百二十', 120],
  ['十二', 12],
  ['三十一', 31],
  ['二〇二五', 2025],
  ['二○二五', 2025],
  ['两千零三', 2003],
  ['一万零三', 10003],
  ['', undefined],
  ['1十', undefined],
  ['二〇二五年', undefined],
])('%s is %s', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

test.each([
  ['2025', 2025],
  ['二〇二五', 2025],
  ['2007', undefined],
  ['2101', undefined],
  ['20255', undefined],
  ['', undefined],
])('the year of a report in “%s” is %s', (text, year) => {
  expect(reportYearOf(text)).toBe(year);
});
