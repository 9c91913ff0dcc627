import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import firstBackup from '../../fixtures/old/backup-1.json';
import { agreesWithCode, finalise } from '../files/json/check-code.ts';
import { samples } from '../formats/samples.ts';
import { type Draft, newDraft } from '../report/draft.ts';
import { backupText, planRestore, readBackup, restore, type Verifier, wholeShelf } from './backup.ts';
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
const read = (text: string, verify: Verifier = () => true) => readBackup(text, verify);

test('a backup comes back whole', () => {
  const drafts = [draft('a', 1), { ...draft('b', 2), deletedAt: at(3) }];
  expect(read(backupText(drafts, by))).toEqual({ ok: true, savedAt: at(59), drafts, damaged: [], agrees: new Map() });
});

test('a backup of the first version is read', () => {
  expect(read(JSON.stringify(firstBackup))).toMatchObject({ ok: true, damaged: [], drafts: firstBackup.drafts });
});

test.each([
  ['{"kind":', /不完整/],
  ['{"kind":"zfxxgk-annual-report"}', /导入文件/],
  [backupText([], by).replace('"version": 1', '"version": 9'), /更新/],
])('%s is refused', (text, words) => {
  const refused = read(text);
  expect(refused.ok ? '' : refused.message).toMatch(words);
});

test('a draft that cannot be read does not stop the others', () => {
  const text = backupText([draft('a', 1), { ...draft('b', 1), year: 'x' } as unknown as Draft], by);
  expect(read(text)).toMatchObject({ ok: true, damaged: [{ name: '甲局' }], drafts: [{ id: 'a' }] });
});

test.each([
  ['\ud800', '编号不对'],
  ['', '编号不对'],
  ['a/b', '编号不对'],
  ['x'.repeat(65), '编号不对'],
  ['__proto__', '编号不对'],
  [12, '编号不对'],
  [{ toString: 1, valueOf: 1 }, '编号不对'],
])('an id like %j is not taken, and the draft is named', (id, reason) => {
  const text = backupText([draft('a', 1), { ...draft('b', 1), id } as unknown as Draft], by);
  expect(read(text)).toMatchObject({ damaged: [{ name: '甲局 2025 年度', reason }], drafts: [{ id: 'a' }] });
});

test('of two drafts with one id the later is restored', () => {
  const text = backupText([draft('a', 5, '后'), draft('a', 1, '先')], by);
  expect(read(text)).toMatchObject({ drafts: [{ agency: '后' }] });
});

test('what could not be saved stands in the place of what is stored, and counts as newer', async () => {
  const stored = [draft('a', 5, '存了的'), draft('b', 5)];
  const inMemory = [
    { ...draft('a', 5, '没存上的'), revision: 3 },
    { ...draft('c', 0, '从没存过的'), revision: 0 },
  ];
  const whole = wholeShelf(stored, inMemory, at(59));
  expect(whole.map(({ id, agency, savedAt }) => [id, agency, savedAt])).toEqual([
    ['b', '甲局', at(5)],
    ['a', '没存上的', at(59)],
    ['c', '从没存过的', at(59)],
  ]);
  const backup = read(backupText(whole, by));
  const drafts = backup.ok ? backup.drafts : [];
  expect(planRestore(stored, drafts, inMemory).every(({ how }) => how === 'keep')).toBe(true);
  const database = openDatabase(`backup-${Math.random()}`);
  await database.drafts.bulkPut(stored);
  expect(await restore(database, drafts, at(58), inMemory)).toBe(0);
  expect(await restore(database, drafts, at(58))).toBe(2);
  const rows = (await database.drafts.toArray()) as Draft[];
  expect(rows.map(({ agency, revision }) => [agency, revision])).toEqual([
    ['没存上的', 4],
    ['甲局', 3],
    ['从没存过的', 1],
  ]);
});

test('a final report that was changed comes back as an ordinary draft, one that was not as final', () => {
  const final = finalise({ ...samples['2021'], agency: '甲局' }, at(0));
  const drafts = [
    { ...draft('same', 1), ...final },
    { ...draft('changed', 1), ...final, narratives: { ...final.narratives, others: '另加一句。' } },
    {
      ...draft('half', 1),
      ...finalise({ ...final, narratives: { ...final.narratives, others: '半个\ud83d' } }, at(0)),
    },
    { ...draft('unknown', 1), ...final, format: '2099' },
    draft('open', 1),
  ];
  const backup = read(backupText(drafts, by), agreesWithCode);
  expect(backup.ok && [...backup.agrees]).toEqual([
    ['same', true],
    ['changed', false],
    ['half', true],
    ['unknown', undefined],
  ]);
  const isFinal = (backup.ok ? backup.drafts : []).map(({ id, finalised }) => [id, finalised !== undefined]);
  expect(isFinal).toEqual([
    ['same', true],
    ['changed', false],
    ['half', true],
    ['unknown', true],
    ['open', false],
  ]);
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
