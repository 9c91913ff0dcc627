// The border on the way back from disk: a stored row is read as a draft or set aside with a reason. It repairs nothing.
import * as z from 'zod/mini';
import { type Content, type Draft, tableNumbers } from '../report/draft.ts';
import { narrativeIds } from '../report/format.ts';

// A strict content security policy forbids the code generation zod would otherwise try.
z.config({ jitless: true });

const texts = z.record(z.string(), z.string());
const number = z.nullable(z.number());

const content = {
  agency: z.string(),
  year: z.int(),
  format: z.string(),
  date: z.string(),
  narratives: z.object({ preamble: z.string(), overview: z.string(), problems: z.string(), others: z.string() }),
  notes: z.optional(z.partialRecord(z.enum(tableNumbers), z.string())),
  answers: texts,
  explanations: z.record(z.string(), z.object({ text: z.string(), figures: z.record(z.string(), number) })),
  // Rows of version 0.1 have none.
  note: z._default(z.string(), ''),
  links: z.optional(
    z.array(z.object({ narrative: z.enum(narrativeIds), cell: z.string(), at: z.int(), text: z.string() })),
  ),
  finalised: z.optional(z.object({ at: z.string(), code: z.string() })),
};

const draftRow = z.object({
  ...content,
  id: z.string().check(z.minLength(1)),
  revision: z.int().check(z.nonnegative()),
  createdAt: z.string(),
  savedAt: z.string(),
  deletedAt: z.optional(z.string()),
});

const journalEntry = z.object({ draft: draftRow, attempt: z.optional(z.string()) });

/** A row that could not be read, kept as it is so that it can be downloaded. */
export type DamagedRow = { readonly id: string; readonly reason: string; readonly row: unknown };

export function readRow(row: unknown): { readonly draft: Draft } | { readonly damaged: DamagedRow } {
  const read = z.safeParse(draftRow, row);
  if (read.success) return { draft: read.data as Draft };
  const [issue] = read.error.issues;
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '?';
  return { damaged: { id, row, reason: `${issue?.path.join('.') || '整行'}：${issue?.message ?? ''}` } };
}

/** What the journal keeps: the unsaved draft, and the time of a save that was still under way when it was kept. */
export type JournalEntry = { readonly draft: Draft; readonly attempt?: string };

/** A journal entry, or undefined for text that is not one. */
export function readJournal(text: string): JournalEntry | undefined {
  try {
    const read = z.safeParse(journalEntry, JSON.parse(text));
    return read.success ? (read.data as JournalEntry) : undefined;
  } catch {
    return undefined;
  }
}

export const contentRow = z.object(content);

/** What a draft says, without where and when it is kept. */
export const contentOf = (draft: Content): Content => z.parse(contentRow, draft) as Content;

/** Whether two drafts say the same, wherever and whenever they were saved. */
export function sameContent(a: Content, b: Content): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}
