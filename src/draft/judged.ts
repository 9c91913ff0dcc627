// All that follows from what a report says: findings, how each cell looks, balances, progress. Pure: the same in, the same out. What is
// as it was before is the same object as before, so that only what shows a change is drawn again.
import type { Finding } from '../checks/finding.ts';
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import {
  blankFindings,
  countCells,
  type FilledCells,
  openFindings,
  type Progress,
  progressOf,
  type Written,
} from '../checks/progress.ts';
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
  readonly openByCell: ByCell;
  /** The sums that a box which is all but surely wrong has broken. */
  readonly caused: ReadonlySet<string>;
  /** By cell number: see lookOf. */
  readonly looks: readonly number[];
  /** By cell number: what stands in the cell while nobody is typing in it. */
  readonly shown: readonly string[];
  /** Numbers of the cells that may look or read other than before, or have been written anew. */
  readonly touched: readonly number[];
  readonly balances: ReadonlyMap<string, Balance>;
  readonly filled: FilledCells;
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
    said.deferred.filter((finding) => stillStands(judgement, finding)),
  );
  const blanks = isFinalising ? blankFindings(law, judgement) : [];
  const extra = deferred.length + blanks.length > 0;
  const findings = unchangedList(
    before?.findings,
    extra ? [...deferred, ...judgement.findings, ...blanks] : judgement.findings,
  );
  const open = openFindings(findings, explanations);
  const isOpenAlike = before?.findings === findings && before.explanations === explanations;
  const openByCell = isOpenAlike ? before.openByCell : byCell(open);
  const changed = changedCells(law, before?.judgement, judgement);
  const caused = before?.findings === findings ? before.caused : causedBy(findings);
  const touched = before
    ? withSums(law, withCells(law, changed, before.openByCell, openByCell), before.caused, caused)
    : changed;
  const isFilledAlike = before && changed.every((at) => before.judgement.states[at] === judgement.states[at]);
  const filled = isFilledAlike ? before.filled : countCells(law, judgement);
  return {
    judgement,
    deferred,
    explanations,
    isFinalising,
    findings,
    openByCell,
    caused,
    looks: renewed(before?.looks, touched, (at) =>
      lookCode(law, judgement, at, openByCell.get(law.cells[at]?.id ?? ''), caused),
    ),
    shown: renewed(before?.shown, changed, (at) => shownText(law, judgement, at, answer(law.cells[at]?.id ?? ''))),
    touched,
    balances: before?.judgement === judgement ? before.balances : balancesOf(law, judgement, before?.balances),
    filled,
    progress: unchanged(before?.progress, progressOf(law, filled, written, open)),
  };
}

/** The values with those at `numbers` made anew. */
function renewed<Value>(
  before: readonly Value[] | undefined,
  numbers: readonly number[],
  make: (at: number) => Value,
): readonly Value[] {
  if (before && numbers.length === 0) return before;
  const next = before ? [...before] : [];
  for (const at of numbers) next[at] = make(at);
  return next;
}

/** Numbers of the cells whose reading is another one, in order; all of them where nothing was known before. */
function changedCells({ cells }: Law, before: Judgement | undefined, now: Judgement): readonly number[] {
  const changed: number[] = [];
  if (before === now) return changed;
  for (let at = 0; at < cells.length; at++) {
    const isSame =
      before?.states[at] === now.states[at] &&
      before?.values[at] === now.values[at] &&
      before?.readings[at] === now.readings[at];
    if (!isSame) changed.push(at);
  }
  return changed;
}

type ByCell = ReadonlyMap<string, readonly Finding[]>;

/** These cells, and those of findings that are new or gone. */
function withCells({ indexOf }: Law, cells: readonly number[], before: ByCell, now: ByCell): readonly number[] {
  if (before === now) return cells;
  const all = new Set(cells);
  for (const [one, other] of [
    [before, now],
    [now, before],
  ] as const) {
    for (const [id, findings] of one) {
      if (unchangedList(findings, other.get(id) ?? []) !== findings) all.add(indexOf.get(id) ?? -1);
    }
  }
  return [...all];
}

const causedBy = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ isLikely, mends = [] }) => (isLikely ? mends : [])));

/** And those of sums that have a cause now, or have none any more. */
function withSums(
  { relations, indexOf }: Law,
  cells: readonly number[],
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): readonly number[] {
  if (before === now || (before.size === 0 && now.size === 0)) return cells;
  const all = new Set(cells);
  for (const { id, left, right } of relations) {
    if (before.has(id) === now.has(id)) continue;
    for (const { cell } of [...left.terms, ...right.terms]) all.add(indexOf.get(cell) ?? -1);
  }
  return [...all];
}

/** It stays until the checks have been made anew, unless the sums that it is about have come right. */
function stillStands(judgement: Judgement, { mends = [] }: Finding): boolean {
  return mends.every((id) => judgement.findings.some((finding) => finding.id === id));
}

/** Whether its cells have the figures that it speaks of: what it proposes may be written. */
export function isCurrent(law: Law, judgement: Judgement, { figures }: Finding): boolean {
  return Object.entries(figures).every(([id, figure]) => {
    const cell = law.cell(id);
    // What is said of a text stands until it is sought again.
    if (!cell) return true;
    const now = judgement.at(id).figure;
    return (now === undefined ? null : figureNumber(now, cell)) === figure;
  });
}

function balancesOf(law: Law, judgement: Judgement, before: ReadonlyMap<string, Balance> = new Map()) {
  const balances = new Map(before);
  law.relations.forEach((_, at) => {
    const balance = before.size > 0 && !judgement.moved[at] ? undefined : balanceOf(law, judgement, at);
    if (balance) balances.set(balance.column, balance);
  });
  return balances;
}

function byCell(findings: readonly Finding[]): ByCell {
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
