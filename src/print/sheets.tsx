// The pages of a report, as they stand on the screen and are printed. First everything is drawn in one endless column and measured, before
// anybody sees it; then the pages are drawn instead of it, and again when fonts have come.
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Printed } from '../files/paper/printed.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Laid, measure } from './measure.ts';
import { type Piece, paginate } from './paginate.ts';
import { type DrawnPiece, Pieces, wholePiece } from './pieces.tsx';

/** Of the type area, in CSS pixels: 225 mm (GB/T 9704). */
const pageHeight = (225 / 25.4) * 96;

type Page = { readonly number: number; readonly pieces: readonly DrawnPiece[] };
type Pages = { readonly blocks: readonly Block[]; readonly pages: readonly Page[] };

export function Sheets({ report }: { report: Printed }): ReactNode {
  const { words, final } = report;
  const blocks = useMemo(() => blocksOf(report), [report]);
  const column = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<Pages>();
  const known = pages?.blocks === blocks ? pages.pages : undefined;

  useLayoutEffect(() => {
    if (known || !column.current) return;
    setPages({ blocks, pages: pagesOf(column.current, blocks) });
  }, [known, blocks]);

  // Fonts that the machine has come later too: what was measured before may have been another one.
  useEffect(() => {
    const again = (): void => setPages(undefined);
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, []);

  if (!known) {
    return (
      <div className="print-column" ref={column}>
        <div className="print-area">
          <Pieces pieces={blocks.map(wholePiece)} words={words} />
        </div>
      </div>
    );
  }
  return (
    <article className="print-sheets">
      {known.map(({ number, pieces }) => (
        <div key={number} className={`print-sheet print-sheet-${number % 2 === 1 ? 'right' : 'left'}`}>
          <div className="print-area">
            <Pieces pieces={pieces} words={words} />
          </div>
          {final && <p className="print-final">{final}</p>}
          <p className="print-number">— {number} —</p>
        </div>
      ))}
    </article>
  );
}

function pagesOf(column: Element, blocks: readonly Block[]): readonly Page[] {
  const laid = measure(column, blocks, pageHeight);
  const drawn = ({ block: at, from, to }: Piece): DrawnPiece => {
    const block = blocks[at] as Block;
    const { ends, paperRows } = laid[at] as Laid;
    if (block.kind === 'table') return { block, at, rows: paperRows.slice(from, to) };
    const lines = ends.slice(from, to).map((end, line) => [ends[from + line - 1] ?? 0, end] as const);
    return { block, at, lines, isContinued: from > 0, isBroken: to < ends.length };
  };
  return paginate(laid, pageHeight).map((pieces, at) => ({ number: at + 1, pieces: pieces.map(drawn) }));
}
