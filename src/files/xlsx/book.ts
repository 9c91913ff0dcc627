// A sheet on its way into a workbook: its rows, and what the library that writes them has no words for.
import type { Cell, Sheet } from 'write-excel-file/universal';

export type BookSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly options?: Pick<Sheet<Blob>, 'stickyRowsCount' | 'stickyColumnsCount' | 'showGridLines'>;
  readonly page: {
    readonly orientation: 'portrait' | 'landscape';
    /** Shrunk to stand on one page; otherwise only to the page's width. */
    readonly isOnePage: boolean;
    /** Printed at the top of each page. */
    readonly header?: string;
  };
  /** Results of its formulas by address; '' is a formula that gives a blank. */
  readonly results?: ReadonlyMap<string, number | ''>;
};

/** Columns of a sheet that a text takes: a Chinese character takes two. */
export function charactersWide(text: string): number {
  return [...text].reduce((width, letter) => width + (/[ -~]/.test(letter) ? 1 : 2), 0);
}
