// Which boxes of a report are probably wrong, from its broken sums: the must-relations become equations between the boxes that a
// person filled in (untouched totals are what their parts add up to), and what else is known becomes evidence.
import type { Law } from '../law.ts';
import type { Steps } from '../steps.ts';
import type { Verdicts } from '../verdict.ts';
import { isKnown, judgeFigures, noVerdicts, state, verdict } from '../verdict.ts';
import { decode, type Evidence, type Known } from './decode.ts';
import type { Change, Equation } from './equations.ts';
import { logCount } from './expected.ts';
import { type Hypothesis, logSum } from './faults.ts';
import { usualShare } from './usual.ts';

/** A sum that was read elsewhere: in the words, or as a total that was typed to check by. */
export type SaidSum = {
  /** Ids of cells, in several lists where either may be meant. */
  readonly sums: readonly (readonly string[])[];
  /** In the cells' own unit; whole. */
  readonly said: number;
  /** Probability that it is right and rightly read. */
  readonly sure: number;
  /** Where it is said: 「文字写“新收59件”」. */
  readonly words: string;
};

/** One fault: what it may have been, the likeliest first. */
export type Suspicion = {
  readonly hypotheses: readonly Hypothesis[];
  /** Numbers of the failing relations that hold once the likeliest is mended. */
  readonly mends: readonly number[];
};

/** Larger figures are left alone: sums of many of them would not be exact. */
const largest = 1e12;

export type Judged = Verdicts & { readonly lastYear: Float64Array | undefined };

/** Empty for a report whose must-relations hold, and wherever nothing can be told. */
export function* suspicions(law: Law, judged: Judged, said: readonly SaidSum[] = []): Steps<readonly Suspicion[]> {
  const failing = failingMust(law, judged);
  if (failing.length === 0) return [];
  const faults = yield* decode(
    {
      equations: equationsOf(law, judged),
      values: judged.values,
      lines: linesOf(law, judged),
      isSigned: (cell) => law.cells[cell]?.signed ?? false,
    },
    evidenceOf(law, judged, said),
  );
  return faults.flatMap(({ hypotheses }) => {
    const [best] = hypotheses;
    if (!best) return [];
    const after = mended(law, judged, best.changes);
    const mends = failing.filter((at) => after.verdicts[at] === verdict.holds);
    return mends.length > 0 ? [{ hypotheses, mends }] : [];
  });
}

function failingMust(law: Law, { verdicts }: Verdicts): readonly number[] {
  return law.relations.flatMap(({ level }, at) => (level === 'must' && verdicts[at] === verdict.fails ? [at] : []));
}

/** The report judged anew with other figures in some cells. */
function mended(law: Law, judged: Judged, changes: readonly Change[]): Verdicts {
  const after = noVerdicts(law);
  const figures = noVerdicts(law);
  judged.states.forEach((is, at) => {
    // Untouched totals are computed again.
    const isOwn = is === state.figure || is === state.unreadable;
    figures.states[at] = isOwn ? is : state.blank;
    figures.values[at] = isOwn ? (judged.values[at] ?? 0) : 0;
  });
  for (const { cell, to } of changes) {
    figures.states[cell] = state.figure;
    figures.values[cell] = to;
  }
  judgeFigures(law, figures, judged.lastYear, after);
  return after;
}

/** The cells that a person filled in of which a cell's figure is made: itself, or the parts of an untouched total. */
export function madeOf(law: Law, { states, values }: Verdicts): (cell: number) => readonly number[] | undefined {
  const partsOf = new Map(law.totals.map(({ cell, parts }) => [cell, parts]));
  const made = (cell: number): readonly number[] | undefined => {
    if (!isKnown(states[cell]) || (values[cell] ?? 0) > largest) return undefined;
    const parts = states[cell] === state.computed ? partsOf.get(cell) : undefined;
    if (!parts) return [cell];
    const all: number[] = [];
    for (const part of parts) {
      const own = made(part);
      if (!own) return undefined;
      all.push(...own);
    }
    return all;
  };
  return made;
}

/** Equations between figures that stand there as typed; those with a blank in them say nothing yet. */
function equationsOf(law: Law, judged: Verdicts): readonly Equation[] {
  const made = madeOf(law, judged);
  return law.flat.flatMap(({ cells, coefficients, equal, needsLastYear }, at) => {
    if (!equal || needsLastYear || law.relations[at]?.level !== 'must') return [];
    const terms = new Map<number, number>();
    for (let term = 0; term < cells.length; term++) {
      const own = made(cells[term] as number);
      if (!own) return [];
      for (const cell of own) terms.set(cell, (terms.get(cell) ?? 0) + (coefficients[term] as number));
    }
    const left = [...terms].filter(([, coefficient]) => coefficient !== 0);
    if (left.length === 0) return [];
    return [
      {
        cells: left.map(([cell]) => cell),
        coefficients: left.map(([, coefficient]) => coefficient),
        constant: 0,
      },
    ];
  });
}

