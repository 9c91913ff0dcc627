// How high everything is that has been drawn in one endless column: what paginate.ts works with, and where each line and row ends.
// It asks the browser and draws nothing.
import type { Block } from './blocks.ts';
import { lineEnds } from './line-ends.ts';
import { measureTable } from './measure-table.ts';
import type { Measured } from './paginate.ts';
import type { PaperRow } from './table-rows.ts';

export type LaidBlock = Measured & {
  /** Of a text: where each line ends. */
  readonly ends: readonly number[];
  /** Of a table: what each row is. */
  readonly paperRows: readonly PaperRow[];
};

/** `column` has an element for each block, in order. Heights in CSS pixels. */
export function measure(column: Element, blocks: readonly Block[], pageHeight: number): readonly LaidBlock[] {
  const elements = column.querySelectorAll('[data-block]');
  let above: number | undefined;
  return blocks.map((block, at) => {
    const element = elements[at] as HTMLElement;
    const { top, bottom, height } = element.getBoundingClientRect();
    const gap = above === undefined ? 0 : top - above;
    above = bottom;
    const { keepsNext, whole } = block;
    if (block.kind === 'table') {
      return {
        gap,
        keepsNext,
        whole,
        isTable: true,
        isHeading: false,
        ends: [],
        ...measureTable(element, block.layout, pageHeight),
      };
    }
    const ends = lineEnds(element, Number.parseFloat(getComputedStyle(element).lineHeight) / 2);
    const rows = ends.map(() => height / ends.length);
    const isHeading = block.tag !== 'p' || block.isSubheading === true;
    return { gap, keepsNext, whole, isTable: false, isHeading, ends, paperRows: [], head: 0, spans: [], rows };
  });
}
