// What stands on one page: tables where lines rule them, and the lines of text beside them. Nothing is put into a box that does not stand
// wholly in it. Pure.
import { type Grid, type GridBox, gridsOf } from './grids.ts';
import type { PdfPage, TextPiece } from './pdf-page.ts';
import { linesOf, type TextLine } from './text-lines.ts';

export type PageCell = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly rowSpan: number;
};

type PageTable = {
  readonly kind: 'table';
  readonly xs: readonly number[];
  readonly rows: readonly (readonly PageCell[])[];
  readonly top: number;
  readonly bottom: number;
};
export type PageBlock = PageTable | ({ readonly kind: 'line' } & TextLine);

/** `astray`: texts that reach over the line between two boxes. */
export type PageBlocks = { readonly blocks: readonly PageBlock[]; readonly astray: readonly string[] };

/** pt by which a text may reach over a line: fonts are measured by their boxes, not by their ink. */
const overhang = 2;

export function blocksOf({ pieces, rulings }: PdfPage): PageBlocks {
  const grids = gridsOf(rulings).filter((grid) => pieces.some((piece) => isIn(grid, piece)));
  const free = pieces.filter((piece) => !grids.some((grid) => isIn(grid, piece)));
  const astray: string[] = [];
  const tables = grids.map((grid): PageTable => {
    const own = pieces.filter((piece) => isIn(grid, piece));
    const byBox = new Map<GridBox, TextPiece[]>(grid.boxes.map((box) => [box, []]));
    for (const piece of own) {
      const box = grid.boxes.find((one) => holds(one, piece));
      if (!box || reachesOver(box, piece)) astray.push(piece.text);
      else byBox.get(box)?.push(piece);
    }
    const rows = grid.ys.slice(1).map((_, row): readonly PageCell[] =>
      grid.boxes
        .filter((box) => box.row === row)
        .map((box) => ({
          text: linesOf(byBox.get(box) ?? [])
            .map(({ text }) => text)
            .join('\n'),
          left: box.left,
          right: box.right,
          rowSpan: box.rowSpan,
        })),
    );
    return { kind: 'table', xs: grid.xs, rows, top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0 };
  });
  const lines = linesOf(free).map((line): PageBlock => ({ kind: 'line', ...line }));
  const topOf = (block: PageBlock): number => (block.kind === 'table' ? block.top : block.y - block.size);
  return { blocks: [...tables, ...lines].sort((a, b) => topOf(a) - topOf(b)), astray };
}

/** The middle of its characters, which stand on the baseline. */
const middleOf = ({ x, y, width, size }: TextPiece): readonly [number, number] => [x + width / 2, y - size * 0.35];

function isIn({ xs, ys }: Grid, piece: TextPiece): boolean {
  const [x, y] = middleOf(piece);
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

function holds({ left, right, top, bottom }: GridBox, piece: TextPiece): boolean {
  const [x, y] = middleOf(piece);
  return x > left && x < right && y > top && y < bottom;
}

const reachesOver = ({ left, right }: GridBox, { x, width, text }: TextPiece): boolean =>
  text.trim() !== '' && (x < left - overhang || x + width > right + overhang);
