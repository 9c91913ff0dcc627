// What was typed but not yet saved when the page went away. IndexedDB writes begun then are lost, localStorage's are not.
// It bridges a reload or a closed window only; against a killed browser the autosave's short delay is what helps.
// Entries belong to the page that wrote them: another page that saves the same draft neither forgets nor replays them.
import type { Draft } from '../report/draft.ts';
import { type Database, ready } from './database.ts';
import type { JournalEntry } from './draft-row.ts';
import { readJournal, readRow, sameContent } from './draft-row.ts';
import { saveDraft } from './drafts.ts';
import type { Tab } from './tab.ts';

/** Each database has its own journal: copies of the single edition share one localStorage (instance.ts). */
const prefixOf = ({ name }: Database): string => `${name}/unsaved/`;

/** Storage as the browser gives it; access itself may throw where storage is forbidden. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type Journal = {
  keep(entry: JournalEntry): void;
  forget(draft: string): void;
};

/** The journal of the page with this id. */
export function createJournal(store: () => TextStore, database: Database, tab: string): Journal {
  const keyOf = (draft: string): string => `${prefixOf(database)}${tab}/${draft}`;
  return {
    keep(entry) {
      try {
        store().setItem(keyOf(entry.draft.id), JSON.stringify(entry));
      } catch {
        // Full or forbidden: the save that is under way at the same moment is all that is left to try.
      }
    },
    forget(draft) {
      try {
        store().removeItem(keyOf(draft));
      } catch {
        // Forbidden storage holds nothing to forget.
      }
    },
  };
}

/**
 * Saves what pages that are gone left unsaved; what a page that is open has kept is its own. Where the stored draft has moved
 * on meanwhile, the leftover becomes a draft of its own under `newId()`; those are given back. Entries that cannot be saved
 * now stay for the next start.
 */
export async function replayUnsaved(options: {
  readonly store: () => TextStore;
  readonly database: Database;
  readonly isOpen: Tab['isOpen'];
  readonly newId: () => string;
  /** ISO time. */
  readonly now: string;
}): Promise<readonly Draft[]> {
  const { store, database, isOpen, newId, now } = options;
  const copies: Draft[] = [];
  await ready(database);
  for (const { key, tab } of journalKeys(store, prefixOf(database))) {
    const entry = readJournal(store().getItem(key) ?? '');
    if (!entry || (tab !== undefined && (await isOpen(tab)))) continue;
    const row = await database.drafts.get(entry.draft.id);
    const stored = row === undefined ? undefined : readRow(row);
    const next = stored === undefined ? entry.draft : continued(entry, stored);
    if (next === 'stored') {
      store().removeItem(key);
      continue;
    }
    const moved = next === undefined;
    const saved = await saveDraft(database, next ?? { ...entry.draft, id: newId(), revision: 0 }, now);
    if (moved) copies.push(saved);
    store().removeItem(key);
  }
  return copies;
}

// What to save on top of the stored row: nothing when it says the same, the entry when the row is the one it was built on
// or that very page's last save, and undefined when another page has saved since.
function continued({ draft, attempt }: JournalEntry, stored: ReturnType<typeof readRow>): Draft | 'stored' | undefined {
  if (!('draft' in stored)) return undefined;
  const { revision, savedAt } = stored.draft;
  if (sameContent(stored.draft, draft)) return 'stored';
  const ours = revision === draft.revision || (revision === draft.revision + 1 && savedAt === attempt);
  return ours ? { ...draft, revision } : undefined;
}

/** Entries of version 0.1 name no page. */
function journalKeys(
  store: () => TextStore,
  prefix: string,
): readonly { readonly key: string; readonly tab: string | undefined }[] {
  try {
    const all = Array.from({ length: store().length }, (_, at) => store().key(at) ?? '');
    return all
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, tab: /^([^/]+)\/./.exec(key.slice(prefix.length))?.[1] }));
  } catch {
    return [];
  }
}
