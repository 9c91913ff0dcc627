// How far each draft of the list is and what is wrong with it. The list never waits for it: drafts are judged a few at a time after the
// rows are there, and only those that changed since. What was known of a draft stays until it is judged anew.
import type { Progress } from '../checks/progress.ts';
import { isFormatId } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { load } from '../ui/load.ts';
import { createStore, type Store } from '../ui/store.ts';

/** `last`: the report of the year before, if it is here. */
type Judge = (draft: Draft, last: Draft | undefined) => Progress | undefined;

/** By draft id. The mark says of which state of the draft, and of last year's, it was made. */
type Known = ReadonlyMap<string, { readonly mark: string; readonly progress: Progress | undefined }>;

export type Rows = Store<Known> & {
  /**
   * Judges those of the drafts that changed, the latest saved first. Tells when all are known, or that judging is not to be
   * had. Returns what stops it.
   */
  judge(drafts: readonly Draft[], onKnown: () => void, onFailed: () => void): () => void;
};

type Options = {
  /** Loads what judges: the list is shown without it. */
  readonly load: () => Promise<Judge>;
  /** Lets the page do what waits. */
  readonly pause: () => Promise<void>;
  /** ms of the page's time to take at once: few enough that nobody waits for a click. */
  readonly slice: number;
};

const byPage: Options = {
  load: async () => (await load(() => import('./judge-draft.ts'), '核对草稿')).judgeDraft,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  slice: 40,
};

export function createRows({ load, pause, slice }: Options = byPage): Rows {
  const store = createStore<Known>(new Map());

  async function work(tasks: readonly Task[], isStopped: () => boolean): Promise<void> {
    const judgeDraft = await load();
    let since = performance.now();
    // Told of in growing lots: each time a row changes the browser lays the whole table out again.
    const untold = new Map<string, { mark: string; progress: Progress | undefined }>();
    let told = 0;
    const tell = (): void => {
      told += untold.size;
      if (untold.size > 0) store.set(new Map([...store.get(), ...untold]));
      untold.clear();
    };
    for (const { draft, last, mark } of tasks) {
      if (isStopped()) return tell();
      untold.set(draft.id, { mark, progress: judgeDraft(draft, last) });
      if (performance.now() - since < slice) continue;
      if (untold.size >= told) tell();
      await pause();
      since = performance.now();
    }
    tell();
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
        work(tasks, () => isStopped).then(
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
