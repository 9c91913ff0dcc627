// A list that says its sum: 「共276条，其中216条、50条」.
import { numberOf } from './numerals.ts';

/** So near to the sum, and it is meant: otherwise 其中 gives only some. */
const near = 0.05;
/** Of a smaller sum one item is no slip, but a rest. */
const smallest = 4;

const unit = '件次|人次|件|条|份|起|宗|部|个|次|篇|期|场|人|名|项|批|处|家';
const counted = new RegExp(`(\\d{1,3}(?:[,，]\\d{3}){1,3}|\\d{1,9})\\s?(${unit})`, 'g');

type Counted = {
  readonly at: number;
  readonly end: number;
  readonly number: number;
  readonly unit: string;
  /** In brackets. */
  readonly isAside: boolean;
};

/** What a sentence says of a sum that its list misses, with what the list makes; `sentence` has a bound (sentences.ts). */
export function missedSum(sentence: string): { readonly words: string; readonly sum: number } | undefined {
  if (!/[\d０-９]/.test(sentence) || !/其中|[:：（(]|分别为/.test(sentence)) return undefined;
  const plain = sentence.normalize('NFKC').replace(/(\d)\s(?=[\d一-龥])/g, '$1');
  const counts = countsOf(plain);
  if (counts.length < 3) return undefined;
  for (const { begin, from, end, isAside } of listsOf(plain)) {
    const whole = counts.filter((one) => one.end <= begin && !one.isAside && !isCompared(plain, one.at));
    const items = counts.filter((one) => one.at >= from && one.end <= end && one.isAside === isAside);
    const said = whole.at(-1);
    if (!said || items.length < 2 || said.number < smallest || items.some((item) => item.unit !== said.unit)) continue;
    if (isPartial.test(plain.slice(from, end))) continue;
    const sum = items.reduce((sum, { number }) => sum + number, 0);
    if (whole.some(({ number }) => number === sum)) continue;
    const off = Math.abs(sum - said.number);
    if (off === 1 || off <= said.number * near) return { words: plain.slice(said.at, items.at(-1)?.end), sum };
  }
  return undefined;
}

/** The list gives only some, or compares. */
const isPartial = /等|主要|较|同比|环比|相比|增加|减少|增长|下降|比上|比去|约|近|左右/;

type List = {
  /** Where what may be the sum ends. */
  readonly begin: number;
  readonly from: number;
  readonly end: number;
  readonly isAside: boolean;
};

/** What may be a sum with its list after it: after 其中 or 「：」, or in brackets. */
function listsOf(plain: string): readonly List[] {
  const lists: List[] = [];
  for (const { index, 0: mark } of plain.matchAll(/其中[:：,，]?|[:：]|分别为|[（(]/g)) {
    const from = index + mark.length;
    const isAside = /[（(]/.test(mark);
    if (isAside && /^(?:包?含|不含)/.test(plain.slice(from, from + 3))) continue;
    const closed = plain.slice(from).search(/[）)]/);
    const end = isAside ? from + closed : plain.length;
    if (!isAside || closed > 0) lists.push({ begin: index, from, end, isAside });
    if (lists.length >= most) break;
  }
  return lists;
}

/** Of one sentence. */
const most = 20;

function countsOf(plain: string): readonly Counted[] {
  const asides = [...plain.matchAll(/[（(][^）)]{0,200}[）)]/g)].map(
    ({ index, 0: all }) => [index, index + all.length] as const,
  );
  let aside = 0;
  return [...plain.matchAll(counted)].map(({ index, 0: all, 1: digits = '', 2: unit = '' }) => {
    while ((asides[aside]?.[1] ?? plain.length) <= index) aside++;
    return {
      at: index,
      end: index + all.length,
      number: numberOf(digits)?.number ?? 0,
      unit,
      isAside: (asides[aside]?.[0] ?? plain.length) < index,
    };
  });
}

const isCompared = (text: string, at: number): boolean =>
  /(?:较|比|增加|减少|增长|下降|同比)[^，,]{0,20}$/.test(text.slice(Math.max(0, at - 24), at));
