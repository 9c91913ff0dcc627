// Finds the headings of the six sections among the paragraphs, by their words: numbers may be missing or others, the
// wording one of those that have really been published. A sub-heading of section 一 that sounds like a section is not one.
import type { SectionNumber } from '../../report/format.ts';
import { sectionNumbers } from '../../report/format.ts';
import type { SourceBlock, SourceParagraph } from '../document/source.ts';
import { folded, type Label, labelOf, likeness } from './wording.ts';

export type FoundHeading = {
  readonly section: SectionNumber;
  /** Position of the paragraph among the blocks. */
  readonly at: number;
  /** Text that follows the heading in the same paragraph. */
  readonly rest: string;
};

/** Wordings of the official forms and of published reports. The first is the official one. */
const wordings: Readonly<Record<SectionNumber, readonly string[]>> = {
  1: ['总体情况', '工作总体情况', '政府信息公开总体情况', '政府信息公开工作总体情况', '总体概况', '概述', '基本情况'],
  2: ['主动公开政府信息情况', '主动公开政府信息的情况', '主动公开情况', '政府信息主动公开情况'],
  3: [
    '收到和处理政府信息公开申请情况',
    '收到和处理政府信息公开申请的情况',
    '政府信息公开申请情况',
    '收到和处理政府信息公开申请',
    '依申请公开情况',
  ],
  4: [
    '政府信息公开行政复议、行政诉讼情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '政府信息公开行政复议和行政诉讼情况',
    '行政复议、行政诉讼情况',
    '因政府信息公开被申请行政复议、提起行政诉讼情况',
  ],
  5: [
    '存在的主要问题及改进情况',
    '政府信息公开工作存在的主要问题及改进情况',
    '存在问题及改进情况',
    '存在的主要问题及整改措施',
    '存在的主要问题及改进措施',
    '存在的问题及改进措施',
    '存在的问题和改进措施',
    '主要问题及改进情况',
    '存在的不足及改进措施',
  ],
  6: ['其他需要报告的事项', '需要报告的其他事项', '其他需要报告的情况', '其他需报告的事项', '其他报告事项', '其他事项'],
};

const hanNumerals = ['一', '二', '三', '四', '五', '六'];

const bare = (text: string): Label => ({ ...labelOf(text), numeral: '' });

const labels = sectionNumbers.map((section) => ({ section, labels: wordings[section].map(bare) }));

/** Whether a line is the heading of a section, by its words and its numeral or by its words alone. */
export function isSectionHeading(text: string): boolean {
  const plain = folded(text);
  if (plain.length < 4 || plain.length > 40) return false;
  const label = labelOf(plain);
  const words = { ...label, numeral: '' };
  return labels.some(({ section, labels }) => {
    const like = Math.max(...labels.map((one) => likeness(words, one)));
    return like === 1 || (like >= 0.7 && label.numeral === hanNumerals[section - 1]);
  });
}

type Candidate = FoundHeading & {
  readonly score: number;
  /** Numbered as a part of a section: （一）, 1. */
  readonly isSub: boolean;
};

/** `tables` tells which blocks hold an official table, and of which section. */
export function findHeadings(
  blocks: readonly SourceBlock[],
  tables: ReadonlyMap<number, 2 | 3 | 4>,
): readonly FoundHeading[] {
  const candidates = blocks.flatMap((block, at) => (block.kind === 'paragraph' ? candidatesOf(block, at) : []));
  const chosen = sectionNumbers.flatMap((section) => {
    const own = candidates.filter((candidate) => candidate.section === section);
    return choose(section, own, tables, blocks);
  });
  return [...chosen].sort((a, b) => a.at - b.at);
}

function candidatesOf(paragraph: SourceParagraph, at: number): readonly Candidate[] {
  const whole = scored(paragraph, paragraph.text, '', at);
  if (whole.length > 0) return whole;
  // 「六、其他需要报告的事项：无。」: a heading that goes on as a sentence, only with the section's own numeral.
  const parts = /^(\s*[一二三四五六]\s*[、.．][^：:。\s]{2,30})[：:。\s]+(\S[\s\S]*)$/.exec(paragraph.text);
  if (!parts?.[1]) return [];
  return scored(paragraph, parts[1], parts[2] ?? '', at).filter(({ score }) => score >= 1);
}

