// The lines of a text, without those that only number a page, and the pieces of a line that may be cells of a row.
import { rowWords } from '../recognise/vocabulary.ts';
import { folded, labelOf, likeness } from '../recognise/wording.ts';
import { goesOn, isFigure, listed, pageNumber } from './figures.ts';

export type Line = {
  /** Without spaces at its ends; empty for an empty line. */
  readonly text: string;
  /** Counted from 1 in the text as it came. */
  readonly number: number;
  /** The last of a page and nothing but a number: it may be the page's own. */
  readonly isDoubtful: boolean;
};

const pageMark = /^(?:[-—–·]{1,2}\d{1,4}[-—–·]{1,2}|第\d{1,3}页(?:[,/]?共\d{1,3}页)?)$/;

/** `text` has \n between its lines and \f between its pages. */
export function linesOf(text: string): readonly Line[] {
  const pages = text.split('\f').map((page) => page.split('\n').map((line) => line.trim()));
  const ends = pages.map((page) => pageNumber(page.filter((line) => line !== '').pop() ?? ''));
  const [first] = ends;
  const counted = ends.filter((end, at) => end !== undefined && first !== undefined && end === first + at).length;
  // The last page may be cut off, or be empty.
  const areNumbered = counted > 1 && counted >= pages.length - 1;
  const lines: Line[] = [];
  let number = 1;
  for (const [at, page] of pages.entries()) {
    const isLast = at === pages.length - 1;
    let end = page.length - 1;
    while (end > 0 && page[end] === '') end--;
    for (const [down, line] of page.entries()) {
      const isEnd = down === end && ends[at] !== undefined && pages.length > 1;
      const isBreak = !isLast && down === page.length - 1 && line === '';
      const isMark = line.length < 20 && pageMark.test(folded(line));
      if (!isMark && !isBreak && !(isEnd && areNumbered)) {
        lines.push({ text: line, number: number + down, isDoubtful: isEnd && !isLast });
      }
    }
    number += page.length - 1;
  }
  return lines;
}

/** Figures that cannot be taken apart. */
const isList = /^\d[\d,，、；;.]*\d$/;

/** A piece of a line: a figure, or words. */
export type Token = {
  readonly text: string;
  /** Position of its line among the lines. */
  readonly line: number;
  readonly isFigure: boolean;
  /** It may be something else than one figure of its row. */
  readonly isDoubtful: boolean;
};

/** A line of tables is short and no sentence. */
export const isProse = (text: string): boolean =>
  text.length > 60 && folded(text).length > 90 ? true : /[。！？]/.test(text);

/** The pieces of a line that may hold cells of a table. */
export function tokensOf({ text, isDoubtful }: Line, line: number): readonly Token[] {
  const tokens: Token[] = [];
  const add = (piece: string): void => {
    const before = tokens[tokens.length - 1];
    if (before?.isFigure && goesOn(piece)) tokens[tokens.length - 1] = { ...before, text: before.text + piece };
    else {
      const isOpen = !isFigure(piece) && isList.test(piece);
      tokens.push({ text: piece, line, isFigure: isOpen || isFigure(piece), isDoubtful: isDoubtful || isOpen });
    }
  };
  for (const said of text.split(/\s+/)) {
    const piece = said.replace(/^[：:]|[；;。]$/g, '');
    if (piece === '') continue;
    // 「规章：1，0，11」
    const named = /^([^：:]{2,40})[：:](.+)$/.exec(piece);
    const [, label = '', figures = ''] = named ?? [];
    if (/\d/.test(folded(figures)) && isRow(label)) {
      add(label);
      if (isFigure(figures)) add(figures);
      else if (listed(figures)) listed(figures)?.forEach(add);
      // 「规章：制发1件，废止0件」 says which is which in words of its own.
      else tokens.push({ text: figures, line, isFigure: true, isDoubtful: true });
    } else (listed(piece) ?? [piece]).forEach(add);
  }
  return tokens;
}

/** Whether a text is the label of a row, word for word. */
export function isRow(text: string): boolean {
  if (text.length > 60) return false;
  const label = labelOf(text);
  return rowWords.some((word) => likeness(label, word.label) === 1);
}
