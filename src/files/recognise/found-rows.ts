// What the tables of a document say, as it is found row by row. The first that says something of a box is believed: what a later row
// says otherwise is listed as unplaced, with the place where it stands. Nothing is dropped.
import type { Order, ReadAs } from './columns.ts';
import type { PlacedCell } from './placed.ts';
import type { Texts } from './texts-by-column.ts';

export type TableSection = 2 | 3 | 4;

type FoundCell = {
  readonly text: string;
  readonly place: string;
  /** Of its row, as printed. */
  readonly label: string;
};
export type Unplaced = {
  /** 「第 2 个表第 5 行」 */
  readonly place: string;
  /** What the row is called there, as printed. */
  readonly label: string;
  readonly texts: readonly string[];
};
/** A row with figures whose label is none of the form's, between two that are. */
export type UnknownRow = Unplaced & {
  /** The rows next to it, as `<table>/<row>`. */
  readonly before: string | undefined;
  after: string | undefined;
  /** By table: its figures by column id, if it were a row of that table. */
  readonly columns: ReadonlyMap<string, Texts | undefined>;
};

export type TablesRead = {
  /** By cell id, of whichever format. A blank box that was found has an empty text. */
  readonly found: Map<string, FoundCell>;
  readonly unplaced: Unplaced[];
  readonly unknownRows: UnknownRow[];
  readonly readAs: ReadAs[];
  /** Positions of the blocks that hold official tables. */
  readonly official: Set<number>;
  /** The section of which the first row of such a table is. */
  readonly sections: Map<number, TableSection>;
};

/** A row of which the form has one: its figures by column. */
type FoundRow = {
  /** `<table>/<row>` */
  readonly id: string;
  readonly texts: Texts;
  readonly place: string;
  /** As printed. */
  readonly label: string;
};
/** `as` is the label that the form has. */
type AlikeRow = FoundRow & { readonly as: string };

export type FoundRows = ReturnType<typeof createFoundRows>;

export function createFoundRows() {
  const result: TablesRead = {
    found: new Map(),
    unplaced: [],
    unknownRows: [],
    readAs: [],
    official: new Set(),
    sections: new Map(),
  };
  const again: FoundRow[] = [];
  const alike: AlikeRow[] = [];

  function putRow({ id, texts, place, label }: FoundRow): void {
    const before = [...texts].map(([column]) => result.found.get(`${id}/${column}`));
    const isFirst = before.every((cell) => cell === undefined);
    if (!isFirst && before.every((cell) => cell !== undefined && cell.text === '')) {
      again.push({ id, texts, place, label });
      return;
    }
    const rest: string[] = [];
    for (const [column, text] of texts) {
      const found = result.found.get(`${id}/${column}`);
      if (!found) result.found.set(`${id}/${column}`, { text, place, label });
      else if (text !== '' && text !== found.text) rest.push(text);
    }
    listTexts(place, label, rest);
  }

  /** An empty form before the report says nothing: then the rows that stand there again are the report's. */
  function putAgain(): void {
    const isEmpty = [...result.found.values()].every(({ text }) => text === '');
    for (const { id, texts, place, label } of again) {
      if (isEmpty) for (const [column, text] of texts) result.found.set(`${id}/${column}`, { text, place, label });
      else listTexts(place, label, [...texts.values()]);
    }
  }

  /** Rows with a slip in their label: one is that row where no other says it is. */
  function putAlike(): void {
    const exact = new Set([...result.found.keys()].map((cell) => cell.slice(0, cell.lastIndexOf('/'))));
    for (const row of alike) {
      const { id, texts, place, label, as } = row;
      if (!exact.has(id) && alike.every((other) => other.id !== id || other.place === place)) {
        result.readAs.push({ printed: label, as });
        putRow(row);
      } else listTexts(place, label, [...texts.values()]);
    }
  }

  function listTexts(place: string, label: string, all: readonly string[]): void {
    const texts = all.filter((text) => text !== '');
    if (texts.length > 0) result.unplaced.push({ place, label, texts });
  }

  return {
    result,
    /** A row that stands there again, in another report of the file or a form before it, adds nothing to the first. */
    putRow,
    putAlike: (row: AlikeRow): void => {
      alike.push(row);
    },
    /** Figures whose boxes cannot be told. */
    putUnplaced(place: string, label: string, cells: readonly PlacedCell[]): void {
      const texts = cells.map(({ text }) => text);
      listTexts(place, label, texts);
    },
    /** Headings that were read as others, each once. */
    putReadAs(order: Order | undefined): void {
      for (const readAs of order?.readAs ?? []) {
        if (!result.readAs.some(({ printed }) => printed === readAs.printed)) result.readAs.push(readAs);
      }
    },
    /** What can be told only when all rows are known. */
    end(): void {
      putAlike();
      putAgain();
    },
  };
}
