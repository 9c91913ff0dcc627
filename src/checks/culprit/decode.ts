// Which slip is the likeliest behind sums that do not hold, with its probability: Bayes' rule over single slips, slips that have several
// cells at once, and something else. It knows numbers and equations only; what is known from elsewhere comes in as likelihoods.
import type { Steps } from '../steps.ts';
import { type Change, type Equation, localise, type System, shifts } from './localise.ts';
import { mistyped, type TypingKind } from './typing.ts';

export type SlipKind =
  | TypingKind
  /** Of several cells at once. */
  | 'exchanged'
  | 'shifted'
  /** The figure of one cell stands in another of the line. */
  | 'moved'
  /** One case is counted in another cell of the line than everywhere else. */
  | 'two-kinds'
  /** A row that has nothing but 0. */
  | 'row-missed';

/** A sum that is known from elsewhere. */
export type Known = {
  /** Lists of cells: one of them is meant, and adds up to `said`. */
  readonly sums: readonly (readonly number[])[];
  readonly said: number;
  /** Probability that it is right and rightly read; between 0.5 and 1. */
  readonly sure: number;
};

export type Evidence = {
  /** log P that a figure is meant in a cell, whatever stands there. */
  readonly meant: (cell: number, figure: number) => number;
  readonly known: readonly Known[];
  /** Rows that are filled in last and forgotten. */
  readonly forgotten: readonly (readonly number[])[];
};

export type Hypothesis = {
  readonly kind: SlipKind;
  readonly changes: readonly Change[];
  /** 0 to 1; together with `unknown` those of one fault are about 1. */
  readonly probability: number;
};

/** Sums that are broken together: by one slip, or by several that cannot be told apart. */
export type Fault = {
  /** Numbers of the system's equations that are broken by it. */
  readonly equations: readonly number[];
  /** The likeliest first. */
  readonly hypotheses: readonly Hypothesis[];
};

/** Of one cell, that something goes wrong in it. Only what it is against the others counts. */
const slip = 0.01;
/** Likelihoods of slips with several cells, against that of one cell. */
const priors = {
  rowMissed: 5,
  otherRowMissed: 0.3,
  moved: 0.12,
  twoKinds: 0.05,
  transfer: 0.02,
  exchanged: 0.06,
  shifted: 0.05,
};
/** Something that is not among the hypotheses, against a slip in one cell: per broken sum. */
const somethingElse = 0.0008;
/** How a wrong number in the words is spread. */
const wrongWords = 1 / 12;
/** Two slips in one sum that are weighed. */
const mostPairs = 3000;
/** So many faults of one report are looked at together, and no more. */
const mostFaults = 12;

type Weighed = {
  readonly kind: SlipKind;
  readonly changes: readonly Change[];
  readonly mask: number;
  readonly log: number;
};

