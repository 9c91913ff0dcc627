// Numbers as reports write them: 1,234 · １２ · 十二 · 12余.
import { chineseNumber } from '../../report/chinese-number.ts';

/** What a number in a text says: exactly so many, or so many and some more. */
export type Said = { readonly number: number; readonly isAbout: boolean };

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

/** 40余 is 40 to 49, 120余 120 to 129, 300多 300 to 399: what the last digit that is not 0 leaves open. */
export function fits({ number, isAbout }: Said, figure: number): boolean {
  if (!isAbout) return figure === number;
  const zeros = /0*$/.exec(String(number))?.[0].length ?? 0;
  return figure >= number && figure < number + 10 ** zeros;
}
