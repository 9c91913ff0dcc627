// Whatever stands in the database or in a backup, nothing throws, and the drafts beside it stay as they are.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../fixtures/whole.ts';
import { atOnce } from '../checks/steps.ts';
import { createLibrary } from '../checks/text/copies.ts';
import { judgeDraft } from '../draft/judge-draft.ts';
import { agreesWithCode } from '../files/json/check-code.ts';
import { samples } from '../formats/samples.ts';
import { type Draft, newDraft } from '../report/draft.ts';
import { hashOf, hashParts } from '../ui/hash.ts';
import { dayWords, timeWords } from '../ui/time-words.ts';
import { backupText, planRestore, readBackup, restore, wholeShelf } from './backup.ts';
import { type Database, openDatabase } from './database.ts';
import { nextRevision, rawText, readRow } from './draft-row.ts';
import { dropDeleted, listOfAgency, loadDraft, saveDraft, setDeleted } from './drafts.ts';
import { listStates, recordState } from './history.ts';
import { shelfOf } from './testing.ts';

const time = '2026-01-05T06:00:00.000Z';
const good: Draft = { ...newDraft({ ...samples['2021'], agency: '云溪市数据服务局' }, 'good', time), revision: 1 };
let count = 0;

async function databaseWith(rows: readonly unknown[], states: readonly object[] = []): Promise<Database> {
  const database = openDatabase(`any-row-${count++}`);
  for (const row of rows) await database.drafts.put(row);
  for (const state of states) await database.states.add(state);
  return database;
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', 'a\udfff', '', '__proto__', 'x'.repeat(5000)),
);
const odd = fc.oneof(
  text,
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
  fc.constantFrom(1e308, -1, 1.5, 2 ** 53 - 1, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '2026-13-45T00:00:00Z'),
);
const keys = [...Object.keys(good), 'deletedAt', 'finalised', 'links', 'notes'].filter((key) => key !== 'id');
const id = fc.oneof(
  text,
  fc.constantFrom('odd-1', 'odd-2'),
  fc.integer(),
  fc.date(),
  fc.array(fc.oneof(text, fc.integer())),
);
const inner = fc.dictionary(fc.oneof(text, fc.constantFrom('overview', '__proto__', 'requests/received/total')), odd);
const row = fc
  .tuple(
    id.filter((key) => !(key instanceof Date && Number.isNaN(key.getTime()))),
    fc.dictionary(fc.constantFrom(...keys), fc.oneof(odd, inner), { maxKeys: 3 }),
    fc.boolean(),
  )
  .map(([id, change, isBare]) => (isBare ? { ...change, id } : { ...good, agency: '青石县水利局', ...change, id }));
/** What another program could have put there; what no database takes is left out. */
const rows = fc.array(row, { minLength: 1, maxLength: 4 }).map((all) => all.filter(isStorable));

function isStorable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

test('the list, a draft, deleting, a backup and its restoring', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (strange) => {
      const database = await databaseWith([good, ...strange]);
      const { drafts, damaged } = await shelfOf(database);
      expect(drafts.find(({ id }) => id === 'good')).toEqual(good);
      expect(drafts.length + damaged.length).toBe(await database.drafts.count());
      // What the list shows of them.
      for (const draft of drafts) atOnce(judgeDraft(draft, drafts[0], createLibrary()));
      for (const { id, savedAt, year } of drafts) {
        expect(hashParts(hashOf('draft', id, 'basics'))).toEqual(['draft', id, 'basics']);
        expect(`${timeWords(savedAt)}${dayWords(savedAt)}`).not.toContain('NaN');
        expect(Number.isSafeInteger(year + 1)).toBe(true);
      }
      for (const { name, reason, row } of damaged) {
        expect(name.length + reason.length).toBeLessThan(300);
        expect(encodeURIComponent(name + reason)).toBeTruthy();
        expect(typeof rawText(row)).toBe('string');
      }
      await listOfAgency(database, '青石县水利局');
      const backup = readBackup(backupText(wholeShelf(drafts, [], time), { app: '', now: time }), agreesWithCode);
      expect(backup).toMatchObject({ ok: true, damaged: [] });
      const again = await databaseWith(strange.filter(({ id }) => id === 'odd-1'));
      expect(planRestore([], backup.ok ? backup.drafts : [])).toHaveLength(drafts.length);
      await restore(again, backup.ok ? backup.drafts : [], time);
      expect((await shelfOf(again)).drafts.map(({ id }) => id)).toContain('good');
      for (const draft of drafts) {
        const saved = await saveDraft(database, draft, time);
        expect(saved.revision).not.toBe(draft.revision);
        expect(await loadDraft(database, draft.id)).toHaveProperty('draft');
        await expect(saveDraft(database, draft, time)).rejects.toThrow();
        await setDeleted(database, draft.id, time, true);
      }
      await dropDeleted(database, '2026-03-01T00:00:00.000Z');
      expect((await shelfOf(database)).damaged).toHaveLength(damaged.length);
      database.close();
      again.close();
    }),
    { numRuns: runs(40, 150) },
  );
}, 120_000);

