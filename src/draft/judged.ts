// All that follows from what a report says: findings, how each cell looks, balances, progress. Pure: the same in, the same out. What is
// as it was before is the same object as before, so that only what shows a change is drawn again.
import type { Finding } from '../checks/finding.ts';
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { blankFindings, openFindings, type Progress, progressOf, type Written } from '../checks/progress.ts';
import type { Content } from '../report/draft.ts';
import { figureNumber } from '../report/figure.ts';
import { type Balance, balanceOf } from './balance.ts';
import { lookCode, shownText } from './cell-look.ts';
import { unchanged, unchangedList } from './unchanged.ts';

export type Said = {
  readonly judgement: Judgement;
  /** What the deferred checks found last. */
  readonly deferred: readonly Finding[];
  readonly explanations: Content['explanations'];
  /** Someone wants the report to be final: blanks count as findings from then on. */
  readonly isFinalising: boolean;
};

export type Judged = Said & {
  readonly findings: readonly Finding[];
  /** The findings that are not explained, by cell. */
  readonly openByCell: ReadonlyMap<string, readonly Finding[]>;
  /** By cell number: see lookOf. */
  readonly looks: readonly number[];
  /** By cell number: what stands in the cell while nobody is typing in it. */
  readonly shown: readonly string[];
  readonly balances: ReadonlyMap<string, Balance>;
  readonly progress: Progress;
};

/** `written` is what progress looks at beside the cells, `answer` the text of a cell. */
export function judgedOf(
  law: Law,
  said: Said,
  written: Written,
  answer: (id: string) => string,
  before?: Judged,
): Judged {
  const { judgement, explanations, isFinalising } = said;
  const deferred = unchangedList(
    before?.deferred,
    said.deferred.filter((finding) => stillStands(law, judgement, finding)),
  );
  const blanks = isFinalising ? blankFindings(law, judgement) : [];
  const extra = deferred.length + blanks.length > 0;
  const findings = unchangedList(
    before?.findings,
    extra ? [...deferred, ...judgement.findings, ...blanks] : judgement.findings,
  );
  const open = openFindings(findings, explanations);
  const openByCell = byCell(open);
  return {
    judgement,
    deferred,
    explanations,
    isFinalising,
    findings,
    openByCell,
    looks: law.cells.map(({ id }, at) => lookCode(law, judgement, at, openByCell.get(id))),
    shown: law.cells.map(({ id }, at) => {
      const old = before?.shown[at];
      return old !== undefined && isSameCell(before?.judgement, judgement, at)
        ? old
        : shownText(law, judgement, at, answer(id));
    }),
    balances: before?.judgement === judgement ? before.balances : balancesOf(law, judgement, before?.balances),
    progress: unchanged(before?.progress, progressOf(law, judgement, written, open)),
  };
}

/** What it says is still so: its cells have the figures they had, and all that it mends is still broken. */
function stillStands(law: Law, judgement: Judgement, { figures, mends = [] }: Finding): boolean {
  return (
    mends.every((id) => judgement.findings.some((finding) => finding.id === id)) &&
    Object.entries(figures).every(([id, figure]) => {
      const cell = law.cell(id);
      // What is said of a text stands until it is sought again.
      if (!cell) return true;
      const now = judgement.at(id).figure;
      return now !== undefined && figureNumber(now, cell) === figure;
    })
  );
}

function isSameCell(before: Judgement | undefined, now: Judgement, at: number): boolean {
  return (
    before?.states[at] === now.states[at] &&
    before?.values[at] === now.values[at] &&
    before?.readings[at] === now.readings[at]
  );
}

function balancesOf(law: Law, judgement: Judgement, before: ReadonlyMap<string, Balance> = new Map()) {
  const balances = new Map(before);
  law.relations.forEach((_, at) => {
    const balance = before.size > 0 && !judgement.moved[at] ? undefined : balanceOf(law, judgement, at);
    if (balance) balances.set(balance.column, balance);
  });
  return balances;
}

function byCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const cell of finding.cells) {
      const list = map.get(cell);
      if (list) list.push(finding);
      else map.set(cell, [finding]);
    }
  }
  return map;
}
