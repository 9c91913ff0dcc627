// The one writer of a draft that is being edited. Each change is on its way to disk within `delay`, whether or not typing
// pauses; "saved" means that a transaction with the revision check has completed. It never gives up and never overwrites.
import { type Content, type Draft, withContent } from '../report/draft.ts';
import type { Database } from './database.ts';
import { StaleSave, saveDraft } from './drafts.ts';
import type { Journal } from './journal.ts';
import { storageTrouble } from './trouble.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another window saved the draft meanwhile; nothing is written until the person has chosen. */
  | { readonly kind: 'conflict'; readonly stored: Draft };

export type Autosave = {
  state(): SaveState;
  /** Says that the content has changed. */
  touch(): void;
  /** Saves what is unsaved, now. */
  flush(): Promise<void>;
  /** Saves until, at that very moment, nothing is unsaved or saving fails. Whoever awaits it goes on before anything more is typed. */
  settle(): Promise<void>;
  /** Saves at once and keeps a copy that survives the page. For pagehide and the like. */
  hide(): void;
  /** After a conflict: this window's content replaces the stored one. */
  overwrite(): Promise<void>;
  /** The draft as it would be saved now, on top of the last known revision. */
  draft(): Draft;
  /** Saves what is unsaved and ends; resolves to what could not be saved. */
  stop(): Promise<Draft | undefined>;
  /** Ends without saving: the person has decided what becomes of the content. */
  abandon(): void;
};

/** Milliseconds from the first unsaved change to the write. With the write itself it stays below 300 ms. */
const delay = 200;
/** Milliseconds between attempts while saving fails. */
const retryDelay = 2000;

export function createAutosave(options: {
  database: Database;
  /** As loaded or created; its revision is what the first save builds on. */
  draft: Draft;
  content: () => Content;
  now: () => string;
  /** Of this page. */
  journal: Journal;
  /** The draft as given is not yet what is stored. */
  unsaved?: boolean;
  onState: (state: SaveState) => void;
}): Autosave {
  const { database, content, now, journal, onState } = options;
  let base = options.draft;
  let dirty = base.revision === 0 || (options.unsaved ?? false);
  let ended = false;
  let writing: Promise<void> | undefined;
  let attempt: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: SaveState = dirty ? { kind: 'saving' } : { kind: 'saved', at: base.savedAt };

  const tell = (next: SaveState): void => {
    current = next;
    onState(next);
  };
  const schedule = (wait: number): void => {
    if (ended) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, wait);
  };
  const unschedule = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  async function write(): Promise<void> {
    dirty = false;
    attempt = now();
    try {
      base = await saveDraft(database, withContent(base, content()), attempt);
      if (!dirty) journal.forget(base.id);
      tell(dirty ? { kind: 'saving' } : { kind: 'saved', at: base.savedAt });
    } catch (error) {
      dirty = true;
      if (error instanceof StaleSave) tell({ kind: 'conflict', stored: error.stored });
      else {
        tell({ kind: 'failed', reason: storageTrouble(error) });
        schedule(retryDelay);
      }
    }
  }

  async function flush(): Promise<void> {
    while (writing) await writing;
    if (!dirty || current.kind === 'conflict') return;
    unschedule();
    writing = write();
    await writing;
    writing = undefined;
    if (dirty && current.kind === 'saving') schedule(delay);
  }

  async function settle(): Promise<void> {
    // A last change may come in while it is being saved.
    do await flush();
    while (dirty && current.kind === 'saving');
  }

  if (dirty) schedule(0);

  return {
    state: () => current,
    touch() {
      if (ended) return;
      dirty = true;
      if (current.kind === 'saved') tell({ kind: 'saving' });
      if (current.kind !== 'conflict') schedule(delay);
    },
    flush,
    settle,
    hide() {
      if (!dirty && !writing) return;
      journal.keep({ draft: withContent(base, content()), ...(writing && attempt ? { attempt } : {}) });
      void flush();
    },
    async overwrite() {
      if (current.kind !== 'conflict') return;
      const { deletedAt: _, ...mine } = base;
      base = { ...mine, revision: current.stored.revision };
      tell({ kind: 'saving' });
      await flush();
    },
    draft: () => withContent(base, content()),
    async stop() {
      await settle();
      unschedule();
      const left = dirty ? withContent(base, content()) : undefined;
      ended = true;
      return left;
    },
    abandon() {
      ended = true;
      dirty = false;
      unschedule();
      journal.forget(base.id);
    },
  };
}
