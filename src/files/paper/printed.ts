// The report as it is printed, as data: every kind of paper (print view, Word, web page) is drawn from this one value,
// so that they cannot differ. It lays nothing out and changes no word.
import { judgeAnswers } from '../../checks/judge.ts';
import type { Layout } from '../../formats/layout.ts';
import { layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { dateWords } from '../../report/date-words.ts';
import type { Content } from '../../report/draft.ts';
import { isTableSection, type NarrativeId, type Section, type SectionNumber } from '../../report/format.ts';
import { type Explained, explained } from './explained.ts';
import { figureWords } from './figure-words.ts';
import { linesOf, type Paragraph, paragraphs } from './paragraphs.ts';
import { agencyIndent } from './signature.ts';

type PrintedSection = {
  readonly number: SectionNumber;
  readonly heading: string;
  readonly narrative?: { readonly id: NarrativeId; readonly lines: readonly Paragraph[] };
  readonly table?: Layout;
  /** What stands below the table, line by line. */
  readonly note: readonly string[];
};

export type Printed = {
  readonly format: string;
  /** The two lines of the title. */
  readonly agency: string;
  readonly title: string;
  readonly preamble: readonly Paragraph[];
  readonly sections: readonly PrintedSection[];
  /** What each box says, by cell id. */
  readonly words: ReadonlyMap<string, string>;
  /** Printed after section 六; empty when there are none or they are not wished. */
  readonly explanations: readonly Explained[];
  /** Absent for a report without 成文日期. The indent, in characters, is the agency's from the right. */
  /** 「2026年1月20日定稿　核验码 7K2M-9QXR-4TB8」, for the foot of every page of a finalised report. */
  readonly final?: string;
  readonly signature?: { readonly agency: string; readonly date: string; readonly indent: number };
};

/** Throws for a format that the registry does not have. */
export function printed(content: Content, { withExplanations }: { withExplanations: boolean }): Printed {
  const law = lawOf(content.format);
  const { agency, year, narratives, notes, finalised } = content;
  const date = dateWords(content.date);
  return {
    format: law.id,
    agency,
    title: `${year}年政府信息公开工作年度报告`,
    preamble: paragraphs(narratives.preamble),
    sections: law.sections.map(({ number, heading, narrative }: Section) => ({
      number,
      heading,
      ...(narrative ? { narrative: { id: narrative, lines: paragraphs(narratives[narrative]) } } : {}),
      ...(isTableSection(number)
        ? { table: layoutOf(law, number), note: linesOf(notes?.[number] ?? '') }
        : { note: [] }),
    })),
    words: figureWords(law, judgeAnswers(law, content.answers), content.answers),
    explanations: withExplanations ? explained(law, content.explanations) : [],
    ...(finalised ? { final: `${dateWords(finalised.at.slice(0, 10))}定稿　核验码 ${finalised.code}` } : {}),
    ...(date === '' ? {} : { signature: { agency, date, indent: agencyIndent(agency, date) } }),
  };
}