export function* decode(system: System, evidence: Evidence): Steps<readonly Fault[]> {
  const { equations, values, lines = [], isSigned = () => false } = system;
  const value = (cell: number): number => values[cell] ?? 0;
  const independent = independentOf(equations);
  const residual = equations.map(({ cells, coefficients, constant }) =>
    cells.reduce((sum, cell, at) => sum + (coefficients[at] ?? 0) * value(cell), -constant),
  );
  const broken = independent.filter((at) => residual[at] !== 0);
  if (broken.length === 0 || !residual.every(Number.isSafeInteger)) return [];
  const within: { readonly equation: number; readonly coefficient: number }[][] = [];
  for (const equation of independent) {
    equations[equation]?.cells.forEach((cell, at) => {
      within[cell] ??= [];
      within[cell].push({ equation, coefficient: equations[equation]?.coefficients[at] ?? 0 });
    });
  }
  const of = (cell: number) => within[cell] ?? [];
  const apart = connected(broken, equations);
  // So many at once have one cause, or none that could be found.
  const groups = apart.length > mostFaults ? [apart.flat()] : apart;
  const groupOf = new Map(groups.flatMap((group, at) => group.map((equation) => [equation, at] as const)));
  yield;

  const isAllowed = (cell: number, to: number): boolean => Number.isSafeInteger(to) && (to >= 0 || isSigned(cell));

  /** Which groups hold after the changes; undefined where one is not put right whole, or another sum breaks. */
  function maskOf(changes: readonly Change[]): number | undefined {
    const rest = new Map<number, number>();
    for (const { cell, to } of changes) {
      if (!isAllowed(cell, to)) return undefined;
      for (const { equation, coefficient } of of(cell)) {
        rest.set(equation, (rest.get(equation) ?? residual[equation] ?? 0) + coefficient * (to - value(cell)));
      }
    }
    let mask = 0;
    for (const [equation, left] of rest) {
      if (left !== 0) return undefined;
      const group = groupOf.get(equation);
      if (group !== undefined) mask |= 1 << group;
    }
    for (const [at, group] of groups.entries()) {
      if ((mask & (1 << at)) !== 0 && !group.every((equation) => rest.has(equation))) return undefined;
    }
    return mask === 0 ? undefined : mask;
  }

  const known = knownBy(evidence.known, value);
  // A cell is asked about many times, and mostly for the same few figures.
  const weights = new Map<number, Map<number, { readonly meant: number; readonly typed: number }>>();
  const ownWeight = new Map<number, number>();
  /** That a figure would have been meant, against what stands there, and that it was mistyped so (logs). */
  function weightOf({ cell, to }: Change): { readonly meant: number; readonly typed: number } {
    const ofCell = weights.get(cell) ?? new Map<number, { readonly meant: number; readonly typed: number }>();
    weights.set(cell, ofCell);
    const before = ofCell.get(to);
    if (before) return before;
    const own = ownWeight.get(cell) ?? evidence.meant(cell, value(cell));
    ownWeight.set(cell, own);
    const weight = {
      meant: evidence.meant(cell, to) - own,
      typed: Math.log(slip * mistyped(value(cell), to).likelihood),
    };
    ofCell.set(to, weight);
    return weight;
  }

  /** What is known from elsewhere, and how likely the figures are that would have been meant. */
  const support = (changes: readonly Change[]): number =>
    known.of(changes) + changes.reduce((sum, change) => sum + weightOf(change).meant, 0);

  const found = new Map<string, Weighed>();
  function add(kind: SlipKind, changes: readonly Change[], log: number): void {
    const mask = maskOf(changes);
    if (mask === undefined) return;
    const key = keyOf(changes);
    const weight = log + support(changes);
    const before = found.get(key);
    // The same changes come about in several ways.
    if (!before) found.set(key, { kind, changes, mask, log: weight });
    else
      found.set(key, { ...(before.log >= weight ? before : { ...before, kind }), log: logSum([before.log, weight]) });
  }

  const asTyped = (changes: readonly Change[]): number =>
    changes.reduce((sum, change) => sum + weightOf(change).typed, 0);

  /** What a cell would have to say for its first broken equation to hold. */
  function needed(cell: number): number | undefined {
    const first = of(cell).find(({ equation }) => groupOf.has(equation));
    if (!first) return undefined;
    const to = value(cell) - (residual[first.equation] ?? 0) / first.coefficient;
    return isAllowed(cell, to) ? to : undefined;
  }

  for (const group of groups) {
    const shortest = [...group].sort((a, b) => sizeOf(equations, a) - sizeOf(equations, b))[0] ?? -1;
    let isAlone = false;
    for (const cell of equations[shortest]?.cells ?? []) {
      const to = needed(cell);
      if (to === undefined || maskOf([{ cell, to }]) === undefined) continue;
      isAlone = true;
      add(mistyped(value(cell), to).kind, [{ cell, to }], asTyped([{ cell, to }]));
    }
    yield;
    if (group.length === 1) yield* pairsIn(equations[shortest]?.cells ?? []);
    if (isAlone || group.length < 2) continue;
    // Several slips in one group: whatever the search for the fewest finds.
    const others = broken.filter((equation) => !group.includes(equation));
    for (const { slips, isPartial } of yield* localise(restricted(system, independent, others, residual))) {
      const changes = slips.flatMap(({ changes }) => changes);
      const kinds = new Set(slips.map(({ kind }) => kind));
      const several = slips.length === 1 && changes.length > 1;
      const log = several
        ? Math.log(slip * (kinds.has('shifted') ? priors.shifted : priors.exchanged))
        : asTyped(changes);
      const kind = several ? (kinds.has('shifted') ? 'shifted' : 'exchanged') : 'other';
      if (!isPartial) add(kind, changes, log);
    }
  }
  yield;
  for (const line of lines) {
    for (let a = 0; a < line.length; a++) {
      const [one, oneTo] = [line[a] as number, needed(line[a] as number)];
      if (oneTo === undefined) continue;
      for (let b = 0; b < line.length; b++) {
        const other = line[b] as number;
        if (a === b || needed(other) === undefined) continue;
        pair(one, oneTo, other, Math.abs(a - b) === 1 ? 1 : 0.2);
      }
    }
  }

  /** Two slips in one sum, one of which makes a sum right that is known from elsewhere. */
  function* pairsIn(cells: readonly number[]): Steps<void> {
    const inSum = new Set(cells);
    const tried = new Set<string>();
    let left = mostPairs;
    for (const { said, sums } of evidence.known) {
      for (const list of sums) {
        const lacks = said - list.reduce((sum, cell) => sum + value(cell), 0);
        if (lacks === 0 || sums.some((other) => other.reduce((sum, cell) => sum + value(cell), 0) === said)) continue;
        for (const one of list) {
          const to = value(one) + lacks;
          if (!inSum.has(one) || !isAllowed(one, to)) continue;
          const key = `${one}:${to}`;
          if (tried.has(key)) continue;
          tried.add(key);
          for (const other of cells) {
            if (other === one || --left < 0) continue;
            const rest = restAfter(one, to, other);
            if (rest === undefined || rest === value(other)) continue;
            const changes = [
              { cell: one, to },
              { cell: other, to: rest },
            ];
            add('other', changes, asTyped(changes));
          }
        }
        yield;
      }
    }
  }

  /** What `other` would have to say as well, once `one` says `to`. */
  function restAfter(one: number, to: number, other: number): number | undefined {
    const [at] = of(one);
    const by = of(other).find(({ equation }) => equation === at?.equation);
    if (!at || !by) return undefined;
    const left = (residual[at.equation] ?? 0) + at.coefficient * (to - value(one));
    return value(other) - left / by.coefficient;
  }

  /** Two cells of a line that have a sum between them: what the one lacks the other has too many. */
  function pair(one: number, oneTo: number, other: number, near: number): void {
    const lacks = oneTo - value(one);
    if (lacks <= 0) return;
    const otherTo = value(other) - lacks;
    const changes = [
      { cell: one, to: oneTo },
      { cell: other, to: otherTo },
    ];
    if (maskOf(changes) === undefined) return;
    const isWhole = value(one) === 0 && oneTo === value(other);
    const isExchange = oneTo === value(other) && otherTo === value(one);
    if (isWhole || value(one) === 0) add('moved', changes, Math.log(slip * priors.moved * near * (isWhole ? 1 : 0.3)));
    if (isExchange && !isWhole) add('exchanged', changes, Math.log(slip * priors.exchanged * near));
    if (lacks === 1) add('two-kinds', changes, Math.log(slip * priors.twoKinds));
    else add('moved', changes, Math.log((slip * priors.transfer) / (5 + lacks)));
  }

  if (groups.length > 1) {
    for (const { changes } of shifts(restricted(system, independent, [], residual))) {
      add('shifted', changes, Math.log(slip * priors.shifted));
    }
  }
  yield;
  for (const { row, isLast } of [
    ...evidence.forgotten.map((row) => ({ row, isLast: true })),
    ...lines.map((row) => ({ row, isLast: false })),
  ]) {
    if (row.some((cell) => value(cell) !== 0)) continue;
    const changes = row.flatMap((cell) => {
      const to = needed(cell);
      return to === undefined || to <= 0 ? [] : [{ cell, to }];
    });
    if (changes.length < (isLast ? 1 : 2)) continue;
    add('row-missed', changes, Math.log(slip * (isLast ? priors.rowMissed : priors.otherRowMissed)));
  }
  yield;
  return faultsOf(groups, [...found.values()]);
}

