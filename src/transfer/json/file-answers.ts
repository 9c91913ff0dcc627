// The figures of a report file as answers again. A total equal to its computed value is left out, so that it is computed;
// one that differs is kept as typed. It writes text only and refuses nothing: the file has been checked before.
import type { Law } from '../../checks/law.ts';
import { judgeFigures, noFigures, noVerdicts, state } from '../../checks/verdict.ts';
import type { Answers } from '../../report/draft.ts';
import { figureFromNumber } from '../../report/figure.ts';
import type { Cell } from '../../report/format.ts';
import { read, write } from '../../report/reading.ts';
import type { ReportFile } from './report-file.ts';

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

export function answersOf(file: ReportFile, law: Law): { readonly answers: Answers; readonly totals: TotalsRead } {
  const figures = noFigures(law);
  const texts = law.cells.map((cell) => answerOf(file, cell));
  const put = (at: number): void => {
    const cell = law.cells[at];
    const reading = cell && read(texts[at] ?? '', cell);
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
    if (texts[at] === '') {
      if (isWhole) emptied++;
    } else if (isWhole && texts[at] === write(judged.values[at] ?? 0, cell.decimals)) {
      texts[at] = '';
      computed++;
    } else {
      put(at);
      typed.add(cell.id);
    }
  }
  const kept = law.cells.flatMap(({ id }, at) => (texts[at] ? [[id, texts[at]] as const] : []));
  return {
    answers: Object.fromEntries(kept),
    totals: { computed, typed: kept.flatMap(([id]) => (typed.has(id) ? [id] : [])), emptied },
  };
}

// Text that an older reading refused is kept as it was, also when it can be read by now: it is what the person typed.
function answerOf(file: ReportFile, cell: Cell): string {
  const units = figureFromNumber(file.figures[cell.id] ?? Number.NaN, cell);
  if (units !== undefined) return write(units, cell.decimals, file.remarks?.[cell.id]);
  const text = file.unread?.[cell.id] ?? '';
  return read(text, cell).kind === 'blank' ? '' : text;
}

/** Whether a figure and its remark can be written as one answer that reads as both again. */
export function isWritable(figure: number, remark: string, cell: Cell): boolean {
  const reading = read(write(figure, cell.decimals, remark), cell);
  return reading.kind === 'figure' && reading.figure === figure && reading.remark === remark;
}
