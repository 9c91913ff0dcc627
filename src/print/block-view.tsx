// One block of the report on paper, or a piece of it where a page breaks within.
import { Fragment, type ReactNode } from 'react';
import type { Block } from './blocks.ts';
import { OfficialTable, type Words } from './official-table.tsx';
import type { Piece } from './sheets.ts';

type Of<Kind extends Block['kind']> = Omit<Piece, 'block'> & { readonly block: Extract<Block, { kind: Kind }> };

/** `number` is the block's, for whoever measures it. */
export function BlockView({ piece, words, number }: { piece: Piece; words: Words; number?: number }): ReactNode {
  const { block } = piece;
  const mark = { 'data-block': number };
  switch (block.kind) {
    case 'title':
      return (
        <h1 {...mark}>
          <span>{block.agency}</span> <span>{block.title}</span>
        </h1>
      );
    case 'heading':
      return <h2 {...mark}>{block.text}</h2>;
    case 'paragraph':
      return <ParagraphView {...piece} block={block} mark={mark} />;
    case 'table':
      return <OfficialTable layout={block.layout} words={words} rows={piece} mark={mark} />;
    case 'note':
      return (
        <p
          className={block.isFirst && piece.from === 0 ? 'print-note-line print-note-first' : 'print-note-line'}
          {...mark}
        >
          {block.text.slice(piece.from, piece.to)}
        </p>
      );
    case 'signature':
      return (
        <div className="print-signature" {...mark}>
          <p style={{ paddingRight: `${block.indent}em` }}>{block.agency}</p>
          <p>{block.date}</p>
        </div>
      );
  }
}

function ParagraphView({ block, from, to, isWhole, mark }: Of<'paragraph'> & { mark: object }): ReactNode {
  const { lead, rest } = block;
  const length = lead.length + rest.length;
  const classes = [
    rest === '' ? 'print-subheading' : '',
    from > 0 ? 'print-continued' : '',
    !isWhole && to < length ? 'print-broken' : '',
  ];
  const ofRest = (at: number): number => Math.max(0, at - lead.length);
  const said = lead.slice(from, to);
  return (
    <p className={classes.join(' ').trim() || undefined} {...mark}>
      {said && <span className="print-lead">{said}</span>}
      {breakable(rest.slice(ofRest(from), ofRest(to)))}
    </p>
  );
}

/** A web address may break anywhere: kept whole, it would leave the line before it stretched or half empty. */
function breakable(text: string): ReactNode {
  const parts = text.split(/([!-~]{16,})/);
  if (parts.length === 1) return text;
  // Every second part is an address, and the parts do not move.
  return parts.map((part, at) => {
    const key = `${at}`;
    return at % 2 === 0 ? (
      <Fragment key={key}>{part}</Fragment>
    ) : (
      <span key={key} className="print-address">
        {part}
      </span>
    );
  });
}
