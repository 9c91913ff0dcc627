// 情况说明: what is said of findings, and what is being written about them until it is confirmed. Values in, values out.
import type { Finding } from '../checks/finding.ts';
import type { Content } from '../report/draft.ts';

export type Explanations = {
  readonly explanations: Content['explanations'];
  readonly unconfirmed: NonNullable<Content['unconfirmed']>;
};

/** An empty text takes the explanation back. */
export function explained({ explanations, unconfirmed }: Explanations, finding: Finding, text: string): Explanations {
  const { [finding.id]: _, ...others } = explanations;
  const { [finding.id]: __, ...unsaid } = unconfirmed;
  return {
    explanations: text.trim() === '' ? others : { ...others, [finding.id]: { text, figures: finding.figures } },
    unconfirmed: unsaid,
  };
}

/** Being written: it explains nothing yet. */
export function begun({ explanations, unconfirmed }: Explanations, { id }: Finding, text: string): Explanations {
  const { [id]: _, ...others } = unconfirmed;
  return { explanations, unconfirmed: text === (explanations[id]?.text ?? '') ? others : { ...others, [id]: text } };
}
