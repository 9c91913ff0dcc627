// A sheet on its way into a workbook: its cells, their looks, and how it is shown and printed.

/** What is not said is as everywhere in the book. */
export type Look = {
  /** Points. */
  readonly fontSize?: number;
  readonly isBold?: boolean;
  /** Six hexadecimal digits: red, green, blue. */
  readonly fill?: string;
  /** A thin black line on each side. */
  readonly isBordered?: boolean;
  readonly align?: 'left' | 'center';
  readonly alignVertical?: 'top' | 'center';
  readonly indent?: number;
  readonly isWrapped?: boolean;
  /** Number format. */
  readonly format?: string;
};

export type Cell = {
  readonly look?: Look;
  /** Of a formula: its result, for programs that compute nothing; '' is one that gives a blank. */
  readonly value?: number | string;
  /** Without 「=」. */
  readonly formula?: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Points; a row is as high as its highest cell. */
  readonly height?: number;
};

export type BookSheet = {
  readonly name: string;
  readonly isHidden?: true;
  /** A place without a cell, or under one that spans it, is null. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly hasGridLines: boolean;
  /** The first rows and columns, at least one of each, that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly page: {
    readonly orientation: 'portrait' | 'landscape';
    /** Shrunk to stand on one page; otherwise only to the page's width. */
    readonly isOnePage: boolean;
    /** Printed at the top of each page. */
    readonly header?: string;
  };
};

/** Columns of a sheet that a text takes: a Chinese character takes two. */
export function charactersWide(text: string): number {
  return [...text].reduce((width, letter) => width + (/[ -~]/.test(letter) ? 1 : 2), 0);
}
