// How likely it is that a figure came about by a slip of the hand or eye from another one. After Scholtus (2009), "Automatic
// correction of simple typing errors in numerical data with balance edits", with the restricted Damerau-Levenshtein distance.
import { editDistance } from '../../report/edit-distance.ts';
import type { TypingKind } from './typing.ts';

/** Exchanged and shifted are of several cells at once. */
export type SlipKind = Exclude<TypingKind, 'miscounted'> | 'exchanged' | 'shifted';

/** What a slip costs: between 1 and 2 for one cell, so that fewer slips always come first; less is likelier. */
export type Weighed = { readonly kind: SlipKind; readonly cost: number };

/** The cost of the slips that touch several cells. They explain much at once, so they count as one. */
export const exchangeCost = 2;
export const shiftCost = 2.05;

/** Weighs the slip that turned the right figure `to` into `from`. Both are whole numbers. */
export function weighSlip(from: number, to: number): Weighed {
  if (from === -to) return { kind: 'sign', cost: 1.05 };
  const [typed, right] = [String(Math.abs(from)), String(Math.abs(to))];
  if (from < 0 !== to < 0) return { kind: 'other', cost: 1.95 };
  // Of short numbers every other number is near: their nearness says little.
  const chance = 0.6 / Math.max(typed.length, right.length);
  if (from === to * 10 || to === from * 10) return { kind: 'times-ten', cost: 1.05 + chance / 4 };
  if (from === 0) return { kind: 'missed', cost: 1.6 };
  const distance = editDistance(typed, right);
  if (distance > 1) return { kind: 'other', cost: distance === 2 && right.length > 3 ? 1.85 : 1.95 };
  if (typed.length === right.length) {
    const isTransposed = [...typed].sort().join('') === [...right].sort().join('');
    return isTransposed ? { kind: 'transposed', cost: 1.05 } : { kind: 'changed', cost: 1.1 + chance };
  }
  const [short, long] = typed.length < right.length ? [typed, right] : [right, typed];
  const repeats = [...long].some(
    (digit, at) => digit === long[at + 1] && long.slice(0, at) + long.slice(at + 1) === short,
  );
  if (repeats) return { kind: 'repeated', cost: 1.1 + chance / 2 };
  return { kind: typed.length < right.length ? 'dropped' : 'added', cost: 1.15 + chance };
}