const keyOf = (changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => a.cell - b.cell)
    .map(({ cell, to }) => `${cell}:${to}`)
    .join(' ');

const sizeOf = (equations: readonly Equation[], at: number): number => equations[at]?.cells.length ?? 0;

/** Groups of broken equations to explanations: the sum over all ways to put each group right once, by subsets of groups. */
function faultsOf(groups: readonly (readonly number[])[], found: readonly Weighed[]): readonly Fault[] {
  const all = 2 ** groups.length - 1;
  const else_ = groups.map((group) => Math.log(slip * somethingElse) * Math.sqrt(group.length));
  const byMask = new Map<number, Weighed[]>();
  for (const one of found) byMask.set(one.mask, [...(byMask.get(one.mask) ?? []), one]);
  const masks = [...byMask].map(([mask, some]) => ({ mask, log: logSum(some.map(({ log }) => log)) }));
  /** By the groups still open: the log of the sum over all explanations of them. */
  const total = new Float64Array(all + 1).fill(Number.NEGATIVE_INFINITY);
  total[0] = 0;
  for (let open = 1; open <= all; open++) {
    const first = 31 - Math.clz32(open & -open);
    const ways = [(else_[first] ?? 0) + (total[open & ~(1 << first)] ?? 0)];
    for (const { mask, log } of masks) {
      if ((mask & (1 << first)) !== 0 && (mask & ~open) === 0) ways.push(log + (total[open & ~mask] ?? 0));
    }
    total[open] = logSum(ways);
  }
  const hypotheses = found
    .map(({ kind, changes, mask, log }) => ({
      kind,
      changes,
      mask,
      probability: Math.exp(log + (total[all & ~mask] ?? 0) - (total[all] ?? 0)),
    }))
    .filter(({ probability }) => probability > 0.01)
    .sort((a, b) => b.probability - a.probability);
  // Groups that one slip may have broken together are one fault.
  const faults: { mask: number; hypotheses: (typeof hypotheses)[number][] }[] = groups.map((_, at) => ({
    mask: 1 << at,
    hypotheses: [],
  }));
  for (const hypothesis of hypotheses) {
    const [kept, ...joined] = faults.filter(({ mask }) => (mask & hypothesis.mask) !== 0);
    // What is hardly likely joins nothing.
    if (!kept || (joined.length > 0 && hypothesis.probability < joins)) continue;
    for (const other of joined) {
      kept.mask |= other.mask;
      kept.hypotheses.push(...other.hypotheses);
      faults.splice(faults.indexOf(other), 1);
    }
    kept.hypotheses.push(hypothesis);
  }
  return faults.map(({ mask, hypotheses }) => ({
    equations: groups.flatMap((group, at) => ((mask & (1 << at)) === 0 ? [] : group)),
    hypotheses: hypotheses
      .sort((a, b) => b.probability - a.probability)
      .map(({ kind, changes, probability }) => ({ kind, changes, probability: Math.min(1, probability) })),
  }));
}

