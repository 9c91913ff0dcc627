// The formula of a 总计 box: the sum of its parts as the law gives them, and blank while one of them is, as on the paper.
import type { Law } from '../../checks/law.ts';
import type { Place } from './address.ts';
import { addressOf } from './address.ts';

/** Formulas by cell id, without 「=」, for the totals that stand in `places`. */
export function totalFormulas(law: Law, places: ReadonlyMap<string, Place>): ReadonlyMap<string, string> {
  return new Map(
    law.totals.flatMap(({ cell, parts }) => {
      const id = law.cells[cell]?.id ?? '';
      const stand = [...parts].flatMap((part) => places.get(law.cells[part]?.id ?? '') ?? []);
      if (!places.has(id) || stand.length !== parts.length) return [];
      const list = ranges(stand).join(',');
      return [[id, `IF(COUNT(${list})=${stand.length},SUM(${list}),"")`] as const];
    }),
  );
}

/** Places that follow one another in a row or a column become one range: D5:I5. */
function ranges(places: readonly Place[]): readonly string[] {
  const runs: { first: Place; last: Place }[] = [];
  for (const place of places) {
    const run = runs[runs.length - 1];
    const right = run && place.row === run.last.row && run.first.row === run.last.row && place.col === run.last.col + 1;
    const down = run && place.col === run.last.col && run.first.col === run.last.col && place.row === run.last.row + 1;
    if (run && (right || down)) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => (first === last ? addressOf(first) : `${addressOf(first)}:${addressOf(last)}`));
}
