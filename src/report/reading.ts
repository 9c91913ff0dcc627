// The only place where text becomes a number. A cell is three things, never two: blank, unreadable, or a figure.
// It accepts what people really type and print, and refuses the rest with a sentence that says what to write.
// It never guesses: what cannot be read stays as typed.

import { figureFromText, figureText, isKeepable } from './figure.ts';
import type { Unit } from './format.ts';
import { halfWidth } from './text-forms.ts';

export type Reading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | {
      readonly kind: 'figure';
      /** In smallest units of the cell (分 for money). */
      readonly figure: number;
      /** A printed remark, without its brackets: 其中修订16件. */
      readonly remark?: string;
      /** Said to the person when the typed unit was converted: 52.15万元 → 521500元. */
      readonly converted?: string;
    };

/** What reading needs to know of a cell. */
export type Kind = { readonly unit: Unit; readonly decimals: number; readonly signed: boolean };

const blank: Reading = { kind: 'blank' };

// Units that people write behind a count. 个 and 宗 are everyday words for the same thing.
const counted = ['件', '项', '次', '个', '宗', '条', '份'];
const money: readonly Unit[] = ['元', '万元'];
// How many places the point moves from the written unit to the cell's.
const shifts: Record<string, number> = { 万元元: 4, 元万元: -4 };

const placeholders = /^(?:[-/\\—–－／、.·*]+|无|没有|未发生|否|空|n\/?a|nil|none)$/i;

/** Longer is certainly no figure, and reading stays quick. What is written of a figure with the longest remark fits. */
const longest = 1000;
const longestRemark = 900;

// A space between digits counts as a separator, so that 「1 234」 reads and 「12 34」, two numbers in one box, does not.
function plain(text: string): string {
  return halfWidth(text)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim()
    .replace(/(\d)\s+(?=\d)/g, '$1,')
    .replace(/\s+/g, '')
    .replace(/[−‐‑]/g, '-');
}

/** Reads the text of one cell. Never throws, whatever the text. */
export function read(text: string, kind: Kind): Reading {
  if (text.length > longest) return refuse('内容太长，不是一个数。请只写数。');
  const tidy = plain(text);
  if (tidy === '') return blank;
  const { body, remark } = splitRemark(tidy, text);
  if (remark && remark.length > longestRemark) return refuse(`括号里的说明太长，请不要超过 ${longestRemark} 字。`);
  const answer = readBody(body, kind);
  return answer.kind === 'figure' && remark ? { ...answer, remark } : answer;
}

// 「22（其中修订16件）」: the remark is the last bracket and keeps the brackets and spaces it was typed with inside.
function splitRemark(tidy: string, text: string): { body: string; remark?: string } {
  const bracket = /^([^(]+)\((.+)\)$/.exec(tidy);
  if (!bracket?.[1]) return { body: tidy };
  const typed = /[(（]([\s\S]+)[)）][^)）]*$/.exec(text)?.[1]?.trim();
  return typed ? { body: bracket[1], remark: typed } : { body: tidy };
}

function readBody(body: string, kind: Kind): Reading {
  const { unit, decimals, signed } = kind;
  if (placeholders.test(body)) return refuse(`「${clip(body)}」不是数。没有发生请填 0；还不清楚就先空着。`);
  const parts = /^(增加?|减少?|[+-]?)(\d[\d,]*(?:\.\d*)?)(\D*)$/.exec(body);
  if (!parts) return refuseText(body, unit);
  const [, sign = '', number = '', suffix = ''] = parts;
  if (!signed && /^[-减]/.test(sign)) return refuse(`这里不能填负数。请填 0 或大于 0 的${unitWord(unit)}。`);
  if (!signed && sign) return refuse(`这里填数量本身，不填增减。请去掉「${sign}」，只写数。`);
  if (!separatorsFit(number)) return refuse(`「${clip(number)}」里的逗号或小数点位置不对。请写成 1234 或 1,234。`);
  const shift = unitShift(suffix, unit, body);
  if (typeof shift === 'string') return refuse(shift);
  const digits = number.replaceAll(',', '').replace(/\.$/, '');
  const figure = figureFromText((/^[-减]/.test(sign) ? '-' : '') + digits, { decimals }, shift);
  if (figure === undefined) return refuse(tooFine(digits, kind, shift));
  if (!isKeepable(figure, { decimals })) return refuse('这个数太大，无法准确保存。请核对位数和单位。');
  return shift === 0
    ? { kind: 'figure', figure }
    : { kind: 'figure', figure, converted: `${digits}${suffix} ＝ ${figureText(figure, { decimals })}${unit}` };
}

// Either no separators, or one before every three digits: 1,234 is one number, 1,23 is a slip.
function separatorsFit(number: string): boolean {
  return !number.endsWith('.') && (/^\d+(\.\d+)?$/.test(number) || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number));
}

/** Places to move the point, or the sentence that refuses the unit. */
function unitShift(suffix: string, unit: Unit, body: string): number | string {
  if (suffix === '' || suffix === unit) return 0;
  const isMoney = money.includes(unit);
  if (isMoney) {
    return shifts[suffix + unit] ?? `「${clip(suffix)}」不能换算成${unit}。请写成以${unit}为单位的数。`;
  }
  if (counted.includes(suffix)) return 0;
  if (/^[余多来]|左右|约/.test(suffix)) return `「${clip(suffix)}」不是确数。请填准确的${unitWord(unit)}。`;
  return `「${clip(body)}」里的「${clip(suffix)}」看不懂。请只写数，例如 12 或 12${unit}。`;
}

function tooFine(digits: string, { unit, decimals }: Kind, shift: number): string {
  if (decimals === 0) return `${unitWord(unit)}必须是整数，「${clip(digits)}」带小数。`;
  return `最多 ${Math.max(decimals + shift, 0)} 位小数（精确到分），「${clip(digits)}」位数过多。`;
}

function refuseText(body: string, unit: Unit): Reading {
  if (/^[-+]?[\d.,]+e[-+]?\d+$/i.test(body)) {
    return refuse(`「${clip(body)}」是科学记数。请写出全部数字，例如 1000。`);
  }
  if (/^[约近超逾]|[余多几]|左右/.test(body)) return refuse(`「${clip(body)}」不是确数。请填准确的${unitWord(unit)}。`);
  if (/\d/.test(body))
    return refuse(`「${clip(body)}」不是一个数。请只写一个数，例如 12；说明写在括号里，例如 22（其中修订16件）。`);
  return refuse(`「${clip(body)}」不是数。请用阿拉伯数字填写，没有发生请填 0。`);
}

const unitWord = (unit: Unit): string => (money.includes(unit) ? '金额' : `${unit}数`);
const clip = (text: string): string => (text.length > 12 ? `${[...text].slice(0, 12).join('')}…` : text);
const refuse = (reason: string): Reading => ({ kind: 'unreadable', reason });

/** The text that stands for a figure and its remark: what is shown after leaving a cell, printed, and read back as the same reading. */
export function write(figure: number, decimals: number, remark?: string): string {
  return figureText(figure, { decimals }) + (remark ? `（${remark}）` : '');
}
