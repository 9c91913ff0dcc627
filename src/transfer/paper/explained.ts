// 情况说明 as they are printed: what each is about, in the form's own words, and what was written. Unwritten ones are left out.
import type { Law } from '../../checks/law.ts';
import { ruleText } from '../../checks/relation.ts';
import type { Content } from '../../report/draft.ts';
import type { Paragraph } from './paragraphs.ts';
import { paragraphs } from './paragraphs.ts';

export type Explained = { readonly id: string; readonly lines: readonly Paragraph[] };

/** In official order of the checks; those of no check of this format come last. */
export function explained({ relations }: Law, explanations: Content['explanations']): readonly Explained[] {
  const abouts = new Map(relations.map((relation) => [relation.id, `${relation.place}：${ruleText(relation)}`]));
  const known = [...abouts.keys()].filter((id) => id in explanations);
  const others = Object.keys(explanations).filter((id) => !abouts.has(id));
  return [...known, ...others].flatMap((id) => {
    const [first, ...more] = paragraphs(explanations[id]?.text ?? '');
    if (!first) return [];
    const opening = { ...first, lead: `${abouts.get(id) ?? id}。`, rest: first.lead + first.rest };
    return [{ id, lines: [opening, ...more] }];
  });
}
