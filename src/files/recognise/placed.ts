// Where the cells of a source table stand, counted in grid columns, and their texts as one line. Nothing is dropped.
import { createFreeColumns } from '../document/free-columns.ts';
import type { SourceTable } from '../document/source.ts';

export type PlacedCell = {
  /** One line, without spaces at its ends; empty for a blank. */
  readonly text: string;
  readonly from: number;
  /** The grid column after its last. */
  readonly to: number;
};
export type PlacedRow = {
  /** Counted from 1 within its table. */
  readonly number: number;
  readonly cells: readonly PlacedCell[];
  /** Of a text: the line it stands on. */
  readonly line: number | undefined;
  /** Of paper: the page it stands on. */
  readonly page: number | undefined;
  /** Which boxes its figures stand in cannot be told. */
  readonly isLoose: boolean;
};

/** Wider than any table of a report; a span that claims more is cut. */
const widest = 200;

export function placed({ rows, marks, pages }: SourceTable): readonly PlacedRow[] {
  const columns = createFreeColumns();
  return rows.map((row, at): PlacedRow => {
    let end = 0;
    const cells = row.map(({ text, colSpan, rowSpan }) => {
      const from = columns.next(at, end);
      const to = Math.min(from + Math.max(1, colSpan), widest);
      columns.cover(at, Math.max(1, rowSpan), from, to);
      end = to;
      return { text: oneLine(text), from, to };
    });
    return {
      number: at + 1,
      cells,
      line: marks?.[at]?.line,
      page: pages?.[at],
      isLoose: marks?.[at]?.isLoose ?? false,
    };
  });
}

/** A cell broken into lines says one thing: 本年新 / 制作数量. A break between Latin words or digits is a space. */
function oneLine(text: string): string {
  // Not by an expression: a run of a million spaces would take it hours.
  const lines = text.replace(/\p{Cf}+/gu, '').split('\n');
  return lines.reduce((before, line) => {
    const next = line.trim();
    return before + (/[!-~]$/.test(before) && /^[!-~]/.test(next) ? ' ' : '') + next;
  }, '');
}
