// Error localisation (Fellegi and Holt 1976) for whole numbers under linear equations: the fewest cells whose change makes
// every equation hold, with what they should say, likeliest first. It knows numbers only, no form and no words.
import type { Steps } from '../steps.ts';
import { type Change, indexed, keyOf, type System } from './equations.ts';
import { exchangeCost, type SlipKind, shiftCost, weighSlip } from './slip.ts';

type Slip = {
  readonly kind: SlipKind;
  /** In order of the cells; one, or those that were exchanged or shifted. */
  readonly changes: readonly Change[];
  readonly cost: number;
};

/** Slips that together make every equation hold, or, where `isPartial`, as many as could be explained. */
export type Explanation = { readonly slips: readonly Slip[]; readonly cost: number; readonly isPartial: boolean };

/** Nothing beyond it is looked for: a report with so many broken sums needs its source again, not guesses. */
const mostBroken = 30;
/** Sets of cells looked at before giving up. */
const patience = 12_000;
/** Sets of cells looked at in one step. */
const stepSize = 200;

/** Likeliest first, those of fewer slips before those of more; empty where all holds or nothing was found. */
export function* localise(system: System): Steps<readonly Explanation[]> {
  const search = createSearch(system);
  const { broken } = search;
  if (broken.length === 0) return [];
  const single = search.singles();
  // One wrong figure is always likelier than several that moved.
  const alone = single.length > 0 ? single : [...search.exchanges(), ...search.shifts()];
  yield;
  if (alone.length > 0) return sorted(alone.map((slip) => ({ slips: [slip], cost: slip.cost, isPartial: false })));
  const pairs = yield* search.sets(2);
  if (pairs.length > 0) return sorted(pairs);
  yield;
  const peeled = search.peel();
  if (peeled && !peeled.isPartial) return [peeled];
  const triples = yield* search.sets(3);
  if (triples.length > 0) return sorted(triples);
  return peeled ? [peeled] : [];
}

/** Lines that stand one place off, where that alone makes everything hold. */
export const shifts = (system: System): readonly Slip[] => createSearch(system).shifts();

const sorted = (explanations: readonly Explanation[]): readonly Explanation[] =>
  [...explanations].sort((a, b) => a.cost - b.cost);

