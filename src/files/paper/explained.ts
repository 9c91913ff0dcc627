// 情况说明 as they are printed: what each is about, in the form's own words, and what was written. Unwritten ones are left out.
import type { Law } from '../../checks/law.ts';
import { ruleText } from '../../checks/relation.ts';
import type { Content } from '../../report/draft.ts';
import { cellName } from '../../report/format.ts';
import type { Paragraph } from './paragraphs.ts';
import { paragraphs } from './paragraphs.ts';

export type Explained = { readonly id: string; readonly lines: readonly Paragraph[] };

/** What the findings of texts and figures are about, for the reader of the paper. */
const lints: Readonly<Record<string, string>> = {
  debris: '文字里的标记',
  placeholder: '文字里的空位',
  body: '机关名称',
  year: '年份',
  personal: '文字里的号码',
  problems: '存在的主要问题及改进情况',
  fee: '信息处理费',
  'fee-unpaid': '逾期不缴费的申请',
  regulations: '规章件数',
};

function aboutText(law: Law, id: string): string {
  const [, kind, cell = ''] = /^(?:words\/([^/]+)|lint\/(?:jump))\/(.+)$/.exec(id) ?? [];
  const about = law.cell(cell);
  if (about) return kind === undefined ? `${cellName(about)}与去年相差较大` : `文字与表格：${cellName(about)}`;
  return lints[id.replace(/^lint\//, '')] ?? '其他';
}

/** In official order of the checks; those of no check of this format come last. */
export function explained(law: Law, explanations: Content['explanations']): readonly Explained[] {
  const abouts = new Map(law.relations.map((relation) => [relation.id, `${relation.place}：${ruleText(relation)}`]));
  const known = [...abouts.keys()].filter((id) => id in explanations);
  const others = Object.keys(explanations).filter((id) => !abouts.has(id));
  return [...known, ...others].flatMap((id) => {
    const [first, ...more] = paragraphs(explanations[id]?.text ?? '');
    if (!first) return [];
    const opening = { ...first, lead: `${abouts.get(id) ?? aboutText(law, id)}。`, rest: first.lead + first.rest };
    return [{ id, lines: [opening, ...more] }];
  });
}
