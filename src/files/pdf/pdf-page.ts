// A page of a PDF as its program put it on paper: pieces of text and ruling lines, with their places. Lengths are points from the upper
// left corner.

/** A few characters that were drawn together; `y` is their baseline. */
export type TextPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font: about the height of a Chinese character. */
  readonly size: number;
};

/** A straight line along the paper's edges; `from` ≤ `to`. */
export type Ruling = {
  readonly isLevel: boolean;
  /** y of a level line, x of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
  readonly rulings: readonly Ruling[];
};
