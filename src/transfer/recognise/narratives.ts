// Cuts the paragraphs of a document into the narratives of its sections, the date and what belongs to neither.
// Words are kept as they are, but for what a word processor or a web site left in; that is said.
import type { Narratives } from '../../report/draft.ts';
import { noNarratives } from '../../report/draft.ts';
import type { NarrativeId, SectionNumber } from '../../report/format.ts';
import type { SourceBlock } from '../document/source.ts';
import type { FoundHeading } from './headings.ts';
import type { Title } from './title.ts';
import { folded } from './wording.ts';

export type NarrativesRead = {
  readonly narratives: Narratives;
  /** 成文日期 as YYYY-MM-DD, or empty. */
  readonly date: string;
  /** Paragraphs that belong to no narrative: notes under tables, site chrome. With where they stand. */
  readonly unplaced: readonly { readonly place: string; readonly text: string; readonly isChrome: boolean }[];
  /** Sentences for the person. */
  readonly notes: readonly string[];
};

type Line = { readonly at: number; readonly text: string };

const narrativeOf: Partial<Record<SectionNumber, NarrativeId>> = { 1: 'overview', 5: 'problems', 6: 'others' };

/** Lines of a site that stand round an article, and those of a document's data sheet. */
const chrome =
  /^(?:索引号|信息索引|信息分类|主题分类|发布机构|发文机关|发布日期|发文日期|生成日期|成文日期|公开日期|文号|信息名称|名称|主题词|关键词|来源|信息来源|作者|编辑|责任编辑|浏览(?:次数|量)?|阅读|点击|字号|字体|打印|时间|日期|有效性|当前位置|您(?:的|所在的)?位置)[:：】\]]|^(?:【?(?:打印|关闭|收藏|返回|分享|字体)[^。]{0,16}】?$|打印本页|关闭窗口|扫一扫|分享到|版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|网站标识码|上一篇|下一篇|相关(?:链接|附件|文章|阅读|信息)|返回顶部|首页\b)|ICP备|公网安备|Copyright|^\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/i;

const debris = /\[bookmark:[^\]\n]*\]/gi;

const day =
  /^(\d{4}|[〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/;

export function readNarratives(
  blocks: readonly SourceBlock[],
  headings: readonly FoundHeading[],
  title: Title | undefined,
  official: ReadonlySet<number>,
  within: (block: SourceBlock) => boolean,
): NarrativesRead {
  const texts: Record<NarrativeId, Line[]> = { preamble: [], overview: [], problems: [], others: [] };
  const unplaced: { place: string; text: string; isChrome: boolean }[] = [];
  const notes: string[] = [];
  let removed = 0;
  let date = '';
  let current: NarrativeId | undefined = 'preamble';
  let paragraph = 0;

  const lastTable = Math.max(-1, ...official);
  const headingAt = new Map(headings.map((heading) => [heading.at, heading]));
  const has = (section: SectionNumber): boolean => headings.some((heading) => heading.section === section);
  const take = (at: number, said: string): void => {
    const text = said.replace(debris, () => {
      removed++;
      return '';
    });
    if (text.trim() === '') return;
    const isChrome = chrome.test(text.trim());
    if (!current || isChrome) unplaced.push({ place: `第 ${paragraph} 段`, text: text.trim(), isChrome });
    else texts[current].push({ at, text: text.trim() });
  };

  blocks.forEach((block, at) => {
    if (block.kind === 'paragraph') paragraph++;
    if (official.has(at)) {
      current = undefined;
      return;
    }
    if (block.kind === 'table' || !within(block)) return;
    if (title && at >= title.from && at < title.to) return;
    const heading = headingAt.get(at);
    if (heading) current = narrativeOf[heading.section];
    // What follows the last table and is no note to it can only be section 五, also without its heading.
    else if (current === undefined && at > lastTable && !has(5) && !/^[（(]?(?:注|备注|说明)/.test(block.text.trim()))
      current = 'problems';
    take(at, heading ? heading.rest : block.text);
  });

  if (!has(1) && texts.overview.length === 0 && texts.preamble.length > 0) splitPreamble(texts, notes);
  const last: NarrativeId | undefined = has(6) ? 'others' : has(5) ? 'problems' : undefined;
  if (last) date = takeSignature(texts[last]);
  if (removed > 0) notes.push(`去掉了 Word 留下的书签文字 ${removed} 处（如 [bookmark: _GoBack]）。`);
  for (const section of [1, 5, 6] as const) {
    if (!has(section) && (section !== 1 || texts.overview.length === 0))
      notes.push(`没有找到第${'一二三四五六'[section - 1]}部分的标题。`);
  }
  const narratives = { ...noNarratives };
  return {
    narratives: Object.fromEntries(
      (Object.keys(narratives) as NarrativeId[]).map((id) => [id, texts[id].map(({ text }) => text).join('\n')]),
    ) as Narratives,
    date,
    unplaced,
    notes,
  };
}

/** Without a heading 一: the paragraphs on the report itself (basis, period, contact) are the preamble, the others are 一. */
function splitPreamble(texts: Record<NarrativeId, Line[]>, notes: string[]): void {
  const about = /条例|本(?:年度)?报告|统计期限|编制|电子版/;
  const end = texts.preamble.findIndex(({ text }) => !about.test(text));
  if (end < 0) return;
  texts.overview.push(...texts.preamble.splice(end));
  notes.push('没有找到「一、总体情况」的标题，表格之前的文字放进了第一部分，请核对。');
}

/** Takes 署名 and 成文日期 off the end of the last section. */
function takeSignature(lines: Line[]): string {
  const at = lines.findIndex(({ text }, n) => n >= lines.length - 3 && day.test(folded(text)));
  const found = day.exec(folded(lines[at]?.text ?? ''));
  if (at < 0 || !found) return '';
  const signed = lines[at - 1];
  const isName =
    signed !== undefined &&
    signed.text.length <= 40 &&
    !/[。；：，、]/.test(signed.text) &&
    !/^[（(]?[一二三四五六七八九十\d]+[）)、.]/.test(signed.text);
  lines.splice(isName ? at - 1 : at);
  const [, year = '', month = '', dayOf = ''] = found;
  return `${digitsOf(year)}-${String(digitsOf(month)).padStart(2, '0')}-${String(digitsOf(dayOf)).padStart(2, '0')}`;
}

/** 二〇二六 → 2026, 十二 → 12, 三十一 → 31; digits stay. */
function digitsOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const figures = '〇一二三四五六七八九';
  const value = (sign: string): number => Math.max(0, figures.indexOf(sign));
  const plain = text.replace(/[○零]/g, '〇');
  const ten = plain.indexOf('十');
  if (ten < 0) return Number([...plain].map(value).join(''));
  return (ten === 0 ? 1 : value(plain[ten - 1] ?? '')) * 10 + value(plain[ten + 1] ?? '');
}
