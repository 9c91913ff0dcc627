// An open draft: who writes it, its session while there is one, and how it is closed without loss. One value, `status`, says what
// it is; everything that changes it stands in one queue, so that no two of them run at once. It knows no page.
import { isFormatId } from '../formats/registry.ts';
import { type Content, type Draft, withContent } from '../report/draft.ts';
import type { Database } from '../storage/database.ts';
import { createDraftLock } from '../storage/draft-lock.ts';
import { loadDraft, setDeleted } from '../storage/drafts.ts';
import type { Journal } from '../storage/journal.ts';
import { storageTrouble } from '../storage/trouble.ts';
import { lookAt, openSession, type Session, type WritingSession } from './session.ts';

export type Status =
  | { readonly kind: 'opening' }
  /** Another tab is writing it. */
  | { readonly kind: 'elsewhere' }
  /** Since when it is among the recently deleted, as an ISO time. */
  | { readonly kind: 'deleted'; readonly deletedAt: string }
  | { readonly kind: 'problem'; readonly text: string }
  /** What another tab writes, as it was stored when it was opened. */
  | { readonly kind: 'looking'; readonly session: Session }
  | { readonly kind: 'writing'; readonly session: WritingSession }
  | { readonly kind: 'closed' };

/** What it works with. */
export type Services = {
  readonly database: Database;
  readonly locks: LockManager | undefined;
  readonly journal: Journal;
  /** ISO time. */
  readonly now: () => string;
  /** Drafts that are not, or not fully, on disk. Opening looks here first. */
  readonly memory: {
    get(id: string): Draft | undefined;
    keep(draft: Draft): void;
    release(id: string): void;
  };
  /** By draft: closings that are still saving. Opening the same draft waits for them. */
  readonly closing: Map<string, Promise<void>>;
};

type Make = (now: Content) => Content;

export type OpenDraft = ReturnType<typeof openDraft>;

