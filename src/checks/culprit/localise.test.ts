import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../report/edit-distance.ts';
import { atOnce } from '../steps.ts';
import type { Equation } from './equations.ts';
import { localise } from './localise.ts';
import { weighSlip } from './slip.ts';

/** 'x1 + x2 = x3' with the variables numbered from 1. */
function equation(text: string): Equation {
  const [left = '', right = ''] = text.split('=');
  const terms = (side: string, sign: number): [number, number][] =>
    [...side.matchAll(/([+-]?)\s*x(\d+)/g)].map(([, minus, cell]) => [Number(cell), minus === '-' ? -sign : sign]);
  const all = [...terms(left, 1), ...terms(right, -1)];
  return { cells: all.map(([cell]) => cell), coefficients: all.map(([, sign]) => sign), constant: 0 };
}

/** What each explanation changes: x4=116 x9=1979. */
function explained(equations: readonly Equation[], values: readonly number[], isSigned = false): string[] {
  const found = atOnce(localise({ equations, values: [0, ...values], isSigned: () => isSigned }));
  return found.map(({ slips }) =>
    slips
      .flatMap(({ changes }) => changes)
      .sort((a, b) => a.cell - b.cell)
      .map(({ cell, to }) => `x${cell}=${to}`)
      .join(' '),
  );
}

// Scholtus (2009), section 4; also the example of R's deducorrect (correctTypos) and deductive (correct_typos).
describe('the example of Scholtus', () => {
  const equations = ['x1 + x2 = x3', 'x2 = x4', 'x5 + x6 + x7 = x8', 'x3 + x8 = x9', 'x9 - x10 = x11'].map(equation);

  test('a record that holds is under no suspicion', () => {
    expect(explained(equations, [1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137])).toEqual([]);
  });
  test('two neighbours swapped: 161 for 116', () => {
    const [first] = explained(equations, [1452, 116, 1568, 161, 323, 76, 12, 411, 1979, 1842, 137]);
    expect(first).toBe('x4=116');
  });
  test('and a digit doubled: 19979 for 1979', () => {
    const [first] = explained(equations, [1452, 116, 1568, 161, 323, 76, 12, 411, 19979, 1842, 137]);
    expect(first).toBe('x4=116 x9=1979');
  });
  test('and parts that are missing: which of the three is not known, so all are given', () => {
    const found = explained(equations, [1452, 116, 1568, 161, 0, 0, 0, 411, 19979, 1842, 137]);
    expect(found.slice(0, 3).sort()).toEqual([
      'x4=116 x5=411 x9=1979',
      'x4=116 x6=411 x9=1979',
      'x4=116 x7=411 x9=1979',
    ]);
  });
  test('and a total that is missing', () => {
    const [first] = explained(equations, [1452, 116, 1568, 161, 323, 76, 12, 0, 19979, 1842, 137]);
    expect(first).toBe('x4=116 x8=411 x9=1979');
  });
});

describe('the other examples of deducorrect', () => {
  // Its tests name the first variable x2 and the second x1.
  test('x1 + x2 = x3 with 161 for 116', () => {
    expect(explained([equation('x1 + x2 = x3')], [1452, 161, 1568])[0]).toBe('x2=116');
  });
  // z = x - y with x, y, z = 3, 13, 10; 14, -4, 10; 15, 5, -10: a sign.
  test.each([
    [[3, 13, 10], 'x3=-10'],
    [[14, -4, 10], 'x2=4'],
    [[15, 5, -10], 'x3=10'],
  ])('a sign in %j', (values, first) => {
    expect(explained([equation('x1 - x2 = x3')], values, true)[0]).toBe(first);
  });
});

