import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../formats/layout.ts';
import { formatIds, lawOf } from '../../formats/registry.ts';
import { partPlaces } from './part-places.ts';

describe.each(formatIds)('the tables of format %s', (id) => {
  test.each([2, 3, 4] as const)('of section %i are covered whole, each place once', (section) => {
    const layout = layoutOf(lawOf(id), section);
    const rows = layout.head.length + layout.bodies.flat().length;
    const covered = partPlaces(layout).flatMap(({ row, col, part, rowSpan }) =>
      Array.from({ length: rowSpan * part.colSpan }, (_, at) => {
        const down = Math.floor(at / part.colSpan);
        return `${row + down}/${col + (at % part.colSpan)}`;
      }),
    );
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered).toHaveLength(rows * layout.widths.length);
  });
});
