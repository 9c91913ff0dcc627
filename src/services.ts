// What the app works with: the database, the clock, ids, and drafts that are in memory only.
import type { Services } from './draft/open-draft.ts';
import type { Draft } from './report/draft.ts';
import type { AutoBackup, FolderPicker } from './storage/auto-backup.ts';
import type { SaveState } from './storage/autosave.ts';
import { openDatabase } from './storage/database.ts';
import { instanceName } from './storage/instance.ts';
import { createJournal } from './storage/journal.ts';
import { openTab } from './storage/tab.ts';
import { load } from './ui/load.ts';
import { createStore, type Store } from './ui/store.ts';

/** Local to one machine; ids are only compared. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 2026-01-20T16:05:00+08:00 */
function withOffset(at: Date): string {
  const east = -at.getTimezoneOffset();
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0');
  const local = new Date(at.getTime() + east * 60_000).toISOString().slice(0, 19);
  return `${local}${east < 0 ? '-' : '+'}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
}

type Memory = Services['memory'] & { readonly drafts: Store<readonly Draft[]> };

/** Drafts not (or not fully) on disk: just created, or closed while saving failed. Opening looks here first. */
function createMemory(): Memory {
  const drafts = createStore<readonly Draft[]>([]);
  const get = (id: string): Draft | undefined => drafts.get().find((draft) => draft.id === id);
  const others = (id: string): Draft[] => drafts.get().filter((draft) => draft.id !== id);
  return {
    drafts,
    get,
    keep: (draft) => drafts.set([...others(draft.id), draft]),
    release(id) {
      if (get(id)) drafts.set(others(id));
    },
  };
}

/** Undefined where the browser cannot write into folders. */
function folderPicker(): FolderPicker | undefined {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: FolderPicker };
  return showDirectoryPicker?.bind(window);
}

/** The draft that is open for writing or looking, for what must go on when what shows it fails. */
export type CurrentDraft = {
  readonly id: string;
  readonly saving: Store<SaveState>;
  /** Saves what is unsaved, now. */
  readonly flush: () => Promise<unknown>;
  /** Downloads it as it is in memory, with what is there already. */
  readonly download: () => void;
};

/** Loaded when it is first asked for; there is one, whatever page is shown. */
const loadWriter = () => load(() => import('./storage/backup.ts'), '备份');
let autoBackup: Promise<AutoBackup> | undefined;

const database = openDatabase(instanceName(location));
/** Undefined on plain http, whatever the types say. */
const locks = navigator.locks as LockManager | undefined;
const tab = openTab({ id: newId(), name: database.name, locks });

export const services = {
  database,
  locks,
  tab,
  journal: createJournal(() => localStorage, database, tab.id),
  now: (): string => new Date().toISOString(),
  localNow: (): string => withOffset(new Date()),
  newId,
  store: (): Storage => localStorage,
  appVersion: __APP_VERSION__,
  autoBackup: (): Promise<AutoBackup> => {
    autoBackup ??= load(() => import('./storage/auto-backup.ts'), '自动备份').then(
      ({ createAutoBackup }) => {
        const { database, store, appVersion: app, now, memory } = services;
        return createAutoBackup({
          database,
          store,
          app,
          now,
          newId,
          picker: folderPicker(),
          inMemory: memory.drafts.get,
          loadWriter,
        });
      },
      (error) => {
        autoBackup = undefined;
        throw error;
      },
    );
    return autoBackup;
  },
  memory: createMemory(),
  open: undefined as CurrentDraft | undefined,
  /** Closings that are still saving. Opening the same draft waits for them. */
  closing: new Map<string, Promise<void>>(),
};
