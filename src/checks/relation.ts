// A check as data: a linear relation between cells. One definition gives the verdict, the highlighted cells,
// the sentence, the printed rule and the tests. No closure, and nothing here is evaluated.
import type { Source } from '../report/format.ts';

export type Level = 'must' | 'confirm';

/** One cell on one side of a relation, counted once, added or taken away. */
export type Term<Id extends string = string> = {
  readonly cell: Id;
  /** What the sentence calls it, in the form's own words. */
  readonly label: string;
  readonly minus?: true;
  /** The cell is read from last year's report. */
  readonly lastYear?: true;
};

export type Side<Id extends string = string> = {
  readonly terms: readonly Term<Id>[];
  /** Said in place of a long list of terms: 「各办理结果相加」. */
  readonly name?: string;
};

export type Relation<Id extends string = string> = {
  readonly id: string;
  readonly level: Level;
  /** Where it applies: 「自然人列」, 「规章」. Opens the sentence. */
  readonly place: string;
  readonly left: Side<Id>;
  readonly op: 'equal to' | 'at most';
  readonly right: Side<Id>;
  /** The total that the left side computes while it is untouched. */
  readonly computes?: Id;
  /** The column of table 三 that it balances. */
  readonly balances?: string;
  /** The cell whose balancing figure is offered to the person, never filled in by itself. */
  readonly offers?: Id;
  /** Cells that are often forgotten: while one of them is 0 or blank and would close the sum, it is asked about first. */
  readonly forgotten?: readonly Id[];
  /** What to think of when it fails and the figures are right. */
  readonly hint?: string;
  readonly source: Source;
};

/** 「一 ＋ 二」, or the side's name. */
function sideRule({ terms, name }: Side): string {
  return (
    name ?? terms.map(({ label, minus }, at) => (minus ? ` － ${label}` : at > 0 ? ` ＋ ${label}` : label)).join('')
  );
}

/** The rule as it can be printed, without numbers: 「一 ＋ 二 ＝ 三（七） ＋ 四」. */
export function ruleText({ left, op, right }: Relation): string {
  return `${sideRule(left)} ${op === 'equal to' ? '＝' : '≤'} ${sideRule(right)}`;
}
