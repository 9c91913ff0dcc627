// A figure as a cell of a sheet: a real number that can be added up, its remark shown by the number format.
// What no number can hold is written as text.
import type { ReportFile } from '../json/report-file.ts';
import { charactersWide } from './book.ts';

/** Excel keeps 15 significant digits; a longer number would come back changed. */
const largest = 1e15;

/** What a number is written as: itself, or its text where Excel would not keep it. */
export function exactly(figure: number): number | string {
  const isKept = Math.abs(figure) < largest && Number(figure.toPrecision(15)) === figure;
  return isKept ? figure : String(figure);
}

export type Shown = {
  /** Absent for a blank. */
  readonly value?: number | string;
  /** Number format, only of numbers. */
  readonly format?: string;
  /** How it looks, to measure it. */
  readonly text: string;
};

/** `room` is in characters: a number that does not fit is shown as ####, while text wraps. */
export function shown(file: ReportFile, id: string, room: number): Shown {
  const unread = file.unread?.[id];
  if (unread !== undefined) return { value: unread, text: unread };
  const figure = file.figures[id] ?? null;
  if (figure === null) return { text: '' };
  const remark = file.remarks?.[id];
  const plain = plainText(figure);
  const text = plain + (remark === undefined ? '' : `（${remark}）`);
  const value = exactly(figure);
  const format = numberFormat(plain, remark);
  if (typeof value === 'string' || format === undefined || charactersWide(text) > room) return { value: text, text };
  return { value, format, text };
}

// toFixed, because 0.000001 and smaller print with an exponent.
function plainText(figure: number): string {
  const text = String(figure);
  return text.includes('e') ? figure.toFixed(6).replace(/\.?0+$/, '') : text;
}

/** Undefined where Excel takes no such format. */
function numberFormat(plain: string, remark: string | undefined): string | undefined {
  const decimals = plain.split('.')[1]?.length ?? 0;
  const digits = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  if (remark === undefined) return digits;
  // A quotation mark cannot stand within quotation marks.
  const format = `${digits}"（${remark.replaceAll('"', '"\\""')}）"`;
  return format.length <= 200 && !/[\p{C}\u2028\u2029]/u.test(remark) ? format : undefined;
}
