// Blocks one below another, whole or the lines and rows of them that stand on one page.
import { Fragment, type ReactNode } from 'react';
import { type Block, cutRuns, type Frame, type Run, type TableBlock, type TextBlock } from './blocks.ts';
import { OfficialTable } from './official-table.tsx';
import { type PaperRow, wholeRows } from './table-rows.ts';

type TextPiece = {
  readonly block: TextBlock;
  readonly at: number;
  /** Where each line begins and ends in the block's text; absent before that is known. */
  readonly lines?: readonly (readonly [from: number, to: number])[];
  readonly isContinued?: boolean;
  readonly isBroken?: boolean;
};
type TablePiece = { readonly block: TableBlock; readonly at: number; readonly rows: readonly PaperRow[] };
export type DrawnPiece = TextPiece | TablePiece;

export const wholePiece = (block: Block, at: number): DrawnPiece =>
  block.kind === 'text' ? { block, at } : { block, at, rows: wholeRows(block.layout) };

type Props = { pieces: readonly DrawnPiece[]; words: ReadonlyMap<string, string> };

export function Pieces({ pieces, words }: Props): ReactNode {
  return framed(pieces).map(({ frame, pieces: inside }) => {
    const drawn = inside.map((piece) =>
      'rows' in piece ? (
        <OfficialTable key={piece.block.key} {...piece} layout={piece.block.layout} words={words} block={piece.at} />
      ) : (
        <Text key={piece.block.key} {...piece} />
      ),
    );
    const key = inside[0]?.block.key;
    if (frame?.kind === 'narrative')
      return (
        <div key={key} data-narrative={frame.id}>
          {drawn}
        </div>
      );
    if (frame?.kind === 'note')
      return (
        <div key={key} className="print-note" data-note={frame.table}>
          {drawn}
        </div>
      );
    if (frame?.kind === 'signature')
      return (
        <div key={key} className="print-signature">
          {drawn}
        </div>
      );
    return <Fragment key={key}>{drawn}</Fragment>;
  });
}

type Framed = { readonly frame: Frame | undefined; readonly pieces: readonly DrawnPiece[] };

const frameOf = ({ block }: DrawnPiece): Frame | undefined => (block.kind === 'text' ? block.frame : undefined);
const nameOf = (frame: Frame | undefined): string => JSON.stringify(frame) ?? '';

/** Neighbours in the same frame, together. */
function framed(pieces: readonly DrawnPiece[]): readonly Framed[] {
  const frames: { frame: Frame | undefined; pieces: DrawnPiece[] }[] = [];
  for (const piece of pieces) {
    const frame = frameOf(piece);
    const last = frames[frames.length - 1];
    if (last && nameOf(last.frame) === nameOf(frame)) last.pieces.push(piece);
    else frames.push({ frame, pieces: [piece] });
  }
  return frames;
}

function Text({ block, at, lines, isContinued, isBroken }: TextPiece): ReactNode {
  const { tag: Tag, runs, isSubheading, indent } = block;
  const looks = [
    ...(isSubheading ? ['print-subheading'] : []),
    ...(isContinued ? ['print-continued'] : []),
    ...(isBroken ? ['print-broken'] : []),
  ];
  return (
    <Tag
      data-block={at}
      className={looks.length > 0 ? looks.join(' ') : undefined}
      style={indent === undefined ? undefined : { paddingRight: `${indent}em` }}
    >
      {lines ? lines.map(([from, to]) => <Line key={from} runs={cutRuns(runs, from, to)} />) : <Runs runs={runs} />}
    </Tag>
  );
}

/** It cannot break but at its end: where fonts come out a little wider in print than on the screen, it is still one line. */
function Line({ runs }: { runs: readonly Run[] }): ReactNode {
  return (
    <>
      <span className="print-line">
        <Runs runs={runs} />
      </span>
      <wbr />
    </>
  );
}

function Runs({ runs }: { runs: readonly Run[] }): ReactNode {
  return runs.map(({ text, look }, at) => {
    const key = `${at}`;
    return look ? (
      <span key={key} className={`print-${look}`}>
        {text}
      </span>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
}
