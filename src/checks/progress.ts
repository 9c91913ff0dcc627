// How far a report is, section by section, and how many findings are still open. Derived, never stored.
import type { Content, Explanation } from '../report/draft.ts';
import type { SectionNumber } from '../report/format.ts';
import type { Finding } from './finding.ts';
import { isExplained } from './finding.ts';
import type { Judgement } from './judge.ts';
import type { Law } from './law.ts';
import { state } from './verdict.ts';

/** What is filled of what can be filled. Totals do not count while they are untouched: they fill themselves. */
export type Filled = { readonly filled: number; readonly of: number };

export type SectionProgress = Filled & {
  readonly number: SectionNumber;
  readonly findings: number;
};

export type Progress = {
  readonly basics: Filled;
  readonly sections: readonly SectionProgress[];
  readonly cells: Filled;
  /** Open findings: explained ones are not counted. */
  readonly must: number;
  readonly confirm: number;
};

/** The parts of a draft, beside its cells, that progress looks at. */
export type Written = Pick<Content, 'agency' | 'narratives'>;

export function openFindings(
  judged: Judgement,
  explanations: Readonly<Record<string, Explanation>>,
): readonly Finding[] {
  return judged.findings.filter((finding) => !isExplained(finding, explanations[finding.id]));
}

export function progressOf(law: Law, judged: Judgement, written: Written, open: readonly Finding[]): Progress {
  const sections = law.sections.map(({ number, narrative }): SectionProgress => {
    const findings = open.filter((finding) => finding.section === number).length;
    if (narrative === undefined) return { number, findings, ...cellsFilled(law, judged, number) };
    return { number, findings, filled: written.narratives[narrative].trim() === '' ? 0 : 1, of: 1 };
  });
  return {
    basics: { filled: written.agency.trim() === '' ? 0 : 1, of: 1 },
    sections,
    cells: cellsFilled(law, judged),
    must: open.filter(({ level }) => level === 'must').length,
    confirm: open.filter(({ level }) => level === 'confirm').length,
  };
}

function cellsFilled(law: Law, { states }: Judgement, section?: SectionNumber): Filled {
  let filled = 0;
  let of = 0;
  law.cells.forEach((cell, at) => {
    if (cell.total || (section !== undefined && cell.table.section !== section)) return;
    of++;
    if (states[at] !== state.blank) filled++;
  });
  return { filled, of };
}

/** The blank cells of a section that a person has to fill, in official order. */
export function blankCells(law: Law, { states }: Judgement, section: SectionNumber): readonly string[] {
  return law.cells
    .filter((cell, at) => cell.table.section === section && !cell.total && states[at] === state.blank)
    .map((cell) => cell.id);
}