/** Rows and columns of the tables, as far as a person filled them in. */
function linesOf(law: Law, { states }: Verdicts): readonly (readonly number[])[] {
  const lines = new Map<string, number[]>();
  law.cells.forEach(({ table, row, column }, at) => {
    if (states[at] !== state.figure) return;
    for (const key of [`${table.id}/row/${row.id}`, `${table.id}/column/${column.id}`]) {
      const line = lines.get(key);
      if (line) line.push(at);
      else lines.set(key, [at]);
    }
  });
  return [...lines.values()].filter(({ length }) => length > 1);
}

/** What 二 says and last year's 四: local merging of bodies makes them differ now and then. */
const sureOfLastYear = 0.93;

function evidenceOf(law: Law, judged: Judged, said: readonly SaidSum[]): Evidence {
  const made = madeOf(law, judged);
  const known = said.flatMap(({ sums, said, sure }): Known[] => {
    const lists = sums.flatMap((ids) => {
      const cells = ids.flatMap((id) => made(law.indexOf.get(id) ?? -1) ?? []);
      return cells.length > 0 ? [cells] : [];
    });
    return lists.length > 0 ? [{ sums: lists, said, sure }] : [];
  });
  return {
    meant: meantIn(law, judged),
    known: [...known, ...lastYearSums(law, judged)],
    forgotten: forgottenRows(law, judged),
  };
}

/** Relations with last year's figures: a sum of this year's that is known. */
function lastYearSums(law: Law, { states, lastYear }: Judged): readonly Known[] {
  if (!lastYear) return [];
  return law.flat.flatMap(({ cells, coefficients, lastYear: isLast, equal, needsLastYear }) => {
    const own = [...cells].flatMap((cell, at) => (isLast[at] === 1 ? [] : [{ cell, by: coefficients[at] ?? 0 }]));
    const [first] = own;
    if (!equal || !needsLastYear || own.length !== 1 || !first || states[first.cell] !== state.figure) return [];
    const last = [...cells].reduce(
      (sum, cell, at) => (isLast[at] === 1 ? sum + (coefficients[at] ?? 0) * (lastYear[cell] ?? Number.NaN) : sum),
      0,
    );
    const said = -last / first.by;
    return Number.isSafeInteger(said) ? [{ sums: [[first.cell]], said, sure: sureOfLastYear }] : [];
  });
}

/** Dispersions: of figures of which nothing is known, and of those whose last year's is. */
const [wide, narrow] = [0.35, 2.5];

function meantIn(law: Law, { states, values, lastYear }: Judged): (cell: number, figure: number) => number {
  const sizes = new Map<string, readonly [number, number]>();
  law.cells.forEach(({ table, row, column, total }, at) => {
    if (table.id !== 'requests' || total || !isKnown(states[at])) return;
    const [comesIn, goesOut] = sizes.get(column.id) ?? [0, 0];
    const value = values[at] ?? 0;
    const isIn = row.id === 'received' || row.id === 'carried-in';
    sizes.set(column.id, isIn ? [comesIn + value, goesOut] : [comesIn, goesOut + value]);
  });
  return (at, figure) => {
    const cell = law.cells[at];
    if (!cell || cell.total) return 0;
    // Which side of its column is the wrong one is not known.
    const [comesIn, goesOut] = sizes.get(cell.column.id) ?? [0, 0];
    const share = usualShare(cell.row.id);
    const ways: (readonly [share: number, log: number])[] = [[anything, -Math.log(figure + 1) - Math.log(logRange)]];
    if (cell.table.id === 'requests') {
      for (const size of [comesIn, goesOut]) ways.push([1, logCount(figure, share * size + 0.05, wide)]);
    } else ways.push([2, logCount(figure, 1, wide)]);
    const last = lastYear?.[at] ?? Number.NaN;
    if (!Number.isNaN(last)) ways.push([4, logCount(figure, last + 0.2, narrow)]);
    const all = ways.reduce((sum, [share]) => sum + share, 0);
    return logSum(ways.map(([share, log]) => Math.log(share / all) + log));
  };
}

/** Of all figures, how many are of no usual size, beside two that are; and ln of the largest. */
const [anything, logRange] = [0.04, 12];

/** Rows that relations call often forgotten, the cells that a person filled in. */
function forgottenRows(law: Law, { states }: Verdicts): readonly (readonly number[])[] {
  const rows = new Map<string, number[]>();
  for (const { forgotten = [] } of law.relations) {
    for (const id of forgotten) {
      const at = law.indexOf.get(id) ?? -1;
      const cell = law.cells[at];
      if (!cell || states[at] !== state.figure) continue;
      rows.set(cell.row.id, [...(rows.get(cell.row.id) ?? []), at]);
    }
  }
  return [...rows.values()];
}
