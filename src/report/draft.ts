// A draft is what a person typed, as text. Nothing derived (totals, findings, progress) is stored in it.
import type { FigureLink } from './figure-links.ts';
import type { NarrativeId } from './format.ts';
import { narrativeIds } from './format.ts';

/** Text by cell id, as typed. An absent or empty text is a blank cell. */
export type Answers = Readonly<Record<string, string>>;

/** 情况说明: why a please-confirm finding is all right, and the figures it was written for. */
export type Explanation = {
  readonly text: string;
  /** In each cell's own unit; null is blank. When one of these changes, the finding is open again. */
  readonly figures: Readonly<Record<string, number | null>>;
};

export type Narratives = Readonly<Record<NarrativeId, string>>;

/** Text printed below tables 二, 三 and 四, by the number of their section; a table without any has none. */
export type Notes = Readonly<Partial<Record<TableNumber, string>>>;
export const tableNumbers = ['2', '3', '4'] as const;
export type TableNumber = (typeof tableNumbers)[number];

export const noteNames: Readonly<Record<TableNumber, string>> = {
  '2': '表二下的说明',
  '3': '表三下的说明',
  '4': '表四下的说明',
};

/** 定稿: since when the report may only be looked at, and the check code of what it said then. */
export type Finalised = {
  /** ISO time with the offset of where it was made final: its day is the one on the calendar there. */
  readonly at: string;
  readonly code: string;
};

/** What a person wrote, without where and when it is kept. */
export type Content = {
  readonly agency: string;
  readonly year: number;
  readonly format: string;
  /** 成文日期 as YYYY-MM-DD, or empty. */
  readonly date: string;
  readonly narratives: Narratives;
  /** Absent when there are none. */
  readonly notes?: Notes;
  readonly answers: Answers;
  readonly explanations: Readonly<Record<string, Explanation>>;
  /**
   * What is being written about findings, by their ids, until it is confirmed and becomes an explanation; absent when there is
   * nothing. It is not part of the report.
   */
  readonly unconfirmed?: Readonly<Record<string, string>>;
  /** What an imported document said that has no place in the form, a line each. It is not part of the report. */
  readonly note: string;
  /** Figures in the narratives that follow their cells; absent when there are none. They are not part of the report. */
  readonly links?: readonly FigureLink[];
  /** Set while the report is final. */
  readonly finalised?: Finalised;
};

export type Draft = Content & {
  readonly id: string;
  /** Counts the saves. A save built on an older revision than the stored one is refused. */
  readonly revision: number;
  readonly createdAt: string;
  readonly savedAt: string;
  /** Set while the draft is among the recently deleted. */
  readonly deletedAt?: string;
};

export const noNarratives: Narratives = Object.fromEntries(narrativeIds.map((id) => [id, ''])) as Narratives;

export function emptyContent(agency: string, year: number, format: string): Content {
  return { agency, year, format, date: '', narratives: noNarratives, answers: {}, explanations: {}, note: '' };
}

/** A draft that has never been saved: revision 0. `now` is an ISO time. */
export function newDraft(content: Content, id: string, now: string): Draft {
  return { ...content, id, revision: 0, createdAt: now, savedAt: now };
}

/** The notes of a content: those that say something. Of none there is not even the key. */
export function withNotes(all: Readonly<Partial<Record<string, string>>>): Pick<Content, 'notes'> {
  const written = tableNumbers.flatMap((number) => {
    const text = all[number] ?? '';
    return text.trim() === '' ? [] : [[number, text] as const];
  });
  return written.length > 0 ? { notes: Object.fromEntries(written) } : {};
}

/** The same draft with other content; whatever else `content` carries is left behind. */
export function withContent(draft: Draft, content: Content): Draft {
  const { agency, year, format, date, narratives, notes, answers, explanations, unconfirmed, note, links, finalised } =
    content;
  const said = { agency, year, format, date, narratives, answers, explanations, note };
  const { links: _, notes: __, unconfirmed: ___, ...rest } = reopened(draft);
  return {
    ...rest,
    ...said,
    ...(notes ? { notes } : {}),
    ...(unconfirmed ? { unconfirmed } : {}),
    ...(links ? { links } : {}),
    ...(finalised ? { finalised } : {}),
  };
}

/** The same, to be worked on again. */
export function reopened<Kind extends Content>({ finalised: _, ...content }: Kind): Omit<Kind, 'finalised'> {
  return content;
}

/** 「<机关><年>年政府信息公开工作年度报告」, the official title and the file's name. */
export function reportTitle({ agency, year }: Pick<Content, 'agency' | 'year'>): string {
  return `${agency}${year}年政府信息公开工作年度报告`;
}
