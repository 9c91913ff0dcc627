// Collects lines of text into the blocks of a source: rows into tables, what is between them into paragraphs.
import type { RowMark, SourceBlock, SourceCell } from '../document/source.ts';

const cell = (text: string): SourceCell => ({ text, colSpan: 1, rowSpan: 1 });

export function createBlocks() {
  const blocks: SourceBlock[] = [];
  let rows: SourceCell[][] = [];
  let marks: RowMark[] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, ...(marks.length === rows.length ? { marks } : {}) });
    rows = [];
    marks = [];
  };
  return {
    row(texts: readonly string[], mark?: RowMark): void {
      rows.push(texts.map(cell));
      if (mark) marks.push(mark);
    },
    /** A line without text is none, and ends no table. */
    paragraph(text: string): void {
      if (text.trim() === '') return;
      endTable();
      blocks.push({ kind: 'paragraph', text: text.trim() });
    },
    end(): readonly SourceBlock[] {
      endTable();
      return blocks;
    },
  };
}
