// A list that says its sum: 「共276条，其中216条、50条」.
import { numberOf } from './numerals.ts';

/** So near to the sum, and it is meant: otherwise 其中 gives only some. */
const near = 0.05;
/** Of a smaller sum one item is no slip, but a rest. */
const smallest = 4;

const unit = '件次|人次|件|条|份|起|宗|部|个|次|篇|期|场|人|名|项|批|处|家';
const counted = new RegExp(`(\\d{1,3}(?:[,，]\\d{3}){1,3}|\\d{1,9})\\s?(${unit})`, 'g');

type Counted = { readonly at: number; readonly end: number; readonly number: number; readonly unit: string };

/** What a sentence says of a sum that its list misses, with what the list makes; `sentence` has a bound (sentences.ts). */
export function missedSum(sentence: string): { readonly words: string; readonly sum: number } | undefined {
  const plain = sentence.normalize('NFKC').replace(/(\d)\s(?=[\d一-龥])/g, '$1');
  for (const { head, list, from } of listsOf(plain)) {
    if (/等|主要|较|同比|环比|相比|增加|减少|增长|下降|比上|比去|约|近|左右/.test(list)) continue;
    const whole = countsOf(withoutAsides(head)).filter(({ at }) => !isCompared(head, at));
    const said = whole.at(-1);
    const items = countsOf(withoutAsides(list));
    if (!said || items.length < 2 || said.number < smallest || items.some((item) => item.unit !== said.unit)) continue;
    const sum = items.reduce((sum, { number }) => sum + number, 0);
    if (whole.some(({ number }) => number === sum)) continue;
    const off = Math.abs(sum - said.number);
    if (off === 1 || off <= said.number * near) {
      const last = items.at(-1);
      return { words: plain.slice(said.at, from + (last?.end ?? 0)), sum };
    }
  }
  return undefined;
}

/** What may be a sum with its list after it: after 其中 or 「：」, or in brackets. */
function listsOf(plain: string): readonly { readonly head: string; readonly list: string; readonly from: number }[] {
  const lists = [];
  for (const { index, 0: mark } of plain.matchAll(/其中[:：,，]?|[:：]|分别为|[（(]/g)) {
    const from = index + mark.length;
    const isAside = /[（(]/.test(mark);
    if (isAside && /^含|^包含|^不含/.test(plain.slice(from))) continue;
    const end = isAside ? plain.slice(from).search(/[）)]/) : plain.length - from;
    if (end > 0) lists.push({ head: plain.slice(0, index), list: plain.slice(from, from + end), from });
    if (lists.length >= most) break;
  }
  return lists;
}

/** Of one sentence. */
const most = 20;

function countsOf(text: string): readonly Counted[] {
  return [...text.matchAll(counted)].map(({ index, 0: all, 1: digits = '', 2: unit = '' }) => ({
    at: index,
    end: index + all.length,
    number: numberOf(digits)?.number ?? 0,
    unit,
  }));
}

/** With as many spaces, so that places stay. */
const withoutAsides = (text: string): string =>
  text.replace(/[（(][^）)]{0,200}[）)]/g, (aside) => ' '.repeat(aside.length));

const isCompared = (text: string, at: number): boolean =>
  /(?:较|比|增加|减少|增长|下降|同比)[^，,]{0,20}$/.test(text.slice(Math.max(0, at - 24), at));
