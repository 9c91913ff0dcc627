// Reads and writes whole drafts. Every write checks the revision in the same transaction, so no tab overwrites another's work.
import { liveQuery } from 'dexie';
import type { Draft } from '../report/draft.ts';
import { type Database, ready, Shut } from './database.ts';
import type { DamagedRow } from './draft-row.ts';
import { nextRevision, readRow } from './draft-row.ts';

/** How long a deleted draft is kept: 30 days, in ms. */
export const keptDeleted = 30 * 24 * 60 * 60 * 1000;

/** The stored draft is not the one this save was built on. Nothing was written. */
export class StaleSave extends Error {
  readonly stored: Draft;

  constructor(stored: Draft) {
    super(`draft ${stored.id} is at revision ${stored.revision}`);
    this.name = 'StaleSave';
    this.stored = stored;
  }
}

/** What is stored in the draft's place cannot be read by this version. Nothing was written; it is told as a VersionError. */
class Unreadable extends Error {
  override readonly name = 'VersionError';
}

export type Shelf = { readonly drafts: readonly Draft[]; readonly damaged: readonly DamagedRow[] };

/** Tells all drafts now and after every change, this tab's or another's. Returns what stops it. */
export function watchShelf(
  database: Database,
  onShelf: (shelf: Shelf) => void,
  onTrouble: (error: unknown) => void,
): () => void {
  let stop = (): void => undefined;
  let stopped = false;
  const watch = (): void => {
    if (!stopped) stop = subscribe(database, onShelf, onTrouble);
  };
  // A live query is silent about a database that cannot be opened.
  ready(database).then(watch, (error) => {
    onTrouble(error);
    if (error instanceof Shut) database.open().then(watch, onTrouble);
  });
  return () => {
    stopped = true;
    stop();
  };
}

function subscribe(
  database: Database,
  onShelf: (shelf: Shelf) => void,
  onTrouble: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => database.drafts.toArray()).subscribe({
    next: (rows) => {
      const read = rows.map(readRow);
      onShelf({
        drafts: read.flatMap((row) => ('draft' in row ? [row.draft] : [])),
        damaged: read.flatMap((row) => ('damaged' in row ? [row.damaged] : [])),
      });
    },
    error: onTrouble,
  });
  return () => subscription.unsubscribe();
}

/** The draft, what is damaged in its place, or undefined. Rejects when the database cannot be read. */
export async function loadDraft(
  database: Database,
  id: string,
): Promise<{ draft: Draft } | { damaged: DamagedRow } | undefined> {
  await ready(database);
  const row = await database.drafts.get(id);
  return row === undefined ? undefined : readRow(row);
}

/**
 * Saves a draft built on `draft.revision` (0: never saved) and gives it back as stored, one revision on.
 * Rejects with StaleSave when the stored draft has moved on, or with the database's error; nothing is written then.
 */
export async function saveDraft(database: Database, draft: Draft, now: string): Promise<Draft> {
  await ready(database);
  const next: Draft = { ...draft, revision: nextRevision(draft.revision), savedAt: now };
  await database.transaction('rw', database.drafts, async () => {
    const row = await database.drafts.get(draft.id);
    const stored = row === undefined ? undefined : readRow(row);
    // What this version cannot read, a later one wrote.
    if (stored && 'damaged' in stored) throw new Unreadable();
    if (stored && stored.draft.revision !== draft.revision) throw new StaleSave(stored.draft);
    await database.drafts.put(next);
  });
  return next;
}

/**
 * Stores drafts that are new here, all in one transaction, and gives them back as stored. Resolves once they are committed;
 * where it rejects, none is written: also when one of the ids is taken.
 */
export async function addDrafts(database: Database, drafts: readonly Draft[], now: string): Promise<readonly Draft[]> {
  await ready(database);
  const next = drafts.map((draft): Draft => ({ ...draft, revision: draft.revision + 1, savedAt: now }));
  // An error that is not caught within a transaction aborts the whole of it.
  await database.transaction('rw', database.drafts, () => database.drafts.bulkAdd(next));
  return next;
}

/** Moves a draft to the recently deleted, or back. The revision moves on, so a tab that still edits it notices. */
export async function setDeleted(database: Database, id: string, now: string, deleted: boolean): Promise<void> {
  await database.transaction('rw', database.drafts, async () => {
    const stored = await loadDraft(database, id);
    if (!stored || !('draft' in stored)) return;
    const { deletedAt: _, ...draft } = stored.draft;
    await saveDraft(database, deleted ? { ...draft, deletedAt: now } : draft, now);
  });
}

/** Drops what was deleted before `before` (an ISO time), with its history. */
export async function dropDeleted(database: Database, before: string): Promise<void> {
  const old = (row: unknown): boolean => {
    const read = readRow(row);
    return (
      'draft' in read &&
      read.draft.deletedAt !== undefined &&
      read.draft.deletedAt < before &&
      read.draft.savedAt < before
    );
  };
  await database.transaction('rw', database.drafts, database.states, async () => {
    const ids = await database.drafts.filter(old).primaryKeys();
    await database.drafts.bulkDelete(ids);
    await database.states.where('draft').anyOf(ids).delete();
  });
}

/** The drafts of one agency, the latest saved of each year. Rejects when the database cannot be read. */
export async function listOfAgency(database: Database, agency: string): Promise<readonly Draft[]> {
  await ready(database);
  const rows = await database.drafts.where('[agency+year]').between([agency, -Infinity], [agency, Infinity]).toArray();
  const latest = new Map<number, Draft>();
  for (const read of rows.map(readRow)) {
    if (!('draft' in read) || read.draft.deletedAt !== undefined) continue;
    const { draft } = read;
    if ((latest.get(draft.year)?.savedAt ?? '') < draft.savedAt) latest.set(draft.year, draft);
  }
  return [...latest.values()];
}

/** Rows read before the page may go on with something else. */
const lot = 40;

/** All drafts but one and the deleted, read a few at a time. Rejects when the database cannot be read. */
export async function loadOthers(database: Database, id: string): Promise<readonly Draft[]> {
  await ready(database);
  const ids = (await database.drafts.toCollection().primaryKeys()).filter((other) => other !== id);
  const drafts: Draft[] = [];
  for (let from = 0; from < ids.length; from += lot) {
    for (const row of await database.drafts.bulkGet(ids.slice(from, from + lot))) {
      const read = row === undefined ? undefined : readRow(row);
      if (read && 'draft' in read && read.draft.deletedAt === undefined) drafts.push(read.draft);
    }
  }
  return drafts;
}

/**
 * The latest saved draft of the same agency for the year before, told now and after every change of it.
 * It asks an index, so that saving this year's draft does not wake it.
 */
export function watchLastYear(
  database: Database,
  { agency, year }: Pick<Draft, 'agency' | 'year'>,
  onDraft: (draft: Draft | undefined) => void,
): () => void {
  const rows = () =>
    database.drafts
      .where('[agency+year]')
      .equals([agency, year - 1])
      .toArray();
  const subscription = liveQuery(rows).subscribe({
    next: (found) => {
      const drafts = found.map(readRow).flatMap((read) => ('draft' in read ? [read.draft] : []));
      const [latest] = drafts
        .filter(({ deletedAt }) => deletedAt === undefined)
        .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
      onDraft(latest);
    },
    // Without the database there is no last year to compare; that saving fails is told by the autosave.
    error: () => onDraft(undefined),
  });
  return () => subscription.unsubscribe();
}
