// Pieces of text as lines, and lines as paragraphs. Pure.
import type { TextPiece } from './pdf-page.ts';

export type TextLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
};

/** In the order in which they are read, from the top. `apart` stands where the white between two pieces is wider than `gap` characters. */
export function linesOf(pieces: readonly TextPiece[], apart = ' ', gap = 0.35): readonly TextLine[] {
  const ordered = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: TextPiece[][] = [];
  for (const piece of ordered) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    // Latin figures beside Chinese ones may stand a little higher or lower.
    if (row && first && Math.abs(piece.y - first.y) <= 0.45 * Math.min(piece.size, first.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) =>
    lineOf(
      row.sort((a, b) => a.x - b.x),
      apart,
      gap,
    ),
  );
}

function lineOf(row: readonly TextPiece[], apart: string, gap: number): TextLine {
  let text = '';
  let end = Number.NaN;
  for (const piece of row) {
    if (piece.x - end > gap * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += apart;
    text += piece.text;
    end = piece.x + piece.width;
  }
  const [first] = row;
  return {
    text: text.trim(),
    left: first?.x ?? 0,
    right: end,
    y: Math.max(...row.map(({ y }) => y)),
    size: Math.max(...row.map(({ size }) => size)),
  };
}

/** Lines that were broken because the paper ended are one paragraph: the line before is full, and the next is not indented. */
export function paragraphsOf(lines: readonly TextLine[]): readonly TextLine[] {
  const right = Math.max(...lines.map((line) => line.right));
  const left = Math.min(...lines.map((line) => line.left));
  const paragraphs: TextLine[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const isFull = last !== undefined && right - last.right < 2 * last.size;
    const isIndented = line.left - left > 1.2 * line.size;
    const isNext = last !== undefined && line.y - last.y < 3 * line.size && Math.abs(line.size - last.size) < 0.6;
    const open = paragraphs.at(-1);
    if (open && isFull && isNext && !isIndented) {
      const needsSpace = /[a-z0-9]$/i.test(open.text) && /^[a-z]/i.test(line.text);
      paragraphs[paragraphs.length - 1] = {
        ...open,
        text: `${open.text}${needsSpace ? ' ' : ''}${line.text}`,
        y: line.y,
      };
    } else paragraphs.push(line);
    last = line;
  }
  return paragraphs;
}
