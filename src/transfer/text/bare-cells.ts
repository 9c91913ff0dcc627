// A dump with every cell on a line of its own and nothing that says so. The official labels tell where the tables are:
// after the label of a row come its boxes, one a line, blank ones too. No other line is taken for a cell.
import type { SourceBlock } from '../document/source.ts';
import {
  applicantIds,
  columnsOfFour,
  columnsOfThree,
  columnsOfTwo,
  contentWord,
  groupWords,
  headsOfFour,
  headsOfThree,
  isBlockTitle,
  outcomeIds,
  requestsTable,
  rowWords,
} from '../recognise/vocabulary.ts';
import { labelOf, likeness, type Named, nearest } from '../recognise/wording.ts';
import { createBlocks } from './blocks.ts';

/** Rows of outcomes in table 四: one of 行政复议, two of 行政诉讼. */
const disputes = headsOfFour.filter(({ is }) => is.row !== '').length;

type Kind =
  | 'title'
  | 'content'
  | 'two'
  | 'head'
  | 'outcome'
  | 'group'
  | { readonly table: string; readonly isGroup: boolean };

/** Which word of the form a line is. Headings that are common words count only among other headings. */
function kindOf(text: string, isAmongHeadings: boolean): Kind | undefined {
  if (isBlockTitle(text)) return 'title';
  const label = labelOf(text);
  if (label.body === '') return undefined;
  const is = <T>(names: readonly Named<T>[]): boolean => nearest(label, names) !== undefined;
  if (likeness(label, contentWord) === 1) return 'content';
  if (is(headsOfThree) || is(headsOfFour)) return 'head';
  if (isAmongHeadings && is(columnsOfFour)) return 'outcome';
  if (isAmongHeadings && is(columnsOfThree)) return 'head';
  const row = nearest(label, rowWords);
  if (row) return { table: row.is.table, isGroup: is(groupWords) };
  if (is(groupWords)) return 'group';
  return is(columnsOfTwo) ? 'two' : undefined;
}

/** A label may be broken over lines. */
const mostLines = 4;

export function readBareCells(lines: readonly string[]): readonly SourceBlock[] {
  const blocks = createBlocks();
  let headings: string[] = [];
  let outcomes = 0;
  let widthOfTwo = 0;
  let isInTable = false;

  const endHeadings = (): void => {
    if (headings.length > 0) blocks.row(headings);
    headings = [];
  };

  for (let at = 0; at < lines.length; at++) {
    const { kind, text, used } = wordAt(lines, at, headings.length > 0);
    const boxes = (count: number, label: readonly string[]): void => {
      const cells = lines.slice(at + used, at + used + count);
      blocks.row([...label, ...cells]);
      at += used + count - 1;
    };
    if (kind === 'title' || kind === 'content') {
      endHeadings();
      isInTable = true;
      headings = [text];
      if (kind === 'title') endHeadings();
    } else if (kind === 'two' || kind === 'head' || kind === 'outcome') {
      if (kind === 'head' && headings.length === 0) outcomes = 0;
      isInTable = true;
      headings.push(text);
      if (kind === 'two') widthOfTwo = headings.length - 1;
      if (kind === 'outcome' && ++outcomes === outcomeIds.length * disputes) {
        endHeadings();
        boxes(outcomeIds.length * disputes, []);
        isInTable = false;
        continue;
      }
    } else if (isInTable && typeof kind === 'object') {
      endHeadings();
      // （六）其他处理 is a row in one format and a heading over rows in the other: then a row follows at once.
      if (kind.isGroup && typeof wordAt(lines, at + used, false).kind === 'object') {
        at += used - 1;
        continue;
      }
      boxes(kind.table === requestsTable ? applicantIds.length : widthOfTwo, [text]);
      continue;
    } else if (!(isInTable && kind === 'group')) {
      if ((lines[at] ?? '').trim() !== '') {
        endHeadings();
        isInTable = false;
        blocks.paragraph(lines[at] ?? '');
      }
      continue;
    }
    at += used - 1;
  }
  endHeadings();
  return blocks.end();
}

/** The word of the form that starts at a line: the line alone, or else with some lines after it. */
function wordAt(
  lines: readonly string[],
  at: number,
  isAmongHeadings: boolean,
): { readonly kind: Kind | undefined; readonly text: string; readonly used: number } {
  let text = '';
  for (let used = 1; used <= mostLines; used++) {
    const line = lines[at + used - 1]?.trim() ?? '';
    if (line === '' || line.length > 60) break;
    text += line;
    const kind = kindOf(text, isAmongHeadings);
    if (kind) return { kind, text, used };
  }
  return { kind: undefined, text: lines[at] ?? '', used: 1 };
}
