// How far a report is, section by section, and how many findings are still open. Derived, never stored.
import type { Content, Explanation } from '../report/draft.ts';
import type { Place, SectionNumber } from '../report/format.ts';
import type { Finding } from './finding.ts';
import { blankFinding, isExplained } from './finding.ts';
import type { Judgement } from './judge.ts';
import type { Law } from './law.ts';
import { state } from './verdict.ts';

/** What is filled of what can be filled. Totals do not count while they are untouched: they fill themselves. */
type Filled = { readonly filled: number; readonly of: number };

type SectionProgress = Filled & {
  readonly number: SectionNumber;
  readonly findings: number;
};

export type Progress = {
  /** What stands before the first section. */
  readonly basics: Filled & { readonly findings: number };
  readonly sections: readonly SectionProgress[];
  readonly cells: Filled;
  /** Open findings: explained ones are not counted. */
  readonly must: number;
  readonly confirm: number;
};

/** Of each section with tables. */
export type FilledCells = ReadonlyMap<SectionNumber, Filled>;

/** The parts of a draft, beside its cells, that progress looks at. */
export type Written = Pick<Content, 'agency' | 'narratives'>;

export function openFindings(
  findings: readonly Finding[],
  explanations: Readonly<Record<string, Explanation>>,
): readonly Finding[] {
  return findings.filter((finding) => !isExplained(finding, explanations[finding.id]));
}

/** Those that count as one mistake each: broken sums that a culprit explains stand under it. */
export function leadingFindings(findings: readonly Finding[]): readonly Finding[] {
  const explained = new Set(findings.flatMap(({ mends = [] }) => mends));
  return explained.size === 0 ? findings : findings.filter(({ id }) => !explained.has(id));
}

export function progressOf(law: Law, cells: FilledCells, written: Written, open: readonly Finding[]): Progress {
  const leading = leadingFindings(open);
  const sections = law.sections.map(({ number, narrative }): SectionProgress => {
    const findings = countAt(leading, number);
    if (narrative === undefined) return { number, findings, ...(cells.get(number) ?? nothing) };
    return { number, findings, filled: written.narratives[narrative].trim() === '' ? 0 : 1, of: 1 };
  });
  const all = [...cells.values()];
  return {
    basics: { filled: written.agency.trim() === '' ? 0 : 1, of: 1, findings: countAt(leading, 'basics') },
    sections,
    cells: {
      filled: all.reduce((sum, { filled }) => sum + filled, 0),
      of: all.reduce((sum, { of }) => sum + of, 0),
    },
    must: leading.filter(({ level }) => level === 'must').length,
    confirm: leading.filter(({ level }) => level === 'confirm').length,
  };
}

const countAt = (findings: readonly Finding[], place: Place): number =>
  findings.filter(({ section }) => section === place).length;

const nothing: Filled = { filled: 0, of: 0 };

export function countCells(law: Law, { states }: Judgement): FilledCells {
  const counts = new Map<SectionNumber, { filled: number; of: number }>();
  law.cells.forEach(({ total, table }, at) => {
    if (total) return;
    const count = counts.get(table.section) ?? { filled: 0, of: 0 };
    counts.set(table.section, count);
    count.of++;
    if (states[at] !== state.blank) count.filled++;
  });
  return counts;
}

/** What a report that is to be final still leaves blank, a finding for each section of tables that does. */
export function blankFindings(law: Law, judged: Judgement): readonly Finding[] {
  return law.sections.flatMap(({ number }) => {
    const blanks = blankCells(law, judged, number);
    return blanks.length === 0 ? [] : [blankFinding(number, blanks)];
  });
}

/** The blank cells of a section that a person has to fill, in official order. */
export function blankCells(law: Law, { states }: Judgement, section: SectionNumber): readonly string[] {
  return law.cells
    .filter((cell, at) => cell.table.section === section && !cell.total && states[at] === state.blank)
    .map((cell) => cell.id);
}
