// The report as offices submit it, page by page, each with its number and, once it is final, with its code. Drawn first as one long
// column and measured, then as pages: the browser's own breaking knows no page numbers before Chromium 131, and ours is the same in
// every browser. It reads the draft and changes nothing.
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Printed } from '../files/paper/printed.ts';
import { BlockView } from './block-view.tsx';
import { type Block, blocksOf } from './blocks.ts';
import type { Words } from './official-table.tsx';
import { type Piece, sheetsOf, whole } from './sheets.ts';

export function Paper({ report }: { report: Printed }): ReactNode {
  const blocks = useMemo(() => blocksOf(report), [report]);
  const { flow, sheets } = useSheets(blocks);
  const { words, final } = report;
  if (!sheets) {
    return (
      <div className="print-sheet">
        <div className="print-area" ref={flow}>
          {blocks.map((block, at) => (
            <BlockView key={block.key} piece={whole(block)} words={words} number={at} />
          ))}
        </div>
      </div>
    );
  }
  return sheets.map((pieces, at) => {
    const number = at + 1;
    return (
      <div key={number} className="print-sheet" data-sheet={number}>
        <div className="print-area">
          <Pieces pieces={pieces} words={words} />
        </div>
        {final && <p className="print-final">{final}</p>}
        <p className="print-number">— {number} —</p>
      </div>
    );
  });
}

/** Undefined while the blocks are drawn in `flow` to be measured: before they are seen. */
function useSheets(blocks: readonly Block[]) {
  const flow = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<{ readonly of: readonly Block[]; readonly sheets: readonly (readonly Piece[])[] }>();
  const sheets = laid?.of === blocks ? laid.sheets : undefined;
  useLayoutEffect(() => {
    if (!sheets && flow.current) setLaid({ of: blocks, sheets: sheetsOf(blocks, flow.current) });
  }, [blocks, sheets]);
  useEffect(() => {
    // Fonts that come while it is drawn make other lines.
    const again = (): void => setLaid(undefined);
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, []);
  return { flow, sheets };
}

/** What belongs to one narrative, or is written below one table, stands together. */
function Pieces({ pieces, words }: { pieces: readonly Piece[]; words: Words }): ReactNode {
  const groups: { readonly mark: Record<string, string | number>; readonly pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const mark = markOf(piece.block);
    const group = groups.at(-1);
    if (group && JSON.stringify(group.mark) === JSON.stringify(mark)) group.pieces.push(piece);
    else groups.push({ mark, pieces: [piece] });
  }
  return groups.map(({ mark, pieces }) => {
    const drawn = pieces.map((piece) => <BlockView key={piece.block.key} piece={piece} words={words} />);
    return Object.keys(mark).length === 0 ? (
      drawn
    ) : (
      <div key={pieces[0]?.block.key} {...mark}>
        {drawn}
      </div>
    );
  });
}

function markOf(block: Block): Record<string, string | number> {
  if (block.kind === 'note') return { 'data-note': block.table, className: 'print-note' };
  return block.kind === 'paragraph' && block.narrative ? { 'data-narrative': block.narrative } : {};
}
