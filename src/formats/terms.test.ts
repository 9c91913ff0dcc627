import { expect, test } from 'vitest';
import { layoutOf } from './layout.ts';
import { formats } from './registry.ts';
import { explained, type Term, terms } from './terms.ts';

const all = formats.flatMap(({ id, tables }) =>
  tables.map((table) => ({ id, table: { ...table, columns: [...table.columns], rows: [...table.rows] } })),
);

test.each(all.map(({ id, table }) => [id, table.id, table] as const))(
  'format %s, %s: every label has its words, and no word is without a label',
  (id, _, table) => {
    const own = terms[id][table.id];
    const headings = new Set([
      ...table.rows.flatMap((row) => ('under' in row ? [...row.under] : [])),
      ...table.columns.flatMap((column) => ('group' in column ? [column.group] : [])),
    ]);
    expect(Object.keys(own?.rows ?? {}).sort()).toEqual(table.rows.map(({ id }) => id).sort());
    expect(Object.keys(own?.columns ?? {}).sort()).toEqual(table.columns.map(({ id }) => id).sort());
    expect(
      Object.keys(own?.headings ?? {})
        .filter((label) => label !== '申请人情况')
        .sort(),
    ).toEqual([...headings].sort());
  },
);

test('every word says what it means and where that stands', () => {
  for (const tables of Object.values(terms)) {
    const said: readonly Term[] = Object.values(tables).flatMap(({ rows, columns, headings }) =>
      [rows, columns, headings].flatMap((some) => Object.values(some)),
    );
    for (const { means, counts = '。', not = '。', sources } of said) {
      for (const sentence of [means, counts, not]) expect(sentence).toMatch(/。$/);
      expect(sources.length).toBeGreaterThan(0);
      for (const { document, place } of sources) expect(document.length * place.length).toBeGreaterThan(0);
    }
  }
});

test('a box is explained by its row, its column and what stands over them', () => {
  const [, format] = formats;
  const labels = (asked: string) => explained('2021', format.tables, asked).map(({ label }) => label);
  expect(labels('requests/refused-deliberative/business')).toEqual([
    '6.属于四类过程性信息',
    '商业企业',
    '（三）不予公开',
    '三、本年度办理结果',
    '法人或其他组织',
  ]);
  expect(labels('requests/rows/granted')).toEqual(['（一）予以公开']);
  expect(labels('nothing')).toEqual([]);
});

test.each(
  formats.flatMap(({ id, ...format }) => ([2, 3, 4] as const).map((section) => [id, section, format] as const)),
)('format %s, table %i: every heading that can be asked about is explained', (id, section, format) => {
  const { head, bodies } = layoutOf(format, section);
  const asked = [...head, ...bodies.flat()].flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'head' && part.term !== undefined ? [part] : [])),
  );
  expect(asked.length).toBeGreaterThan(5);
  for (const { label, term = '' } of asked) {
    expect(explained(id, format.tables, term)).toMatchObject([{ label }]);
  }
});
