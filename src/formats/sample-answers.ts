// Turns the few figures that are not 0 into the answers of a whole sample; totals stay untouched, so they are computed.
import type { Answers } from '../report/draft.ts';
import type { CellIdOf, Table } from '../report/format.ts';
import { cellsOf } from '../report/format.ts';

export function sampleAnswers<const T extends Table>(
  tables: readonly T[],
  figures: { readonly [Id in CellIdOf<T>]?: string },
): Answers {
  const filled = cellsOf(tables).filter((cell) => !cell.total);
  return Object.fromEntries(filled.map(({ id }) => [id, figures[id] ?? '0']));
}
