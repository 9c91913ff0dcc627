// One worksheet as its real cells: a sheet that claims a million rows costs what its cells cost. Texts are as stored, numbers
// plain decimals, formulas what they gave when the file was saved.

import { walkXml } from '../office/xml.ts';
import { TooMuch } from '../too-much.ts';
import { lastCol, lastRow, type Place, placeOf } from './address.ts';
import { decimalText } from './decimal-text.ts';
import { decodeText } from './sheet-text.ts';

export type GridCell = {
  readonly col: number;
  readonly text: string;
  readonly isNumber: boolean;
  /** Without 「=」. */
  readonly formula?: string;
  /** Drawn with a border: a box of a table. */
  readonly isBoxed: boolean;
};

export type GridRow = {
  readonly row: number;
  /** Those with a text or a formula, from left to right. */
  readonly cells: readonly GridCell[];
  /** First and last of the blank cells with a border. */
  readonly boxes?: { readonly first: number; readonly last: number };
  /** The last cell that stands in the file, blank or not. */
  readonly last: number;
};

export type Merge = { readonly from: Place; readonly to: Place };

export type Grid = {
  /** Those with any cell in them, from top to bottom. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
  /** Formulas that were saved without a result. */
  readonly unsolved: number;
};

/** What the sheets of one workbook may hold together. Far more than any report. */
export type Room = { cells: number; blanks: number; characters: number };
export const roomOfBook = (): Room => ({ cells: 200_000, blanks: 1_000_000, characters: 5_000_000 });
const mostMerges = 20_000;

type OpenRow = { row: number; cells: GridCell[]; first: number; lastBox: number; last: number };
type OpenCell = { col: number; type: string; isBoxed: boolean; value: string; formula: string; hasFormula: boolean };

/** Throws ZipError for damaged XML and TooMuch beyond `room`, which shrinks. */
export function readSheet(xml: Uint8Array, strings: readonly string[], boxed: ReadonlySet<string>, room: Room): Grid {
  const rows = new Map<number, OpenRow>();
  const merges: Merge[] = [];
  let unsolved = 0;
  let row: OpenRow | undefined;
  let cell: OpenCell | undefined;
  let nextRow = 0;
  let nextCol = 0;
  let reading: 'value' | 'formula' | undefined;
  let phonetic = 0;

  function openRow(stated: string | undefined): void {
    const at = stated === undefined ? nextRow : Number(stated) - 1;
    nextCol = 0;
    row = undefined;
    if (!Number.isInteger(at) || at < 0 || at > lastRow) return;
    nextRow = at + 1;
    row = rows.get(at) ?? { row: at, cells: [], first: lastCol + 1, lastBox: -1, last: -1 };
    rows.set(at, row);
  }

  function openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const col = (r === undefined ? undefined : placeOf(r)?.col) ?? nextCol;
    nextCol = col + 1;
    if (col <= lastCol) cell = { col, type: t, isBoxed: boxed.has(s), value: '', formula: '', hasFormula: false };
  }

  function closeCell({ col, type, isBoxed, value, formula, hasFormula }: OpenCell): void {
    if (!row) return;
    row.last = Math.max(row.last, col);
    if (hasFormula && value === '' && type !== 'str') unsolved++;
    const text = textOf(type, value, strings);
    if (text === '' && !hasFormula) {
      if (--room.blanks < 0) throw new TooMuch();
      if (!isBoxed) return;
      row.first = Math.min(row.first, col);
      row.lastBox = Math.max(row.lastBox, col);
      return;
    }
    room.characters -= text.length;
    if (--room.cells < 0 || room.characters < 0) throw new TooMuch();
    row.cells.push({ col, text, isNumber: type === 'n', isBoxed, ...(hasFormula ? { formula } : {}) });
  }

  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') openRow(attributes.r);
      else if (name === 'c') openCell(attributes);
      else if (name === 'mergeCell') {
        const merge = mergeOf(attributes.ref ?? '');
        if (merge && merges.push(merge) > mostMerges) throw new TooMuch();
      } else if (name === 'rPh') phonetic++;
      else if (cell && (name === 'v' || name === 't')) reading = 'value';
      else if (cell && name === 'f') {
        reading = 'formula';
        cell.hasFormula = true;
      }
    },
    text(text) {
      // Readings of Japanese words stand beside the words.
      if (!cell || phonetic > 0) return;
      if (reading === 'value') cell.value += text;
      else if (reading === 'formula') cell.formula += text;
    },
    close(name) {
      if (name === 'c' && cell) {
        closeCell(cell);
        cell = undefined;
      } else if (name === 'rPh') phonetic--;
      else if (name === 'v' || name === 't' || name === 'f') reading = undefined;
    },
  });
  return {
    rows: [...rows.values()]
      .filter(({ last }) => last >= 0)
      .map(closed)
      .sort((a, b) => a.row - b.row),
    merges,
    unsolved,
  };
}

function closed({ row, cells, first, lastBox, last }: OpenRow): GridRow {
  cells.sort((a, b) => a.col - b.col);
  return { row, cells, last, ...(lastBox < 0 ? {} : { boxes: { first, last: lastBox } }) };
}

function textOf(type: string, value: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'n') return decimalText(value);
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : value;
  // 'inlineStr', 'str' of a formula, 'e' (#REF!), 'd' (a date as text).
  return decodeText(value);
}

function mergeOf(ref: string): Merge | undefined {
  const [from, to] = ref.split(':').map(placeOf);
  if (!from || !to || to.row < from.row || to.col < from.col) return undefined;
  return from.row === to.row && from.col === to.col ? undefined : { from, to };
}
