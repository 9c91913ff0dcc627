// Reads whose report it is and of which year from the title, which may stand on up to three lines, have its parts in
// another order, or lack 工作. What it does not say stays unknown: no agency is taken from anywhere else.
import { reportYearOf } from '../../report/report-year.ts';
import type { SourceBlock } from '../document/source.ts';
import { folded } from './wording.ts';

export type Title = {
  readonly agency: string;
  readonly year: number | undefined;
  /** The blocks it stands on, the last one excluded. Both 0 where it comes from outside the text. */
  readonly from: number;
  readonly to: number;
};

const longest = 80;

/** Looks through the blocks before `end`, then at what the document calls itself. */
export function findTitle(blocks: readonly SourceBlock[], end: number, own: string | undefined): Title | undefined {
  const lines = blocks.slice(0, end).map(lineOf);
  let best: Title | undefined;
  for (let from = 0; from < end; from++) {
    let text = '';
    for (const size of [1, 2, 3]) {
      const line = lines[from + size - 1];
      if (line === undefined) break;
      text += line;
      const title = readTitle(text);
      if (!title) continue;
      const found = { ...title, from, to: from + size };
      if (isBetter(found, best)) best = found;
    }
  }
  const outside = best?.agency && best.year ? undefined : own && readTitle(own.split(/[-_|—]{1,2}/)[0] ?? '');
  if (!best) return outside ? { ...outside, from: 0, to: 0 } : undefined;
  return outside ? { ...best, agency: best.agency || outside.agency, year: best.year ?? outside.year } : best;
}

// The more complete title wins, then the one on fewer lines: before it may stand the site's own headings and breadcrumbs.
function isBetter(title: Title, best: Title | undefined): boolean {
  if (!best) return true;
  const parts = ({ agency, year }: Title): number => (agency ? 1 : 0) + (year ? 1 : 0);
  if (parts(title) !== parts(best)) return parts(title) > parts(best);
  return title.to - title.from < best.to - best.from;
}

/** The text of a paragraph that may be a line of a title. */
const lineOf = (block: SourceBlock): string | undefined =>
  block.kind === 'paragraph' && folded(block.text).length <= longest && !/[。；;]/.test(block.text)
    ? block.text.trim()
    : undefined;

/** The agency and year that a title names; undefined for a text that is no title of such a report. */
export function readTitle(text: string): Pick<Title, 'agency' | 'year'> | undefined {
  const plain = folded(text).replace(/\[bookmark:[^\]]{0,200}\]/gi, '');
  if (plain.length > longest || !plain.includes('报告')) return undefined;
  const parts =
    /^(.*?)(?:关于)?(?:(?:政府)?信息公开)(?:工作)?(?:的)?(?:(\d{4}|[〇○零一二三四五六七八九]{4})?年度?)?(?:工作)?(?:情况)?(?:的)?报告(.*)$/.exec(
      plain,
    );
  if (!parts) return undefined;
  const [, before = '', inside, after = ''] = parts;
  if (inside === undefined && !/年/.test(before + after) && !/年度?(?:工作)?报告/.test(plain)) return undefined;
  // What follows may be the year in brackets and nothing else.
  const behind = /^\(?(?:(\d{4})年?度?)?\)?$/.exec(after);
  if (!behind) return undefined;
  const front = /^(.*?)(?:关于)?(\d{4}|[〇○零一二三四五六七八九]{4})年?度?(.*)$/.exec(before);
  const year = reportYearOf(inside ?? behind[1] ?? front?.[2] ?? '');
  const agency = (front ? front[1] + (front[3] ?? '') : before).replace(/[的关于]*$/, '').replace(/^[:：>》·]+/, '');
  return { agency: isName.test(agency) ? original(text, agency) : '', year };
}

/** A breadcrumb, a date or a source line before the title is no agency. */
const isName = /^(?!.*\d{4})[^>:|/\\=@©*]{2,60}$/;

/** The agency as it is printed, brackets and all, where the folded one is found in the text without its spaces. */
function original(text: string, agency: string): string {
  const bare = text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
  const at = folded(bare).indexOf(agency);
  return at >= 0 && folded(bare).length === bare.length ? bare.slice(at, at + agency.length) : agency;
}
