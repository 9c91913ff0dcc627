import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Content, type Draft, emptyContent, newDraft } from '../report/draft.ts';
import { createAutosave, type SaveState } from './autosave.ts';
import { type Database, openDatabase } from './database.ts';
import { addDrafts, dropDeleted, loadDraft, StaleSave, saveDraft, setDeleted, watchLastYear } from './drafts.ts';
import { createJournal, replayUnsaved, type TextStore } from './journal.ts';
import { shelfOf } from './testing.ts';

let database: Database;
let count = 0;
const time = '2026-01-05T06:00:00.000Z';

beforeEach(() => {
  count += 1;
  database = openDatabase(`test-${count}`);
});
afterEach(() => database.close());

function draft(id: string, change: Partial<Content> = {}): Draft {
  return newDraft({ ...emptyContent('云溪市数据服务局', 2025, '2021'), ...change }, id, time);
}

async function stored(id: string): Promise<Draft | undefined> {
  const read = await loadDraft(database, id);
  return read && 'draft' in read ? read.draft : undefined;
}

function textStore(): TextStore & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
    removeItem: (key) => void entries.delete(key),
  };
}

describe('rows', () => {
  test('a save is one revision on; a stale one is refused with what is stored and writes nothing', async () => {
    const first = await saveDraft(database, draft('a'), time);
    expect(first.revision).toBe(1);
    const second = await saveDraft(database, { ...first, agency: '甲' }, time);
    const stale = saveDraft(database, { ...first, agency: '乙' }, time);
    await expect(stale).rejects.toBeInstanceOf(StaleSave);
    await expect(stale).rejects.toMatchObject({ stored: { agency: '甲', revision: second.revision } });
    expect((await stored('a'))?.agency).toBe('甲');
  });

  test('several new drafts are stored together, or none where one of them cannot be', async () => {
    const added = await addDrafts(database, [draft('a'), draft('b')], time);
    expect(added.map(({ id, revision }) => [id, revision])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(await stored('b')).toEqual(added[1]);
    await expect(addDrafts(database, [draft('c'), draft('b', { agency: '乙' }), draft('d')], time)).rejects.toThrow();
    expect(await database.drafts.toCollection().primaryKeys()).toEqual(['a', 'b']);
    expect((await stored('b'))?.agency).toBe('云溪市数据服务局');
    // What cannot be copied to the disk stops the others too.
    const uncopied = { ...draft('e'), note: (() => '') as unknown as string };
    await expect(addDrafts(database, [draft('c'), uncopied], time)).rejects.toThrow();
    expect(await database.drafts.toCollection().primaryKeys()).toEqual(['a', 'b']);
  });

  test('a damaged row is set aside and the others load', async () => {
    await saveDraft(database, draft('a'), time);
    const broken = { ...draft('b'), answers: { 'requests/received/total': 12 } };
    await database.drafts.put(broken);
    const { drafts, damaged } = await shelfOf(database);
    expect(drafts.map(({ id }) => id)).toEqual(['a']);
    expect(damaged).toMatchObject([
      { name: '云溪市数据服务局 2025 年度', row: broken, reason: expect.stringContaining('requests/received/total') },
    ]);
    expect(await database.drafts.count()).toBe(2);
  });

  test('deleting can be undone, and what was deleted long ago is dropped', async () => {
    await saveDraft(database, draft('a'), time);
    await setDeleted(database, 'a', time, true);
    expect((await stored('a'))?.deletedAt).toBe(time);
    await setDeleted(database, 'a', time, false);
    expect(await stored('a')).not.toHaveProperty('deletedAt');
    await setDeleted(database, 'a', time, true);
    await dropDeleted(database, time);
    expect(await stored('a')).toBeDefined();
    await dropDeleted(database, '2026-02-05T00:00:00.000Z');
    expect(await stored('a')).toBeUndefined();
  });

  test('last year is the latest draft of the same agency one year before', async () => {
    await saveDraft(database, draft('old', { year: 2024 }), '2025-01-01T00:00:00.000Z');
    await saveDraft(database, draft('newer', { year: 2024 }), '2025-01-02T00:00:00.000Z');
    await saveDraft(database, draft('other', { year: 2024, agency: '别的局' }), '2025-01-03T00:00:00.000Z');
    const found = await new Promise<Draft | undefined>((resolve) => {
      watchLastYear(database, { agency: '云溪市数据服务局', year: 2025 }, resolve);
    });
    expect(found?.id).toBe('newer');
  });
});

describe('autosave', () => {
  function start(from: Draft, store = textStore()) {
    let content: Content = from;
    const states: SaveState[] = [];
    const autosave = createAutosave({
      database,
      draft: from,
      content: () => content,
      now: () => new Date().toISOString(),
      journal: createJournal(() => store, database, 'this page'),
      onState: (state) => states.push(state),
    });
    const type = (agency: string): void => {
      content = { ...content, agency };
      autosave.touch();
    };
    return { autosave, states, type, store };
  }

  const until = (condition: () => boolean | Promise<boolean>): Promise<void> =>
    vi.waitFor(async () => expect(await condition()).toBe(true), { timeout: 50_000, interval: 5 });

  test('typing without a pause does not postpone saving', async () => {
    const { autosave, type } = start(await saveDraft(database, draft('a'), time));
    let keys = 0;
    // One that waits for a pause would never save: the typing goes on until two saves are there.
    while (((await stored('a'))?.revision ?? 1) < 3) {
      type(`机关${++keys}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await autosave.stop();
    expect((await stored('a'))?.agency).toBe(`机关${keys}`);
  });

  test('a stale save is a conflict: nothing is written until the person chooses', async () => {
    const first = await saveDraft(database, draft('a'), time);
    const { autosave, type } = start(first);
    await saveDraft(database, { ...first, agency: '另一窗口' }, time);
    type('这个窗口');
    await until(() => autosave.state().kind === 'conflict');
    type('这个窗口又改');
    await autosave.flush();
    expect((await stored('a'))?.agency).toBe('另一窗口');
    await autosave.overwrite();
    expect((await stored('a'))?.agency).toBe('这个窗口又改');
    expect(autosave.state().kind).toBe('saved');
  });

  test('failing writes are told, tried again and saved when the database is back', async () => {
    const { autosave, type, states } = start(await saveDraft(database, draft('a'), time));
    const failing = vi.spyOn(database, 'transaction').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    type('写不进去');
    await until(() => autosave.state().kind === 'failed');
    expect(states.at(-1)).toMatchObject({ reason: expect.stringMatching(/已满/) });
    failing.mockRestore();
    await until(() => autosave.state().kind === 'saved');
    expect((await stored('a'))?.agency).toBe('写不进去');
  });
});

describe('what a page left unsaved', () => {
  const replay = (store: TextStore, open: readonly string[] = []) =>
    replayUnsaved({
      store: () => store,
      database,
      isOpen: async (tab) => open.includes(tab),
      newId: () => 'copy',
      now: time,
    });
  const journal = (store: TextStore, tab = 'gone') => createJournal(() => store, database, tab);

  test('is saved at the next start', async () => {
    const store = textStore();
    const first = await saveDraft(database, draft('a'), time);
    journal(store).keep({ draft: { ...first, agency: '没来得及存' } });
    expect(await replay(store)).toEqual([]);
    expect((await stored('a'))?.agency).toBe('没来得及存');
    expect(store.entries.size).toBe(0);
  });

  test('goes on top of a save of the same page that was under way', async () => {
    const store = textStore();
    const first = await saveDraft(database, draft('a'), time);
    journal(store).keep({ draft: { ...first, agency: '更新' }, attempt: '2026-01-05T06:00:01.000Z' });
    await saveDraft(database, { ...first, agency: '稍旧' }, '2026-01-05T06:00:01.000Z');
    expect(await replay(store)).toEqual([]);
    expect((await stored('a'))?.agency).toBe('更新');
  });

  test('becomes a draft of its own when another page has saved since', async () => {
    const store = textStore();
    const first = await saveDraft(database, draft('a'), time);
    journal(store).keep({ draft: { ...first, agency: '这一页' } });
    await saveDraft(database, { ...first, agency: '另一页' }, time);
    expect(await replay(store)).toMatchObject([{ id: 'copy', agency: '这一页' }]);
    expect((await stored('a'))?.agency).toBe('另一页');
    expect((await stored('copy'))?.agency).toBe('这一页');
  });

  test('of a page that is open is left to it, and is not forgotten when another page saves', async () => {
    const store = textStore();
    const first = await saveDraft(database, draft('a'), time);
    journal(store, 'in conflict').keep({ draft: { ...first, agency: '这一页' } });
    await saveDraft(database, { ...first, agency: '另一页' }, time);
    journal(store, 'other').forget('a');
    expect(await replay(store, ['in conflict'])).toEqual([]);
    expect(await replay(store, ['in conflict'])).toEqual([]);
    expect(store.entries.size).toBe(1);
    // It was closed: what it had becomes one draft of its own, once.
    expect(await replay(store)).toMatchObject([{ agency: '这一页' }]);
    expect(await replay(store)).toEqual([]);
    expect((await stored('a'))?.agency).toBe('另一页');
  });

  test('by version 0.1, whose entries name no page, is saved too', async () => {
    const store = textStore();
    const first = await saveDraft(database, draft('a'), time);
    store.setItem(`${database.name}/unsaved/a`, JSON.stringify({ draft: { ...first, agency: '旧版本留下的' } }));
    expect(await replay(store)).toEqual([]);
    expect((await stored('a'))?.agency).toBe('旧版本留下的');
  });

  test('of another database, as of another copy of the single edition, is left alone', async () => {
    const store = textStore();
    createJournal(() => store, openDatabase(`${database.name}@other`), 'gone').keep({
      draft: draft('a', { agency: '别处' }),
    });
    expect(await replay(store)).toEqual([]);
    expect(await stored('a')).toBeUndefined();
    expect(store.entries.size).toBe(1);
  });

  test('text that is not an entry stays where it is', async () => {
    const store = textStore();
    store.setItem(`${database.name}/unsaved/a`, '{"draft":');
    expect(await replay(store)).toEqual([]);
    expect(store.entries.size).toBe(1);
  });
});
