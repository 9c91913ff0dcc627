// The border on the way back from disk and from backups: a row is read as a draft or set aside with a reason, and no row,
// whatever it holds, stops another. Ids are taken as they are or not at all. What is not the report itself (when it was saved,
// how often) never makes a report unreadable, and half a character in a text shows as �.
import * as z from 'zod/mini';
import { type Content, contentSchema, type Draft } from '../report/draft.ts';
import { wellFormed } from '../report/well-formed.ts';

/** The app's own are 24 hex digits. They stand in addresses, file names and lock names. */
const id = z.string().check(z.regex(/^(?!__proto__$)[\w-]{1,64}$/));

/** In one form, so that times can be compared as texts. A text that is no time is an unknown one: older than any other. */
export const time = z.string().check(z.overwrite((at) => timeIn(at) ?? ''));

const draftRow = z.object({
  ...contentSchema.shape,
  id,
  revision: z.pipe(
    z.custom<number>((revision) => typeof revision === 'number'),
    z.transform((revision) => (isCounted(revision) ? revision : uncounted)),
  ),
  createdAt: time,
  savedAt: time,
  // Deleted nobody knows when: not deleted, so that it is not dropped either.
  deletedAt: z.pipe(
    z.optional(z.string()),
    z.transform((at) => (at === undefined ? undefined : timeIn(at))),
  ),
});

const journalEntry = z.object({ draft: draftRow, attempt: z.optional(z.string()) });

/** Revisions of the app's own count from 0 to below this. Whatever else stands in a row is read as this one. */
const uncounted = 2 ** 50;

const isCounted = (revision: number): boolean => Number.isInteger(revision) && revision >= 0 && revision < uncounted;

/** The one after all of these, and none of them. It starts again where counting would end. */
export function nextRevision(...revisions: readonly number[]): number {
  const next = Math.max(0, ...revisions.filter(isCounted)) + 1;
  if (isCounted(next)) return next;
  return [1, 2, 3].find((small) => !revisions.includes(small)) ?? 1;
}

function timeIn(text: string): string | undefined {
  const at = new Date(text);
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}

/** A row that could not be read, kept as it is so that it can be downloaded. */
export type DamagedRow = {
  /** Its agency and year, or else its id, as far as they are short texts. */
  readonly name: string;
  readonly reason: string;
  readonly row: unknown;
};

export function readRow(row: unknown): { readonly draft: Draft } | { readonly damaged: DamagedRow } {
  try {
    const read = z.safeParse(draftRow, row);
    if (read.success) return { draft: withoutUndefined(read.data) as Draft };
    const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
    return { damaged: { name: nameOf(row), row, reason: reasonOf(path) } };
  } catch {
    // Nothing known gets here.
    return { damaged: { name: '编号不明', row, reason: '整份的内容不对' } };
  }
}

const partNames: Readonly<Record<string, string>> = { '': '整份的内容', id: '编号', agency: '机关名称', year: '年度' };

const reasonOf = (path: string): string => `${partNames[path] ?? `${short(path)} 的内容`}不对`;

function nameOf(row: unknown): string {
  const { agency, year, id } = (typeof row === 'object' && row !== null ? row : {}) as Readonly<
    Record<string, unknown>
  >;
  const parts = [
    ...(typeof agency === 'string' && agency !== '' ? [short(agency)] : []),
    ...(Number.isSafeInteger(year) ? [`${year} 年度`] : []),
  ];
  if (parts.length > 0) return parts.join(' ');
  return typeof id === 'string' || typeof id === 'number' ? `编号 ${short(String(id))}` : '编号不明';
}

function short(text: string): string {
  const start = [...wellFormed(text.slice(0, 100))];
  return start.length > 40 || text.length > 100 ? `${start.slice(0, 40).join('')}…` : start.join('');
}

/** Absent and undefined are one to the reader, and two to whoever compares. */
function withoutUndefined<Row extends { deletedAt?: string | undefined }>(row: Row): Row {
  if (row.deletedAt === undefined) delete row.deletedAt;
  return row;
}

/** A row as text for a file, whatever the database can hold: also what JSON has no words for. */
export function rawText(row: unknown): string {
  const open: unknown[] = [];
  function plain(this: unknown, _key: string, value: unknown): unknown {
    while (open.length > 0 && open[open.length - 1] !== this) open.pop();
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (open.includes(value)) return '（同上层）';
    const shown = value instanceof Map || value instanceof Set ? [...value] : value;
    open.push(shown);
    return shown;
  }
  try {
    return JSON.stringify(row, plain, 2) ?? String(row);
  } catch (error) {
    return `写不成文字：${error instanceof Error ? error.message : ''}`;
  }
}

/** What the journal keeps: the unsaved draft, and the time of a save that was still under way when it was kept. */
export type JournalEntry = { readonly draft: Draft; readonly attempt?: string };

/** A journal entry, or undefined for text that is not one. */
export function readJournal(text: string): JournalEntry | undefined {
  try {
    const read = z.safeParse(journalEntry, JSON.parse(text));
    return read.success ? ({ ...read.data, draft: withoutUndefined(read.data.draft) } as JournalEntry) : undefined;
  } catch {
    return undefined;
  }
}

/** What a draft says, without where and when it is kept. */
export const contentOf = (draft: Content): Content => z.parse(contentSchema, draft) as Content;

/** Whether two drafts say the same, wherever and whenever they were saved. */
export function sameContent(a: Content, b: Content): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}
