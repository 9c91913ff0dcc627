// What pasted text puts into which cells: one value into all that are selected, a block from the first of them on. Pure.

import { readBlock } from '../../files/text/block.ts';
import { longestAnswer } from '../../report/limits.ts';
import { cellAt, clamp, type Rows } from './places.ts';
import { type Box, cellsIn, type Range } from './selection.ts';

export type Pasted = {
  readonly label: string;
  readonly changes: readonly { readonly cell: string; readonly to: string }[];
  /** What is selected afterwards, of a block. */
  readonly range?: Range;
  /** What had no room, in words. */
  readonly trouble?: string;
};

export function pasted(rows: Rows, box: Box, text: string): Pasted | { readonly refused: string } {
  const block = readBlock(text);
  if (block.some((line) => line.some((cell) => cell.length > longestAnswer))) {
    const most = longestAnswer.toLocaleString('zh-CN');
    return { refused: `没有粘贴：有一格超过 ${most} 字，不会是一个数。各格没有改动。` };
  }
  const [only] = block;
  const single = block.length === 1 && only?.length === 1 ? (only[0] ?? '') : undefined;
  if (single === undefined) return blockPasted(rows, box, block);
  const changes = cellsIn(rows, box).flatMap((row) => row.map(({ id }) => ({ cell: id, to: single })));
  return { label: '粘贴', changes };
}

function blockPasted(rows: Rows, { top, left }: Box, block: readonly (readonly string[])[]): Pasted {
  const placed = block.flatMap((line, row) =>
    line.map((to, column) => ({ cell: cellAt(rows, { row: top + row, column: left + column })?.id, to })),
  );
  const changes = placed.flatMap(({ cell, to }) => (cell === undefined ? [] : [{ cell, to }]));
  const lost = placed.filter(({ cell, to }) => cell === undefined && to !== '').map(({ to }) => to);
  const width = block.reduce((most, line) => Math.max(most, line.length), 0);
  const end = clamp(rows, { row: top + block.length - 1, column: left + width - 1 });
  const size = `${block.length} 行 ${width} 列`;
  return {
    label: `粘贴 ${size}`,
    changes,
    range: { from: { row: top, column: left }, to: end },
    ...(lost.length > 0
      ? {
          trouble: `粘贴的内容是 ${size}，从这一格起放不下：有 ${lost.length} 个数没有填入（${listed(lost)}）。请核对粘贴的起点，可以撤销后重来。`,
        }
      : {}),
  };
}

const listed = (texts: readonly string[]): string => texts.slice(0, 6).join('、') + (texts.length > 6 ? ' 等' : '');
