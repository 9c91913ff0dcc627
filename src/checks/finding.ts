// A finding is something wrong or doubtful, said in one sentence that leads to its cells.
import type { Content, Explanation } from '../report/draft.ts';
import { figureNumber } from '../report/figure.ts';
import type { NarrativeId, Place, SectionNumber, Source } from '../report/format.ts';
import { cellName } from '../report/format.ts';
import type { Reading } from '../report/reading.ts';
import type { Law } from './law.ts';
import type { Level, Relation } from './relation.ts';
import { ruleText } from './relation.ts';
import { sentence } from './sentence.ts';
import type { Verdicts } from './verdict.ts';
import { isKnown } from './verdict.ts';

/** One way a mistake may have come about, and what undoes it. */
export type Suspect = {
  readonly sentence: string;
  /** The figure each cell should have, as text in its own unit, and what to write into it for that. */
  readonly changes: readonly { readonly cell: string; readonly figure: string; readonly write: string }[];
  /** 0 to 1. */
  readonly probability: number;
  /** What else speaks for it, a few words each. */
  readonly reasons: readonly string[];
};

/** What a finding speaks of: a sum or rule, a text that is no figure, blanks, one slip behind several sums, a figure far from last
 * year's, words that say otherwise than the tables, what a published report should not hold, or a total that stands otherwise on paper. */
type FindingKind = 'relation' | 'unreadable' | 'blank' | 'culprit' | 'jump' | 'words' | 'lint' | 'sum';

export type Finding = {
  readonly kind: FindingKind;
  /** Stays the same from one judgement to the next, and in files. */
  readonly id: string;
  readonly level: Level;
  readonly section: Place;
  readonly sentence: string;
  /** The cells it is about, in official order; the first is where it leads. */
  readonly cells: readonly string[];
  /** The figures of those cells in their own units, null for blank: what an explanation is written for. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** Of a culprit: what it may have been, the likeliest first. */
  readonly suspects?: readonly Suspect[];
  /** Of a culprit: so sure that what it should say can be proposed. */
  readonly isLikely?: boolean;
  /** Of a culprit: the findings that go when it is mended. They stand under it. */
  readonly mends?: readonly string[];
  /** Of a narrative that repeats another report: both, to be read side by side. */
  readonly copied?: {
    readonly narrative: NarrativeId;
    readonly of: Pick<Content, 'agency' | 'year' | 'narratives'>;
  };
  readonly hint?: string;
  readonly rule?: string;
  readonly source?: Source;
};

export function relationFinding(law: Law, relation: Relation, judged: Verdicts, lastYear?: Float64Array): Finding {
  const numbers = [...relation.left.terms, ...relation.right.terms]
    .filter((term) => !term.lastYear)
    .map((term) => law.indexOf.get(term.cell) ?? -1)
    .sort((a, b) => a - b);
  const cells = numbers.flatMap((at) => law.cells[at] ?? []);
  return {
    kind: 'relation',
    id: relation.id,
    level: relation.level,
    section: cells[0]?.table.section ?? 1,
    sentence: sentence(law, relation, judged, lastYear),
    cells: cells.map((cell) => cell.id),
    figures: Object.fromEntries(
      cells.map((cell, at) => {
        const number = numbers[at] ?? -1;
        return [cell.id, isKnown(judged.states[number]) ? figureNumber(judged.values[number] ?? 0, cell) : null];
      }),
    ),
    rule: ruleText(relation),
    source: relation.source,
    ...(relation.hint === undefined ? {} : { hint: relation.hint }),
  };
}

export function unreadableFinding(law: Law, at: number, reading: Reading): Finding | undefined {
  const cell = law.cells[at];
  if (!cell || reading.kind !== 'unreadable') return undefined;
  return {
    kind: 'unreadable',
    id: `unreadable/${cell.id}`,
    level: 'must',
    section: cell.table.section,
    sentence: `${cellName(cell)}：${reading.reason}`,
    cells: [cell.id],
    figures: { [cell.id]: null },
  };
}

export function blankFinding(section: SectionNumber, blanks: readonly string[]): Finding {
  return {
    kind: 'blank',
    id: `blank/${section}`,
    level: 'must',
    section,
    sentence: `还有 ${blanks.length} 格未填。定稿前每一格都要有数，确实没有的填 0。`,
    hint: '点表格上方的“本表其余未填格填 0”可一次填完；总计自动计算。',
    cells: blanks,
    figures: Object.fromEntries(blanks.map((cell) => [cell, null])),
  };
}

/** Whether the explanation was written for exactly the figures the finding has now. */
export function isExplained(finding: Finding, explanation: Explanation | undefined): boolean {
  if (!explanation || explanation.text.trim() === '' || finding.level === 'must') return false;
  const ids = Object.keys(finding.figures);
  return (
    ids.length === Object.keys(explanation.figures).length &&
    ids.every((id) => explanation.figures[id] === finding.figures[id])
  );
}
