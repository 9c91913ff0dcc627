// What a row of a table is by its cells: one of tables 二 and 三 by its label, or one of headings of table 二.
import type { PlacedCell } from './placed.ts';
import { columnsOfTwo, contentWord, groupWords, type RowWord, rowWords } from './vocabulary.ts';
import { folded, labelOf, likeness, nearest } from './wording.ts';

/** Its columns by the tables that it may head. */
export type HeadingOfTwo = { readonly cell: PlacedCell; readonly columns: ReadonlyMap<string, string> };
export type Labelled = { readonly word: RowWord; readonly at: number; readonly isExact: boolean };

export const isGroup = (text: string): boolean => nearest(labelOf(text), groupWords) !== undefined;

/** The last cell of the row that is a label of table 二 or 三, and nothing but labels and blanks before it. */
export function labelled(cells: readonly PlacedCell[]): Labelled | undefined {
  let found: Labelled | undefined;
  for (const [at, { text }] of cells.entries()) {
    if (text === '') continue;
    const match = /^\d+$/.test(text) ? undefined : nearest(labelOf(text), rowWords);
    if (match) found = { word: match.is, at, isExact: match.likeness === 1 };
    else if (!isGroup(text)) break;
  }
  return found;
}

/** Cells that are headings of columns of table 二; where a row has 信息内容, also those that cannot be read. */
export function headingsOf(cells: readonly PlacedCell[]): readonly HeadingOfTwo[] {
  const content = cells.findIndex(({ text }) => likeness(labelOf(text), contentWord) >= 0.75);
  const headings = cells.slice(content + 1).flatMap((cell): HeadingOfTwo[] => {
    if (cell.text === '') return [];
    const match = nearest(labelOf(cell.text), columnsOfTwo);
    if (!match) return content >= 0 ? [{ cell, columns: new Map() }] : [];
    // The same words may head other columns of other tables: 本年处理决定数量 and 处理决定数量.
    const { label } = match.is;
    const same = columnsOfTwo.filter(({ is }) => is.label === label || is.column === match.is.column);
    return [
      { cell, columns: new Map(same.flatMap(({ is }) => is.tables.map((table) => [table, is.column] as const))) },
    ];
  });
  return headings;
}

/** Figures as they are printed, also unreadable ones: 12, 5次, +19, 减4, 22（其中修订16件）, /, 无. Not 1.属于国家秘密. */
export function isAnswer(text: string): boolean {
  const plain = folded(text);
  return /^(?:[-+]?\d|[增减]加?少?\d|[-—–/\\]+$|无$)/.test(plain) && !/^\d+[、.](?=\D)/.test(plain);
}
