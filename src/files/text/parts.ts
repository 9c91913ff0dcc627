// Takes a text apart into what its lines are in the tables of the form: headings, rows with the figures after them, figures
// after no label, and paragraphs. It puts nothing into a box.
import { isSectionHeading } from '../recognise/headings.ts';
import { applicantIds, columnsOfThree, headsOfFour, outcomeIds, type RowWord } from '../recognise/vocabulary.ts';
import { labelOf, nearest } from '../recognise/wording.ts';
import { isProse, type Line, type Token, tokensOf } from './lines.ts';
import { createWords, type Word } from './words.ts';

export type TableSection = 2 | 3 | 4;

/** Positions of its first and last line. */
type Span = { readonly from: number; readonly to: number };

export type HeadingPart = {
  readonly kind: 'heading';
  readonly section: TableSection;
  readonly words: { readonly text: string; readonly span: Span }[];
  /** How many of them head a column, or may. */
  columns: number;
};

export type RowPart = {
  readonly kind: 'row';
  readonly section: TableSection;
  /** Undefined where the label is none of the form's. The row of table 四 has no label. */
  word: RowWord | undefined;
  label: string;
  readonly span: Span;
  readonly figures: Token[];
};

export type Part =
  | { readonly kind: 'paragraph'; readonly text: string; readonly span: Span }
  | { readonly kind: 'title'; readonly section: 2; readonly text: string; readonly span: Span }
  | { readonly kind: 'group'; readonly section: 3; readonly span: Span }
  | { readonly kind: 'stray'; readonly section: TableSection; readonly figures: Token[] }
  | HeadingPart
  | RowPart;

export const widthOfThree = applicantIds.length;
export const widthOfFour = outcomeIds.length * headsOfFour.filter(({ is }) => is.row !== '').length;

/** A column that only table 三 has. 其他 and 总计 stand in many places. */
function isApplicant(text: string): boolean {
  const column = nearest(labelOf(text), columnsOfThree)?.is.column;
  return column !== undefined && column !== 'other' && column !== 'total';
}

const unitLine = /^[（(]?单位[:：][^。]{1,6}[)）]?$/;

export function partsOf(lines: readonly Line[]): readonly Part[] {
  const parts: Part[] = [];
  const tokens = lines.flatMap((line, at): readonly Token[] => {
    if (line.text === '') return [];
    return isProse(line.text)
      ? [{ text: line.text, line: at, isFigure: false, isDoubtful: false }]
      : tokensOf(line, at);
  });
  const words = createWords(tokens);

  /** Undefined outside of tables. */
  let section: TableSection | undefined;
  let heading: HeadingPart | undefined;
  let row: RowPart | undefined;

  const endRows = (): void => {
    heading = undefined;
    row = undefined;
  };

  function addHeading(of: TableSection, text: string, span: Span, isColumn: boolean): void {
    if (heading?.section !== of) {
      heading = { kind: 'heading', section: of, words: [], columns: 0 };
      parts.push(heading);
    }
    heading.words.push({ text, span });
    if (isColumn) heading.columns++;
    section = of;
    row = undefined;
    // The row of table 四 has no label to be found by.
    if (of === 4 && heading.columns === widthOfFour) addRow(4, undefined, '', span);
  }

  function addRow(of: TableSection, word: RowWord | undefined, label: string, span: Span): void {
    heading = undefined;
    section = of;
    row = { kind: 'row', section: of, word, label, span, figures: [] };
    parts.push(row);
  }

  function addFigure(token: Token, of: TableSection): void {
    const last = parts[parts.length - 1];
    if (row) row.figures.push(token);
    else if (last?.kind === 'stray') last.figures.push(token);
    else parts.push({ kind: 'stray', section: of, figures: [token] });
    heading = undefined;
  }

  /** Whether the word means something where it stands. */
  function addWord({ text, meaning }: Word, span: Span): boolean {
    const isIn = (of: TableSection): boolean => heading?.section === of;
    if (meaning.isTitle) {
      endRows();
      section = 2;
      parts.push({ kind: 'title', section, text, span });
    } else if (meaning.isContent) {
      endRows();
      addHeading(2, text, span, false);
    } else if (isIn(4) && meaning.isFour) addHeading(4, text, span, true);
    else if (meaning.isHeadOfFour) addHeading(4, text, span, false);
    else if (meaning.isHeadOfThree) addHeading(3, text, span, false);
    else if (meaning.isThree && (isIn(3) || isApplicant(text))) addHeading(3, text, span, true);
    else if (section === undefined) return false;
    else if (meaning.row) addRow(meaning.row.section, meaning.row, text, span);
    else if (meaning.isTwo && section === 2) addHeading(2, text, span, true);
    else if (meaning.isGroup) {
      endRows();
      parts.push({ kind: 'group', section: 3, span });
    } else return false;
    return true;
  }

  /** Whether a line of several pieces has nothing of a table in it. */
  function isOther(first: number): boolean {
    let end = first + 1;
    while (end < tokens.length && tokens[end]?.line === tokens[first]?.line) end++;
    const own = tokens.slice(first, end);
    if (own.length === 1 || own.some(({ isFigure }, at) => isFigure || words.at(first + at))) return false;
    return own.some(({ text }) => !words.isPiece(text));
  }

  /** Text within a table that is no word of it. Whether it was taken. */
  function addOther(token: Token, at: number): boolean {
    const span = { from: token.line, to: token.line };
    if (section === undefined) return false;
    const isPiece = words.isPiece(token.text);
    const isBeforeFigure = tokens[at + 1]?.isFigure ?? false;
    if (heading && heading.section !== 4 && !isPiece && !isBeforeFigure && words.at(at + 1)) {
      // A heading that cannot be read: what stands under it is not known then.
      addHeading(heading.section, token.text, span, true);
      return true;
    }
    if (isPiece && row && row.figures.length > 0) {
      // The rest of a label whose figures stand between its lines.
      const whole = words.exactly(row.label + token.text);
      if (whole?.row) {
        row.label += token.text;
        row.word = whole.row;
        return true;
      }
    }
    if (isBeforeFigure) addRow(section, undefined, token.text, span);
    else if (isPiece) row = undefined;
    else return false;
    return true;
  }

  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const isStart = tokens[at - 1]?.line !== token.line;
    const whole = lines[token.line]?.text ?? '';
    if (token.isFigure && section !== undefined) {
      addFigure(token, section);
      at++;
      continue;
    }
    const isProsaic = isProse(whole);
    const word = token.isFigure || isProsaic ? undefined : words.at(at, section !== undefined);
    const isHeading = section !== undefined && isStart && !word?.meaning.isExact && isSectionHeading(whole);
    if (word && !isHeading && addWord(word, { from: token.line, to: tokens[at + word.used - 1]?.line ?? token.line })) {
      at += word.used;
      continue;
    }
    const isUnit = section !== undefined && unitLine.test(whole);
    if (!isProsaic && !isHeading && !(isStart && isOther(at)) && (isUnit || addOther(token, at))) {
      at++;
      continue;
    }
    endRows();
    if (isProsaic || isHeading) section = undefined;
    parts.push({ kind: 'paragraph', text: isStart ? whole : token.text, span: { from: token.line, to: token.line } });
    at++;
    while (isStart && tokens[at]?.line === token.line) at++;
  }
  return parts;
}
