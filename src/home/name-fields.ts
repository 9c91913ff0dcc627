// What the list takes as an agency's name and as a year of report, wherever it asks a person for them.
import * as z from 'zod/mini';
import { longestAgency, tooLongWords } from '../report/limits.ts';

// The page forbids code made from text.
z.config({ jitless: true });

export const firstYear = 2008;
export const lastYear = 2100;

/** `missing` is said where nothing is filled in. */
export const agencyField = (missing: string) =>
  z.string().check(
    z.trim(),
    z.minLength(1, missing),
    z.maxLength(longestAgency, {
      error: ({ input }) => tooLongWords('机关全称', String(input).length, longestAgency),
    }),
  );

/** `wrong` is said of everything that is no year of a report. */
export const yearField = (wrong: string) => z.pipe(z.pipe(z.string(), z.transform(readYear)), z.number(wrong));

/** Full-width digits and a trailing 年 are what people type. NaN for what is no year from the first to the last. */
export function readYear(text: string): number {
  const plain = text
    .trim()
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/年度?$/, '');
  const year = /^\d{4}$/.test(plain) ? Number(plain) : Number.NaN;
  return year >= firstYear && year <= lastYear ? year : Number.NaN;
}
