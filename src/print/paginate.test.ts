import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Page, paginate, type Strip } from './paginate.ts';

const strip = (height: number, more: Partial<Strip> = {}): Strip => ({ height, gap: 0, isTied: false, ...more });
const tied = (height: number, more: Partial<Strip> = {}): Strip => strip(height, { isTied: true, ...more });
const shown = (pages: readonly Page[]) => pages.map(({ from, to }) => [from, to]);

test('a page takes what fits, to the last bit', () => {
  expect(shown(paginate([strip(4), strip(6), strip(5), strip(5), strip(1)], 10))).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
  ]);
  expect(paginate([], 10)).toEqual([]);
});

test('white above a strip counts, but not at the top of a page', () => {
  expect(shown(paginate([strip(5), strip(5, { gap: 1 }), strip(5), strip(1, { gap: -1 })], 10))).toEqual([
    [0, 1],
    [1, 4],
  ]);
});

test('a heading goes with what follows it', () => {
  expect(shown(paginate([strip(8), strip(1), tied(3), strip(1)], 10))).toEqual([
    [0, 1],
    [1, 4],
  ]);
});

test('a table that fits on a page is not broken; one that does not is, between rows, with its head again', () => {
  const rows = (count: number): Strip[] => [
    strip(3),
    ...Array.from({ length: count }, () => tied(2, { headHeight: 1 })),
  ];
  expect(shown(paginate([strip(5), ...rows(3)], 10))).toEqual([
    [0, 1],
    [1, 5],
  ]);
  // 3 + 3 × 2, then 1 for the head and 4 × 2.
  expect(shown(paginate(rows(8), 10))).toEqual([
    [0, 4],
    [4, 8],
    [8, 9],
  ]);
});

test('what is higher than a page has one to itself', () => {
  expect(shown(paginate([strip(2), strip(30), strip(2)], 10))).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});

test('nothing is lost or printed twice, no page is too high, and what is tied stays together where it can', () => {
  const strips = fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 12 }),
      gap: fc.integer({ min: -1, max: 3 }),
      isTied: fc.boolean(),
      headHeight: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(strips, fc.integer({ min: 8, max: 30 }), (all, height) => {
      const pages = paginate(all, height);
      expect(pages.flatMap(({ from, to }) => all.slice(from, to))).toEqual(all);
      for (const { from, to } of pages) {
        const used = heightOf(all, from, to);
        expect(used <= height || to - from === 1).toBe(true);
        if (to === all.length || !all[to]?.isTied) continue;
        // Broken within what is tied: nothing else on the page could have been broken before, and one more strip does not fit.
        expect(all.slice(from + 1, to).every(({ isTied }) => isTied)).toBe(true);
        expect(heightOf(all, from, to + 1)).toBeGreaterThan(height);
      }
    }),
  );
});

function heightOf(all: readonly Strip[], from: number, to: number): number {
  const heights = all.slice(from, to).map(({ height, gap }, at) => height + (at === 0 ? 0 : gap));
  return heights.reduce((sum, height) => sum + height, all[from]?.headHeight ?? 0);
}
