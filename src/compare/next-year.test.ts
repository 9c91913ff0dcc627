import { expect, test } from 'vitest';
import { samples } from '../formats/samples.ts';
import { nextYear } from './next-year.ts';

test('四 becomes 二 column by column, and nothing else is filled', () => {
  const next = nextYear({ ...samples['2021'], notes: { '4': '注：行政复议数量含上年结转。' } });
  expect(next).toMatchObject({ agency: samples['2021'].agency, year: 2026, format: '2021', date: '' });
  expect(next.answers).toEqual({
    'requests/carried-in/natural-person': '2',
    'requests/carried-in/business': '0',
    'requests/carried-in/research': '0',
    'requests/carried-in/nonprofit': '0',
    'requests/carried-in/legal-service': '0',
    'requests/carried-in/other': '0',
  });
  expect(Object.values(next.narratives).join('')).toBe('');
  // What is printed below a table says something of that year's figures.
  expect(next).not.toHaveProperty('notes');
  expect(next.note.split('\n')).toHaveLength(7);
});

test('from the 2019 format to the one of 2021, and a blank is carried as a blank', () => {
  const { 'requests/carried-out/business': _, ...answers } = samples['2019'].answers;
  const next = nextYear({ ...samples['2019'], year: 2020, answers });
  expect(next).toMatchObject({ year: 2021, format: '2021' });
  expect(next.answers['requests/carried-in/business']).toBeUndefined();
  expect(next.note).toContain('格式：2019 年格式（试行） → 2021 年格式（现行）。');
  expect(next.note).toContain('商业企业”：去年没有可用的数，没有填');
});
