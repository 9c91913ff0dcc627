// Backups that write themselves into a folder the person chose once, where the browser can (File System Access: Chromium).
// The folder's handle lives in a database of its own, so that nothing of it can stand in the way of the drafts.
import { Dexie, type Table } from 'dexie';
import type { backupText } from './backup.ts';
import { type Database, ready } from './database.ts';
import { readRow } from './draft-row.ts';
import type { TextStore } from './journal.ts';
import { lastBackup, noteBackup, unsavedInBackup } from './last-backup.ts';

type AutoBackupState =
  /** The browser cannot write into folders. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly folder: string }
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
/** One a day; of older ones the last thirty stay. */
const keptFiles = 30;
const ownFile = /^年报填报自动备份-\d{8}\.json$/;

export function createAutoBackup(options: {
  database: Database;
  store: () => TextStore;
  app: string;
  now: () => string;
  picker: FolderPicker | undefined;
  loadWriter: () => Promise<{ backupText: typeof backupText }>;
}): AutoBackup {
  const { database, store, app, now, picker, loadWriter } = options;
  const listeners = new Set<() => void>();
  const handles = folderTable(database.name);
  let folder: Folder | undefined;
  let current: AutoBackupState = picker ? { kind: 'off' } : { kind: 'unavailable' };
  let running: Promise<void> | undefined;

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
      const drafts = rows.flatMap((row) => ('draft' in row ? [row.draft] : []));
      if (always || unsavedInBackup(drafts, lastBackup(store, database)) > 0) {
        const { backupText } = await loadWriter();
        await put(to, `年报填报自动备份-${dayOf(time)}.json`, backupText(drafts, { app, now: time }));
        noteBackup(store, database, time);
        // What is there is safe; a folder that changes meanwhile is thinned out the next time.
        await thinOut(to).catch(() => undefined);
      }
      tell({ kind: 'on', folder: to.name });
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
    folder = await handles.get('folder').catch(() => undefined);
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

function folderTable(name: string): Table<Folder, string> {
  const database = new Dexie(`${name}/backup-folder`);
  database.version(1).stores({ handles: '' });
  return database.table('handles');
}

/** The file is the old one or the new one, never half of either: the browser swaps it when it is closed. */
async function put(folder: Folder, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}

async function thinOut(folder: Folder): Promise<void> {
  const names: string[] = [];
  const entries = folder as unknown as { keys(): AsyncIterable<string> };
  for await (const name of entries.keys()) if (ownFile.test(name)) names.push(name);
  for (const name of names.sort().slice(0, -keptFiles)) await folder.removeEntry(name);
}

/** 2026-01-20T08:05:00Z → 20260120 in local time. */
function dayOf(time: string): string {
  const at = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
}
