// The live balance under a column of section 三, and the figure of 四 that would make it hold.
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { type Weighed, weighSide } from '../checks/sentence.ts';
import { verdict } from '../checks/verdict.ts';

export type Balance = {
  readonly column: string;
  readonly verdict: 'waiting' | 'holds' | 'fails';
  /** 一 ＋ 二 and 三（七）＋ 四: 「3493」, 「≥3490」 while parts are blank, empty while nothing is filled. */
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  /** The cell that could balance the column, and the text that would. */
  readonly offer?: { readonly cell: string; readonly text: string };
};

const words = ['waiting', 'holds', 'fails'] as const;

/** The balance of a column, if the relation is one. */
export function balanceOf(law: Law, judged: Judgement, at: number): Balance | undefined {
  const relation = law.relations[at];
  if (relation?.balances === undefined) return undefined;
  const left = weighSide(law, relation.left, judged);
  const right = weighSide(law, relation.right, judged);
  const apart = left.sum > right.sum ? left.sum - right.sum : right.sum - left.sum;
  const is = judged.verdicts[at] ?? verdict.waiting;
  const offer = is === verdict.holds ? undefined : offered(law, judged, relation.offers, left, right);
  return {
    column: relation.balances,
    verdict: words[is] ?? 'waiting',
    left: sumText(left),
    right: sumText(right),
    difference: is === verdict.fails ? String(apart) : '',
    ...(offer ? { offer } : {}),
  };
}

const sumText = ({ sum, open, begun }: Weighed): string => (begun ? `${open ? '≥' : ''}${sum}` : '');

// Only when every other cell of the column is known, and only a whole number from 0 up.
function offered(
  law: Law,
  judged: Judgement,
  cell: string | undefined,
  left: Weighed,
  right: Weighed,
): Balance['offer'] {
  if (cell === undefined || left.open) return undefined;
  const concluded = law.relations.find((relation) => relation.offers === cell)?.right.terms[0]?.cell;
  if (concluded === undefined || judged.at(concluded).figure === undefined) return undefined;
  const present = BigInt(judged.at(cell).figure ?? 0);
  const needed = left.sum - (right.sum - present);
  return needed < 0n ? undefined : { cell, text: String(needed) };
}
