// Cuts the paragraphs of a document into the narratives of its sections, the date and what belongs to neither.
// Words are kept as they are, but for what a word processor or a web site left in; that is said.
import type { Narratives } from '../../report/draft.ts';
import { type NarrativeId, narrativeIds, type SectionNumber } from '../../report/format.ts';
import type { SourceBlock } from '../document/source.ts';
import type { FoundHeading } from './headings.ts';
import type { Title } from './title.ts';
import { folded } from './wording.ts';

export type NarrativesRead = {
  readonly narratives: Narratives;
  /** 成文日期 as YYYY-MM-DD, or empty. */
  readonly date: string;
  /** Paragraphs that belong to no narrative, as notes under tables do. With where they stand. */
  readonly unplaced: readonly Line[];
  /** Lines of the site or the data sheet round the report. */
  readonly chrome: readonly string[];
  /** Sentences for the person. */
  readonly notes: readonly string[];
};

type Line = { readonly place: string; readonly text: string };
/** Where a paragraph goes; what follows 情况说明 is kept apart, it is printed from the checks. */
type Pile = NarrativeId | 'explained' | 'unplaced';

const narrativeOf: Partial<Record<SectionNumber, NarrativeId>> = { 1: 'overview', 5: 'problems', 6: 'others' };

/** Lines of a site that stand round an article, and those of a document's data sheet. */
const chromeLine =
  /^(?:索引号|信息索引|信息分类|主题分类|发布机构|发文机关|发布日期|发文日期|生成日期|成文日期|公开日期|文号|信息名称|名称|主题词|关键词|来源|信息来源|作者|编辑|责任编辑|浏览(?:次数|量)?|阅读|点击|字号|字体|打印|时间|日期|有效性|当前位置|您(?:的|所在的)?位置)[:：】\]]|^(?:【?(?:打印|关闭|收藏|返回|分享|字体)[^。]{0,16}】?$|打印本页|关闭窗口|扫一扫|分享到|版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|网站标识码|上一篇|下一篇|相关(?:链接|附件|文章|阅读|信息)|返回顶部|首页(?:\s|>|$))|ICP备|公网安备|Copyright|^\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/i;

const debris = /\[bookmark:[^\]\n]{0,200}\]/gi;

