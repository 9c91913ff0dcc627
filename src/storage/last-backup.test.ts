import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type Draft, emptyContent, newDraft } from '../report/draft.ts';
import { openDatabase } from './database.ts';
import type { TextStore } from './journal.ts';
import { isBackupDue, lastBackup, noteBackup, unsavedInBackup } from './last-backup.ts';

const draft = (createdAt: string, savedAt: string): Draft => ({
  ...newDraft(emptyContent('甲局', 2025, '2021'), createdAt, createdAt),
  savedAt,
});
const today = '2026-01-20T00:00:00.000Z';
const morning = '2026-01-20T08:00:00.000Z';
const yesterday = '2026-01-19T08:00:00.000Z';
const evening = '2026-01-19T17:00:00.000Z';

test.each([
  ['nothing here', [], undefined, false],
  ['begun today', [draft(morning, morning)], undefined, false],
  ['begun yesterday, never backed up', [draft(yesterday, morning)], undefined, true],
  ['backed up yesterday, nothing since', [draft(yesterday, yesterday)], evening, false],
  ['backed up yesterday, changed since', [draft(yesterday, morning)], evening, true],
  ['backed up today, changed since', [draft(yesterday, '2026-01-20T09:00:00.000Z')], morning, false],
])('%s: due %#', (_, drafts, last, due) => {
  expect(isBackupDue(drafts, last === undefined ? undefined : { time: last, revisions: undefined }, today)).toBe(due);
});

test('what was saved after the backup is not in it', () => {
  const last = { time: evening, revisions: undefined };
  expect(unsavedInBackup([draft(yesterday, yesterday), draft(yesterday, morning)], last)).toBe(1);
});

function noted(text?: string) {
  const entries = new Map<string, string>(text === undefined ? [] : [['backups/last-backup', text]]);
  const store = { getItem: (key: string) => entries.get(key) ?? null, setItem: entries.set.bind(entries) };
  return () => store as unknown as TextStore;
}
const database = openDatabase('backups');

test('what has changed is told by revisions, whatever the clock said', () => {
  const store = noted();
  const early = draft(yesterday, yesterday);
  const ahead = '2031-01-01T00:00:00.000Z';
  noteBackup(store, database, ahead, [early]);
  const last = lastBackup(store, database, morning);
  expect(last?.time).toBeUndefined();
  expect(isBackupDue([early], last, today)).toBe(false);
  expect(isBackupDue([{ ...early, revision: early.revision + 1, savedAt: morning }], last, today)).toBe(true);
  // A clock that has gone back since: the change is older than the backup by its time.
  expect(unsavedInBackup([{ ...early, revision: 7, savedAt: '2020-01-01T00:00:00.000Z' }], last)).toBe(1);
  expect(lastBackup(store, database, '2031-01-02T00:00:00.000Z')?.time).toBe(ahead);
});

test('of a draft begun while the clock was ahead a backup is due as well', () => {
  expect(isBackupDue([draft('2031-01-01T00:00:00.000Z', morning)], undefined, today)).toBe(true);
  expect(isBackupDue([draft('', '')], undefined, today)).toBe(true);
});

test.each([
  ['a time, as earlier versions noted it', evening, { time: evening, revisions: undefined }],
  ['such a time that has not come', '2031-01-01T00:00:00.000Z', undefined],
  ['no time', 'x', undefined],
  ['half a note', '{"time":', undefined],
  ['another note', '{"time":5}', undefined],
])('%s', (_, text, last) => {
  expect(lastBackup(noted(text), database, morning)).toEqual(last);
});
