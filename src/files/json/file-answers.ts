// The figures of a report file as answers again. It writes text only and refuses nothing: the file has been checked before.
import type { Law } from '../../checks/law.ts';
import type { Answers } from '../../report/draft.ts';
import { figureFromNumber } from '../../report/figure.ts';
import type { Cell } from '../../report/format.ts';
import { read, write } from '../../report/reading.ts';
import type { TotalsRead } from '../settle-totals.ts';
import { settleTotals } from '../settle-totals.ts';
import type { ReportFile } from './report-file.ts';

/** The answers of a file that the schema has let through. */
export function answersOf(file: ReportFile, law: Law): { readonly answers: Answers; readonly totals: TotalsRead } {
  return settleTotals(
    law,
    law.cells.map((cell) => answerOf(file, cell)),
  );
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
