// A figure is a whole number of its cell's smallest units (件, or 分 for money), so sums are exact.
// This file moves figures to and from decimal text and JSON numbers; it never adds and never rounds.

/** Money is kept below 10^15 分 so that its decimal text survives a JSON number (15 significant digits always do). */
const largestMoney = 1e15 - 1;

export type Scale = { readonly decimals: number };

/** Whether a whole number of smallest units is one we can keep exactly. */
export function isKeepable(figure: number, { decimals }: Scale): boolean {
  return Number.isSafeInteger(figure) && (decimals === 0 || Math.abs(figure) <= largestMoney);
}

/** Decimal text of a figure, in the cell's unit, without separators or trailing zeros: 727012578 at 4 decimals → "72701.2578". */
export function figureText(figure: number, { decimals }: Scale): string {
  if (decimals === 0) return String(figure);
  const digits = String(Math.abs(figure)).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  const whole = digits.slice(0, -decimals);
  return (figure < 0 ? '-' : '') + whole + (fraction && `.${fraction}`);
}

/** The number that stands in a file, in the cell's unit. */
export function figureNumber(figure: number, scale: Scale): number {
  return Number(figureText(figure, scale));
}

/**
 * The figure that plain decimal text stands for: optional sign, digits, optional fraction.
 * `shift` moves the point first (4: the text is in 万元, the cell in 元). Undefined when there are more decimals than the cell has.
 */
export function figureFromText(text: string, { decimals }: Scale, shift = 0): number | undefined {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  const digits = whole + fraction;
  const surplus = fraction.length - decimals - shift;
  if (surplus > 0 && !/^0*$/.test(digits.slice(-surplus))) return undefined;
  const kept = surplus > 0 ? digits.slice(0, -surplus) : digits + '0'.repeat(-surplus);
  const figure = Number(kept);
  return sign === '-' && figure !== 0 ? -figure : figure;
}

/** The figure of a number found in a file; undefined where it has more decimals than the cell or cannot be kept. */
export function figureFromNumber(value: number, scale: Scale): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = String(value);
  const figure = figureFromText(text.includes('e') ? plainText(value, scale) : text, scale);
  return figure !== undefined && isKeepable(figure, scale) ? figure : undefined;
}

// 1e-6 prints with an exponent; toFixed keeps the digits a cell can have, and the comparison drops what it would round.
function plainText(value: number, { decimals }: Scale): string {
  const text = value.toFixed(decimals);
  return Number(text) === value ? text : '';
}
