import { expect, test } from 'vitest';
import { dueByLaw, dueOf } from './due.ts';

test.each([
  ['云溪市数据服务局', '2026-01-31'],
  ['云溪市人民政府', '2026-03-31'],
  ['云溪市东湖区人民政府', '2026-03-31'],
  ['青石县人民政府（本级）', '2026-03-31'],
  ['青石县人民政府办公室', '2026-01-31'],
  ['石矶乡人民政府', '2026-01-31'],
  ['东湖街道办事处', '2026-01-31'],
  ['', '2026-01-31'],
])('by law the report of %s for 2025 is due on %s', (agency, due) => {
  expect(dueByLaw({ agency, year: 2025 })).toBe(due);
});

test('the date that was set goes first', () => {
  expect(dueOf({ agency: '云溪市人民政府', year: 2025, due: '2026-02-20' })).toBe('2026-02-20');
});
