// Which slip is the likeliest behind sums that do not hold, with its probability: Bayes' rule over single slips, slips that have several
// cells at once, and something else. It knows numbers and equations only; what is known from elsewhere comes in as likelihoods.
import type { Steps } from '../steps.ts';
import { type Change, connected, independentOf, indexed, keyOf, restricted, type System, sizeOf } from './equations.ts';
import { type Fault, faultsOf, logSum, type SlipKind, type Weighed } from './faults.ts';
import { localise, shifts } from './localise.ts';
import { mistyped } from './typing.ts';

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
/** How a wrong number in the words is spread. */
const wrongWords = 1 / 12;
/** Two slips in one sum that are weighed. */
const mostPairs = 3000;
/** So many faults of one report are looked at together, and no more. */
const mostFaults = 12;

export function* decode(system: System, evidence: Evidence): Steps<readonly Fault[]> {
  const independent: System = { ...system, equations: independentOf(system.equations) };
  const { equations, lines = [] } = independent;
  const { value, residual, of, isAllowed } = indexed(independent);
  const broken = equations.flatMap((_, at) => (residual[at] === 0 ? [] : [at]));
  if (broken.length === 0 || !residual.every(Number.isSafeInteger)) return [];
  const apart = connected(broken, equations);
  // So many at once have one cause, or none that could be found.
  const groups = apart.length > mostFaults ? [apart.flat()] : apart;
  const groupOf = new Map(groups.flatMap((group, at) => group.map((equation) => [equation, at] as const)));
  yield;

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
  /** Whether they put something right; otherwise they are no hypothesis. */
  function add(kind: SlipKind, changes: readonly Change[], log: number): boolean {
    const mask = maskOf(changes);
    if (mask === undefined) return false;
    const key = keyOf(changes);
    const weight = log + support(changes);
    const before = found.get(key);
    // The same changes come about in several ways.
    const likelier = before && before.log >= weight ? before : { kind, changes, mask };
    found.set(key, { ...likelier, log: before ? logSum([before.log, weight]) : weight });
    return true;
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
      if (to === undefined) continue;
      const changes = [{ cell, to }];
      if (add(mistyped(value(cell), to).kind, changes, asTyped(changes))) isAlone = true;
    }
    yield;
    if (group.length === 1) yield* pairsIn(equations[shortest]?.cells ?? []);
    if (isAlone || group.length < 2) continue;
    // Several slips in one group: whatever the search for the fewest finds.
    const others = broken.filter((equation) => !group.includes(equation));
    for (const { slips, isPartial } of yield* localise(restricted(independent, others, residual))) {
      const changes = slips.flatMap(({ changes }) => changes);
      const [only, ...more] = slips;
      const several =
        more.length === 0 && (only?.kind === 'shifted' || only?.kind === 'exchanged') ? only.kind : undefined;
      if (isPartial) continue;
      if (several) add(several, changes, Math.log(slip * priors[several]));
      else add('other', changes, asTyped(changes));
    }
  }
  yield;
  for (const line of lines) {
    const wanted = line.map(needed);
    line.forEach((one, a) => {
      line.forEach((other, b) => {
        const to = wanted[a];
        if (a !== b && to !== undefined && wanted[b] !== undefined)
          pair(one, to, other, Math.abs(a - b) === 1 ? 1 : 0.2);
      });
    });
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
    for (const { changes } of shifts(independent)) {
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
