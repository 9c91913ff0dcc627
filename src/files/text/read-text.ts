// Plain text that was a document: tables copied as rows with tabs, or a Word-to-text dump with one cell a line, which
// opens each cell with a tab (an empty line ends the row) or with nothing at all. Everything else is a paragraph.

import { withoutMark } from '../../report/text-forms.ts';
import type { Source, SourceBlock } from '../document/source.ts';
import { headingKind } from '../recognise/columns.ts';
import { isSectionHeading } from '../recognise/headings.ts';
import { isBlockTitle } from '../recognise/vocabulary.ts';
import { TooMuch } from '../too-much.ts';
import { readBareCells } from './bare-cells.ts';
import { readBlock } from './block.ts';
import { createBlocks } from './blocks.ts';
import { isRow } from './lines.ts';

/** A dump of the largest report has some two thousand lines. */
const mostLines = 10_000;

/** Throws TooMuch for a text with more lines than any report. */
export function readText(text: string): Source {
  const paged = withoutMark(text).replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n');
  const plain = paged.replaceAll('\f', '\n');
  const lines = plain.split('\n');
  if (lines.length > mostLines) throw new TooMuch();
  // What a page says of itself (innerText): a tab on a line of its own between two cells.
  if (lines.includes('\t') && lines.every((line) => !line.includes('\t') || line === '\t')) {
    return { blocks: readRows(withTabsBetween(plain)), leftOut: [] };
  }
  const tabbed = lines.filter((line) => line.includes('\t'));
  const single = tabbed.filter((line) => /^\t[^\t]*$/.test(line));
  const isDump = single.length * 5 > tabbed.length * 4;
  // Tabs that indent a paragraph or stand in a signature mark no cells.
  if (!tabbed.some(marksCells)) return { blocks: readBareCells(paged.replaceAll('\t', ' ')), leftOut: [] };
  return { blocks: isDump ? readDump(lines) : readRows(plain), leftOut: [] };
}

function marksCells(line: string): boolean {
  const cells = line.split('\t', 40).map((cell) => cell.trim());
  return cells.some((cell) => isRow(cell) || isBlockTitle(cell)) || headingKind(cells) !== undefined;
}

/** Tabs on lines of their own moved between the cells that they separate. After a blank cell a row may end. */
function withTabsBetween(text: string): string {
  return text.replace(/\n{0,2}\t(\n*)([^\t\n]*)/g, (_, after: string, next: string) => {
    const isEnd = after.length > 2 || next.length > 30 || isSectionHeading(next);
    return `\t${isEnd ? '\n' : ''}${next}`;
  });
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
