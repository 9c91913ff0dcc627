// What one cell shows: derived from its text and the judgement, never stored.
import type { Finding } from '../checks/finding.ts';
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { totalComparison } from '../checks/sentence.ts';
import { computedTotal, state } from '../checks/verdict.ts';
import { figureText } from '../report/figure.ts';
import { write } from '../report/reading.ts';

type CellKind = 'blank' | 'figure' | 'unreadable' | 'computed' | 'partial' | 'typed-total';

const kinds: readonly CellKind[] = ['blank', 'figure', 'unreadable', 'computed', 'partial', 'typed-total'];
/** Trace: a part of a sum that does not hold, and nothing says that it is the wrong one. */
const levels = ['fine', 'trace', 'confirm', 'must'] as const;

export type CellLook = { readonly kind: CellKind; readonly level: (typeof levels)[number] };

/** A cell's kind and level as one number, so that 200 of them are quickly compared. */
export function lookCode(
  law: Law,
  judged: Judgement,
  at: number,
  findings: readonly Finding[] | undefined,
  caused: ReadonlySet<string>,
): number {
  const is = judged.states[at] ?? state.blank;
  const kind = is === state.figure && law.cells[at]?.total ? 5 : is;
  const levelsHere = (findings ?? []).map((finding) => levelIn(law, finding, at, caused));
  return kind * levels.length + Math.max(0, ...levelsHere.map((level) => levels.indexOf(level)));
}

export function lookOf(code: number): CellLook {
  return {
    kind: kinds[Math.floor(code / levels.length)] ?? 'blank',
    level: levels[code % levels.length] ?? 'fine',
  };
}

/** So many cells of a sum are marked; of a longer one only its total. */
const mostMarked = 4;

/** How strongly a finding marks one of its cells; `caused` are the sums that a box which is all but surely wrong has broken. */
function levelIn(
  law: Law,
  { kind, level, id, cells }: Finding,
  at: number,
  caused: ReadonlySet<string>,
): CellLook['level'] {
  if (level === 'confirm') return 'confirm';
  if (kind !== 'relation') return 'must';
  const isPart = cells.length > mostMarked && !isTotalOf(law, id, at);
  return caused.has(id) || isPart ? 'trace' : 'must';
}

const isTotalOf = ({ relations, cells }: Law, relation: string, at: number): boolean =>
  relations.find(({ id }) => id === relation)?.right.terms.some(({ cell }) => cell === cells[at]?.id) ?? false;

/** What stands in the cell while it is not being edited: tidied where it can be read, the sum for an untouched total. */
export function shownText(law: Law, judged: Judgement, at: number, text: string): string {
  const cell = law.cells[at];
  if (!cell) return text;
  const is = judged.states[at];
  if (is === state.computed || is === state.partial) return figureText(judged.values[at] ?? 0, cell);
  const reading = judged.readings[at];
  return reading?.kind === 'figure' ? write(reading.figure, cell.decimals, reading.remark) : text;
}

export type CellNotes = {
  readonly lines: readonly string[];
  /** A typed total that differs from its parts can be given up for the computed one. */
  readonly computable: boolean;
};

const mostFindings = 3;

/** What is said beside the cell, in words. */
export function cellNotes(law: Law, judged: Judgement, id: string, findings: readonly Finding[]): CellNotes {
  const cell = law.cell(id);
  const { state: is, reading } = judged.at(id);
  const lines: string[] = [];
  let computable = false;
  if (cell && reading?.kind === 'unreadable') lines.push(reading.reason);
  if (cell && reading?.kind === 'figure') {
    if (reading.converted) lines.push(`已换算：${reading.converted}`);
    const computed = cell.total ? computedTotal(law, judged, id) : undefined;
    if (computed !== undefined && computed !== reading.figure) {
      computable = true;
      lines.push(totalComparison(reading.figure, computed, cell));
    }
  }
  if (is === state.partial) lines.push('目前合计：还有未填的格。');
  const others = findings.filter(({ kind }) => kind !== 'unreadable');
  lines.push(...others.slice(0, mostFindings).map(({ sentence }) => sentence));
  return { lines, computable };
}
