import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Content, type Draft, emptyContent, newDraft } from '../report/draft.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { loadDraft, saveDraft } from '../storage/drafts.ts';
import { fakeLocks } from './fake-locks.ts';
import { type OpenDraft, openDraft, type Services } from './open-draft.ts';

let database: Database;
let count = 0;
let opened: OpenDraft[] = [];

beforeEach(() => {
  count += 1;
  opened = [];
  database = openDatabase(`open-draft-${count}`);
});
afterEach(async () => {
  for (const draft of opened) await draft.close();
  database.close();
});

/** What the tabs of one browser share: the database and the locks. Each has its own memory. */
function tab(locks: LockManager | undefined): Services {
  const drafts = new Map<string, Draft>();
  return {
    database,
    locks,
    journal: { keep: () => undefined, forget: () => undefined },
    now: () => new Date().toISOString(),
    memory: {
      get: (id) => drafts.get(id),
      keep: (draft) => void drafts.set(draft.id, draft),
      release: (id) => void drafts.delete(id),
    },
    closing: new Map(),
  };
}

function open(services: Services, id = 'a'): OpenDraft {
  const draft = openDraft(id, services);
  opened.push(draft);
  return draft;
}

const becomes = (draft: OpenDraft, kind: string): Promise<void> =>
  vi.waitFor(() => expect(draft.status().kind).toBe(kind), { timeout: 30_000, interval: 5 });

function session(draft: OpenDraft) {
  const status = draft.status();
  if (status.kind !== 'writing') throw new Error(status.kind);
  return status.session;
}

const cell = 'requests/received/natural-person';
const type = (draft: OpenDraft, text: string): void => session(draft).report.edit('填写', [{ cell, to: text }]);

async function stored(): Promise<string | undefined> {
  const read = await loadDraft(database, 'a');
  return read && 'draft' in read ? read.draft.answers[cell] : undefined;
}

async function storeOne(): Promise<Draft> {
  return saveDraft(
    database,
    newDraft(emptyContent('云溪市数据服务局', 2025, '2021'), 'a', ''),
    '2026-01-05T06:00:00.000Z',
  );
}

describe.each([
  ['with locks', fakeLocks],
  ['without, as on plain http', () => undefined],
])('%s', (_, makeLocks) => {
  test('one tab writes, another is told and may look; taking over loses no key', async () => {
    await storeOne();
    const locks = makeLocks();
    const first = open(tab(locks));
    await becomes(first, 'writing');
    type(first, '11');
    const second = open(tab(locks));
    await becomes(second, 'elsewhere');
    await second.look();
    expect(second.status().kind).toBe('looking');

    // Typed up to the moment at which the first tab becomes read-only.
    let typed = 0;
    const typing = setInterval(() => {
      if (first.status().kind === 'writing') type(first, String(++typed));
    }, 1);
    await vi.waitFor(() => expect(typed).toBeGreaterThan(2), { timeout: 30_000, interval: 1 });
    await second.takeOver();
    clearInterval(typing);
    expect(first.status().kind).toBe('looking');
    expect(second.status().kind).toBe('writing');
    expect(session(second).report.answer(cell)).toBe(String(typed));
    type(second, '13');
    await second.close();
    expect(await stored()).toBe('13');
  });

  test('a tab that leaves lets the draft go when it is saved', async () => {
    await storeOne();
    const locks = makeLocks();
    const first = open(tab(locks));
    await becomes(first, 'writing');
    type(first, '7');
    await first.close();
    const second = open(tab(locks));
    await becomes(second, 'writing');
    expect(session(second).report.answer(cell)).toBe('7');
  });
});

describe('a tab that is asleep', () => {
  const name = () => `${database.name}/draft/a`;
  const sleeping = (locks: LockManager): Promise<unknown> =>
    locks.request(name(), () => new Promise(() => undefined)).catch(() => undefined);

  test('loses the draft', async () => {
    await storeOne();
    const locks = fakeLocks();
    void sleeping(locks);
    const draft = open(tab(locks));
    await becomes(draft, 'elsewhere');
    await draft.takeOver();
    expect(draft.status().kind).toBe('writing');
  });

  test('and left again before it has lost it, the draft is free: nobody holds it unseen', async () => {
    await storeOne();
    const locks = fakeLocks();
    let wake = (): void => undefined;
    void locks.request(name(), () => new Promise<void>((done) => (wake = done)));
    const draft = open(tab(locks));
    await becomes(draft, 'elsewhere');
    const taking = draft.takeOver();
    const closing = draft.close();
    wake();
    await Promise.all([taking, closing]);
    expect(draft.status().kind).toBe('closed');
    const again = open(tab(locks));
    await becomes(again, 'writing');
  });
});

