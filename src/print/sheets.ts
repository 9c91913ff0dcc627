// Which part of which block stands on which page.
import type { Block } from './blocks.ts';
import { lineStart, type Measured, measure } from './measure.ts';
import { paginate } from './paginate.ts';

/** Lines or rows of a block from `from` up to `to`; of a paragraph as places in its text. */
export type Piece = { readonly block: Block; readonly from: number; readonly to: number; readonly isWhole: boolean };

export const whole = (block: Block): Piece => ({ block, from: 0, to: Number.POSITIVE_INFINITY, isWhole: true });

/** Of the type area in mm. */
const [width, height] = [156, 225];
/** px: browsers round. */
const tolerance = 0.5;

/** `flow` has the blocks drawn one below the other, as wide as the type area, an element each. */
export function sheetsOf(blocks: readonly Block[], flow: HTMLElement): readonly (readonly Piece[])[] {
  const elements = blocks.map((_, at) => flow.querySelector<HTMLElement>(`[data-block="${at}"]`) as HTMLElement);
  const strips = measure(blocks, elements);
  const pageHeight = (flow.getBoundingClientRect().width / width) * height + tolerance;
  const lengths = blocks.map((_, at) => strips.filter(({ block }) => block === at).length);
  return paginate(strips, pageHeight).map(({ from, to }) =>
    runsOf(strips.slice(from, to)).flatMap(({ at, first, last }): Piece[] => {
      const block = blocks[at];
      const element = elements[at];
      if (!block || !element) return [];
      if (first === 0 && last === (lengths[at] ?? 0) - 1) return [whole(block)];
      const isText = block.kind === 'paragraph' || block.kind === 'note';
      const place = (part: number): number => (isText ? lineStart(element, part) : part);
      return [{ block, from: place(first), to: place(last + 1), isWhole: false }];
    }),
  );
}

/** Strips of one block, as they follow one another on a page. */
function runsOf(strips: readonly Measured[]): readonly { at: number; first: number; last: number }[] {
  const runs: { at: number; first: number; last: number }[] = [];
  for (const { block, part } of strips) {
    const run = runs.at(-1);
    if (run?.at === block) run.last = part;
    else runs.push({ at: block, first: part, last: part });
  }
  return runs;
}
