// What a failing relation says, in the form's own words and with its two numbers. It decides nothing.
import { figureText } from '../report/figure.ts';
import type { Cell } from '../report/format.ts';
import type { Law } from './law.ts';
import type { Relation, Side, Term } from './relation.ts';
import type { Verdicts } from './verdict.ts';
import { isKnown, state } from './verdict.ts';

/** The two sides of a relation with what is known of their sums, in smallest units. */
export type Weighed = {
  readonly sum: bigint;
  /** Some term is blank or unreadable. */
  readonly open: boolean;
  /** Some term has a number, be it only the sum so far. */
  readonly begun: boolean;
};

export function weighSide(law: Law, side: Side, judged: Verdicts, lastYear?: Float64Array): Weighed {
  let sum = 0n;
  let open = false;
  let begun = false;
  for (const term of side.terms) {
    const { value, known } = look(law, term, judged, lastYear);
    if (!known) open = true;
    if (value === undefined) continue;
    begun = true;
    sum += BigInt(value) * (term.minus ? -1n : 1n);
  }
  return { sum, open, begun };
}

function look(law: Law, term: Term, { states, values }: Verdicts, lastYear?: Float64Array) {
  const at = law.indexOf.get(term.cell) ?? -1;
  if (term.lastYear) {
    const value = lastYear?.[at];
    return value === undefined || Number.isNaN(value) ? { known: false } : { known: true, value };
  }
  const known = isKnown(states[at]);
  return known || states[at] === state.partial ? { known, value: values[at] as number } : { known };
}

/** 「自然人列：一 3402 ＋ 二 91 ＝ 3493，三（七）3400 ＋ 四 92 ＝ 3492，差 1」 */
export function sentence(law: Law, relation: Relation, judged: Verdicts, lastYear?: Float64Array): string {
  const { left, right, op, place } = relation;
  const number = (figure: bigint): string => amount(figure, law, relation);
  const [a, b] = [weighSide(law, left, judged, lastYear), weighSide(law, right, judged, lastYear)];
  const difference = a.sum > b.sum ? a.sum - b.sum : b.sum - a.sum;
  const sideText = (side: Side, weighed: Weighed): string => sideWords(law, side, weighed, judged, number, lastYear);
  if (a.open || b.open) {
    return `${place}：${sideText(left, a)}，${sideText(right, b)}，未填的格填多少都不能相符，已差 ${number(difference)}`;
  }
  if (op === 'at most') return `${place}：${sideText(left, a)}，大于${sideText(right, b)}，多 ${number(difference)}`;
  const [total] = right.terms;
  if (total && relation.computes === total.cell) {
    const more = b.sum > a.sum ? '多' : '少';
    return `${place}：${sideText(left, a)}，${total.label}填写 ${number(b.sum)}，应为 ${number(a.sum)}，${more} ${number(difference)}`;
  }
  return `${place}：${sideText(left, a)}，${sideText(right, b)}，差 ${number(difference)}`;
}

/** How a typed total compares: 「填写 12，应为 11，多 1」. */
export function totalComparison(typed: number, computed: number, cell: Cell): string {
  const text = (figure: number): string => figureText(figure, cell);
  const more = typed > computed ? '多' : '少';
  return `填写 ${text(typed)}，应为 ${text(computed)}，${more} ${text(Math.abs(typed - computed))}`;
}

function sideWords(
  law: Law,
  side: Side,
  { sum, open }: Weighed,
  judged: Verdicts,
  number: (figure: bigint) => string,
  lastYear?: Float64Array,
): string {
  if (side.name) return `${side.name}${open ? '至少' : '得'} ${number(sum)}`;
  const terms = side.terms.map((term, at) => {
    const { known, value } = look(law, term, judged, lastYear);
    const sign = term.minus ? ' － ' : at > 0 ? ' ＋ ' : '';
    if (value === undefined) return `${sign}${spaced(term.label)}未填`;
    return `${sign}${spaced(term.label)}${known ? '' : '至少 '}${number(BigInt(value))}`;
  });
  if (side.terms.length === 1 || open) return terms.join('');
  return `${terms.join('')} ＝ ${number(sum)}`;
}

const spaced = (label: string): string => (label.endsWith('）') ? label : `${label} `);

function amount(figure: bigint, law: Law, { left }: Relation): string {
  const cell = law.cells[law.indexOf.get(left.terms[0]?.cell ?? '') ?? -1];
  return figureText(Number(figure), cell ?? { decimals: 0 });
}
