// Rows that were left at 0 or blank although sums over them do not close: 四 is filled in last and forgotten first. It says only
// what would close the sum, and of a sum that any other box may have broken as well.
import type { Law } from '../law.ts';
import { isKnown, state, verdict } from '../verdict.ts';
import type { Change } from './localise.ts';
import { failingMust, type Judged, mended } from './suspicion.ts';

export type Forgotten = {
  /** Cells of one row, with what would close the sum of each. Above 0. */
  readonly changes: readonly Change[];
  /** Numbers of the failing relations that would hold then. */
  readonly mends: readonly number[];
};

/** In the order in which the relations name them. */
export function forgottenRows(law: Law, judged: Judged): readonly Forgotten[] {
  const failing = failingMust(law, judged);
  const rows = new Map<string, Change[]>();
  for (const relation of failing) {
    for (const id of law.relations[relation]?.forgotten ?? []) {
      const cell = law.indexOf.get(id) ?? -1;
      const to = closing(law, judged, relation, cell);
      const row = law.cells[cell]?.row.id ?? '';
      if (to !== undefined) rows.set(row, [...(rows.get(row) ?? []), { cell, to }]);
    }
  }
  return [...rows.values()].map((changes) => {
    const after = mended(law, judged, changes);
    return { changes, mends: failing.filter((at) => after.verdicts[at] === verdict.holds) };
  });
}

/** What a cell that is 0 or blank would have to say; undefined where it says something, or nothing above 0 would do. */
function closing(law: Law, { states, values }: Judged, relation: number, cell: number): number | undefined {
  const flat = law.flat[relation];
  if (!flat || states[cell] === state.unreadable || (isKnown(states[cell]) && values[cell] !== 0)) return undefined;
  let rest = 0;
  let coefficient = 0;
  for (let term = 0; term < flat.cells.length; term++) {
    const at = flat.cells[term] as number;
    if (at === cell) coefficient = flat.coefficients[term] as number;
    else if (isKnown(states[at])) rest += (flat.coefficients[term] as number) * (values[at] ?? 0);
    else return undefined;
  }
  const to = -rest / coefficient;
  return Number.isSafeInteger(to) && to > 0 ? to : undefined;
}
