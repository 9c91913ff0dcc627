// A number in a narrative that says what boxes say.
import type { Law } from '../law.ts';
import type { Said } from './numerals.ts';

export type Claim = {
  /** Where it stands in the text, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
  /** As it stands there: 「新收政府信息公开申请59件」. */
  readonly words: string;
  readonly said: Said;
  /** Sums of boxes, by id, any of which it may mean, the likeliest first: 收到 is 一, or 一 and 二. */
  readonly means: readonly Meaning[];
  /** A share of all results, if one is given beside it: percent, and how many decimals. */
  readonly share?: { readonly percent: number; readonly decimals: number };
  /** How sure the reading is: its subject stands beside it, or was carried on from before, or it is a zero that words say. */
  readonly basis: 'named' | 'carried' | 'in-words';
};

/** Boxes, by id, whose sum is meant; the first stands for all. */
export type Meaning = readonly string[];

export type Reader = { readonly law: Law; readonly agency: string; readonly year: number };
