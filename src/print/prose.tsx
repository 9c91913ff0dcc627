// Paragraphs of a narrative or an explanation, sub-headings in 楷体.
import type { ReactNode } from 'react';
import type { Paragraph } from '../transfer/paper/paragraphs.ts';

export function Prose({ lines }: { lines: readonly Paragraph[] }): ReactNode {
  return lines.map(({ key, lead, rest }) => (
    <p key={key} className={rest === '' ? 'print-subheading' : undefined}>
      {lead && <span className="print-lead">{lead}</span>}
      <Breakable text={rest} />
    </p>
  ));
}

/** A web address may break anywhere: kept whole, it would leave the line before it stretched or half empty. */
function Breakable({ text }: { text: string }): ReactNode {
  const [before = '', address, ...after] = text.split(/([!-~]{16,})/);
  if (address === undefined) return before;
  return (
    <>
      {before}
      <span className="print-address">{address}</span>
      <Breakable text={after.join('')} />
    </>
  );
}
