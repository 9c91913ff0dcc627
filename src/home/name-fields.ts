// What the list takes as an agency's name and as a year of report, wherever it asks a person for them.

import * as z from 'zod/mini';
import { longestAgency, tooLongWords } from '../report/limits.ts';
import { isReportYear } from '../report/report-year.ts';
import { halfWidth } from '../report/text-forms.ts';

// The page forbids code made from text.
z.config({ jitless: true });

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
  const plain = halfWidth(text.trim()).replace(/年度?$/, '');
  const year = /^\d{4}$/.test(plain) ? Number(plain) : Number.NaN;
  return isReportYear(year) ? year : Number.NaN;
}
