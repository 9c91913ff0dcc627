// What can be undone: acts over cells. Typing in one cell during one visit is one act; a paste or a fill is one act.

export type Change = { readonly cell: string; readonly before: string; readonly after: string };
export type Act = { readonly label: string; readonly changes: readonly Change[] };

export type Acts = {
  /** Typing: joins the act of the same visit to the same cell. */
  typed(cell: string, before: string, after: string, label: string): void;
  done(act: Act): void;
  /** The next typing starts a new act, also in the same cell. */
  endVisit(): void;
  undo(): Act | undefined;
  redo(): Act | undefined;
  canUndo(): boolean;
  canRedo(): boolean;
};

export function createActs(): Acts {
  let past: Act[] = [];
  let future: Act[] = [];
  let visit: string | undefined;

  const done = (act: Act): void => {
    past = [...past, act];
    future = [];
  };

  return {
    typed(cell, before, after, label) {
      const last = past.at(-1);
      const first = last?.changes[0];
      if (visit === cell && last && first) {
        past = past.slice(0, -1);
        // Typed back to where the visit began: nothing is left to undo.
        if (first.before === after) visit = undefined;
        else past = [...past, { label, changes: [{ ...first, after }] }];
        future = [];
        return;
      }
      visit = cell;
      done({ label, changes: [{ cell, before, after }] });
    },
    done(act) {
      visit = undefined;
      if (act.changes.length > 0) done(act);
    },
    endVisit() {
      visit = undefined;
    },
    undo() {
      const act = past.at(-1);
      if (!act) return undefined;
      visit = undefined;
      past = past.slice(0, -1);
      future = [act, ...future];
      return act;
    },
    redo() {
      const [act, ...rest] = future;
      if (!act) return undefined;
      visit = undefined;
      past = [...past, act];
      future = rest;
      return act;
    },
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
  };
}
