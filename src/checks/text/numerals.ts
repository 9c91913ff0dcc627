// Numbers as reports write them: 1,234 · １２ · 十二 · 12余.

/** What a number in a text says: exactly so many, or so many and some more. */
export type Said = { readonly number: number; readonly isAbout: boolean };

const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The source of a pattern for a number with a possible 余; its groups are not to be counted on. Nothing counted has more digits. */
export const numberPattern =
  '(?:\\d{1,3}(?:[,，]\\d{3}){1,4}|\\d{1,12}|[零〇一二两三四五六七八九十百千万]{1,12})(?:余|多)?';

/** Undefined for text that is no number. */
export function numberOf(text: string): Said | undefined {
  const isAbout = /[余多]$/.test(text);
  const bare = text.replace(/[余多]$/, '');
  const plain = bare.replace(/[,，]/g, '');
  if (/^\d+$/.test(plain)) return { number: Number(plain), isAbout };
  const number = chineseNumber(bare);
  return number === undefined ? undefined : { number, isAbout };
}

/** 一百二十 → 120, 二〇二五 → 2025, 一万零三 → 10003. */
function chineseNumber(text: string): number | undefined {
  const even = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (even === '') return undefined;
  if (/^[零一二三四五六七八九]+$/.test(even)) return Number([...even].map((digit) => digits.indexOf(digit)).join(''));
  const [before, after] = even.includes('万') ? even.split('万') : ['', even];
  if (before !== '' && after !== undefined) return below(before ?? '') * 10_000 + below(after);
  return below(even);
}

function below(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = units[sign];
    if (unit === undefined) digit = digits.indexOf(sign);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + Math.max(0, digit);
}

/** 40余 is 40 to 49, 120余 120 to 129, 300多 300 to 399: what the last digit that is not 0 leaves open. */
export function fits({ number, isAbout }: Said, figure: number): boolean {
  if (!isAbout) return figure === number;
  const zeros = /0*$/.exec(String(number))?.[0].length ?? 0;
  return figure >= number && figure < number + 10 ** zeros;
}
