// The one owner of judgement: text of the cells in, readings, totals and findings out.
// It keeps the last readings so that a keystroke reads one cell again and weighs the relations, nothing more.
import type { Answers } from '../report/draft.ts';
import type { Reading } from '../report/reading.ts';
import { read } from '../report/reading.ts';
import type { Finding } from './finding.ts';
import { relationFinding, unreadableFinding } from './finding.ts';
import type { Law } from './law.ts';
import type { Verdicts } from './verdict.ts';
import { isKnown, judgeFigures, noFigures, noVerdicts, state, verdict } from './verdict.ts';

/** What one cell is. */
type JudgedCell = {
  readonly state: number;
  /** In smallest units; undefined where there is none that can be relied on. */
  readonly figure: number | undefined;
  readonly reading: Reading | undefined;
};

export type Judgement = Verdicts & {
  /** Of a cell by its id; blank where the format has no such cell. */
  at(id: string): JudgedCell;
  /** By cell number. */
  readonly readings: readonly Reading[];
  /** In official order of their cells. An unchanged finding, and an unchanged list, is the same object as before. */
  readonly findings: readonly Finding[];
  /** By relation number: 1 where a figure of it is not what it was at the last judgement. */
  readonly moved: Uint8Array;
  /** Last year's figures by this year's cell numbers, NaN where unknown; absent when there is no such report. */
  readonly lastYear: Float64Array | undefined;
};

export type Judge = {
  readonly law: Law;
  /** Reads one cell again. Ids that the format does not have are ignored. */
  set(cell: string, text: string): void;
  setLastYear(figures: Float64Array | undefined): void;
  /** A judgement stays what it is. */
  judge(): Judgement;
};

const blank: Reading = { kind: 'blank' };
const stateOf = { blank: state.blank, figure: state.figure, unreadable: state.unreadable } as const;

export function createJudge(law: Law): Judge {
  const readings: Reading[] = law.cells.map(() => blank);
  const figures = noFigures(law);
  let lastYear: Float64Array | undefined;
  // What the last judgement said of each relation, good as long as its figures stay what they were.
  const kept: (Finding | undefined)[] = law.relations.map(() => undefined);
  const unreadable: (Finding | undefined)[] = law.cells.map(() => undefined);
  let before: Verdicts = noVerdicts(law);
  let last: readonly Finding[] = [];

  function relationFindings(judged: Verdicts, moved: Uint8Array): Finding[] {
    return law.relations.flatMap((relation, at) => {
      if (judged.verdicts[at] !== verdict.fails) {
        kept[at] = undefined;
        return [];
      }
      const old = kept[at];
      const finding = old && moved[at] === 0 ? old : relationFinding(law, relation, judged, lastYear);
      kept[at] = finding;
      return [finding];
    });
  }

  return {
    law,
    set(id, text) {
      const at = law.indexOf.get(id);
      const cell = at === undefined ? undefined : law.cells[at];
      if (at === undefined || !cell) return;
      const reading = read(text, cell);
      readings[at] = reading;
      unreadable[at] = unreadableFinding(law, at, reading);
      figures.states[at] = stateOf[reading.kind];
      figures.values[at] = reading.kind === 'figure' ? reading.figure : 0;
    },
    setLastYear(known) {
      lastYear = known;
      kept.fill(undefined);
    },
    judge() {
      const judged = noVerdicts(law);
      judgeFigures(law, figures, lastYear, judged);
      const moved = movedRelations(law, before, judged);
      before = judged;
      const findings = [...unreadable.filter((finding) => finding !== undefined), ...relationFindings(judged, moved)];
      const place = (finding: Finding): number => law.indexOf.get(finding.cells[0] ?? '') ?? 0;
      findings.sort((a, b) => place(a) - place(b));
      const unchanged = findings.length === last.length && findings.every((finding, at) => finding === last[at]);
      last = unchanged ? last : findings;
      return judgement(law, judged, { readings: [...readings], findings: last, moved, lastYear });
    },
  };
}

function judgement(law: Law, judged: Verdicts, more: Omit<Judgement, keyof Verdicts | 'at'>): Judgement {
  return {
    ...judged,
    ...more,
    at(id) {
      const number = law.indexOf.get(id) ?? -1;
      const is = judged.states[number] ?? state.blank;
      return { state: is, figure: isKnown(is) ? judged.values[number] : undefined, reading: more.readings[number] };
    },
  };
}

/** By relation number: 1 where a figure of it is not what it was. */
function movedRelations({ flat }: Law, before: Verdicts, now: Verdicts): Uint8Array {
  const moved = new Uint8Array(flat.length);
  flat.forEach(({ cells }, at) => {
    // Loops, since Uint8Array.from and some() of a typed array are slow: judging a keystroke takes a fifth less.
    for (let term = 0; term < cells.length; term++) {
      const cell = cells[term] ?? 0;
      if (before.states[cell] !== now.states[cell] || before.values[cell] !== now.values[cell]) moved[at] = 1;
    }
  });
  return moved;
}

/** Judges a whole draft at once. */
export function judgeAnswers(law: Law, answers: Answers, lastYear?: Float64Array): Judgement {
  const judge = createJudge(law);
  for (const cell of law.cells) judge.set(cell.id, answers[cell.id] ?? '');
  judge.setLastYear(lastYear);
  return judge.judge();
}

/** Last year's judged report as figures by this year's cell numbers; cells that its format does not have stay unknown. */
export function lastYearFigures(law: Law, lastLaw: Law, last: Judgement): Float64Array {
  const known = new Float64Array(law.cells.length).fill(Number.NaN);
  lastLaw.cells.forEach(({ id, unit }, at) => {
    const here = law.indexOf.get(id);
    const is = last.states[at];
    if (here === undefined || law.cells[here]?.unit !== unit) return;
    if (is === state.figure || is === state.computed) known[here] = last.values[at] ?? Number.NaN;
  });
  return known;
}