test('a backup with anything in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.jsonValue(), row), { maxLength: 4 }), async (strange) => {
      const file = { kind: 'zfxxgk-annual-report-backup', version: 1, savedAt: 'x', drafts: [...strange, good] };
      const backup = readBackup(
        JSON.stringify(file, (_, value) => (typeof value === 'bigint' ? 1 : value)),
        agreesWithCode,
      );
      if (!backup.ok) throw new Error(backup.message);
      expect(backup.drafts.find(({ id }) => id === 'good')).toEqual(good);
      const database = await databaseWith([]);
      expect(await restore(database, backup.drafts, time)).toBe(backup.drafts.length);
      expect((await shelfOf(database)).damaged).toEqual([]);
      database.close();
    }),
    { numRuns: runs(40, 150) },
  );
}, 120_000);

test('the history', async () => {
  const state = fc
    .dictionary(fc.constantFrom('at', 'why', 'content', 'x'), fc.oneof(odd, inner), { maxKeys: 3 })
    .map((change) => ({ at: time, why: '打开时', content: samples['2021'], ...change, draft: 'good' }))
    .filter(isStorable);
  await fc.assert(
    fc.asyncProperty(fc.array(state, { maxLength: 4 }), async (states) => {
      const database = await databaseWith([good], states);
      await recordState(database, {
        draft: 'good',
        at: '2026-01-06T06:00:00.000Z',
        why: '恢复前',
        content: { ...good, agency: '甲局' },
      });
      const listed = await listStates(database, 'good');
      expect(listed.map(({ content }) => content.agency)).toContain('甲局');
      for (const { at, why } of listed) expect(() => encodeURIComponent(at + why)).not.toThrow();
      database.close();
    }),
    { numRuns: runs(40, 150) },
  );
}, 120_000);

test.each([2 ** 53 - 1, 2 ** 53 - 2, 2 ** 50, 2 ** 50 - 1, 1e300, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'a draft at revision %s is read, saved and read again; a stale save is still refused',
  async (revision) => {
    const database = await databaseWith([{ ...good, revision }]);
    const read = await loadDraft(database, 'good');
    const draft = read && 'draft' in read ? read.draft : good;
    const saved = await saveDraft(database, { ...draft, agency: '甲局' }, time);
    await expect(saveDraft(database, { ...draft, agency: '乙局' }, time)).rejects.toMatchObject({ name: 'StaleSave' });
    await saveDraft(database, { ...saved, agency: '丙局' }, time);
    expect(await loadDraft(database, 'good')).toMatchObject({ draft: { agency: '丙局' } });
    database.close();
  },
);

test('the revision after others is none of them', () => {
  const revision = fc.oneof(fc.nat(5), fc.constantFrom(2 ** 50, 2 ** 50 - 1, 2 ** 50 - 2));
  fc.assert(
    fc.property(fc.array(revision, { minLength: 1, maxLength: 2 }), (revisions) => {
      const next = nextRevision(...revisions);
      expect(revisions).not.toContain(next);
      expect(readRow({ ...good, revision: next })).toMatchObject({ draft: { revision: next } });
    }),
  );
});

test('half a character in a text is shown as one that cannot be shown, and costs nothing else', () => {
  const read = readRow({ ...good, narratives: { ...good.narratives, others: '好\ud83d' }, answers: { a: '\udfff1' } });
  expect(read).toEqual({
    draft: { ...good, narratives: { ...good.narratives, others: '好\ufffd' }, answers: { a: '\ufffd1' } },
  });
});
