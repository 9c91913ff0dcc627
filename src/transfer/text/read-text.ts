// Plain text that was a document: tables copied as rows with tabs, or a Word-to-text dump with one cell a line, which
// opens each cell with a tab (an empty line ends the row) or with nothing at all. Everything else is a paragraph.
import { TooMuch } from '../document/blocks.ts';
import type { Source, SourceBlock } from '../document/source.ts';
import { headingKind } from '../recognise/columns.ts';
import { isBlockTitle } from '../recognise/vocabulary.ts';
import { readBareCells } from './bare-cells.ts';
import { readBlock } from './block.ts';
import { createBlocks } from './blocks.ts';

/** A dump of the largest report has some two thousand lines. */
const mostLines = 10_000;

/** Throws TooMuch for a text with more lines than any report. */
export function readText(text: string): Source {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const lines = plain.split('\n');
  if (lines.length > mostLines) throw new TooMuch();
  const tabbed = lines.filter((line) => line.includes('\t'));
  const single = tabbed.filter((line) => /^\t[^\t]*$/.test(line));
  const isDump = single.length * 5 > tabbed.length * 4;
  if (tabbed.length === 0) return { blocks: readBareCells(lines), leftOut: [] };
  return { blocks: isDump ? readDump(lines) : readRows(plain), leftOut: [] };
}

/** A cell opens with a tab and may go on in lines without one; an empty line ends the row. */
function readDump(lines: readonly string[]): readonly SourceBlock[] {
  const blocks = createBlocks();
  let row: string[] | undefined;
  for (const line of lines) {
    if (line.startsWith('\t')) {
      row ??= [];
      row.push(line.slice(1));
    } else if (line === '') {
      if (row) blocks.row(row);
      row = undefined;
    } else if (row) row.push(`${row.pop() ?? ''}\n${line}`);
    else blocks.paragraph(line);
  }
  if (row) blocks.row(row);
  return blocks.end();
}

/** One row a line, tabs between its cells, quotes round a cell of several lines: as Excel, WPS and browsers copy. */
function readRows(text: string): readonly SourceBlock[] {
  const blocks = createBlocks();
  for (const cells of readBlock(text)) {
    const [only = ''] = cells;
    if (cells.length > 1 || isBlockTitle(only) || headingKind([only])) blocks.row(cells);
    else blocks.paragraph(only);
  }
  return blocks.end();
}
