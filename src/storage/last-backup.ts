// What was last taken into a backup, and whether it is time for another. Which drafts have changed since is told by their
// revisions: clocks are set wrong and set right again. The time is for words, and for not asking twice a day.
import * as z from 'zod/mini';
import type { Draft } from '../report/draft.ts';
import type { Database } from './database.ts';
import type { TextStore } from './journal.ts';

z.config({ jitless: true });

const lastBackupText = z.object({ time: z.string(), revisions: z.record(z.string(), z.number()) });

export type LastBackup = {
  /** ISO time; undefined where the clock was wrong then. */
  readonly time: string | undefined;
  /** By id. Earlier versions noted the time alone. */
  readonly revisions: Readonly<Record<string, number>> | undefined;
};

const keyOf = ({ name }: Database): string => `${name}/last-backup`;

/** Undefined when there has been none, or nobody knows. `now` is an ISO time: what is noted to lie behind it was noted wrong. */
export function lastBackup(store: () => TextStore, database: Database, now: string): LastBackup | undefined {
  try {
    const text = store().getItem(keyOf(database)) ?? '';
    const { time, revisions } = text.startsWith('{')
      ? z.parse(lastBackupText, JSON.parse(text))
      : { time: text, revisions: undefined };
    const isPast = !Number.isNaN(Date.parse(time)) && time <= now;
    return isPast || revisions ? { time: isPast ? time : undefined, revisions } : undefined;
  } catch {
    return undefined;
  }
}

/** `stored` are the drafts as they stand in the database. */
export function noteBackup(store: () => TextStore, database: Database, time: string, stored: readonly Draft[]): void {
  const revisions = Object.fromEntries(stored.map(({ id, revision }) => [id, revision]));
  try {
    store().setItem(keyOf(database), JSON.stringify({ time, revisions }));
  } catch {
    // The reminder comes once too often.
  }
}

/** How many drafts, deleted ones too, have been saved since the last backup. */
export function unsavedInBackup(drafts: readonly Draft[], last: LastBackup | undefined): number {
  const { time, revisions } = last ?? {};
  const isChanged = ({ id, revision, savedAt }: Draft): boolean =>
    revisions ? revisions[id] !== revision : time === undefined || savedAt > time;
  return drafts.filter(isChanged).length;
}

const day = 24 * 60 * 60 * 1000;

/**
 * After a day's work: something has changed since the last backup, or since the first draft, and that was not today.
 * `startOfToday` is an ISO time.
 */
export function isBackupDue(drafts: readonly Draft[], last: LastBackup | undefined, startOfToday: string): boolean {
  const since = last ? last.time : drafts.map(({ createdAt }) => createdAt).sort()[0];
  const age = Date.parse(since ?? '') - Date.parse(startOfToday);
  const isToday = age >= 0 && age < day;
  return !isToday && unsavedInBackup(drafts, last) > 0;
}
