// The paragraphs of a narrative or an explanation.
import { paragraphs } from './paragraphs.ts';

export function Prose({ text }: { text: string }) {
  return paragraphs(text).map(({ key, lead, rest }) => (
    <p key={key} className={rest === '' ? 'print-subheading' : undefined}>
      {lead && <span className="print-lead">{lead}</span>}
      {rest}
    </p>
  ));
}
