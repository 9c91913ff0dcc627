// The import under way: files read, what was read shown until somebody decides, several of them stored together, and what
// came of it. It lives as long as the page, whatever part of the app is shown, and does one thing after another.
import type { FileRead, Progress, Readable } from '../files/read/read-files.ts';
import type { Content } from '../report/draft.ts';
import { storageTrouble } from '../storage/trouble.ts';
import { askBeforeLeaving } from '../ui/leaving.ts';
import { createStore, type Store } from '../ui/store.ts';

export type ImportReport = {
  readonly stored: number;
  readonly failed: readonly { readonly name: string; readonly message: string }[];
  /** Could be read, and a person chose not to import them. */
  readonly left: number;
  readonly unread: number;
};

type ImportState = {
  /** Undefined while nothing is being read. */
  readonly reading: Progress | undefined;
  /** Waiting for a decision. */
  readonly reads: readonly FileRead[];
  /** Files that were not read because a person stopped it. */
  readonly unread: number;
  /** Counts the decisions: what was ticked and typed for one lot is not for the next. */
  readonly lot: number;
  readonly storing: boolean;
  /** Why the last storing failed; what was read is still there. */
  readonly trouble: string | undefined;
  readonly report: ImportReport | undefined;
};

export type Importing = Store<ImportState> & {
  /** What comes while other files are shown is read and shown with them. */
  take(all: readonly Readable[]): void;
  /** Ends the reading; what has been read stays. */
  stop(): void;
  /** Stores all or none of them. `left`: how many of those read were not chosen. */
  storeAll(contents: readonly Content[], left: number): void;
  /** Downloads what could not be stored as one file. */
  download(contents: readonly Content[]): Promise<void>;
  /** Lets go of what was read. */
  drop(): void;
  closeReport(): void;
};

type Acts = {
  /** Never rejects. */
  readFiles: (
    all: readonly Readable[],
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ) => Promise<readonly FileRead[]>;
  /** Resolves when all are stored; where it rejects, none is. */
  store: (contents: readonly Content[]) => Promise<unknown>;
  download: (contents: readonly Content[]) => Promise<void>;
};

export function createImporting({ readFiles, store: storeThem, download }: Acts): Importing {
  const nothing = { reads: [], unread: 0, trouble: undefined } as const;
  const store = createStore<ImportState>({
    ...nothing,
    reading: undefined,
    lot: 0,
    storing: false,
    report: undefined,
  });
  let stopper = new AbortController();
  let last = Promise.resolve();

  function set(change: Partial<ImportState>): void {
    store.set({ ...store.get(), ...change });
  }

  async function read(all: readonly Readable[], { signal }: AbortController): Promise<void> {
    set({ reading: { done: 0, of: all.length, bad: [] } });
    const reads = await readFiles(all, signal, (reading) => set({ reading }));
    const before = store.get();
    set({ reads: [...before.reads, ...reads], unread: before.unread + all.length - reads.length });
    // Stopped before anything was read: there is nothing to decide.
    if (store.get().reads.length === 0) set(nothing);
    set({ reading: undefined });
  }

  async function storeAll(contents: readonly Content[], left: number): Promise<void> {
    const { reads, unread, lot } = store.get();
    set({ storing: true, trouble: undefined });
    window.addEventListener('beforeunload', askBeforeLeaving);
    try {
      await storeThem(contents);
      const failed = reads.flatMap(({ name, read }) => (read.ok ? [] : [{ name, message: read.message }]));
      set({ ...nothing, storing: false, lot: lot + 1, report: { stored: contents.length, failed, left, unread } });
    } catch (error) {
      set({ storing: false, trouble: storageTrouble(error, false) });
    } finally {
      window.removeEventListener('beforeunload', askBeforeLeaving);
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    take(all) {
      if (stopper.signal.aborted) stopper = new AbortController();
      const mine = stopper;
      last = last.then(() => read(all, mine));
    },
    stop: () => stopper.abort(),
    storeAll(contents, left) {
      last = last.then(() => storeAll(contents, left));
    },
    download,
    drop: () => set({ ...nothing, lot: store.get().lot + 1 }),
    closeReport: () => set({ report: undefined }),
  };
}