function createSearch(system: System) {
  const { equations, lines = [] } = system;
  const { value, residual, within, of, isAllowed } = indexed(system);
  const broken = residual.flatMap((rest, at) => (rest === 0 ? [] : [at]));
  const isTooMuch = broken.length > mostBroken || !residual.every(Number.isSafeInteger);

  const bit = new Map(broken.map((equation, at) => [equation, 1 << at]));
  const allBroken = isTooMuch ? 0 : 2 ** broken.length - 1;
  /** By cell: the broken equations it is in, as bits. */
  const touched = new Int32Array(within.length);
  within.forEach((all, cell) => {
    for (const { equation } of all) touched[cell] = (touched[cell] ?? 0) | (bit.get(equation) ?? 0);
  });
  const touches = (cell: number): number => touched[cell] ?? 0;

  /** What it would have to say for all of its equations to hold, if it alone were wrong in each of them. */
  function alone(cell: number, rest: readonly number[]): number | undefined {
    let change: number | undefined;
    for (const { equation, coefficient } of of(cell)) {
      const needed = -(rest[equation] ?? 0) / coefficient;
      if (needed === 0 || (change !== undefined && needed !== change)) return undefined;
      change = needed;
    }
    const to = value(cell) + (change ?? 0);
    return change !== undefined && isAllowed(cell, to) ? to : undefined;
  }

  function slipOf(cell: number, to: number): Slip {
    const { kind, cost } = weighSlip(value(cell), to);
    return { kind, changes: [{ cell, to }], cost };
  }

  const firstBroken = (): readonly number[] => {
    const [first] = [...broken].sort((a, b) => size(a) - size(b));
    return equations[first ?? -1]?.cells ?? [];
  };
  const size = (equation: number): number => equations[equation]?.cells.length ?? 0;

  function singles(): Slip[] {
    if (isTooMuch) return [];
    return firstBroken().flatMap((cell) => {
      const to = touches(cell) === allBroken ? alone(cell, residual) : undefined;
      return to === undefined ? [] : [slipOf(cell, to)];
    });
  }

  /** Whether all equations hold after the changes. `free` may say anything: it is solved for. */
  function settle(changes: readonly Change[], free?: number): readonly Change[] | undefined {
    const rest = new Map<number, number>();
    let solved: number | undefined;
    const freeIn = new Map<number, number>();
    if (free !== undefined) for (const { equation, coefficient } of of(free)) freeIn.set(equation, coefficient);
    for (const { cell, to } of changes) {
      const change = to - value(cell);
      if (change === 0) continue;
      for (const { equation, coefficient } of of(cell)) {
        rest.set(equation, (rest.get(equation) ?? residual[equation] ?? 0) + coefficient * change);
      }
    }
    for (const [equation, coefficient] of freeIn) {
      const needed = -(rest.get(equation) ?? residual[equation] ?? 0) / coefficient;
      if (solved !== undefined && needed !== solved) return undefined;
      solved = needed;
    }
    for (const equation of broken) if (!rest.has(equation) && !freeIn.has(equation)) return undefined;
    for (const [equation, left] of rest) if (left !== 0 && !freeIn.has(equation)) return undefined;
    const all = [
      ...changes.filter(({ cell, to }) => to !== value(cell)),
      ...(free !== undefined && solved ? [{ cell: free, to: value(free) + solved }] : []),
    ];
    return all.every(({ cell, to }) => isAllowed(cell, to)) ? all.sort((a, b) => a.cell - b.cell) : undefined;
  }

  /** Two cells of a line that hold one another's figure. */
  function exchanges(): Slip[] {
    const slips: Slip[] = [];
    if (isTooMuch) return slips;
    for (const line of lines) {
      for (let a = 0; a < line.length; a++) {
        for (let b = a + 1; b < line.length; b++) {
          const [first, second] = [line[a] as number, line[b] as number];
          if (value(first) === value(second) || (touches(first) | touches(second)) !== allBroken) continue;
          const changes = settle([
            { cell: first, to: value(second) },
            { cell: second, to: value(first) },
          ]);
          if (changes) slips.push({ kind: 'exchanged', changes, cost: exchangeCost });
        }
      }
    }
    return slips;
  }

  /** A line whose figures, from some place on, stand one place too far on or back. The one that fell off is solved for. */
  function shifts(): Slip[] {
    const slips: Slip[] = [];
    if (broken.length < 2) return slips;
    for (const line of lines) {
      for (let from = 0; from < line.length - 2; from++) {
        for (const back of [false, true]) {
          const part = back ? line.slice(0, line.length - from) : line.slice(from);
          const inOrder = back ? [...part].reverse() : part;
          const moved = inOrder.slice(0, -1).map((cell, at) => ({ cell, to: value(inOrder[at + 1] as number) }));
          const changes = settle(moved, inOrder[inOrder.length - 1]);
          // Two cells moved are an exchange or two slips.
          if (changes && changes.length > 2) {
            slips.push({ kind: 'shifted', changes, cost: shiftCost + changes.length / 1000 });
          }
        }
      }
    }
    // Of shifts that say the same one is enough.
    return slips.filter((slip, at) => slips.findIndex((other) => keyOf(other.changes) === keyOf(slip.changes)) === at);
  }

  /** All sets of `most` cells that make everything hold, none of them idle. */
  function* sets(most: number): Steps<Explanation[]> {
    const found = new Map<string, Explanation>();
    let looked = 0;
    if (isTooMuch) return [];
    const reach = Math.max(
      0,
      ...broken.flatMap((equation) => equations[equation]?.cells ?? []).map((cell) => of(cell).length),
    );

    function* grow(chosen: readonly number[], covered: number): Steps<void> {
      if (++looked > patience) return;
      if (looked % stepSize === 0) yield;
      if (chosen.length === most) {
        const changes = solve(chosen);
        if (changes?.length !== most) return;
        const slips = changes.map(({ cell, to }) => slipOf(cell, to));
        found.set(keyOf(changes), { slips, cost: slips.reduce((sum, { cost }) => sum + cost, 0), isPartial: false });
        return;
      }
      const open = broken.filter((_, at) => (covered & (1 << at)) === 0);
      if (open.length > (most - chosen.length) * reach) return;
      // A broken equation that no chosen cell is in must get one; else another cell of an equation already touched.
      const [next] = open.sort((a, b) => size(a) - size(b));
      const cells =
        next === undefined
          ? chosen.flatMap((cell) => of(cell)).flatMap(({ equation }) => equations[equation]?.cells ?? [])
          : (equations[next]?.cells ?? []);
      const isLast = chosen.length === most - 1;
      for (const cell of next === undefined ? new Set(cells) : cells) {
        const reached = covered | touches(cell);
        if ((isLast && reached !== allBroken) || chosen.includes(cell)) continue;
        yield* grow([...chosen, cell], reached);
      }
    }

    yield* grow([], 0);
    return [...found.values()];
  }

  /** The only changes of these cells after which all equations hold, by Gaussian elimination. */
  function solve(cells: readonly number[]): readonly Change[] | undefined {
    const reached = [...new Set(cells.flatMap((cell) => of(cell).map(({ equation }) => equation)))];
    const rows = reached.map((equation) => [
      ...cells.map((cell) => of(cell).find((one) => one.equation === equation)?.coefficient ?? 0),
      -(residual[equation] ?? 0),
    ]);
    const width = cells.length;
    for (let column = 0; column < width; column++) {
      const pivot = rows.findIndex((row, at) => at >= column && row[column] !== 0);
      if (pivot < 0) return undefined;
      [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
      const lead = rows[column] as number[];
      for (const row of rows) {
        if (row === lead || row[column] === 0) continue;
        const times = (row[column] as number) / (lead[column] as number);
        for (let at = column; at <= width; at++) row[at] = (row[at] as number) - times * (lead[at] as number);
      }
    }
    if (rows.slice(width).some((row) => row[width] !== 0)) return undefined;
    const changes = cells.map((cell, at) => {
      const row = rows[at] as number[];
      return { cell, to: value(cell) + (row[width] as number) / (row[at] as number) };
    });
    // Exact again, whatever the elimination may have rounded; a cell that stays as it is was not needed.
    return settle(changes);
  }

  /** One by one the cells that alone are wrong in all of their equations, as long as it is clear which they are. */
  function peel(): Explanation | undefined {
    const rest = [...residual];
    const slips: Slip[] = [];
    const done = new Set<number>();
    for (;;) {
      const open = broken.filter((equation) => rest[equation] !== 0);
      const candidates = new Map<number, number>();
      for (const cell of new Set(open.flatMap((equation) => equations[equation]?.cells ?? []))) {
        const to = done.has(cell) || of(cell).length < 2 ? undefined : alone(cell, rest);
        if (to !== undefined) candidates.set(cell, to);
      }
      const clear = [...candidates.keys()].find((cell) =>
        of(cell).some(({ equation }) =>
          equations[equation]?.cells.every((other) => other === cell || !candidates.has(other)),
        ),
      );
      if (clear === undefined) {
        if (slips.length === 0) return undefined;
        return { slips, cost: slips.reduce((sum, { cost }) => sum + cost, 0), isPartial: open.length > 0 };
      }
      const to = candidates.get(clear) as number;
      for (const { equation, coefficient } of of(clear)) {
        rest[equation] = (rest[equation] ?? 0) + coefficient * (to - value(clear));
      }
      done.add(clear);
      slips.push(slipOf(clear, to));
    }
  }

  return { broken, singles, exchanges, shifts, sets, peel };
}
