// A draft is what a person typed, as text. Nothing derived (totals, findings, progress) is stored in it.
// The schema says what a content has and what a stored one is held to; every type of a part is inferred from it.
import * as z from 'zod/mini';
import { type NarrativeId, narrativeIds, type TableSection } from './format.ts';
import { wellFormed } from './well-formed.ts';

// A strict content security policy forbids the code generation zod would otherwise try.
z.config({ jitless: true });

/** Half a character in a text shows as �. */
export const text = z.string().check(z.overwrite(wellFormed));

/** As keys of a record. */
export type TableNumber = `${TableSection}`;
export const tableNumbers = ['2', '3', '4'] as const satisfies readonly TableNumber[];

export const noteNames: Readonly<Record<TableNumber, string>> = {
  '2': '表二下的说明',
  '3': '表三下的说明',
  '4': '表四下的说明',
};

/** 情况说明: why a please-confirm finding is all right, and the figures it was written for. */
const explanation = z.object({
  text,
  // In each cell's own unit; null is blank. When one of these changes, the finding is open again.
  figures: z.record(text, z.nullable(z.number())),
});

/** A stretch of a narrative that says what a cell says. */
const figureLink = z.object({
  narrative: z.enum(narrativeIds),
  cell: text,
  // Where it begins in the narrative, in UTF-16 units.
  at: z.int(),
  // What stands there: 「59件」. Where anything else does, the link is broken and dropped.
  text,
});

/** What a person wrote, without where and when it is kept. */
export const contentSchema = z.object({
  agency: text,
  // 0 is a document's that named none.
  year: z.int().check(z.gte(0), z.lte(9999)),
  format: text,
  // 成文日期 as YYYY-MM-DD, or empty.
  date: text,
  // By when it is to be handed in, as YYYY-MM-DD, where that is not the date by law; else absent. It is not part of the report.
  due: z.optional(text),
  narratives: z.object({ preamble: text, overview: text, problems: text, others: text } satisfies Record<
    NarrativeId,
    typeof text
  >),
  // Text printed below tables 二, 三 and 四, by the number of their section; a table without any has none. Absent when there are none.
  notes: z.optional(z.partialRecord(z.enum(tableNumbers), text)),
  // Text by cell id, as typed. An absent or empty text is a blank cell.
  answers: z.record(text, text),
  // 核对总计: totals as they stand on someone's paper, by cell id, as typed; absent when there are none. They are held against the cells and
  // are not part of the report.
  controls: z.optional(z.record(text, text)),
  // By the ids of findings.
  explanations: z.record(text, explanation),
  // What an imported document said that has no place in the form, a line each. It is not part of the report. Rows of version 0.1
  // have none.
  note: z._default(text, ''),
  // What is being written about findings, by their ids, until it is confirmed and becomes an explanation; absent when there is
  // nothing. It is not part of the report.
  unconfirmed: z.optional(z.record(z.string(), text)),
  // Figures in the narratives that follow their cells; absent when there are none. They are not part of the report.
  links: z.optional(z.array(figureLink)),
  // 定稿: since when the report may only be looked at, as an ISO time with the offset of where it was made final (its day is the one on
  // the calendar there), and the check code of what it said then. Set while the report is final.
  finalised: z.optional(z.object({ at: text, code: text })),
});

/** Nobody changes a content, and what it does not have is absent: it is not there as undefined. */
type DeepReadonly<Part> = Part extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Part extends object
    ? { readonly [Key in keyof Part]: DeepReadonly<Exclude<Part[Key], undefined>> }
    : Part;

export type Content = DeepReadonly<z.infer<typeof contentSchema>>;

export type Answers = Content['answers'];
export type Explanation = Content['explanations'][string];
export type Narratives = Content['narratives'];
export type Notes = NonNullable<Content['notes']>;
export type Finalised = NonNullable<Content['finalised']>;

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

/** The same draft with other content. Where `content` is a draft too, where and when that one is kept is left behind. */
export function withContent(draft: Draft, content: Content): Draft {
  const { id, revision, createdAt, savedAt, deletedAt } = draft;
  const { deletedAt: _, ...said }: Content & Pick<Draft, 'deletedAt'> = content;
  return { ...said, id, revision, createdAt, savedAt, ...(deletedAt === undefined ? {} : { deletedAt }) };
}

/** The same, to be worked on again. */
export function reopened<Kind extends Content>({ finalised: _, ...content }: Kind): Omit<Kind, 'finalised'> {
  return content;
}

/** 「<机关><年>年政府信息公开工作年度报告」, the official title and the file's name. */
export function reportTitle({ agency, year }: Pick<Content, 'agency' | 'year'>): string {
  return `${agency}${year}年政府信息公开工作年度报告`;
}
