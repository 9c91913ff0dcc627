// Ruling lines of a page as grids: which boxes they enclose, and which of them span columns or rows. Pure; a line that is no part of a grid
// (under a heading, round a page) makes none.
import type { Ruling } from './pdf-page.ts';

export type GridBox = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type Grid = {
  /** x of the upright and y of the level lines, in order. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row; one that continues another is not listed. */
  readonly boxes: readonly GridBox[];
};

/** pt. Lines that are drawn twice or do not quite meet. */
const near = 2.5;
/** More lines than in the report of a whole country. */
const mostLines = 20_000;

export function gridsOf(rulings: readonly Ruling[]): readonly Grid[] {
  if (rulings.length > mostLines) return [];
  const lines = joined(rulings);
  return componentsOf(lines)
    .flatMap((part) => gridOf(part) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
}

/** Pieces of one line are one line: programs draw each box's edges by themselves. */
function joined(rulings: readonly Ruling[]): readonly Ruling[] {
  return [true, false].flatMap((isLevel) =>
    inRows(rulings.filter((ruling) => ruling.isLevel === isLevel)).flatMap((row) => {
      const lines: { isLevel: boolean; at: number; from: number; to: number }[] = [];
      for (const ruling of row.sort((a, b) => a.from - b.from)) {
        const last = lines.at(-1);
        if (last && ruling.from <= last.to + near) last.to = Math.max(last.to, ruling.to);
        else lines.push({ ...ruling });
      }
      return lines;
    }),
  );
}

/** Those that stand at one place, or nearly. */
function inRows(rulings: readonly Ruling[]): Ruling[][] {
  const rows: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const [first] = rows.at(-1) ?? [];
    if (first && ruling.at - first.at <= near) rows.at(-1)?.push(ruling);
    else rows.push([ruling]);
  }
  return rows;
}

/** Lines that meet, directly or by others. */
function componentsOf(lines: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const parent = lines.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  const upright = lines.flatMap((line, at) => (line.isLevel ? [] : [at]));
  lines.forEach((line, at) => {
    if (!line.isLevel) return;
    for (const other of upright) {
      if (meet(line, lines[other] as Ruling)) parent[rootOf(other)] = rootOf(at);
    }
  });
  const parts = new Map<number, Ruling[]>();
  lines.forEach((line, at) => {
    const root = rootOf(at);
    parts.set(root, [...(parts.get(root) ?? []), line]);
  });
  return [...parts.values()];
}

const within = (at: number, { from, to }: Ruling): boolean => at >= from - near && at <= to + near;
const meet = (level: Ruling, upright: Ruling): boolean => within(upright.at, level) && within(level.at, upright);

/** Undefined for lines that enclose less than two boxes. */
function gridOf(lines: readonly Ruling[]): Grid | undefined {
  const level = lines.filter(({ isLevel }) => isLevel);
  const upright = lines.filter(({ isLevel }) => !isLevel);
  const xs = placesOf(upright);
  const ys = placesOf(level);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2) return undefined;
  const between = (places: readonly number[], at: number): number => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
  /** Whether a line stands between a box and the one after it. */
  const isApart = (some: readonly Ruling[], at: number, middle: number): boolean =>
    some.some((line) => Math.abs(line.at - at) <= near && line.from <= middle && line.to >= middle);
  const taken = new Set<number>();
  const boxes: GridBox[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let [right, down] = [column, row];
      while (right + 1 < columns && !isApart(upright, xs[right + 1] ?? 0, between(ys, row))) right++;
      while (down + 1 < rows && !isApart(level, ys[down + 1] ?? 0, between(xs, column))) down++;
      for (let r = row; r <= down; r++) for (let c = column; c <= right; c++) taken.add(r * columns + c);
      boxes.push({
        row,
        column,
        rowSpan: down - row + 1,
        colSpan: right - column + 1,
        left: xs[column] ?? 0,
        right: xs[right + 1] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[down + 1] ?? 0,
      });
    }
  }
  return { xs, ys, boxes };
}

/** Where lines stand, those close together as one. */
function placesOf(lines: readonly Ruling[]): readonly number[] {
  const places: number[] = [];
  for (const at of lines.map((line) => line.at).sort((a, b) => a - b)) {
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > near) places.push(at);
  }
  return places;
}
