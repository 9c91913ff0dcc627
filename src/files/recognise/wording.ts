// How alike two labels are, however they were printed: split by spaces and line breaks, with half-width brackets,
// 「1、」 for 「1.」, a typing slip, or without the hint in brackets. It knows no label of its own.
import { editDistance } from '../../report/edit-distance.ts';
import { halfWidth } from '../../report/text-forms.ts';

export type Label = {
  /** Its numeral as 一, (一) or 1; empty where it has none. */
  readonly numeral: string;
  /** Letters and digits only. */
  readonly body: string;
  /** The body without what stands in brackets; the body where nothing is left. */
  readonly short: string;
};

const numeral =
  /^(?:([一二三四五六七八九十]{1,3})[、.,:]|(\([一二三四五六七八九十]{1,3}\))[、.,]?|(\d{1,2})[、.,)](?!\d)|\((\d{1,2})\))/;

/** Folded to half width, without any space: what labels are compared by. */
export function folded(text: string): string {
  return halfWidth(text)
    .replace(/[〔【［]/g, '(')
    .replace(/[〕】］]/g, ')')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

export function labelOf(text: string): Label {
  const plain = folded(text);
  const found = numeral.exec(plain);
  const rest = plain.slice(found?.[0].length ?? 0);
  const body = lettersOf(rest);
  const short = lettersOf(rest.replace(/\([^()]*\)/g, ''));
  return { numeral: found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4] ?? '', body, short: short || body };
}

/** Under this, and under nothing higher, a likeness may be given as 0. */
const least = 0.25;

/** 0–1. 1: the same words. Numerals help where the words differ a little, and hinder where they disagree. */
export function likeness(a: Label, b: Label): number {
  const isA = a.short !== a.body;
  const isB = b.short !== b.body;
  let words = alike(a.body, b.body);
  if (isA) words = Math.max(words, alike(a.short, b.body));
  if (isB) words = Math.max(words, alike(a.body, b.short));
  if (isA && isB) words = Math.max(words, alike(a.short, b.short));
  if (words === 1) return 1;
  if (a.numeral === '' || b.numeral === '') return words;
  return a.numeral === b.numeral ? Math.min(0.99, words + 0.15) : words - 0.1;
}

function alike(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  // Labels have at most some forty characters; a paragraph is no label.
  if (longest > 80 || Math.min(a.length, b.length) * 2 < longest) return 0;
  // With few characters in common they are not worth the long way; nothing asks how unlike two labels are.
  let common = 0;
  for (let at = 0; at < a.length; at++) if (b.includes(a.charAt(at))) common++;
  return common < longest * least ? 0 : 1 - editDistance(a, b) / longest;
}

export type Named<T> = { readonly label: Label; readonly is: T };
export type Match<T> = { readonly is: T; readonly likeness: number };

/** Alike enough to be taken for the same words with a slip in them, and clearly more than any other. */
const enough = 0.7;
const clear = 0.1;

/** The one among `names` that the label is, or undefined where none is alike or two are equally so. */
export function nearest<T>(label: Label, names: readonly Named<T>[]): Match<T> | undefined {
  if (label.body === '') return undefined;
  let best: Match<T> | undefined;
  let second = 0;
  for (const { label: other, is } of names) {
    const like = likeness(label, other);
    if (like === 1 && label.numeral === other.numeral) return { is, likeness: 1 };
    if (!best || like > best.likeness) {
      if (best && best.is !== is) second = best.likeness;
      best = { is, likeness: like };
    } else if (best.is !== is) second = Math.max(second, like);
  }
  if (!best || best.likeness < enough) return undefined;
  return best.likeness - second >= clear ? best : undefined;
}