export function openDraft(id: string, services: Services) {
  const { database, journal, now, memory, closing } = services;
  const before = closing.get(id);
  const listeners = new Set<() => void>();
  const lock = createDraftLock({
    name: `${database.name}/draft/${id}`,
    locks: services.locks,
    onLost: () => queued(handOver),
  });
  let status: Status = { kind: 'opening' };
  let queue: Promise<void> = Promise.resolve();
  let isReplacing = false;
  let closed: Promise<void> | undefined;

  /** Runs one thing after all that is under way. Whatever awaits in it asks `closed` before it goes on. */
  function queued(act: () => Promise<void>): Promise<void> {
    queue = queue.then(act, act);
    return queue;
  }

  function become(next: Status): void {
    const before = status;
    status = next;
    for (const listener of listeners) listener();
    if ('session' in before) before.session.unwatch();
  }

  async function open(how: 'look' | 'write'): Promise<void> {
    const found = await find();
    if (closed) return;
    if ('problem' in found) become({ kind: 'problem', text: found.problem });
    else if (found.draft.deletedAt !== undefined) become({ kind: 'deleted', deletedAt: found.draft.deletedAt });
    else if (how === 'look') become({ kind: 'looking', session: lookAt(database, found.draft) });
    else write(found.draft);
  }

  async function find(): Promise<{ draft: Draft } | { problem: string }> {
    const inMemory = memory.get(id);
    if (inMemory) return { draft: inMemory };
    try {
      const found = await loadDraft(database, id);
      if (!found) return { problem: '本机没有这份报告。它可能已被删除，或存在另一个浏览器、另一台电脑里。' };
      if ('damaged' in found) return { problem: '这份草稿读不出来，已放在一边。请回到列表下载它的原始内容。' };
      if (!isFormatId(found.draft.format))
        return { problem: `这份草稿的格式（${found.draft.format}）本版本不认识，请更新程序。` };
      return { draft: found.draft };
    } catch (error) {
      return { problem: storageTrouble(error) };
    }
  }

  function write(draft: Draft, how: { unsaved?: boolean; why?: string } = {}): void {
    const unsaved = how.unsaved || memory.get(id) !== undefined;
    memory.release(id);
    become({ kind: 'writing', session: openSession({ database, draft, journal, now, ...how, unsaved }) });
  }

  /** Another tab takes the draft: what is unsaved is saved first, to the last key, then it is only looked at here. */
  async function handOver(): Promise<void> {
    if (status.kind !== 'writing') return;
    const { session } = status;
    const { autosave, saving } = session;
    await autosave.settle();
    if (closed) return;
    // What could not be saved stays writable here, so that it is not lost; the revision check keeps the two apart.
    if (autosave.state().kind !== 'saved') {
      const off = saving.subscribe(() => {
        if (autosave.state().kind !== 'saved') return;
        off();
        if (status.kind === 'writing' && status.session === session) void queued(handOver);
      });
      return;
    }
    const stored = autosave.draft();
    autosave.abandon();
    become({ kind: 'looking', session: lookAt(database, stored) });
  }

  /** Saves what the session has; what cannot be saved goes to the memory. */
  async function end(): Promise<void> {
    if (status.kind === 'writing') {
      const left = await status.session.autosave.stop();
      if (left) memory.keep(left);
      else memory.release(id);
    }
    become({ kind: 'closed' });
    lock.release();
  }

  /** Whether something is here that could not be saved. */
  function isAtRisk(): boolean {
    const kind = 'session' in status ? status.session.saving.get().kind : 'saved';
    return kind === 'failed' || kind === 'conflict';
  }

  void queued(async () => {
    await before;
    const isOurs = await lock.take();
    if (closed) return;
    if (isOurs) await open('write');
    else become({ kind: 'elsewhere' });
  });

  return {
    id,
    status: (): Status => status,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Opens what is stored, to look at it. */
    look: (): Promise<void> => queued(() => open('look')),

    /** Goes on with what is stored, also after it could not be opened. What is not saved is given up. */
    reopen(): Promise<void> {
      return queued(async () => {
        if (status.kind === 'writing') status.session.autosave.abandon();
        await open('write');
      });
    },

    /** Takes it back from the recently deleted, and opens it. */
    undelete(): Promise<void> {
      return queued(async () => {
        try {
          await setDeleted(database, id, now(), false);
        } catch (error) {
          become({ kind: 'problem', text: storageTrouble(error) });
          return;
        }
        await open('write');
      });
    },

    /** Takes the draft from the tab that writes it, and goes on with it here. */
    takeOver(): Promise<void> {
      return queued(async () => {
        if (closed) return;
        await lock.takeOver();
        await open('write');
      });
    },

    /**
     * Goes on with another content, which is kept in the history as `why`. A save that is under way ends first: the next is built
     * on what it stored, and what is typed meanwhile is in what `make` is given. Asked for twice at once, it is done once. It is
     * done also when the draft is being closed already: who asked for it and left means it.
     */
    async replace(load: Make | Promise<Make>, why?: string): Promise<void> {
      if (isReplacing || closed) return;
      isReplacing = true;
      await queued(async () => {
        try {
          const make = await load;
          if (status.kind !== 'writing') return;
          const { autosave, report } = status.session;
          await autosave.flush();
          const next = withContent(autosave.draft(), make(report.content()));
          autosave.abandon();
          write(next, { unsaved: true, ...(why ? { why } : {}) });
        } finally {
          isReplacing = false;
        }
      });
    },

    /** The page goes out of sight: saves, and keeps a copy that survives the page. */
    hide(): void {
      if (status.kind === 'writing') status.session.autosave.hide();
    },

    isAtRisk,

    /** Ends it. Resolves when all is saved that can be; what cannot is in the memory then. */
    close(): Promise<void> {
      if (closed) return closed;
      // At once, so that the list can show it.
      if (status.kind === 'writing' && isAtRisk()) memory.keep(status.session.autosave.draft());
      // Nothing waits for a lock any more; one that is held is kept until all is saved.
      if (status.kind !== 'writing') lock.release();
      const ended = queue.then(end, end);
      closed = ended;
      closing.set(id, ended);
      void ended.then(() => {
        // A later opening may be closing by now.
        if (closing.get(id) === ended) closing.delete(id);
      });
      return ended;
    },
  };
}