test('what cannot be saved when another tab takes the draft stays writable, and is handed over once it is saved', async () => {
  await storeOne();
  const locks = fakeLocks();
  const first = open(tab(locks));
  await becomes(first, 'writing');
  const second = open(tab(locks));
  await becomes(second, 'elsewhere');
  const failing = vi.spyOn(database, 'transaction').mockRejectedValue(new DOMException('', 'UnknownError'));
  type(first, '4');
  await second.takeOver();
  expect(first.status().kind).toBe('writing');
  failing.mockRestore();
  await becomes(first, 'looking');
  expect(await stored()).toBe('4');
});

describe('another content', () => {
  test('has what was typed while it was made, and what was being saved', async () => {
    await storeOne();
    const draft = open(tab(undefined));
    await becomes(draft, 'writing');
    type(draft, '1');
    let make = (_: (now: Content) => Content): void => undefined;
    const loading = new Promise<(now: Content) => Content>((resolve) => {
      make = resolve;
    });
    const replacing = draft.replace(loading, '定稿');
    const twice = draft.replace((now) => ({ ...now, agency: '第二次' }));
    type(draft, '2');
    make((now) => ({ ...now, date: '2026-01-20' }));
    await Promise.all([replacing, twice]);
    expect(session(draft).report.content()).toMatchObject({
      date: '2026-01-20',
      agency: '云溪市数据服务局',
      answers: { [cell]: '2' },
    });
  });

  test('asked for just before the page was left is stored all the same, and the draft let go', async () => {
    await storeOne();
    const locks = fakeLocks();
    const services = tab(locks);
    const draft = open(services);
    await becomes(draft, 'writing');
    type(draft, '5');
    const replacing = draft.replace((now) => ({ ...now, date: '2026-01-20' }), '定稿');
    const closing = draft.close();
    await Promise.all([replacing, closing]);
    const read = await loadDraft(database, 'a');
    expect(read).toMatchObject({ draft: { date: '2026-01-20', answers: { [cell]: '5' } } });
    expect(services.closing.size).toBe(0);
    const again = open(services);
    await becomes(again, 'writing');
  });
});

describe('closing', () => {
  test('a later opening waits for it, and its own closing is not forgotten with the earlier one', async () => {
    await storeOne();
    const services = tab(fakeLocks());
    const first = open(services);
    await becomes(first, 'writing');
    type(first, '1');
    const closed = first.close();
    const second = open(services);
    const third = second.close();
    await closed;
    expect(services.closing.get('a')).toBe(third);
    await third;
    expect(services.closing.size).toBe(0);
    expect(await stored()).toBe('1');
  });

  test('what cannot be saved is in the memory at once, and opening finds it there', async () => {
    await storeOne();
    const services = tab(fakeLocks());
    const draft = open(services);
    await becomes(draft, 'writing');
    const failing = vi.spyOn(database, 'transaction').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    type(draft, '8');
    await vi.waitFor(() => expect(draft.isAtRisk()).toBe(true), { timeout: 30_000 });
    const closing = draft.close();
    expect(services.memory.get('a')?.answers[cell]).toBe('8');
    await closing;
    failing.mockRestore();
    const again = open(services);
    await becomes(again, 'writing');
    expect(session(again).report.answer(cell)).toBe('8');
    await again.close();
    expect(await stored()).toBe('8');
    expect(services.memory.get('a')).toBeUndefined();
  });
});

test('what is not here is a problem in words; asked for again, it opens when it has come', async () => {
  const draft = open(tab(fakeLocks()));
  await becomes(draft, 'problem');
  await storeOne();
  await draft.reopen();
  expect(draft.status().kind).toBe('writing');
});
