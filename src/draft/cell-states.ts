// What each cell shows, as a store of its own that its component holds. Two hundred cells asking after every key would take longer
// than judging the report; so what changed is found by comparing arrays, and only those cells are told.
import type { Law } from '../checks/law.ts';
import { createStore, type Store } from '../ui/store.ts';
import type { ReportState } from './report-state.ts';

type CellState = {
  /** See lookOf. */
  readonly look: number;
  /** What stands in it while nobody is typing there. */
  readonly shown: string;
  /** Last year's figure as text, empty where it is not known. */
  readonly last: string;
};

type Source = Pick<ReportState, 'judgement' | 'looks' | 'shown' | 'lastShown'>;

export type CellStates = {
  /** Throws for a cell that the format does not have. Its readers are told also when it was written anew and shows the same. */
  of(id: string): Store<CellState>;
  /** Tells the cells that are something else in `now`. */
  update(before: Source, now: Source): void;
};

export function createCellStates({ cells, indexOf }: Law, start: Source): CellStates {
  const stores = cells.map((_, at) => createStore(stateOf(start, at)));
  return {
    of(id) {
      const store = stores[indexOf.get(id) ?? -1];
      if (!store) throw new Error(`no cell ${id}`);
      return store;
    },
    update(before, now) {
      stores.forEach((store, at) => {
        if (!isSame(before, now, at)) store.set(stateOf(now, at));
      });
    },
  };
}

function stateOf({ looks, shown, lastShown }: Source, at: number): CellState {
  return { look: looks[at] ?? 0, shown: shown[at] ?? '', last: lastShown[at] ?? '' };
}

function isSame(before: Source, now: Source, at: number): boolean {
  return (
    before.looks[at] === now.looks[at] &&
    before.shown[at] === now.shown[at] &&
    before.lastShown[at] === now.lastShown[at] &&
    before.judgement.readings[at] === now.judgement.readings[at]
  );
}
