// Backups that write themselves into a folder the person chose once, where the browser can (File System Access: Chromium).
// The folder's handle lives in a database of its own, so that nothing of it can stand in the way of the drafts.
import { Dexie, type Table } from 'dexie';
import type { Draft } from '../report/draft.ts';
import type * as writer from './backup.ts';
import { fileName, thinOut, writeFile } from './backup-files.ts';
import { type Database, ready } from './database.ts';
import { readRow } from './draft-row.ts';
import type { TextStore } from './journal.ts';
import { lastBackup, noteBackup, unsavedInBackup } from './last-backup.ts';

type AutoBackupState =
  /** The browser cannot write into folders. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'off' }
  /** `mark` stands in the names of its files: others may write into the same folder. */
  | { readonly kind: 'on'; readonly folder: string; readonly mark: string }
  /** The browser wants a click before it writes there again. */
  | { readonly kind: 'asks'; readonly folder: string }
  | { readonly kind: 'failed'; readonly folder: string; readonly reason: string };

export type AutoBackup = {
  state(): AutoBackupState;
  /** Told after every change of the state and after every backup. Returns what stops it. */
  watch(listener: () => void): () => void;
  /** Has the person choose a folder, and writes there from then on. To be called from a click. */
  choose(): Promise<void>;
  /** Asks the browser's permission again. To be called from a click. */
  resume(): Promise<void>;
  /** Writes there no more. What is written stays. */
  stop(): Promise<void>;
  /** Writes a backup if anything has changed since the last one. */
  run(): Promise<void>;
};

// Not in TypeScript's DOM library, because not every browser has them.
type Permission = (options: { mode: 'readwrite' }) => Promise<PermissionState>;
type Folder = FileSystemDirectoryHandle & { queryPermission: Permission; requestPermission: Permission };
export type FolderPicker = (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;

const tenMinutes = 10 * 60 * 1000;

export function createAutoBackup(options: {
  database: Database;
  store: () => TextStore;
  app: string;
  now: () => string;
  newId: () => string;
  picker: FolderPicker | undefined;
  /** What could not be saved, and belongs into the backup all the more. */
  inMemory: () => readonly Draft[];
  loadWriter: () => Promise<Pick<typeof writer, 'backupText' | 'wholeShelf'>>;
}): AutoBackup {
  const { database, store, app, now, picker, inMemory, loadWriter } = options;
  const listeners = new Set<() => void>();
  const handles = folderTable(database.name);
  let folder: Folder | undefined;
  let current: AutoBackupState = picker ? { kind: 'off' } : { kind: 'unavailable' };
  let running: Promise<void> | undefined;
  /** Tells this browser's files from those of others, for as long as the folder is kept. */
  let mark = '';

  const tell = (next: AutoBackupState): void => {
    current = next;
    for (const listener of listeners) listener();
  };

  async function write(to: Folder, always: boolean): Promise<void> {
    try {
      if ((await to.queryPermission({ mode: 'readwrite' })) !== 'granted') {
        tell({ kind: 'asks', folder: to.name });
        return;
      }
      await ready(database);
      const time = now();
      const rows = (await database.drafts.toArray()).map(readRow);
      const stored = rows.flatMap((row) => ('draft' in row ? [row.draft] : []));
      mark ||= await markOf(handles, options.newId);
      if (always || inMemory().length > 0 || unsavedInBackup(stored, lastBackup(store, database, time)) > 0) {
        const { backupText, wholeShelf } = await loadWriter();
        const drafts = wholeShelf(stored, inMemory(), time);
        const name = fileName(mark, drafts, time);
        await writeFile(to, name, backupText(drafts, { app, now: time }));
        noteBackup(store, database, time, stored);
        // What is there is safe; a folder that changes meanwhile is thinned out the next time.
        await thinOut(to, mark, name).catch(() => undefined);
      }
      tell({ kind: 'on', folder: to.name, mark });
    } catch (error) {
      tell({ kind: 'failed', folder: to.name, reason: error instanceof Error ? error.name : String(error) });
    }
  }

  async function run(always = false): Promise<void> {
    while (running) await running;
    if (!folder) return;
    running = write(folder, always);
    await running.finally(() => {
      running = undefined;
    });
  }

  async function begin(): Promise<void> {
    const kept = await handles.get('folder').catch(() => undefined);
    folder = typeof kept === 'string' ? undefined : kept;
    await run();
  }

  if (picker) {
    void begin();
    setInterval(() => void run(), tenMinutes);
  }

  return {
    state: () => current,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async choose() {
      if (!picker) return;
      const chosen = await picker({ id: 'nianbao', mode: 'readwrite' }).catch((error: unknown) => {
        // Closing the picker without a choice is no trouble.
        if (error instanceof DOMException && error.name === 'AbortError') return undefined;
        tell({ kind: 'failed', folder: '', reason: error instanceof Error ? error.name : String(error) });
        return undefined;
      });
      if (!chosen) return;
      folder = chosen;
      // Where the handle cannot be kept, the folder is good until the page is closed.
      await handles.put(chosen, 'folder').catch(() => undefined);
      await run(true);
    },
    async resume() {
      if (!folder) return;
      await folder.requestPermission({ mode: 'readwrite' }).catch(() => undefined);
      await run();
    },
    async stop() {
      folder = undefined;
      await handles.delete('folder').catch(() => undefined);
      tell({ kind: 'off' });
    },
    run: () => run(),
  };
}

function folderTable(name: string): Table<Folder | string, string> {
  const database = new Dexie(`${name}/backup-folder`);
  database.version(1).stores({ handles: '' });
  return database.table('handles');
}

/** Eight hex digits, drawn once. Where nothing can be kept, they are good until the page is closed. */
async function markOf(handles: Table<Folder | string, string>, newId: () => string): Promise<string> {
  const drawn = newId().slice(0, 8);
  return handles.db
    .transaction('rw', handles, async () => {
      const kept = await handles.get('mark');
      if (typeof kept === 'string') return kept;
      await handles.put(drawn, 'mark');
      return drawn;
    })
    .catch(() => drawn);
}
