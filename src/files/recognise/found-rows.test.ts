import { expect, test } from 'vitest';
import { createFoundRows } from './found-rows.ts';

const row = (place: string, text: string, label = '行') => ({
  id: 't/r',
  texts: new Map([['c', text]]),
  place,
  label,
});

test('the first row that says something of a box is believed, another is listed', () => {
  const rows = createFoundRows();
  rows.putRow(row('一', '3'));
  rows.putRow(row('二', '3'));
  rows.putRow(row('三', '4'));
  rows.end();
  expect(rows.result.found.get('t/r/c')).toEqual({ text: '3', place: '一', label: '行' });
  expect(rows.result.unplaced).toEqual([{ place: '三', label: '行', texts: ['4'] }]);
});

test('an empty form before the report says nothing', () => {
  const rows = createFoundRows();
  rows.putRow(row('一', ''));
  rows.putRow(row('二', '4'));
  rows.end();
  expect(rows.result.found.get('t/r/c')?.text).toBe('4');
  expect(rows.result.unplaced).toEqual([]);
});

test('a label with a slip is that row only where no other row is', () => {
  const rows = createFoundRows();
  rows.putAlike({ ...row('一', '5', '行某'), as: '行' });
  rows.end();
  expect(rows.result.readAs).toEqual([{ printed: '行某', as: '行' }]);
  expect(rows.result.found.get('t/r/c')?.text).toBe('5');
  const more = createFoundRows();
  more.putAlike({ ...row('一', '5', '行某'), as: '行' });
  more.putRow(row('二', '6'));
  more.end();
  expect(more.result.found.get('t/r/c')?.text).toBe('6');
  expect(more.result.unplaced).toEqual([{ place: '一', label: '行某', texts: ['5'] }]);
});
