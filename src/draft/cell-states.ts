// What each cell shows, as a store of its own that its component holds. Two hundred cells asking after every key would take longer
// than judging the report; so only the cells that the key touched are told.
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

type Source = Pick<ReportState, 'touched' | 'looks' | 'shown' | 'lastShown'>;

export type CellStates = {
  /** Throws for a cell that the format does not have. Its readers are told also when it was written anew and shows the same. */
  of(id: string): Store<CellState>;
  /** Tells the cells that are something else in `now`, the state after `before`. */
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
      const isLastAlike = before.lastShown === now.lastShown;
      for (const at of isLastAlike ? now.touched : stores.keys()) stores[at]?.set(stateOf(now, at));
    },
  };
}

function stateOf({ looks, shown, lastShown }: Source, at: number): CellState {
  return { look: looks[at] ?? 0, shown: shown[at] ?? '', last: lastShown[at] ?? '' };
}
