// What the app works with: the database, the clock, ids, and drafts that are in memory only.
import type { Draft } from './report/draft.ts';
import type { AutoBackup, FolderPicker } from './storage/auto-backup.ts';
import { openDatabase } from './storage/database.ts';
import { instanceName } from './storage/instance.ts';
import { createSignals } from './ui/signals.ts';

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

/** Drafts not (or not fully) on disk: just created, or closed while saving failed. Opening looks here first. */
function createMemory() {
  const signals = createSignals();
  let drafts: readonly Draft[] = [];
  const others = (id: string): Draft[] => drafts.filter((draft) => draft.id !== id);
  return {
    signals,
    list: (): readonly Draft[] => drafts,
    get: (id: string): Draft | undefined => drafts.find((draft) => draft.id === id),
    keep(draft: Draft): void {
      drafts = [...others(draft.id), draft];
      signals.emit('list');
    },
    release(id: string): void {
      if (!drafts.some((draft) => draft.id === id)) return;
      drafts = others(id);
      signals.emit('list');
    },
  };
}

/** Undefined where the browser cannot write into folders. */
function folderPicker(): FolderPicker | undefined {
  const { showDirectoryPicker } = window as { showDirectoryPicker?: FolderPicker };
  return showDirectoryPicker?.bind(window);
}

/** Loaded when it is first asked for; there is one, whatever page is shown. */
let autoBackup: Promise<AutoBackup> | undefined;

export const desk = {
  database: openDatabase(instanceName(location)),
  now: (): string => new Date().toISOString(),
  localNow: (): string => withOffset(new Date()),
  newId,
  store: (): Storage => localStorage,
  appVersion: __APP_VERSION__,
  autoBackup: (): Promise<AutoBackup> => {
    autoBackup ??= import('./storage/auto-backup.ts').then(({ createAutoBackup }) => {
      const { database, store, appVersion: app, now, memory } = desk;
      return createAutoBackup({ database, store, app, now, newId, picker: folderPicker(), inMemory: memory.list });
    });
    return autoBackup;
  },
  memory: createMemory(),
  /** Closings that are still saving. Opening the same draft waits for them. */
  closing: new Map<string, Promise<void>>(),
};
