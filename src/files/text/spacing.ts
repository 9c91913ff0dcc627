// Tells blank boxes from empty lines. A text that keeps its blank boxes as empty lines is spaced the same everywhere: so
// many lines between cells, so many between rows. Only where every heading and every row of the text agrees with one such
// spacing to the line are its empty lines boxes.
import type { Line } from './lines.ts';
import type { HeadingPart, Part, RowPart } from './parts.ts';

/** Empty lines between cells and between rows; whether merged cells go on as blank ones in the rows below. */
type Spacing = { readonly cell: number; readonly row: number; readonly goesOn: boolean };

/** What spacing needs to know of a row of the form. */
export type RowShape = {
  /** How many boxes; undefined where that is not known. */
  readonly width: number | undefined;
  /** Merged cells of the row above that reach into it. */
  readonly merged: number;
};

export type Boxes = ReadonlyMap<RowPart, readonly string[]>;

const most = 3;
const upTo = (many: number): readonly number[] => Array.from({ length: many + 1 }, (_, at) => at);
const spacings: readonly Spacing[] = upTo(most).flatMap((cell) =>
  upTo(most).flatMap((more) => [false, true].map((goesOn) => ({ cell, row: cell + more, goesOn }))),
);

/** The boxes of all rows, blank ones too; empty where the text does not keep its blanks. */
export function keptBoxes(lines: readonly Line[], parts: readonly Part[], shapeOf: (row: RowPart) => RowShape): Boxes {
  const readings = spacings.flatMap((spacing) => boxesBy(spacing, lines, parts, shapeOf) ?? []);
  const [first] = readings;
  if (!first) return new Map();
  const said = (boxes: Boxes): string => JSON.stringify([...boxes.values()]);
  return readings.every((boxes) => said(boxes) === said(first)) ? first : new Map();
}

function boxesBy(
  spacing: Spacing,
  lines: readonly Line[],
  parts: readonly Part[],
  shapeOf: (row: RowPart) => RowShape,
): Boxes | undefined {
  const boxes = new Map<RowPart, readonly string[]>();
  const tails: { readonly row: RowPart; readonly tail: number }[] = [];
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const gap = (next ? startOf(next) : lines.length) - endOf(part) - 1;
    if (part.kind === 'stray') return undefined;
    if (part.kind === 'heading' && !agrees(part, spacing)) return undefined;
    const isRowEnd = (part.kind === 'title' && next?.kind === 'heading') || (isOfTwo(part) && next?.kind === 'row');
    if (isRowEnd && gap !== spacing.row) return undefined;
    if (part.kind !== 'row') continue;

    const read = rowBy(spacing, part, shapeOf(part).width, lines.slice(part.span.to + 1, part.span.to + 1 + gap));
    if (!read) return undefined;
    boxes.set(part, read.texts);
    if (!next || next.kind === 'paragraph' || next.section !== part.section) {
      if (next && read.tail < spacing.row) return undefined;
      tails.push({ row: part, tail: read.tail });
      continue;
    }
    const below = parts.slice(at + 1).find(({ kind }) => kind !== 'group');
    const merged = below?.kind === 'row' && spacing.goesOn ? shapeOf(below).merged : 0;
    if (read.tail !== spacing.row + merged * (1 + spacing.cell)) return undefined;
  }
  // After the last row of a table only what stands after the other tables tells a blank box from an empty line.
  const isEven = tails.length > 1 && tails.every(({ tail }) => tail === tails[0]?.tail);
  for (const { row } of isEven ? [] : tails) if (boxes.get(row)?.includes('')) boxes.delete(row);
  return boxes;
}

/** The boxes of a row and how many lines are left of those `after` its label. */
function rowBy(
  spacing: Spacing,
  row: RowPart,
  width: number | undefined,
  after: readonly Line[],
): { readonly texts: readonly string[]; readonly tail: number } | undefined {
  const { figures, span } = row;
  if (width === undefined) return undefined;
  if (figures.some(({ line }, at) => line <= span.to || line === figures[at - 1]?.line)) return undefined;
  const step = 1 + spacing.cell;
  // The row of table 四 has no label: a row ends before it, not a cell.
  const first = row.section === 4 ? spacing.row : spacing.cell;
  const texts = upTo(width - 1).map((at) => after[first + at * step]?.text);
  const tail = after.length - (first + (width - 1) * step + 1);
  const said = texts.filter((text) => text !== undefined && text !== '');
  if (tail < 0 || said.length !== figures.length) return undefined;
  return { texts: texts.map((text) => text ?? ''), tail };
}

const isOfTwo = (part: Part): boolean => part.kind === 'heading' && part.section === 2;

function startOf(part: Part): number {
  if (part.kind === 'heading') return part.words[0]?.span.from ?? 0;
  return part.kind === 'stray' ? (part.figures[0]?.line ?? 0) : part.span.from;
}

function endOf(part: Part): number {
  if (part.kind === 'heading') return part.words[part.words.length - 1]?.span.to ?? 0;
  return part.kind === 'stray' ? startOf(part) : part.span.to;
}

/** Whether headings that stand side by side are so far apart as cells are. */
function agrees({ section, words }: HeadingPart, { cell, row, goesOn }: Spacing): boolean {
  const gap = (at: number): number => (words[at]?.span.from ?? 0) - (words[at - 1]?.span.to ?? 0) - 1;
  const last = words.length - 1;
  // The last five of tables 三 and 四 stand in one row, and so do 自然人, 法人或其他组织 and 总计 before those of 三.
  const side = section === 2 ? last : 4;
  for (let at = last; at >= 1 && at > last - side; at--) if (gap(at) !== cell) return false;
  if (section !== 3 || words.length < 9) return true;
  const corner = goesOn ? 1 + cell : 0;
  return gap(last - 5) === cell && gap(last - 6) === cell && gap(last - 7) === row + corner;
}
