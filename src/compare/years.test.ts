import { expect, test } from 'vitest';
import { published } from '../../fixtures/published.ts';
import { emptyContent } from '../report/draft.ts';
import { yearsOf } from './years.ts';

const reports = [published.suqian2024, published.suqian2023].flatMap((content) => content ?? []);

test('years stand side by side, oldest first, whatever their order', () => {
  const { years, tables } = yearsOf(reports, 'total');
  expect(years).toEqual([2023, 2024]);
  const received = tables[1]?.rows[0];
  expect(received).toEqual({ name: '一、本年新收政府信息公开申请数量', figures: ['3511', '3525'] });
  expect(tables.map(({ rows }) => rows.length)).toEqual([10, 25, 15]);
});

test('charts sum the groups of results', () => {
  const [flow, results] = yearsOf(reports, 'total').charts;
  expect(flow?.series.map(({ values }) => values[0])).toEqual([3511, 3486, 121]);
  expect(results?.series.map(({ name, values }) => [name, values[0]])).toEqual([
    ['予以公开', 1191],
    ['部分公开', 328],
    ['不予公开', 142],
    ['无法提供', 1078],
    ['不予处理', 406],
    ['其他处理', 341],
  ]);
});

test('a year without figures has none, and one column can be compared', () => {
  const [first] = reports;
  const { years, tables, charts } = yearsOf([...reports, emptyContent(first?.agency ?? '', 2025, '2021')], 'business');
  expect(years).toEqual([2023, 2024, 2025]);
  expect(tables[1]?.rows[0]?.figures).toEqual(['99', '75', undefined]);
  expect(charts[0]?.series[0]?.values[2]).toBeUndefined();
  expect(yearsOf([], 'total').years).toEqual([]);
});
