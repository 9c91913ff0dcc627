import { expect, test } from 'vitest';
import { dateWords } from '../../report/date-words.ts';
import { agencyIndent } from './signature.ts';

test('a date has no leading zeros; what is no date stays as written', () => {
  expect(dateWords('2026-01-20')).toBe('2026年1月20日');
  expect(dateWords('2026-11-02')).toBe('2026年11月2日');
  expect(dateWords('二〇二六年一月')).toBe('二〇二六年一月');
});

test('the agency is centred on the date, which ends four characters from the right', () => {
  const date = '2026年1月20日';
  // The date is 6.5 characters wide: its middle is 7.25 from the right.
  expect(agencyIndent('某县人民政府', date)).toBe(4.25);
  expect(agencyIndent('某市某区行政审批局', date)).toBe(2.75);
});

test('a name too long to be centred ends at the edge of the type area', () => {
  expect(agencyIndent('某市高新技术产业开发区管理委员会', '2026年1月20日')).toBe(0);
});
