// What the app works with: the database, the clock, ids, and drafts that are in memory only.

import type { Draft } from './report/draft.ts';
import { openDatabase } from './storage/database.ts';

/** Local to one page; ids are only compared. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const desk = {
  database: openDatabase(),
  now: (): string => new Date().toISOString(),
  newId,
  store: (): Storage => localStorage,
  appVersion: __APP_VERSION__,
  /** Drafts not (or not fully) on disk: just created, or closed while saving failed. Opening looks here first. */
  inMemory: new Map<string, Draft>(),
  /** Closings that are still saving. Opening the same draft waits for them. */
  closing: new Map<string, Promise<void>>(),
};

export type Desk = typeof desk;
