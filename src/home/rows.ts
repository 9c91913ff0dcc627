// How far each draft of the list is and what is wrong with it. The list never waits for it: drafts are judged in a worker after the
// rows are there, and only those that changed since. What was known of a draft stays until it is judged anew.
import type { Progress } from '../checks/progress.ts';
import type { KnownReport } from '../checks/text/copies.ts';
import { type Checker, createChecker } from '../draft/checker.ts';
import { knownReport } from '../draft/known-report.ts';
import { isFormatId } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { createStore, type Store } from '../ui/store.ts';

/** By draft id. The mark says of which state of the draft, and of last year's, it was made. */
type Known = ReadonlyMap<string, { readonly mark: string; readonly progress: Progress | undefined }>;

export type Rows = Store<Known> & {
  /**
   * Judges those of the drafts that changed, the latest saved first. Tells when all are known, or that judging is not to be
   * had. Returns what stops it.
   */
  judge(drafts: readonly Draft[], onKnown: () => void, onFailed: () => void): () => void;
};

/** Undefined where something newer is asked for meanwhile. Rejects where judging is not to be had. */
type Judge = (
  tasks: readonly Task[],
  others: readonly KnownReport[],
) => Promise<readonly (Progress | undefined)[] | undefined>;

let checker: Checker | undefined;

const byWorker: Judge = (drafts, others) => {
  checker ??= createChecker();
  checker.know(others);
  return checker.check({ kind: 'drafts', drafts: drafts.map(({ draft, last }) => ({ draft, last })) });
};

/** How many are judged before the first are shown; each lot after it is twice as large. */
const firstLot = 16;

export function createRows(judge: Judge = byWorker, first = firstLot): Rows {
  const store = createStore<Known>(new Map());

  /** Tells of a lot at a time: each time a row changes the browser lays the whole table out again. */
  async function work(tasks: readonly Task[], others: readonly KnownReport[], isStopped: () => boolean): Promise<void> {
    let from = 0;
    for (let size = first; from < tasks.length; size *= 2) {
      const lot = tasks.slice(from, from + size);
      const progress = await judge(lot, others);
      if (isStopped() || !progress) return;
      store.set(
        new Map([
          ...store.get(),
          ...lot.map(({ draft, mark }, at) => [draft.id, { mark, progress: progress[at] }] as const),
        ]),
      );
      from += size;
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    judge(drafts, onKnown, onFailed) {
      let isStopped = false;
      const ids = new Set(drafts.map(({ id }) => id));
      const kept = new Map([...store.get()].filter(([id]) => ids.has(id)));
      if (kept.size < store.get().size) store.set(kept);
      const tasks = tasksOf(drafts).filter(({ draft, mark }) => kept.get(draft.id)?.mark !== mark);
      if (tasks.length > 0) {
        work(tasks, drafts.map(knownReport), () => isStopped).then(
          () => isStopped || onKnown(),
          () => isStopped || onFailed(),
        );
      }
      return () => {
        isStopped = true;
      };
    },
  };
}

/** Undefined until it is known, and for a format that this version does not know. */
export function progressIn(known: Known, { id, format }: Pick<Draft, 'id' | 'format'>): Progress | undefined {
  return isFormatId(format) ? known.get(id)?.progress : undefined;
}

/** Lives as long as the page: whoever comes back to the list finds it judged. */
export const judgedRows = createRows();

type Task = { readonly draft: Draft; readonly last: Draft | undefined; readonly mark: string };

/** The latest saved first: they stand at the top. */
function tasksOf(drafts: readonly Draft[]): readonly Task[] {
  const bySaved = [...drafts].sort((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
  const latest = new Map<string, Draft>();
  for (const draft of bySaved) if (!latest.has(keyOf(draft))) latest.set(keyOf(draft), draft);
  return bySaved.flatMap((draft) => {
    if (!isFormatId(draft.format)) return [];
    const last = latest.get(keyOf({ ...draft, year: draft.year - 1 }));
    return [{ draft, last, mark: `${stateOf(draft)} ${last ? stateOf(last) : ''}` }];
  });
}

const keyOf = ({ agency, year }: Pick<Draft, 'agency' | 'year'>): string => `${year} ${agency}`;

/** Two states of a draft differ in their revision; one that was restored from a backup may repeat it, at another time. */
const stateOf = ({ id, revision, savedAt }: Draft): string => `${id} ${revision} ${savedAt}`;
