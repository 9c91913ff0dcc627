// What becomes of the 总计 boxes of a report that comes from outside. One equal to its computed value is left out, so that
// it is computed from now on; one that differs is kept as printed. It reads and adds figures and refuses nothing.
import type { Law } from '../checks/law.ts';
import { judgeFigures, noFigures, noVerdicts, state } from '../checks/verdict.ts';
import type { Answers } from '../report/draft.ts';
import { read, write } from '../report/reading.ts';

/** What became of the 总计 cells of a file, for the preview. */
export type TotalsRead = {
  /** Equal to their computed values: computed from now on. */
  readonly computed: number;
  /** Kept as the file has them, in official order: different, not yet computable, not readable, or with a remark. */
  readonly typed: readonly string[];
  /** Empty in the file although all their parts are filled: computed from now on. */
  readonly emptied: number;
};

const stateOf = { blank: state.blank, figure: state.figure, unreadable: state.unreadable } as const;

/** `texts` are the answers in the order of the law's cells, '' for a blank. */
export function settleTotals(
  law: Law,
  texts: readonly string[],
): { readonly answers: Answers; readonly totals: TotalsRead } {
  const figures = noFigures(law);
  const kept = [...texts];
  const put = (at: number): void => {
    const cell = law.cells[at];
    const reading = cell && read(kept[at] ?? '', cell);
    if (!reading) return;
    figures.states[at] = stateOf[reading.kind];
    figures.values[at] = reading.kind === 'figure' ? reading.figure : 0;
  };
  law.cells.forEach((cell, at) => {
    if (!cell.total) put(at);
  });

  let computed = 0;
  let emptied = 0;
  const typed = new Set<string>();
  const judged = noVerdicts(law);
  // Parts before wholes: a （七）总计 that stays typed is what the 总计 of its row adds up.
  for (const { cell: at } of law.totals) {
    judgeFigures(law, figures, undefined, judged);
    const cell = law.cells[at];
    if (!cell) continue;
    const isWhole = judged.states[at] === state.computed;
    const sum = write(judged.values[at] ?? 0, cell.decimals);
    const reading = read(kept[at] ?? '', cell);
    if (reading.kind === 'blank') {
      kept[at] = '';
      if (isWhole) emptied++;
    } else if (isWhole && reading.kind === 'figure' && write(reading.figure, cell.decimals, reading.remark) === sum) {
      kept[at] = '';
      computed++;
    } else {
      put(at);
      typed.add(cell.id);
    }
  }
  const answers = law.cells.flatMap(({ id }, at) => (kept[at] ? [[id, kept[at]] as const] : []));
  return {
    answers: Object.fromEntries(answers),
    totals: { computed, typed: answers.flatMap(([id]) => (typed.has(id) ? [id] : [])), emptied },
  };
}
