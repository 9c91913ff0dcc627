// Paragraphs of a narrative or an explanation, sub-headings in 楷体.
import { Fragment, type ReactNode } from 'react';
import type { Paragraph } from '../files/paper/paragraphs.ts';

export function Prose({ lines }: { lines: readonly Paragraph[] }): ReactNode {
  return lines.map(({ key, lead, rest }) => (
    <p key={key} className={rest === '' ? 'print-subheading' : undefined}>
      {lead && <span className="print-lead">{lead}</span>}
      {breakable(rest)}
    </p>
  ));
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
