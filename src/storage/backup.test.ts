import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import firstBackup from '../../fixtures/old/backup-1.json';
import { samples } from '../formats/samples.ts';
import { type Draft, newDraft } from '../report/draft.ts';
import { backupText, planRestore, readBackup, restore } from './backup.ts';
import { openDatabase } from './database.ts';
import { saveDraft } from './drafts.ts';
import { listStates } from './history.ts';

const at = (minute: number): string => `2026-01-20T08:${String(minute).padStart(2, '0')}:00.000Z`;
const draft = (id: string, minute: number, agency = '甲局'): Draft => ({
  ...newDraft({ ...samples['2021'], agency }, id, at(0)),
  revision: 3,
  savedAt: at(minute),
});
const by = { app: '0.1.0', now: at(59) };

test('a backup comes back whole', () => {
  const drafts = [draft('a', 1), { ...draft('b', 2), deletedAt: at(3) }];
  expect(readBackup(backupText(drafts, by))).toEqual({ ok: true, savedAt: at(59), drafts, damaged: 0 });
});

test('a backup of the first version is read', () => {
  const read = readBackup(JSON.stringify(firstBackup));
  expect(read).toMatchObject({ ok: true, damaged: 0, drafts: firstBackup.drafts });
});

test.each([
  ['{"kind":', /不完整/],
  ['{"kind":"zfxxgk-annual-report"}', /导入文件/],
  [backupText([], by).replace('"version": 1', '"version": 9'), /更新/],
])('%s is refused', (text, words) => {
  const read = readBackup(text);
  expect(read.ok ? '' : read.message).toMatch(words);
});

test('a draft that cannot be read does not stop the others', () => {
  const text = backupText([draft('a', 1), { ...draft('b', 1), year: 'x' } as unknown as Draft], by);
  expect(readBackup(text)).toMatchObject({ ok: true, damaged: 1, drafts: [{ id: 'a' }] });
});

test('missing ones are added, older ones replaced, newer ones kept', async () => {
  const here = [draft('newer', 9, '新'), draft('older', 1, '旧'), draft('same', 5)];
  const backup = [draft('newer', 5, '备'), draft('older', 5, '备'), draft('same', 5), draft('gone', 5)];
  expect(planRestore(here, backup).map(({ draft, how }) => [draft.id, how])).toEqual([
    ['newer', 'keep'],
    ['older', 'replace'],
    ['same', 'keep'],
    ['gone', 'add'],
  ]);
  const database = openDatabase(`backup-${Math.random()}`);
  await database.drafts.bulkPut(here);
  expect(await restore(database, backup, '2026-02-01T00:00:00.000Z')).toBe(2);
  const rows = (await database.drafts.toArray()) as Draft[];
  expect(rows.map(({ id, agency, revision }) => [id, agency, revision])).toEqual([
    ['gone', '甲局', 4],
    ['newer', '新', 3],
    ['older', '备', 4],
    ['same', '甲局', 3],
  ]);
  const [kept, ...others] = await listStates(database, 'older');
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ why: '恢复备份前', content: { agency: here.find(({ id }) => id === 'older')?.agency } });
  // Once more changes nothing: what was restored is here.
  expect(await restore(database, backup, '2026-02-01T00:00:00.000Z')).toBe(0);
});

test('what stands here and cannot be read is neither replaced by a backup nor by a save', async () => {
  const database = openDatabase(`backup-${Math.random()}`);
  const unreadable = { ...draft('later', 1), year: 'of a later version' };
  await database.drafts.put(unreadable);
  expect(await restore(database, [draft('later', 5)], at(58))).toBe(0);
  await expect(saveDraft(database, draft('later', 5), at(58))).rejects.toMatchObject({ name: 'VersionError' });
  expect(await database.drafts.get('later')).toEqual(unreadable);
});
