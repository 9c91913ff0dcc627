// When all drafts were last taken into a backup, and whether it is time for another.
import type { Draft } from '../report/draft.ts';
import type { Database } from './database.ts';
import type { TextStore } from './journal.ts';

const keyOf = ({ name }: Database): string => `${name}/last-backup`;

/** ISO time, or undefined when there has been none, or nobody knows. */
export function lastBackup(store: () => TextStore, database: Database): string | undefined {
  try {
    return store().getItem(keyOf(database)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function noteBackup(store: () => TextStore, database: Database, time: string): void {
  try {
    store().setItem(keyOf(database), time);
  } catch {
    // The reminder comes once too often.
  }
}

/** How many drafts, deleted ones too, have been saved since the last backup. */
export function unsavedInBackup(drafts: readonly Draft[], last: string | undefined): number {
  return drafts.filter(({ savedAt }) => last === undefined || savedAt > last).length;
}

/**
 * After a day's work: something has changed since the last backup, or since the first draft, and that was before today.
 * `startOfToday` is an ISO time.
 */
export function isBackupDue(drafts: readonly Draft[], last: string | undefined, startOfToday: string): boolean {
  const since = last ?? drafts.map(({ createdAt }) => createdAt).sort()[0];
  return since !== undefined && since < startOfToday && unsavedInBackup(drafts, last) > 0;
}
