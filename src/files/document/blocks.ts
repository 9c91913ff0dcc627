// Builds the blocks of a source while a document is read from front to back. A table that only lays out a page, because it
// holds other tables or whole paragraphs of text, is taken apart into what it holds.
import { TooMuch } from '../too-much.ts';
import type { SourceBlock, SourceCell, SourceParagraph } from './source.ts';

/** Longer is no label and no figure with its remark: the cell holds part of the text. */
const longestCell = 400;
/** Paragraphs and cells together. The largest report has a few thousand. */
const most = 20_000;
/** Tables within tables. Pages that are laid out with them nest some ten. */
const mostNested = 100;

type Cell = { colSpan: number; rowSpan: number; readonly blocks: SourceBlock[] };
type Table = { readonly rows: Cell[][]; row: Cell[] | undefined; cell: Cell | undefined };

export type OpenCell = { colSpan: number; rowSpan: number };

export function createBlockBuilder() {
  const blocks: SourceBlock[] = [];
  const tables: Table[] = [];
  let count = 0;

  function counted(): void {
    count++;
    if (count > most) throw new TooMuch();
  }

  /** Where a block goes: into the innermost open cell. */
  function sink(): SourceBlock[] {
    for (let at = tables.length - 1; at >= 0; at--) {
      const cell = tables[at]?.cell;
      if (cell) return cell.blocks;
    }
    return blocks;
  }

  return {
    blocks,

    /** Lines without text are none. */
    paragraph(text: string, more: Pick<SourceParagraph, 'heading' | 'within'> = {}): void {
      for (const line of text.split('\n')) {
        if (line.replace(/[\s\p{Cf}]+/gu, '') === '') continue;
        counted();
        sink().push({ kind: 'paragraph', text: line, ...more });
      }
    },

    openTable(): void {
      if (tables.length >= mostNested) throw new TooMuch();
      tables.push({ rows: [], row: undefined, cell: undefined });
    },

    openRow(): void {
      const table = tables[tables.length - 1];
      if (!table) return;
      table.cell = undefined;
      table.row = [];
      table.rows.push(table.row);
    },

    /** A cell that is still open ends. Undefined outside of tables. */
    openCell(colSpan: number, rowSpan: number): OpenCell | undefined {
      const table = tables[tables.length - 1];
      if (!table) return undefined;
      if (!table.row) this.openRow();
      counted();
      table.cell = { colSpan, rowSpan, blocks: [] };
      table.row?.push(table.cell);
      return table.cell;
    },

    closeCell(): void {
      const table = tables[tables.length - 1];
      if (table) table.cell = undefined;
    },

    /** Takes back the last cell of the row: it only continued another. */
    dropCell(): void {
      tables[tables.length - 1]?.row?.pop();
    },

    /** Takes back the row that is open, whatever is in it. */
    dropRow(): void {
      tables[tables.length - 1]?.rows.pop();
      this.closeRow();
    },

    closeRow(): void {
      const table = tables[tables.length - 1];
      if (!table) return;
      table.cell = undefined;
      table.row = undefined;
    },

    closeTable(within?: readonly number[]): void {
      const table = tables.pop();
      if (!table) return;
      const into = sink();
      for (const block of taken(table.rows, within)) into.push(block);
    },
  };
}

function taken(rows: readonly (readonly Cell[])[], within: readonly number[] | undefined): readonly SourceBlock[] {
  const filled = rows.filter((row) => row.length > 0);
  const isLayout = filled.some((row) => row.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table')));
  const out: SourceBlock[] = [];
  let kept: SourceCell[][] = [];
  const end = (): void => {
    if (kept.length > 0) out.push({ kind: 'table', rows: kept, ...(within ? { within } : {}) });
    kept = [];
  };
  for (const row of filled) {
    const cells = row.map(({ colSpan, rowSpan, blocks }) => ({ text: textOf(blocks), colSpan, rowSpan }));
    if (isLayout || cells.some(({ text }) => text.length > longestCell)) {
      end();
      for (const { blocks } of row) for (const block of blocks) out.push(block);
    } else kept.push(cells);
  }
  end();
  return out;
}

const textOf = (blocks: readonly SourceBlock[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
