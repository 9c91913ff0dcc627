// What a document says, whatever kind of file it was: paragraphs and tables in reading order. Readers make it, recognition
// reads it. It knows nothing of reports: a label, a figure and a site's menu are all just text here.

export type SourceParagraph = {
  readonly kind: 'paragraph';
  /** One line of text as printed, list numbers included; never empty, never with a line break. */
  readonly text: string;
  /** 1–6 where the source marks a heading (h1…h6, Word's 标题 1…). */
  readonly heading?: number;
  /** Numbers of the elements that enclose it, outermost first, where the source nests (web pages). */
  readonly within?: readonly number[];
};

export type SourceCell = {
  /** Lines of one cell are joined by \n. Spaces of every kind may be left in; a blank cell may hold only those. */
  readonly text: string;
  /** At least 1. */
  readonly colSpan: number;
  /** At least 1. A cell that only continues one above it is not listed; its row's other cells are. */
  readonly rowSpan: number;
};

/** What is known of a row of a text that only its labels make a table. */
export type RowMark = {
  /** The line it begins on, counted from 1. */
  readonly line: number;
  /** Its cells are a label, or '', and the figures after it. Which boxes those stand in cannot be told. */
  readonly isLoose: boolean;
};

export type SourceTable = {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
  /** One for each row. */
  readonly marks?: readonly RowMark[];
  /** Of paper: the page that each row stands on, counted from 1. */
  readonly pages?: readonly number[];
  readonly within?: readonly number[];
};

export type SourceBlock = SourceParagraph | SourceTable;

export type Source = {
  readonly blocks: readonly SourceBlock[];
  /** The name the document gives itself outside its text (<title>, document properties). */
  readonly title?: string;
  /** What the reader left out, each a sentence for the person: 「删除线修订 2 处没有读入。」 */
  readonly leftOut: readonly string[];
};

/** `message` is a whole sentence for the person: what is wrong with the file and what to do. */
export type SourceRead =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly message: string };