function scored(paragraph: SourceParagraph, text: string, rest: string, at: number): readonly Candidate[] {
  const plain = folded(text);
  if (plain.length > 40) return [];
  const label = labelOf(plain.replace(/[.…·]*\d*$/, '') || plain);
  if (label.body === '') return [];
  const words = { ...label, numeral: '' };
  return labels.flatMap(({ section, labels }): readonly Candidate[] => {
    const like = Math.max(...labels.map((one) => likeness(words, one)));
    if (like < 0.7) return [];
    const own = label.numeral === hanNumerals[section - 1];
    const sub = label.numeral !== '' && !hanNumerals.includes(label.numeral);
    // 「无其他需要报告的事项。」 is what a section says, not what it is called.
    const isSentence = like < 1 && /[。；;！]\s*$/.test(text);
    const score =
      like + (own ? 0.3 : 0) - (isSentence ? 0.3 : 0) - (sub ? 0.3 : 0) + (paragraph.heading === undefined ? 0 : 0.1);
    return [{ section, at, rest, score, isSub: sub }];
  });
}

function choose(
  section: SectionNumber,
  candidates: readonly Candidate[],
  tables: ReadonlyMap<number, 2 | 3 | 4>,
  blocks: readonly SourceBlock[],
): readonly FoundHeading[] {
  const first = [...tables].find(([, of]) => of === section)?.[0];
  if (first !== undefined) return aboveTable(first, candidates, blocks);
  const firm = candidates.filter(({ score }) => score >= 0.8);
  const best = Math.max(...firm.map(({ score }) => score));
  const equal = firm.filter(({ score }) => score > best - 0.05);
  // A table of contents comes before what it lists.
  return equal.slice(-1);
}

/**
 * The heading of a table stands above it, the last one that is most like it; what sounds like it further up is a part of
 * section 一. It may be said again below: as the table's caption.
 */
function aboveTable(
  first: number,
  candidates: readonly Candidate[],
  blocks: readonly SourceBlock[],
): readonly FoundHeading[] {
  let from = first;
  while (from > 0 && blocks[from - 1]?.kind !== 'table') from--;
  const above = candidates.filter(({ at }) => at < first && at >= from);
  // Below this there is nothing that a section would say, down to the table.
  const places = new Set(above.map(({ at }) => at));
  let close = first;
  for (let at = first - 1; at >= from; at--) {
    const block = blocks[at];
    if (places.has(at)) close = at;
    else if (!block || !isCaption(block)) break;
  }
  const fit = above.filter(({ at, isSub, score }) => at >= close || (!isSub && score >= ownNumeral));
  if (fit.length === 0) return [];
  const best = fit.reduce((most, { score }) => Math.max(most, score), 0);
  const start = fit.reduce((last, { at, score }) => (score > best - 0.05 ? at : last), -1);
  return above.filter(({ at, isSub }) => at === start || (!isSub && (at > start || at === start - 1)));
}

/** A likeness of 0.9 and more, and the section's own numeral. */
const ownNumeral = 1.2;

/** What may stand between a heading and its table: a unit, a number, a hint. */
const isCaption = (block: SourceBlock): boolean =>
  block.kind === 'paragraph' && (isTableTitle(block.text) || /^\s*[（(][^（）()]{1,60}[)）]\s*$/.test(block.text));

/** 「表一：主动公开政府信息情况」, 「政府信息公开情况统计表」, 「单位：件」: what is printed round a table and says nothing. */
export function isTableTitle(text: string): boolean {
  const plain = folded(text);
  return (
    /^(?:附?表[一二三四1-4](?:[:：、.].{0,30})?|[^。，；:]{0,40}(?:统计表|情况表|一览表))$/.test(plain) ||
    /^\(?(?:计量|统计)?单位[:：][^，。；:]{1,12}\)?$/.test(plain)
  );
}
