// A text in which nothing marks the cells of its tables: what a browser, a word processor or a PDF reader makes of them. The
// official labels tell where the tables are; a row whose boxes cannot be told apart goes along as one that is listed.
import type { RowMark, SourceBlock } from '../document/source.ts';
import { groupWords } from '../recognise/vocabulary.ts';
import { labelOf, nearest } from '../recognise/wording.ts';
import { createBlocks } from './blocks.ts';
import { boxesOf } from './boxes.ts';
import { linesOf } from './lines.ts';
import { type Part, partsOf } from './parts.ts';

/** `text` has \n between its lines and \f between its pages. */
export function readBareCells(text: string): readonly SourceBlock[] {
  const lines = linesOf(text);
  const parts = withGroups(partsOf(lines));
  const boxes = boxesOf(lines, parts);
  const blocks = createBlocks();
  const mark = (at: number | undefined, isLoose = false): RowMark => ({ line: lines[at ?? 0]?.number ?? 0, isLoose });
  for (const part of parts) {
    if (part.kind === 'paragraph') blocks.paragraph(part.text);
    else if (part.kind === 'title') blocks.row([part.text], mark(part.span.from));
    else if (part.kind === 'heading') {
      const texts = part.words.map(({ text }) => text);
      blocks.row(texts, mark(part.words[0]?.span.from));
    } else if (part.kind === 'stray') {
      blocks.row(['', ...part.figures.map(({ text }) => text)], mark(part.figures[0]?.line, true));
    } else if (part.kind === 'row') {
      const own = boxes.get(part);
      const label = part.section === 4 ? [] : [part.label];
      const line = part.section === 4 ? part.figures[0]?.line : part.span.from;
      if (own) blocks.row([...label, ...own], mark(line));
      else blocks.row([part.label, ...part.figures.map(({ text }) => text)], mark(line, true));
    }
  }
  return blocks.end();
}

/** （六）其他处理 is a row in one format and a heading over rows in the other: then such a row follows at once. */
function withGroups(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, at): Part => {
    const next = parts[at + 1];
    if (part.kind !== 'row' || part.figures.length > 0 || next?.kind !== 'row' || !next.word) return part;
    const isGroup = nearest(labelOf(part.label), groupWords) !== undefined;
    return isGroup && next.word.row.startsWith('other-') ? { kind: 'group', section: 3, span: part.span } : part;
  });
}
