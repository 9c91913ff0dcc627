import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { longestAgency } from '../report/limits.ts';
import { agencyField, readYear, yearField } from './name-fields.ts';

const wordsOf = (schema: z.ZodMiniType, text: string): readonly string[] =>
  z.safeParse(schema, text).error?.issues.map(({ message }) => message) ?? [];

test('a year is read as people type it, and nothing else is one', () => {
  expect(['2025', ' ２０２５年 ', '2008年度', '2100'].map(readYear)).toEqual([2025, 2025, 2008, 2100]);
  expect(['', '二〇二五', '2007', '2101', '25', '2025.0', '2025-01'].filter((text) => readYear(text))).toEqual([]);
  expect(yearField('那一句').parse('2020年')).toBe(2020);
  expect(wordsOf(yearField('那一句'), '明年')).toEqual(['那一句']);
});

test('the name of an agency is wanted, without the blanks round it, and is no longer than it may be', () => {
  expect(agencyField('请填').parse(' 云溪市数据服务局　')).toBe('云溪市数据服务局');
  expect(wordsOf(agencyField('请填'), '  ')).toEqual(['请填']);
  expect(wordsOf(agencyField('请填'), '局'.repeat(longestAgency))).toEqual([]);
  expect(wordsOf(agencyField('请填'), '局'.repeat(longestAgency + 1))).toEqual(['机关全称有 201 字，最多 200 字']);
});
