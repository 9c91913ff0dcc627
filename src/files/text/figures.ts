// What stands for a figure in a text: 12, 1,234, 5次, +19, 减4, 22（其中修订16件）, —, 无. Not 「1.」, which numbers a label,
// not 「— 2 —」, which numbers a page.
import { folded } from '../recognise/wording.ts';

const unit = '(?:万元|[件项次个宗条份元])';
const figure = new RegExp(
  `^(?:[-+]|[增减](?:加|少)?)?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?${unit}?(?:\\([^()]{1,200}\\))?$`,
);
const placeholder = /^(?:[-—–/\\]{1,3}|无|没有|未发生|空)$/;
const remark = /^\([^()]{1,200}\)$/;
const longest = 220;

export function isFigure(text: string): boolean {
  if (text.length > longest) return false;
  const plain = folded(text);
  return figure.test(plain) || placeholder.test(plain);
}

/** 「（其中修订16件）」 or 「次」 apart from the figure that it belongs to. */
export function goesOn(text: string): boolean {
  if (text.length > longest) return false;
  const plain = folded(text);
  return remark.test(plain) || new RegExp(`^${unit}$`).test(plain);
}

/** The figures of a list as people type one: 「1，0，11」. Undefined where a comma may stand for thousands, or it is none. */
export function listed(text: string): readonly string[] | undefined {
  const parts = text.split(/[，、；;]/).filter((part, at, all) => part !== '' || at < all.length - 1);
  if (parts.length < 2 || !parts.every(isFigure)) return undefined;
  return /\d，\d{3}(?!\d)/.test(text) ? undefined : parts;
}

/** A plain number, as a page may be numbered with; undefined for anything else. */
export function pageNumber(text: string): number | undefined {
  const plain = folded(text);
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
}
