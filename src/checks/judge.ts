// The one owner of judgement: text of the cells in, readings, totals and findings out.
// It keeps the last readings so that a keystroke reads one cell again and weighs the relations, nothing more.
import type { Answers } from '../report/draft.ts';
import type { Reading } from '../report/reading.ts';
import { read } from '../report/reading.ts';
import type { Finding } from './finding.ts';
import { relationFinding, unreadableFinding } from './finding.ts';
import type { Law } from './law.ts';
import type { Verdicts } from './verdict.ts';
import { judgeFigures, noFigures, noVerdicts, state, verdict } from './verdict.ts';

export type Judgement = Verdicts & {
  /** By cell number. */
  readonly readings: readonly Reading[];
  /** In official order of their cells. An unchanged finding, and an unchanged list, is the same object as before. */
  readonly findings: readonly Finding[];
  /** Last year's figures by this year's cell numbers, NaN where unknown; absent when there is no such report. */
  readonly lastYear: Float64Array | undefined;
};

export type Judge = {
  readonly law: Law;
  /** Reads one cell again. Ids that the format does not have are ignored. */
  set(cell: string, text: string): void;
  setLastYear(figures: Float64Array | undefined): void;
  judge(): Judgement;
};

const blank: Reading = { kind: 'blank' };
const stateOf = { blank: state.blank, figure: state.figure, unreadable: state.unreadable } as const;

export function createJudge(law: Law): Judge {
  const readings: Reading[] = law.cells.map(() => blank);
  const figures = noFigures(law);
  let lastYear: Float64Array | undefined;
  let before = new Map<string, Finding>();
  let last: readonly Finding[] = [];

  return {
    law,
    set(id, text) {
      const at = law.indexOf.get(id);
      const cell = at === undefined ? undefined : law.cells[at];
      if (at === undefined || !cell) return;
      const reading = read(text, cell);
      readings[at] = reading;
      figures.states[at] = stateOf[reading.kind];
      figures.values[at] = reading.kind === 'figure' ? reading.figure : 0;
    },
    setLastYear(known) {
      lastYear = known;
    },
    judge() {
      const judged = noVerdicts(law);
      judgeFigures(law, figures, lastYear, judged);
      const findings: Finding[] = [];
      const add = (finding: Finding | undefined): void => {
        const old = finding && before.get(finding.id);
        if (finding) findings.push(old && sameFinding(old, finding) ? old : finding);
      };
      readings.forEach((reading, at) => {
        if (reading.kind === 'unreadable') add(unreadableFinding(law, at, reading));
      });
      law.relations.forEach((relation, at) => {
        if (judged.verdicts[at] === verdict.fails) add(relationFinding(law, relation, judged, lastYear));
      });
      const place = (finding: Finding): number => law.indexOf.get(finding.cells[0] ?? '') ?? 0;
      findings.sort((a, b) => place(a) - place(b));
      before = new Map(findings.map((finding) => [finding.id, finding]));
      const unchanged = findings.length === last.length && findings.every((finding, at) => finding === last[at]);
      last = unchanged ? last : findings;
      return { ...judged, readings: [...readings], findings: last, lastYear };
    },
  };
}

// The sentence has the numbers of a sum, not always those of its parts.
function sameFinding(a: Finding, b: Finding): boolean {
  return a.sentence === b.sentence && Object.keys(b.figures).every((id) => a.figures[id] === b.figures[id]);
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
