import { chineseNumber } from './chinese-number.ts';

/** 政府信息公开条例 is in force since 2008-05-01; there is no report of an earlier year. */
export const firstReportYear = 2008;
export const lastReportYear = 2100;

export const isReportYear = (year: number): boolean =>
  Number.isInteger(year) && year >= firstReportYear && year <= lastReportYear;

/** 「2025」 or 「二〇二五」; undefined for what is no year of a report. */
export function reportYearOf(text: string): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : chineseNumber(text);
  return year !== undefined && isReportYear(year) ? year : undefined;
}
