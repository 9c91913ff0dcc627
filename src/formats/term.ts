// What a word of the form means, for whoever fills it in once a year. Only what a published source says is said; the source stands by it.
import type { Source } from '../report/format.ts';

export type Term = {
  readonly means: string;
  readonly counts?: string;
  readonly not?: string;
  readonly sources: readonly Source[];
};

/** Of one table: by the ids of its rows and columns, and by the labels of the headings that stand over several of them. */
export type TableTerms = {
  readonly rows: Readonly<Record<string, Term>>;
  readonly columns: Readonly<Record<string, Term>>;
  readonly headings: Readonly<Record<string, Term>>;
};

/** By the ids of a format's tables. */
export type Terms = Readonly<Record<string, TableTerms>>;

const regulation = '中华人民共和国政府信息公开条例';

/** Places of the 条例 as revised in 2019. */
export const law = (...places: readonly string[]): readonly Source[] =>
  places.map((place) => ({ document: regulation, place }));

/** The same words in a later form that kept them: its own document is the source. */
export function kept<Words extends Readonly<Record<string, Term>>>(words: Words, from: string, to: string): Words {
  const moved = ({ sources, ...term }: Term): Term => ({
    ...term,
    sources: sources.map(({ document, place }) => ({ document: document === from ? to : document, place })),
  });
  return Object.fromEntries(Object.entries(words).map(([id, term]) => [id, moved(term)])) as Words;
}

export const feeRules: Source = {
  document: '国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知（国办函〔2020〕109号）',
  place: '收费标准',
};
