// What one cell shows: derived from its text and the judgement, never stored.
import type { Finding } from '../checks/finding.ts';
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { computedTotal, state } from '../checks/verdict.ts';
import { figureText } from '../report/figure.ts';
import type { Reading } from '../report/reading.ts';
import { write } from '../report/reading.ts';

export type CellView = {
  readonly kind: 'blank' | 'figure' | 'unreadable' | 'computed' | 'partial' | 'typed-total';
  /** What stands in the cell while it is not being edited. */
  readonly shown: string;
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  /** For a typed total: what its parts add up to, in smallest units; absent while some are missing. */
  readonly computed?: number;
  readonly typed?: number;
};

const kinds = ['blank', 'figure', 'unreadable', 'computed', 'partial'] as const;
const blank: Reading = { kind: 'blank' };

export function cellView(
  law: Law,
  judged: Judgement,
  at: number,
  text: string,
  findings: readonly Finding[],
): CellView {
  const cell = law.cells[at];
  const reading = judged.readings[at] ?? blank;
  const is = judged.states[at] ?? state.blank;
  const kind = kinds[is] ?? 'blank';
  if (!cell) return { kind, shown: text, reading, findings };
  if (kind === 'computed' || kind === 'partial') {
    return { kind, shown: figureText(judged.values[at] ?? 0, cell), reading, findings };
  }
  if (reading.kind !== 'figure') return { kind, shown: text, reading, findings };
  const shown = write(reading.figure, cell.decimals, reading.remark);
  if (!cell.total) return { kind, shown, reading, findings };
  const computed = computedTotal(law, judged, at);
  return {
    kind: 'typed-total',
    shown,
    reading,
    findings,
    typed: reading.figure,
    ...(computed === undefined ? {} : { computed }),
  };
}

export function sameView(a: CellView | undefined, b: CellView): boolean {
  return (
    a !== undefined &&
    a.kind === b.kind &&
    a.shown === b.shown &&
    a.reading === b.reading &&
    a.computed === b.computed &&
    a.findings.length === b.findings.length &&
    a.findings.every((finding, at) => finding === b.findings[at])
  );
}
