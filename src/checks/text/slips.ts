// What a sentence of a report may hold that should not be published: what Word left behind, blanks never filled in, another body's
// name, last year's year, numbers of persons. Each gives the words it found, or undefined.
// Sentences are no longer than a bound (sentences.ts), and a pattern that may fail from each place of one is bounded as well.
import { withoutAsides } from '../../report/agency-name.ts';
import { isOwn } from './bodies.ts';

const debrisWords =
  /\[bookmark:[^\]]{0,200}\]|错误[!！]\s{0,4}(?:未定义书签|未找到引用源|书签)[^，。]{0,40}|\bHYPERLINK\b|\bPAGEREF\b|\bMERGEFORMAT\b|_Toc\d+|_GoBack/i;

export const debris = (sentence: string): string | undefined => debrisWords.exec(sentence)?.[0];

/** 「XX」 in a web address (xxgk) is none. */
export function placeholder(sentence: string): string | undefined {
  return /[×✕]{2,}|(?:^|[^A-Za-z0-9])(X{2,})(?![A-Za-z0-9])|〔\s{0,60}〕|＿{2,}|_{3,}|\*{3,}|【\s{0,60}】|（\s{0,60}）/
    .exec(withoutAddresses(sentence))?.[0]
    .trim();
}

/**
 * What is printed without a space or a Chinese character is taken whole, then searched once: an address has :// or a dot and letters.
 * A sign stays in its place: the brackets around it are not empty.
 */
function withoutAddresses(sentence: string): string {
  return sentence.replace(/[!-~]+/g, (run) => {
    let from = run.search(/[a-z0-9+.-]:\/\/|[\w.-]\.[a-z]{2}/i);
    if (from < 0) return run;
    while (from > 0 && /[\w+.-]/.test(run.charAt(from - 1))) from--;
    return `${run.slice(0, from)}…`;
  });
}

/** Where a text names the body that it is of: its own report, its makers. */
const bodyNames = [
  /([一-龥]{2,30}?(?:人民政府|政府办公室|办公室|委员会|局|厅|中心))(?:\d{4}年(?:度)?)?政府信息公开(?:工作)?年度报告/,
  /(?:本报告由|本年度报告由)([一-龥]{2,30}?(?:人民政府|办公室|委员会|局|厅|中心))(?:负责)?(?:编制|汇总|解释|整理)/,
];

export function otherBody(sentence: string, agency: string): string | undefined {
  const own = shortName(agency);
  if (own === '') return undefined;
  for (const pattern of bodyNames) {
    const named = pattern
      .exec(sentence)?.[1]
      ?.replace(/^.*(?:编制了?|公布|公开|发布|公示|现将|根据|要求|形成了?|为)/, '');
    if (named === undefined || /^(?:本|我|各|全|市|县|区|省)/.test(named)) continue;
    const name = shortName(named);
    const isSame = name.length < 2 || name.includes(own) || own.includes(name) || isOwn(named, agency);
    if (!isSame && townshipOf(name) !== (townshipOf(own) ?? '')) return named;
  }
  return undefined;
}

/** 石矶乡 of 青石县石矶乡政府: a county above may stand before it or not. */
const townshipOf = (name: string): string | undefined =>
  /([^省市州县区旗]{2,8}(?:乡|镇|街道))(?:政府|办事处)?$/.exec(name)?.[1];

/** Without what people leave out when they name their own body. */
const shortName = (name: string): string =>
  withoutAsides(name)
    .replaceAll('人民政府', '政府')
    .replace(/办公室$|委员会$/, '')
    .trim();

/** An office's telephone has an area code, or eight digits at most; the one in the preamble is meant to be there. */
export function personalNumber(sentence: string): string | undefined {
  for (const [digits] of sentence.matchAll(/\d[\d ]{9,21}[\dXx]/g)) {
    const number = digits.replaceAll(' ', '');
    if (/^\d{17}[\dXx]$/.test(number) && isIdentity(number)) return masked(number);
    if (/^1[3-9]\d{9}$/.test(number)) return masked(number);
    if (/^\d{16,19}$/.test(number) && isCard(number)) return masked(number);
  }
  return undefined;
}

const masked = (number: string): string => `${number.slice(0, 3)}…${number.slice(-2)}`;

/** GB 11643: a weighted sum modulo 11. */
function isIdentity(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

/** Luhn's check digit, as on bank cards (GB/T 15694.1). */
function isCard(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
