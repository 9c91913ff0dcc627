// Collects lines of text into the blocks of a source: rows into tables, what is between them into paragraphs.
import type { SourceBlock, SourceCell } from '../document/source.ts';

const cell = (text: string): SourceCell => ({ text, colSpan: 1, rowSpan: 1 });

export function createBlocks() {
  const blocks: SourceBlock[] = [];
  let rows: SourceCell[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  return {
    row: (texts: readonly string[]): void => void rows.push(texts.map(cell)),
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
