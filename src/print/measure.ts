// How high each line, row and heading of a report is, as the browser has laid it out in one long column, and where in a text a line
// begins. It reads the document and changes nothing.
import type { Block } from './blocks.ts';
import type { Strip } from './paginate.ts';

/** `block` and `part` are numbers: which block it is of, and which line or row of it. */
export type Measured = Strip & { readonly block: number; readonly part: number };

/** A note of no more lines is kept with its table. */
const shortNote = 4;

/** `elements` are those of the blocks, in order. In px. */
export function measure(blocks: readonly Block[], elements: readonly HTMLElement[]): readonly Measured[] {
  return blocks.flatMap((block, at) => {
    const element = elements[at];
    if (!element) return [];
    const before = elements[at - 1];
    const gap = before ? element.getBoundingClientRect().top - before.getBoundingClientRect().bottom : 0;
    const isTied = belongs(blocks[at - 1], block);
    const strips = block.kind === 'table' ? rowsOf(element) : linesOf(block, element);
    return strips.map((strip, part) => ({ gap: 0, ...strip, ...(part === 0 ? { gap, isTied } : {}), block: at, part }));
  });
}

/** Whether a page should not break between the two. */
function belongs(before: Block | undefined, block: Block): boolean {
  if (block.kind === 'signature' || block.kind === 'note') return true;
  const isSubheading = before?.kind === 'paragraph' && before.rest === '';
  return before?.kind === 'title' || before?.kind === 'heading' || isSubheading;
}

type Part = Pick<Strip, 'height' | 'isTied' | 'headHeight'>;

/** Rows are tied: a table is broken only where it is higher than a page. */
function rowsOf(table: HTMLElement): readonly Part[] {
  const { top, bottom } = table.getBoundingClientRect();
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect());
  const headHeight = (rows[0]?.top ?? top) - top;
  return rows.map((row, at) => {
    const begin = rows[at - 1]?.bottom ?? top;
    return { height: (at === rows.length - 1 ? bottom : row.bottom) - begin, isTied: true, headHeight };
  });
}

/** No page begins or ends with a single line of a paragraph of several. What is no text is one piece. */
function linesOf(block: Block, element: HTMLElement): readonly Part[] {
  const { height } = element.getBoundingClientRect();
  const lines = block.kind === 'paragraph' || block.kind === 'note' ? countLines(element) : 1;
  const isShort = block.kind === 'note' && lines <= shortNote;
  return Array.from({ length: lines }, (_, at) => ({
    height: height / lines,
    isTied: isShort || at === 1 || at === lines - 1,
    headHeight: 0,
  }));
}

function countLines(element: HTMLElement): number {
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  return Math.max(1, Math.round(element.getBoundingClientRect().height / lineHeight));
}

/** The place in the text of `element` at which one of its lines begins; the length of the text where there are fewer. */
export function lineStart(element: HTMLElement, line: number): number {
  const { top, height } = element.getBoundingClientRect();
  const edge = top + (height / countLines(element)) * line;
  const middleAt = middles(element);
  let low = 0;
  let high = (element.textContent ?? '').length;
  while (low < high) {
    const at = (low + high) >> 1;
    if (middleAt(at) < edge) low = at + 1;
    else high = at;
  }
  // A character of two halves stays whole.
  return /[\udc00-\udfff]/.test((element.textContent ?? '')[low] ?? '') ? low - 1 : low;
}

/** By place: the height at which the character stands, or the next one that is drawn. */
function middles(element: HTMLElement): (at: number) => number {
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, from: length });
    length += node.length;
  }
  const range = document.createRange();
  return (place) => {
    for (let at = place; at < length; at++) {
      const within = nodes.find(({ node, from }) => at < from + node.length);
      if (!within) continue;
      range.setStart(within.node, at - within.from);
      range.setEnd(within.node, at - within.from + 1);
      // WebKit adds a box without width where the line before ends.
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      if (box) return (box.top + box.bottom) / 2;
    }
    return Number.POSITIVE_INFINITY;
  };
}
