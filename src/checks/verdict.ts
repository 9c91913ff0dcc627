// Figures to verdicts: fills in the untouched totals, then weighs every relation. Exact, and fast enough for each keystroke.
// It knows no words: sentences are made elsewhere, and only for what fails.
import type { Flat, Law } from './law.ts';

/** What a cell is, as far as the checks care. */
export const state = { blank: 0, figure: 1, unreadable: 2, computed: 3, partial: 4 } as const;

export const verdict = { waiting: 0, holds: 1, fails: 2 } as const;

/** By cell number: its state, and its figure in smallest units (0 where there is none). */
export type Figures = { readonly states: Uint8Array; readonly values: Float64Array };

export type Verdicts = Figures & {
  /** By relation number. */
  readonly verdicts: Uint8Array;
};

export function noFigures(law: Law): Figures {
  return { states: new Uint8Array(law.cells.length), values: new Float64Array(law.cells.length) };
}

export function noVerdicts(law: Law): Verdicts {
  return { ...noFigures(law), verdicts: new Uint8Array(law.relations.length) };
}

/**
 * Judges a whole report into `out`. `lastYear` holds last year's figures by this year's cell numbers, NaN where unknown.
 * In `out` an untouched total is computed, partial (some parts filled: the sum so far is its least value) or blank.
 */
export function judgeFigures(law: Law, figures: Figures, lastYear: Float64Array | undefined, out: Verdicts): void {
  out.states.set(figures.states);
  out.values.set(figures.values);
  computeTotals(law, out);
  for (let at = 0; at < law.flat.length; at++) {
    out.verdicts[at] = weigh(law, law.flat[at] as Flat, out, lastYear);
  }
}

function computeTotals(law: Law, { states, values }: Figures): void {
  for (const { cell, parts } of law.totals) {
    if (states[cell] !== state.blank) continue;
    let sum = 0;
    let filled = 0;
    let whole = 0;
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as number;
      const is = states[part];
      if (is === state.blank || is === state.unreadable) continue;
      filled++;
      if (is !== state.partial) whole++;
      sum += values[part] as number;
    }
    if (filled === 0) continue;
    // A sum past the safe integers is not exact: the total then stays open, with the largest exact number as its least.
    const exact = Number.isSafeInteger(sum);
    states[cell] = exact && whole === parts.length ? state.computed : state.partial;
    values[cell] = exact ? sum : Number.MAX_SAFE_INTEGER;
  }
}

/** Whether the cell has a figure that checks can rely on. */
export function isKnown(is: number | undefined): boolean {
  return is === state.figure || is === state.computed;
}

/** What the parts of a total add up to, typed over or not; undefined while a part is missing or for a cell that is no total. */
export function computedTotal(law: Law, { states, values }: Figures, id: string): number | undefined {
  const cell = law.indexOf.get(id);
  const total = law.totals.find((candidate) => candidate.cell === cell);
  if (!total?.parts.every((part) => isKnown(states[part]))) return undefined;
  const sum = total.parts.reduce((sofar, part) => sofar + (values[part] ?? 0), 0);
  return Number.isSafeInteger(sum) ? sum : undefined;
}

// Left minus right lies between `low` and `high`. A blank may become any whole number from its least value up
// (any at all where the cell is signed), so a bound falls away on that side.
function weigh(law: Law, flat: Flat, { states, values }: Figures, lastYear: Float64Array | undefined): number {
  if (flat.needsLastYear && !lastYear) return verdict.waiting;
  let known = 0;
  let size = 0;
  let noLow = false;
  let noHigh = false;
  for (let at = 0; at < flat.cells.length; at++) {
    const cell = flat.cells[at] as number;
    const coefficient = flat.coefficients[at] as number;
    const last = flat.lastYear[at] === 1;
    const value = last ? ((lastYear as Float64Array)[cell] as number) : (values[cell] as number);
    const open = last ? Number.isNaN(value) : !isKnown(states[cell]);
    if (open) {
      const signed = last || (law.cells[cell]?.signed ?? false);
      if (signed || coefficient < 0) noLow = true;
      if (signed || coefficient > 0) noHigh = true;
      if (signed) continue;
    }
    known += coefficient * value;
    size += Math.abs(value);
  }
  // Huge counts: the sum of floats may have been rounded, so the difference is taken exactly.
  const difference = Number.isSafeInteger(size) ? known : exactSign(flat, values, lastYear);
  const tooHigh = !noLow && difference > 0;
  const tooLow = flat.equal && !noHigh && difference < 0;
  if (tooHigh || tooLow) return verdict.fails;
  return noLow || noHigh ? verdict.waiting : verdict.holds;
}

function exactSign(flat: Flat, values: Float64Array, lastYear: Float64Array | undefined): number {
  let sum = 0n;
  flat.cells.forEach((cell, at) => {
    const value = (flat.lastYear[at] === 1 ? lastYear : values)?.[cell] ?? 0;
    if (!Number.isNaN(value)) sum += BigInt(flat.coefficients[at] ?? 0) * BigInt(value);
  });
  return sum > 0n ? 1 : sum < 0n ? -1 : 0;
}