describe('a table with totals of rows and columns', () => {
  const size = 4;
  const at = (row: number, column: number): number => row * (size + 1) + column;
  const range = [...Array(size + 1).keys()];
  const sum = (parts: number[], total: number): Equation => ({
    cells: [...parts, total],
    coefficients: [...parts.map(() => 1), -1],
    constant: 0,
  });
  const equations = range.flatMap((line) => [
    sum(
      range.slice(0, -1).map((one) => at(line, one)),
      at(line, size),
    ),
    sum(
      range.slice(0, -1).map((one) => at(one, line)),
      at(size, line),
    ),
  ]);
  const rows = range.map((row) => range.map((column) => at(row, column)));
  const columns = range.map((column) => range.map((row) => at(row, column)));
  const lines = [...rows, ...columns];

  const table = fc
    .array(fc.integer({ min: 0, max: 9999 }), { minLength: size * size, maxLength: size * size })
    .map((parts) => {
      const values: number[] = Array((size + 1) ** 2).fill(0);
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++) {
          const part = parts[row * size + column] as number;
          for (const cell of [at(row, column), at(row, size), at(size, column), at(size, size)]) {
            values[cell] = (values[cell] as number) + part;
          }
        }
      }
      return values;
    });

  const holds = (values: readonly number[]): boolean =>
    equations.every(
      ({ cells, coefficients }) =>
        cells.reduce((all, cell, one) => all + (coefficients[one] ?? 0) * (values[cell] ?? 0), 0) === 0,
    );

  test('no suspicion where all holds', () => {
    fc.assert(
      fc.property(table, (values) => {
        expect(atOnce(localise({ equations, values, lines }))).toEqual([]);
      }),
    );
  });

  test('one wrong figure is found, with what it should say', () => {
    fc.assert(
      fc.property(table, fc.nat((size + 1) ** 2 - 1), fc.nat(99_999), (values, cell, wrong) => {
        fc.pre(values[cell] !== wrong);
        const [first] = atOnce(localise({ equations, values: changed(values, cell, wrong), lines }));
        expect(first?.slips.flatMap(({ changes }) => changes)).toEqual([{ cell, to: values[cell] }]);
      }),
    );
  });

  test('whatever is explained holds when it is changed so, and nothing idle is in it', () => {
    const slips = fc.array(fc.tuple(fc.nat((size + 1) ** 2 - 1), fc.nat(9999)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(table, slips, (values, wrong) => {
        const broken = wrong.reduce((all, [cell, figure]) => changed(all, cell, figure), values);
        for (const { slips, isPartial } of atOnce(localise({ equations, values: broken, lines })).slice(0, 20)) {
          const changes = slips.flatMap((slip) => slip.changes);
          const mended = changes.reduce((all, { cell, to }) => changed(all, cell, to), broken);
          if (!isPartial) expect(holds(mended)).toBe(true);
          for (const { cell, to } of changes) expect(to).not.toBe(broken[cell]);
        }
      }),
    );
  });

  test('two figures of a row exchanged are one slip', () => {
    const values = tableOf([12, 340, 5, 88, 7, 61, 230, 4, 19, 3, 45, 600, 31, 8, 77, 150]);
    const [a, b] = [at(1, 0), at(1, 2)];
    const broken = changed(changed(values, a, values[b] ?? 0), b, values[a] ?? 0);
    expect(atOnce(localise({ equations, values: broken, lines }))[0]?.slips).toEqual([
      {
        kind: 'exchanged',
        cost: 2,
        changes: [
          { cell: a, to: 7 },
          { cell: b, to: 230 },
        ],
      },
    ]);
  });

  test('a row pasted one place off is one slip', () => {
    const values = tableOf([12, 340, 5, 88, 7, 61, 230, 4, 19, 3, 45, 600, 31, 8, 77, 150]);
    const broken = range.reduce(
      (all, column) => changed(all, at(1, column), column === 0 ? 0 : (values[at(1, column - 1)] ?? 0)),
      values,
    );
    const [first] = atOnce(localise({ equations, values: broken, lines }));
    expect(first?.slips.map(({ kind }) => kind)).toEqual(['shifted']);
    expect(first?.slips[0]?.changes).toEqual(rows[1]?.map((cell) => ({ cell, to: values[cell] })));
  });

  function tableOf(parts: readonly number[]): number[] {
    const values: number[] = Array((size + 1) ** 2).fill(0);
    parts.forEach((part, one) => {
      const [row, column] = [Math.floor(one / size), one % size];
      for (const cell of [at(row, column), at(row, size), at(size, column), at(size, size)])
        values[cell] = (values[cell] ?? 0) + part;
    });
    return values;
  }
});

function changed(values: readonly number[], cell: number, to: number): number[] {
  return values.map((value, at) => (at === cell ? to : value));
}

describe('a slip', () => {
  test.each([
    [31, 13, 'transposed'],
    [31, 37, 'changed'],
    [3, 31, 'dropped'],
    [311, 31, 'repeated'],
    [321, 31, 'added'],
    [310, 31, 'times-ten'],
    [3, 30, 'times-ten'],
    [-4, 4, 'sign'],
    [0, 5, 'missed'],
    [9876, 31, 'other'],
  ])('%i for %i is %s', (from, to, kind) => {
    expect(weighSlip(from, to).kind).toBe(kind);
  });

  test('costs between one and two', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (from, to) => {
        fc.pre(from !== to);
        const { cost } = weighSlip(from, to);
        expect(cost).toBeGreaterThan(1);
        expect(cost).toBeLessThan(2);
      }),
    );
  });

  test('the distance is that of restricted alignment', () => {
    expect(editDistance('ca', 'abc')).toBe(3);
    expect(editDistance('161', '116')).toBe(1);
    expect(editDistance('', '12')).toBe(2);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