const joins = 0.2;

function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** How well changes go with what is known from elsewhere, against how well what stands there does (log). */
function knownBy(known: readonly Known[], value: (cell: number) => number) {
  const sums = known.map(({ sums }) => sums.map((cells) => cells.reduce((sum, cell) => sum + value(cell), 0)));
  const sets = known.map(({ sums }) => sums.map((cells) => new Set(cells)));
  const byCell = new Map<number, Set<number>>();
  known.forEach((one, at) => {
    for (const cell of one.sums.flat()) byCell.set(cell, (byCell.get(cell) ?? new Set()).add(at));
  });
  return {
    of(changes: readonly Change[]): number {
      const touched = new Set(changes.flatMap(({ cell }) => [...(byCell.get(cell) ?? [])]));
      let log = 0;
      for (const at of touched) {
        const { said, sure } = known[at] as Known;
        const now = sums[at] ?? [];
        const after = (sets[at] ?? []).map((cells, which) =>
          changes.reduce((sum, { cell, to }) => (cells.has(cell) ? sum + to - value(cell) : sum), now[which] ?? 0),
        );
        const fits = (some: readonly number[]): number =>
          some.includes(said) ? Math.log(sure) : Math.log((1 - sure) * wrongWords);
        log += fits(after) - fits(now);
      }
      return log;
    },
  };
}

/** Equations none of which follows from the others, the shortest kept. */
function independentOf(equations: readonly Equation[]): readonly number[] {
  const order = equations.map((_, at) => at).sort((a, b) => sizeOf(equations, a) - sizeOf(equations, b));
  const rows: { readonly pivot: number; readonly row: Map<number, number> }[] = [];
  const kept: number[] = [];
  for (const at of order) {
    const { cells = [], coefficients = [] } = equations[at] ?? {};
    const row = new Map(cells.map((cell, i) => [cell, coefficients[i] ?? 0]));
    for (const { pivot, row: other } of rows) {
      const times = row.get(pivot) ?? 0;
      if (times === 0) continue;
      for (const [cell, coefficient] of other) {
        const left = (row.get(cell) ?? 0) - times * coefficient;
        if (left === 0) row.delete(cell);
        else row.set(cell, left);
      }
    }
    const [lead] = row;
    if (!lead) continue;
    const [pivot, by] = lead;
    for (const [cell, coefficient] of row) row.set(cell, coefficient / by);
    rows.push({ pivot, row });
    kept.push(at);
  }
  return kept.sort((a, b) => a - b);
}

/** Equations that share a cell, all that are so connected together. */
function connected(broken: readonly number[], equations: readonly Equation[]): readonly (readonly number[])[] {
  const groups: { readonly equations: number[]; readonly cells: Set<number> }[] = [];
  for (const equation of broken) {
    const cells = equations[equation]?.cells ?? [];
    const [kept, ...joined] = groups.filter((group) => cells.some((cell) => group.cells.has(cell)));
    if (!kept) {
      groups.push({ equations: [equation], cells: new Set(cells) });
      continue;
    }
    kept.equations.push(equation);
    for (const cell of cells) kept.cells.add(cell);
    for (const other of joined) {
      kept.equations.push(...other.equations);
      for (const cell of other.cells) kept.cells.add(cell);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map(({ equations }) => equations);
}

/** The same system with what is broken elsewhere taken for granted. */
function restricted(
  system: System,
  independent: readonly number[],
  others: readonly number[],
  residual: readonly number[],
): System {
  const equations = independent.flatMap((at) => {
    const equation = system.equations[at];
    if (!equation) return [];
    return others.includes(at) ? [{ ...equation, constant: equation.constant + (residual[at] ?? 0) }] : [equation];
  });
  return { ...system, equations };
}
