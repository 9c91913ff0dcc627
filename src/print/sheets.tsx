// The pages of a report, as they stand on the screen and are printed. First everything is drawn in one endless column and measured, before
// anybody sees it; then the pages are drawn, and again when fonts have come.
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Printed } from '../files/paper/printed.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type LaidBlock, measure } from './measure.ts';
import { type Piece, paginate } from './paginate.ts';
import { type DrawnPiece, Pieces, wholePiece } from './pieces.tsx';

/** Of the type area, in CSS pixels: 225 mm (GB/T 9704). */
const pageHeight = (225 / 25.4) * 96;

type Page = { readonly number: number; readonly pieces: readonly DrawnPiece[] };
type Laid = { readonly report: Printed; readonly fonts: number; readonly pages: readonly Page[] };

export function Sheets({ report }: { report: Printed }): ReactNode {
  const blocks = useMemo(() => blocksOf(report), [report]);
  const column = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<Laid>();
  /** How often fonts have come. */
  const [fonts, setFonts] = useState(0);
  const isMeasured = laid?.report === report && laid.fonts === fonts;

  useLayoutEffect(() => {
    if (isMeasured || !column.current) return;
    setLaid({ report, fonts, pages: pagesOf(column.current, blocks) });
  }, [isMeasured, report, fonts, blocks]);

  // Fonts that the machine has come later too: what was measured before may have been another one.
  useEffect(() => {
    const again = (): void => setFonts((times) => times + 1);
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, []);

  return (
    <>
      <article className="print-sheets">
        {laid?.pages.map((page) => (
          <Sheet key={page.number} page={page} report={laid.report} />
        ))}
      </article>
      {!isMeasured && (
        <div className="print-column" ref={column}>
          <div className="print-area">
            <Pieces pieces={blocks.map(wholePiece)} words={report.words} />
          </div>
        </div>
      )}
    </>
  );
}

function Sheet({ page: { number, pieces }, report: { words, final } }: { page: Page; report: Printed }): ReactNode {
  return (
    <div className={`print-sheet print-sheet-${number % 2 === 1 ? 'right' : 'left'}`} data-sheet={number}>
      <div className="print-area">
        <Pieces pieces={pieces} words={words} />
      </div>
      {final && <p className="print-final">{final}</p>}
      <p className="print-number">— {number} —</p>
    </div>
  );
}

function pagesOf(column: Element, blocks: readonly Block[]): readonly Page[] {
  const laid = measure(column, blocks, pageHeight);
  const drawn = ({ block: at, from, to }: Piece): DrawnPiece => {
    const block = blocks[at] as Block;
    const { ends, paperRows } = laid[at] as LaidBlock;
    if (block.kind === 'table') return { block, at, rows: paperRows.slice(from, to) };
    const lines = ends.slice(from, to).map((end, line) => [ends[from + line - 1] ?? 0, end] as const);
    return { block, at, lines, isContinued: from > 0, isBroken: to < ends.length };
  };
  return paginate(laid, pageHeight).map((pieces, at) => ({ number: at + 1, pieces: pieces.map(drawn) }));
}
