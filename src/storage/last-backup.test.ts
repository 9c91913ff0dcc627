import { expect, test } from 'vitest';
import { type Draft, emptyContent, newDraft } from '../report/draft.ts';
import { isBackupDue, unsavedInBackup } from './last-backup.ts';

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
  expect(isBackupDue(drafts, last, today)).toBe(due);
});

test('what was saved after the backup is not in it', () => {
  expect(unsavedInBackup([draft(yesterday, yesterday), draft(yesterday, morning)], evening)).toBe(1);
});
