// Which boxes of a report are probably wrong, from its broken sums: the must-relations become equations between the boxes that a
// person filled in (untouched totals are what their parts add up to), and error localisation says the rest.
import type { Law } from '../law.ts';
import type { Steps } from '../steps.ts';
import type { Verdicts } from '../verdict.ts';
import { isKnown, judgeFigures, noVerdicts, state, verdict } from '../verdict.ts';
import { type Change, type Equation, type Explanation, localise, type Slip } from './localise.ts';

/** One mistake: what it may have been, likeliest first. They are equally likely, or nearly so. */
export type Suspicion = {
  readonly alternatives: readonly Slip[];
  /** Numbers of the failing relations that hold once it is mended. */
  readonly mends: readonly number[];
  /**
   * Two broken sums with totals that someone typed meet in one box, and only one. Totals that are computed follow their parts,
   * so what they say of a wrong box says nothing about which of them it is.
   */
  readonly isLikely: boolean;
};

/** Costs this near to one another decide nothing. */
const tie = 0.1;
/** When more boxes than this are equally suspect, none is named: the broken sum says as much. */
const mostAlternatives = 5;
/** Nor when so many could be wrong at all, and none of them looks like a slip of the hand. */
const telling = 1.45;
/** Larger figures are left alone: sums of many of them would not be exact. */
const largest = 1e12;

export type Judged = Verdicts & { readonly lastYear: Float64Array | undefined };

/** Empty for a report whose must-relations hold, and wherever nothing can be told. */
export function* suspicions(law: Law, judged: Judged): Steps<readonly Suspicion[]> {
  const failing = failingMust(law, judged);
  if (failing.length === 0) return [];
  const found = yield* localise({
    equations: equationsOf(law, judged),
    values: judged.values,
    lines: linesOf(law, judged),
    isSigned: (cell) => law.cells[cell]?.signed ?? false,
    prior: priorOf(law, judged),
  });
  const [best] = found;
  if (!best) return [];
  return best.slips.flatMap((slip) => {
    const rivals = inPlaceOf(slip, best, found);
    const alternatives = rivals.filter(({ cost }) => cost <= slip.cost + tie);
    if (alternatives.length > mostAlternatives) return [];
    if (rivals.length > mostAlternatives && slip.changes.length === 1 && slip.cost > telling) return [];
    const after = mended(law, judged, slip.changes);
    const alone = failing.filter((at) => after.verdicts[at] === verdict.holds);
    const isLikely = alternatives.length === 1 && alone.filter((at) => hasTypedTotal(law, judged, at)).length > 1;
    return alone.length > 0 ? [{ alternatives, mends: alone, isLikely }] : [];
  });
}

const hasTypedTotal = (law: Law, { states }: Verdicts, relation: number): boolean =>
  law.flat[relation]?.cells.some((cell) => law.cells[cell]?.total && states[cell] === state.figure) ?? false;

/** The slip itself first, then whatever else could stand in its place, beside the other slips of the best explanation. */
function inPlaceOf(slip: Slip, best: Explanation, found: readonly Explanation[]): readonly Slip[] {
  const others = new Set(best.slips.filter((other) => other !== slip).map(nameOf));
  const rivals = found.flatMap(({ slips }) => {
    const left = slips.filter((one) => !others.has(nameOf(one)));
    return slips.length === best.slips.length && left.length === 1 ? left : [];
  });
  const all = [slip, ...rivals];
  const names = all.map(nameOf);
  return all.filter((_, at) => names.indexOf(names[at] ?? '') === at);
}

const nameOf = ({ changes }: Slip): string => changes.map(({ cell, to }) => `${cell}:${to}`).join(' ');

export function failingMust(law: Law, { verdicts }: Verdicts): readonly number[] {
  return law.relations.flatMap(({ level }, at) => (level === 'must' && verdicts[at] === verdict.fails ? [at] : []));
}

/** The report judged anew with other figures in some cells. */
export function mended(law: Law, judged: Judged, changes: readonly Change[]): Verdicts {
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

/** Equations between figures that stand there as typed; those with a blank in them say nothing yet. */
function equationsOf(law: Law, { states, values }: Verdicts): readonly Equation[] {
  const partsOf = new Map(law.totals.map(({ cell, parts }) => [cell, parts]));
  const equations: Equation[] = [];
  law.flat.forEach(({ cells, coefficients, equal, needsLastYear }, at) => {
    if (!equal || needsLastYear || law.relations[at]?.level !== 'must') return;
    const terms = new Map<number, number>();
    let isWhole = true;
    const add = (cell: number, coefficient: number): void => {
      if (!isKnown(states[cell]) || (values[cell] ?? 0) > largest) isWhole = false;
      const parts = states[cell] === state.computed ? partsOf.get(cell) : undefined;
      if (parts) for (const part of parts) add(part, coefficient);
      else terms.set(cell, (terms.get(cell) ?? 0) + coefficient);
    };
    for (let term = 0; term < cells.length; term++) add(cells[term] as number, coefficients[term] as number);
    const left = [...terms].filter(([, coefficient]) => coefficient !== 0);
    if (!isWhole || left.length === 0) return;
    equations.push({
      cells: left.map(([cell]) => cell),
      coefficients: left.map(([, coefficient]) => coefficient),
      constant: 0,
    });
  });
  return equations;
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

/** A change is likelier when it makes agree with last year's report what did not, and when it comes nearer to last year's figure. */
function priorOf(law: Law, { states, values, lastYear }: Judged): (cell: number, to: number) => number {
  if (!lastYear) return () => 0;
  const relations = law.flat.filter(({ equal, needsLastYear }) => equal && needsLastYear);
  const figure = (cell: number, isLast: boolean): number => {
    if (isLast) return lastYear[cell] ?? Number.NaN;
    return isKnown(states[cell]) ? (values[cell] ?? 0) : Number.NaN;
  };
  return (cell, to) => {
    let cost = 0;
    for (const { cells, coefficients, lastYear: isLast } of relations) {
      const at = cells.findIndex((one, term) => one === cell && isLast[term] === 0);
      if (at < 0) continue;
      const rest = cells.reduce(
        (sum, one, term) => sum + (coefficients[term] ?? 0) * figure(one, isLast[term] === 1),
        0,
      );
      const after = rest + (coefficients[at] ?? 0) * (to - (values[cell] ?? 0));
      if (Number.isNaN(rest)) continue;
      if (after === 0) cost -= 0.3;
      else if (rest === 0) cost += 0.3;
    }
    const last = lastYear[cell] ?? Number.NaN;
    if (!Number.isNaN(last)) cost += 0.04 * Math.abs(Math.log10((Math.abs(to) + 1) / (Math.abs(last) + 1)));
    return cost;
  };
}
