// Cuts the paragraphs of a document into the narratives of its sections, the date and what belongs to neither.
// Words are kept as they are, but for what a word processor or a web site left in; that is said.
import { chineseNumber } from '../../report/chinese-number.ts';
import type { Narratives, Notes, TableNumber } from '../../report/draft.ts';
import { tableNumbers } from '../../report/draft.ts';
import { type NarrativeId, narrativeIds, type SectionNumber } from '../../report/format.ts';
import type { SourceBlock } from '../document/source.ts';
import { type FoundHeading, isTableTitle } from './headings.ts';
import { isEdgeLine, isSiteLine } from './site-lines.ts';
import type { Title } from './title.ts';
import { isBlockTitle, isFormWord } from './vocabulary.ts';
import { folded } from './wording.ts';

export type NarrativesRead = {
  readonly narratives: Narratives;
  /** Text before or below tables, which belongs to them; undefined where there is none. */
  readonly notes: Notes | undefined;
  /** 成文日期 as YYYY-MM-DD, or empty. */
  readonly date: string;
  /** The name under the report, or empty. */
  readonly signed: string;
  /** Paragraphs that belong nowhere in the report. With where they stand. */
  readonly unplaced: readonly Line[];
  /** Lines of the site or the data sheet round the report. */
  readonly chrome: readonly string[];
  /** Sentences for the person. */
  readonly remarks: readonly string[];
};

type Line = { readonly place: string; readonly text: string };
/** Where a paragraph goes; what follows 情况说明 is kept apart, it is printed from the checks. */
type Pile = NarrativeId | TableNumber | 'explained' | 'unplaced';

const pileOf: Readonly<Record<SectionNumber, Pile>> = {
  1: 'overview',
  2: '2',
  3: '3',
  4: '4',
  5: 'problems',
  6: 'others',
};
const pileOfTable = { 2: '2', 3: '3', 4: '4' } as const;
const isOfTable = (pile: Pile): pile is TableNumber => tableNumbers.some((number) => number === pile);

const debris = /\[bookmark:[^\]\n]{0,200}\]/gi;

const day =
  /^(\d{4}|[〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/;

export function readNarratives(
  blocks: readonly SourceBlock[],
  headings: readonly FoundHeading[],
  title: Title | undefined,
  /** Blocks that hold an official table, and of which section it is. */
  tables: ReadonlyMap<number, 2 | 3 | 4 | undefined>,
  within: (block: SourceBlock) => boolean,
): NarrativesRead {
  const texts: Record<Pile, Line[]> = {
    preamble: [],
    overview: [],
    '2': [],
    '3': [],
    '4': [],
    problems: [],
    others: [],
    explained: [],
    unplaced: [],
  };
  const remarks: string[] = [];
  const chrome: string[] = [];
  let removed = 0;
  let current: Pile = 'preamble';
  let paragraph = 0;

  const lastTable = Math.max(-1, ...tables.keys());
  const headingAt = new Map(headings.map((heading) => [heading.at, heading]));
  const sections = new Set(headings.map(({ section }) => section));
  const has = (section: SectionNumber): boolean => sections.has(section);
  const take = (said: string): void => {
    const text = said
      .replace(debris, () => {
        removed++;
        return '';
      })
      .trim();
    if (text === '') return;
    const pile = isOfTable(current) && isNumber.test(folded(text)) ? 'unplaced' : current;
    if (isSiteLine(text)) chrome.push(text);
    else if (isOfTable(pile) && isTableTitle(text)) chrome.push(text);
    else if (!(isOfTable(pile) && (isFormWord(text) || isBlockTitle(text))))
      texts[pile].push({ place: `第 ${paragraph} 段`, text });
  };

  blocks.forEach((block, at) => {
    if (block.kind === 'paragraph') paragraph++;
    if (tables.has(at)) {
      const section = tables.get(at);
      current = section ? pileOfTable[section] : 'unplaced';
      return;
    }
    if (block.kind === 'table' || !within(block)) return;
    if (title && at >= title.from && at < title.to) return;
    const heading = headingAt.get(at);
    if (heading) current = pileOf[heading.section];
    else if (at > lastTable && folded(block.text) === '情况说明') current = 'explained';
    // What follows the last table and is no note to it can only be section 五, also without its heading.
    else if ((isOfTable(current) || current === 'unplaced') && at > lastTable && lastTable >= 0 && !has(5)) {
      if (!/^[（(]?(?:注|备注|说明)/.test(block.text.trim()) && !isSiteLine(block.text.trim())) current = 'problems';
    }
    if (title && title.to > 0 && at < title.from && isAside(block.text)) chrome.push(block.text.trim());
    else take(heading ? heading.rest : block.text);
  });

  const last = texts[current];
  chrome.push(...takeEdges(texts.preamble), ...takeTail(last));
  if (!has(1) && texts.overview.length === 0 && texts.preamble.length > 0) splitPreamble(texts, remarks);
  const signed = current === 'preamble' ? { date: '', name: '' } : takeSignature(last, title?.agency ?? '');
  if (signed.name !== '' && title?.agency && folded(signed.name) !== folded(title.agency)) {
    remarks.push(`落款「${signed.name}」与标题的机关名称不同，没有读入。`);
  }
  if (removed > 0) remarks.push(`去掉了 Word 留下的书签文字 ${removed} 处（如 [bookmark: _GoBack]）。`);
  for (const section of [1, 5, 6] as const) {
    if (!has(section) && (section !== 1 || texts.overview.length === 0))
      remarks.push(`没有找到第${'一二三四五六'[section - 1]}部分的标题。`);
  }
  const said = (pile: Pile): string => texts[pile].map(({ text }) => text).join('\n');
  const notes = tableNumbers.flatMap((number) => (said(number) === '' ? [] : [[number, said(number)] as const]));
  return {
    narratives: Object.fromEntries(narrativeIds.map((id) => [id, said(id)])) as Narratives,
    notes: notes.length > 0 ? Object.fromEntries(notes) : undefined,
    date: signed.date,
    signed: signed.name,
    unplaced: [...texts.unplaced, ...texts.explained],
    chrome,
    remarks,
  };
}

/** A lone number under a table is a page's, or a figure that has lost its box. */
const isNumber = /^[-+\d,.—–]+$/;

/** A line before the title: a site's menu or masthead, if it is no sentence. */
const isAside = (text: string): boolean => text.length <= 60 && !/[。；]/.test(text);

/** Takes out the lines of a data sheet between the title and the text: 来源, 发布日期 … */
function takeEdges(lines: Line[]): readonly string[] {
  const taken = lines.filter(({ text }) => isEdgeLine(text));
  const kept = lines.filter(({ text }) => !isEdgeLine(text));
  lines.splice(0, lines.length, ...kept);
  return taken.map(({ text }) => text);
}

/** Takes the lines of a site off the end of the text. In the middle of it such a line is the report's own. */
function takeTail(lines: Line[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && isEdgeLine(lines[end - 1]?.text ?? '')) end--;
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
const digitsOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? 0));
