// The note of an official table on its sheet: below the last row, a row for each line. What a person changes, adds or clears
// there is read back; where nothing was, the text is taken from the list of cells as it was typed, blank lines and all.
import { linesOf } from '../paper/paragraphs.ts';
import { type Cell, charactersWide } from './book.ts';
import { pieces } from './sheet-text.ts';
import type { Grid } from './sheet-xml.ts';

/** More lines than this stand several in a row. */
const mostRows = 200;

function rowTexts(note: string): readonly string[] {
  const lines = linesOf(note);
  const together = Math.ceil(lines.length / mostRows);
  const rows = Array.from({ length: Math.min(lines.length, mostRows) }, (_, at) =>
    lines.slice(at * together, (at + 1) * together).join('\n'),
  );
  return rows.filter((text) => text !== '').flatMap(pieces);
}

const look = { isWrapped: true, alignVertical: 'top' } as const;

/** Rows for a table of so many columns that are `room` characters wide together. */
export function noteRows(note: string, columns: number, room: number): readonly (readonly (Cell | null)[])[] {
  return rowTexts(note).map((text) => {
    const wrapped = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(charactersWide(line) / room)), 0);
    const height = Math.min(409, wrapped * 14 + 4);
    const cell: Cell = { look, value: text, columnSpan: columns, height };
    return [cell, ...Array.from({ length: columns - 1 }, () => null)];
  });
}

/** The text below row `end` of a table's sheet. `listed` is the note as the list of cells has it. */
export function readNote({ rows }: Grid, end: number, listed: string): string {
  const said = rows.flatMap(({ row, cells }) => {
    const written = row < end ? [] : cells.filter(({ text }) => text.trim() !== '');
    // A sum that someone made below the form is no text to be printed with it.
    const isSum = written.some(({ isNumber, formula }) => isNumber || formula !== undefined);
    return isSum || written.length === 0 ? [] : [written.map(({ text }) => text).join('　')];
  });
  const isSame = JSON.stringify(said) === JSON.stringify(rowTexts(listed));
  return isSame ? listed : said.join('\n');
}
