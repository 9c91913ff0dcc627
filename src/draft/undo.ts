// What can be undone, as a value: acts over cells and over what followed them into the narratives. Typing in one cell during one
// visit is one act; a paste or a fill is one act.
import type { FigureLink } from '../report/figure-links.ts';
import type { WordField } from './texts.ts';

type Change<Name extends string = string> = { readonly name: Name; readonly before: string; readonly after: string };

/** The narratives that linked figures changed, and the links as they stood around it. */
export type Followed = {
  readonly texts: readonly Change<WordField>[];
  readonly before: readonly FigureLink[];
  readonly after: readonly FigureLink[];
};

export type Act = {
  readonly label: string;
  /** By cell id. */
  readonly changes: readonly Change[];
  readonly followed?: Followed | undefined;
};

export type Undo = {
  readonly past: readonly Act[];
  readonly future: readonly Act[];
};

export const nothingDone: Undo = { past: [], future: [] };

export function done({ past }: Undo, act: Act): Undo {
  return { past: [...past, act], future: [] };
}

/** More typing in the visit that the last act is of: joins it. Typed back to where the visit began, nothing is left to undo. */
export function continued(undo: Undo, act: Act): Undo {
  const [change] = act.changes;
  if (!change) return undo;
  const last = undo.past.at(-1);
  const first = last?.changes[0];
  if (first?.name !== change.name || !last) return done(undo, act);
  const past = undo.past.slice(0, -1);
  const followed = joined(last.followed, act.followed);
  if (first.before === change.after && !followed) return { past, future: [] };
  const whole = { label: act.label, changes: [{ ...change, before: first.before }], followed };
  return { past: [...past, whole], future: [] };
}

function joined(one: Followed | undefined, next: Followed | undefined): Followed | undefined {
  if (!one || !next) return one ?? next;
  const names = new Set([...one.texts, ...next.texts].map(({ name }) => name));
  const texts = [...names].flatMap((name) => {
    const both = [...one.texts, ...next.texts].filter((change) => change.name === name);
    const before = both[0]?.before ?? '';
    const after = both.at(-1)?.after ?? '';
    return before === after ? [] : [{ name, before, after }];
  });
  return texts.length > 0 ? { texts, before: one.before, after: next.after } : undefined;
}

export function undone({ past, future }: Undo): { readonly act: Act; readonly undo: Undo } | undefined {
  const act = past.at(-1);
  return act && { act, undo: { past: past.slice(0, -1), future: [act, ...future] } };
}

export function redone({ past, future }: Undo): { readonly act: Act; readonly undo: Undo } | undefined {
  const [act, ...rest] = future;
  return act && { act, undo: { past: [...past, act], future: rest } };
}
