// Which box each text of a row belongs to. Where that cannot be told it says so, and the row goes into no box.
import type { Columns } from './columns.ts';
import type { PlacedCell } from './placed.ts';
import { folded } from './wording.ts';

/** By column id. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The texts of a row by column; `from` is where its label ends. A row that is as wide as its headings says what stands under
 * each. One that is not, or whose headings have lost their spans, has as many cells as columns, in their order, and where
 * merged cells were taken apart no blank at its ends, which may be the rest of one. Undefined where it cannot be told.
 */
export function textsByColumn(of: Columns | undefined, cells: readonly PlacedCell[], from: number): Texts | undefined {
  if (!of) return undefined;
  const { columns, grid } = of;
  const texts = new Map(columns.map(({ id }) => [id, '']));
  if (cells.every(({ text }) => text === ''))
    return cells.length < columns.length && cells.length > 0 ? undefined : texts;
  const inOrder = cells.length === columns.length;
  if (grid && grid.end === cells[cells.length - 1]?.to) {
    for (const [at, { text, ...cell }] of cells.entries()) {
      if (text === '') continue;
      const over = columns.filter(({ heading }) => heading.from < cell.to && cell.from < heading.to);
      const [only] = over;
      if (!only || over.length > 1 || only.heading.from < from || texts.get(only.id) !== '') return undefined;
      if (inOrder && only !== columns[at]) return undefined;
      texts.set(only.id, withUnit(text, only.heading.text));
    }
    return texts;
  }
  const isOpen = grid?.isTakenApart && (cells[0]?.text === '' || cells[cells.length - 1]?.text === '');
  if (!inOrder || isOpen) return undefined;
  return new Map(columns.map(({ id, heading }, at) => [id, withUnit(cells[at]?.text ?? '', heading.text)]));
}

/** 「…（单位：元）」 over a box in 万元: the unit goes along with the figure, so that it is converted and said. */
function withUnit(text: string, heading: string): string {
  const unit = /\((?:单位[:：]?)?(万?元)\)/.exec(folded(heading))?.[1];
  return unit && /^[+-]?[\d.,，]+$/.test(text) ? `${text}${unit}` : text;
}