const day =
  /^(\d{4}|[〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/;

export function readNarratives(
  blocks: readonly SourceBlock[],
  headings: readonly FoundHeading[],
  title: Title | undefined,
  official: ReadonlySet<number>,
  within: (block: SourceBlock) => boolean,
): NarrativesRead {
  const texts: Record<Pile, Line[]> = {
    preamble: [],
    overview: [],
    problems: [],
    others: [],
    explained: [],
    unplaced: [],
  };
  const notes: string[] = [];
  let removed = 0;
  let current: Pile = 'preamble';
  let paragraph = 0;

  const lastTable = Math.max(-1, ...official);
  const headingAt = new Map(headings.map((heading) => [heading.at, heading]));
  const sections = new Set(headings.map(({ section }) => section));
  const has = (section: SectionNumber): boolean => sections.has(section);
  const take = (said: string): void => {
    const text = said.replace(debris, () => {
      removed++;
      return '';
    });
    if (text.trim() !== '') texts[current].push({ place: `第 ${paragraph} 段`, text: text.trim() });
  };

  blocks.forEach((block, at) => {
    if (block.kind === 'paragraph') paragraph++;
    if (official.has(at)) {
      current = 'unplaced';
      return;
    }
    if (block.kind === 'table' || !within(block)) return;
    if (title && at >= title.from && at < title.to) return;
    const heading = headingAt.get(at);
    if (heading) current = narrativeOf[heading.section] ?? 'unplaced';
    else if (at > lastTable && folded(block.text) === '情况说明') current = 'explained';
    // What follows the last table and is no note to it can only be section 五, also without its heading.
    else if (
      current === 'unplaced' &&
      at > lastTable &&
      !has(5) &&
      !/^[（(]?(?:注|备注|说明)/.test(block.text.trim())
    ) {
      current = 'problems';
    }
    take(heading ? heading.rest : block.text);
  });

  const last = texts[current];
  const chrome = [...takeChrome(texts.preamble), ...takeTail(last)];
  if (!has(1) && texts.overview.length === 0 && texts.preamble.length > 0) splitPreamble(texts, notes);
  const signed = current === 'preamble' ? { date: '', name: '' } : takeSignature(last, title?.agency ?? '');
  if (signed.name !== '' && folded(signed.name) !== folded(title?.agency ?? '')) {
    notes.push(`落款「${signed.name}」与标题的机关名称不同，没有读入。`);
  }
  if (removed > 0) notes.push(`去掉了 Word 留下的书签文字 ${removed} 处（如 [bookmark: _GoBack]）。`);
  for (const section of [1, 5, 6] as const) {
    if (!has(section) && (section !== 1 || texts.overview.length === 0))
      notes.push(`没有找到第${'一二三四五六'[section - 1]}部分的标题。`);
  }
  const narrative = (id: NarrativeId): string => texts[id].map(({ text }) => text).join('\n');
  return {
    narratives: Object.fromEntries(narrativeIds.map((id) => [id, narrative(id)])) as Narratives,
    date: signed.date,
    unplaced: [...texts.unplaced, ...texts.explained],
    chrome,
    notes,
  };
}

/** Takes out the lines of a data sheet between the title and the text: 来源, 发布日期 … */
function takeChrome(lines: Line[]): readonly string[] {
  const taken = lines.filter(({ text }) => chromeLine.test(text));
  const kept = lines.filter(({ text }) => !chromeLine.test(text));
  lines.splice(0, lines.length, ...kept);
  return taken.map(({ text }) => text);
}

/** Takes the lines of a site off the end of the text. In the middle of it such a line is the report's own. */
function takeTail(lines: Line[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && chromeLine.test(lines[end - 1]?.text ?? '')) end--;
  return lines.splice(end).map(({ text }) => text);
}

/** Without a heading 一: the paragraphs on the report itself (basis, period, contact) are the preamble, the others are 一. */
function splitPreamble(texts: Pick<Record<Pile, Line[]>, 'preamble' | 'overview'>, notes: string[]): void {
  const about = /条例|本(?:年度)?报告|统计期限|编制|电子版/;
  const end = texts.preamble.findIndex(({ text }) => !about.test(text));
  if (end < 0) return;
  texts.overview.push(...texts.preamble.splice(end));
  notes.push('没有找到「一、总体情况」的标题，表格之前的文字放进了第一部分，请核对。');
}

/** What a name ends with that stands under a report. */
const officeEnd = /(?:府|局|委|办|厅|院|会|处|站|队|所|中心|公司|室|部|社|行|校|馆|园|科|组|台|（示例）)$/;

/** Takes 署名 and 成文日期 off the end of the last section; other lines near them stay. */
function takeSignature(lines: Line[], agency: string): { readonly date: string; readonly name: string } {
  const at = lines.findIndex(({ text }, n) => n >= lines.length - 3 && day.test(folded(text)));
  const found = day.exec(folded(lines[at]?.text ?? ''));
  if (at < 0 || !found) return { date: '', name: '' };
  const above = lines[at - 1]?.text ?? '';
  const isName =
    (agency !== '' && folded(above) === folded(agency)) ||
    (above.length <= 40 && officeEnd.test(above) && !/[。；：，、]/.test(above));
  lines.splice(isName ? at - 1 : at, isName ? 2 : 1);
  const [, year = '', month = '', dayOf = ''] = found;
  const two = (text: string): string => String(digitsOf(text)).padStart(2, '0');
  return { date: `${digitsOf(year)}-${two(month)}-${two(dayOf)}`, name: isName ? above : '' };
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
