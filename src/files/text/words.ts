// Which words of the form stand at a place of a text. A label may be broken over pieces and lines: the longest run of them
// that makes a label word for word is that label, so that 其他 and 结果 below one another are 其他结果 and not 其他.
import {
  columnsOfFour,
  columnsOfThree,
  columnsOfTwo,
  contentWord,
  groupWords,
  headsOfFour,
  headsOfThree,
  isBlockTitle,
  type RowWord,
  rowWords,
} from '../recognise/vocabulary.ts';
import { folded, type Label, labelOf, likeness, type Named, nearest } from '../recognise/wording.ts';
import type { Token } from './lines.ts';

/** What a text may mean in the form; where it stands tells which it does. */
export type Meaning = {
  readonly isExact: boolean;
  readonly likeness: number;
  readonly isTitle: boolean;
  readonly isContent: boolean;
  /** A heading over a column of table 二. */
  readonly isTwo: boolean;
  /** Headings of table 三: what is in its corner or over several columns, and its columns. */
  readonly isHeadOfThree: boolean;
  readonly isThree: boolean;
  readonly isHeadOfFour: boolean;
  readonly isFour: boolean;
  readonly isGroup: boolean;
  readonly row: RowWord | undefined;
};

export type Word = { readonly text: string; readonly meaning: Meaning; readonly used: number };

/** Pieces that a label may be broken into. */
const mostPieces = 6;
const longestLabel = 60;

const lists = [headsOfThree, headsOfFour, columnsOfTwo, columnsOfThree, columnsOfFour, groupWords, rowWords] as const;
const all: readonly Named<unknown>[] = [...lists.flat(), { is: contentWord, label: contentWord }];
const bodies = new Set(all.flatMap(({ label }) => [label.body, label.short]));
const whole = new Set(all.map(({ label }) => label.body));
const everyWord = [...bodies].join('\n');

/** A bracket that a broken label leaves open is no part of what tells it from others. */
function broken(text: string): Label {
  const label = labelOf(text);
  const plain = folded(text);
  const at = plain.lastIndexOf('(');
  return at > 2 && plain.indexOf(')', at) < 0 ? { ...label, short: labelOf(plain.slice(0, at)).body } : label;
}

export function createWords(tokens: readonly Token[]) {
  const known = new Map<string, Meaning | undefined>();

  function meaningOf(text: string, isJoined: boolean): Meaning | undefined {
    const key = `${isJoined ? '+' : '-'}${text}`;
    if (!known.has(key)) known.set(key, read(text, isJoined));
    return known.get(key);
  }

  /** Text from one token over `used` of them; undefined where a figure or the end comes between. */
  function joined(at: number, used: number): string | undefined {
    let text = '';
    for (let next = at; next < at + used; next++) {
      const token = tokens[next];
      if (!token || token.isFigure) return undefined;
      text += token.text;
    }
    return text.length > longestLabel ? undefined : text;
  }

  function exact(at: number, most = mostPieces): Word | undefined {
    for (let used = most; used >= 1; used--) {
      const text = joined(at, used);
      const meaning = text === undefined ? undefined : meaningOf(text, true);
      if (text !== undefined && meaning && !areTwo(at, used)) return { text, meaning, used };
    }
    return undefined;
  }

  /** Two words beside one another are not one: a hint in brackets and the heading after it, a label and 「（四）」. */
  function areTwo(at: number, used: number): boolean {
    if (used > 1 && !whole.has(labelOf(joined(at, used) ?? '').body) && exact(at, used - 1)) return true;
    for (let first = 1; first < used; first++) {
      const [a, b] = [joined(at, first), joined(at + first, used - first)];
      if (a && b && meaningOf(a, true) && meaningOf(b, true)) return true;
    }
    return false;
  }

  function alike(at: number): Word | undefined {
    let best: Word | undefined;
    for (let used = 1; used <= 3; used++) {
      const text = joined(at, used);
      if (text === undefined) break;
      // Pieces with empty lines between them are not one label with a slip in it.
      if ((tokens[at + used - 1]?.line ?? 0) > (tokens[at]?.line ?? 0) + used - 1) break;
      const meaning = meaningOf(text, false);
      if (meaning && meaning.likeness >= (best?.meaning.likeness ?? 0)) best = { text, meaning, used };
    }
    return best;
  }

  return {
    /** The word that starts at a token, if one does. Outside of tables only what is one word for word. */
    at(at: number, isInTable = true): Word | undefined {
      const word = exact(at);
      if (word || !isInTable) return word;
      const near = alike(at);
      if (!near) return undefined;
      // 「（三）」 before 「4.保护第三方合法权益」 is no part of it.
      for (let later = at + 1; later < at + near.used; later++) if (exact(later)) return undefined;
      return near;
    },
    /** What a text is word for word. */
    exactly: (text: string): Meaning | undefined => meaningOf(text, true),
    /** Part of a label that is printed in pieces; it says nothing by itself. */
    isPiece(text: string): boolean {
      const { body } = labelOf(text);
      const piece = body === '' ? folded(text).replace(/[^\p{L}\p{N}]/gu, '') : body;
      return piece === '' || everyWord.includes(piece) || everyWord.includes(labelOf(`${text}`).short);
    },
  };
}

function read(text: string, isExact: boolean): Meaning | undefined {
  if (isBlockTitle(text)) return { ...nothing, isExact: true, likeness: 1, isTitle: true };
  const label = broken(text);
  if (label.body === '') return undefined;
  if (isExact && !bodies.has(label.body) && !bodies.has(label.short)) return undefined;
  let most = 0;
  const near = <T>(names: readonly Named<T>[]): T | undefined => {
    const match = nearest(label, names);
    if (!match || (isExact && match.likeness < 1)) return undefined;
    most = Math.max(most, match.likeness);
    return match.is;
  };
  const isContent = likeness(label, contentWord) === 1;
  const meaning = {
    isTitle: false,
    isContent,
    isTwo: near(columnsOfTwo) !== undefined,
    isHeadOfThree: near(headsOfThree) !== undefined,
    isThree: near(columnsOfThree) !== undefined,
    isHeadOfFour: near(headsOfFour) !== undefined,
    isFour: near(columnsOfFour) !== undefined,
    isGroup: near(groupWords) !== undefined,
    row: near(rowWords),
  };
  if (isContent) most = 1;
  return most === 0 ? undefined : { ...meaning, isExact: most === 1, likeness: most };
}

const nothing: Omit<Meaning, 'isExact' | 'likeness'> = {
  isTitle: false,
  isContent: false,
  isTwo: false,
  isHeadOfThree: false,
  isThree: false,
  isHeadOfFour: false,
  isFour: false,
  isGroup: false,
  row: undefined,
};
