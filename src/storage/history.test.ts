import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Content, emptyContent } from '../report/draft.ts';
import { openDatabase } from './database.ts';
import { listStates, recordState, surplus } from './history.ts';

const content = (agency: string): Content => emptyContent(agency, 2025, '2021');
const day = 24 * 60 * 60 * 1000;
const now = '2026-01-20T08:00:00.000Z';
const ago = (ms: number): string => new Date(Date.parse(now) - ms).toISOString();

test('states are kept by draft, newest first; the same content twice is one state', async () => {
  const database = openDatabase('history-1');
  const record = (draft: string, agency: string, at: string) =>
    recordState(database, { draft, at, why: '打开时', content: content(agency) });
  expect(await record('a', '甲', ago(3000))).toBe(true);
  expect(await record('a', '甲', ago(2000))).toBe(false);
  expect(await record('a', '乙', ago(1000))).toBe(true);
  expect(await record('b', '丙', ago(500))).toBe(true);
  expect((await listStates(database, 'a')).map((state) => state.content.agency)).toEqual(['乙', '甲']);
});

test('a state that cannot be read hides no other', async () => {
  const database = openDatabase('history-2');
  await database.states.add({ draft: 'a', at: now, why: 'x', content: { agency: 3 } });
  await recordState(database, { draft: 'a', at: now, why: '打开时', content: content('甲') });
  expect(await listStates(database, 'a')).toHaveLength(1);
});

test('all of the last day stay, and of every older day at least one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 * day }), { maxLength: 90 }), (ages) => {
      const states = [...ages].sort((a, b) => a - b).map((age, key) => ({ key, at: ago(age), age }));
      const gone = new Set(surplus(states, now));
      for (const { key, age } of states) if (age < day) expect(gone.has(key)).toBe(false);
      const days = (all: typeof states) =>
        new Set(all.filter(({ age }) => age < 89 * day).map(({ at }) => at.slice(0, 10)));
      expect(days(states.filter(({ key }) => !gone.has(key)))).toEqual(days(states));
      // The oldest of all is never thinned away with nothing left of its week.
      if (states.length > 0) expect(gone.size).toBeLessThan(states.length);
    }),
  );
});

test('a database of the first version is taken over with its drafts', async () => {
  const old = indexedDB.open('history-3', 10);
  await new Promise((resolve, reject) => {
    old.onupgradeneeded = () => {
      const drafts = old.result.createObjectStore('drafts', { keyPath: 'id' });
      drafts.createIndex('[agency+year]', ['agency', 'year']);
      drafts.put({ id: 'a', agency: '甲' });
    };
    old.onsuccess = resolve;
    old.onerror = reject;
  });
  old.result.close();
  const database = openDatabase('history-3');
  expect(await database.drafts.toArray()).toEqual([{ id: 'a', agency: '甲' }]);
  expect(await database.states.count()).toBe(0);
});
