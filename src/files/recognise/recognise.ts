// From what a document says to a report: whose, of which year, in which format, its figures and its narratives.
// Nothing is guessed into a box: what the words do not place is listed, with where it stands, and goes along as a note.
import type { Law } from '../../checks/law.ts';
import type { FormatId } from '../../formats/registry.ts';
import { formatForYear, formatIds, lawOf } from '../../formats/registry.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import type { Source, SourceBlock } from '../document/source.ts';
import type { TotalsRead } from '../settle-totals.ts';
import { settleTotals } from '../settle-totals.ts';
import type { ReadAs } from './columns.ts';
import type { TablesRead, Unplaced } from './found-rows.ts';
import { findHeadings } from './headings.ts';
import { readNarratives } from './narratives.ts';
import { type Offers, offersOf } from './offers.ts';
import { isAnswer } from './table-rows.ts';
import { readTables } from './tables.ts';
import { findTitle } from './title.ts';
import { labelOf, likeness } from './wording.ts';

export type Recognised = {
  /** Agency '' and year 0 where the title does not say them. */
  readonly content: Content;
  readonly totals: TotalsRead;
  /** Cells of the format that stand in the document, filled or blank. */
  readonly found: number;
  /** Ids of those that do not, in official order. */
  readonly missing: readonly string[];
  /** Figures and lines that have no place in the report, with where they stand. */
  readonly unplaced: readonly Unplaced[];
  /** Labels that were understood although they are printed otherwise. */
  readonly readAs: readonly ReadAs[];
  /** What was left out, and what could not be found: sentences. */
  readonly notes: readonly string[];
  /** Agency and year as sentences of the text have them, where the title does not say them. Nobody has taken them yet. */
  readonly offers: Offers;
};

/** `format` is given where it is known: what is read is for a report of that format. */
export function recognise(source: Source, format?: FormatId): Recognised {
  const all = readTables(source.blocks);
  const second = secondReport(source.blocks, all);
  const blocks = second ? source.blocks.slice(0, second.at) : source.blocks;
  const tables = second ? readTables(blocks) : all;
  const headings = findHeadings(blocks, tables.sections);
  const marks = [...headings.map(({ at }) => at), ...tables.official];
  const end = Math.min(blocks.length, ...marks);
  const title = findTitle(blocks, end, source.title);
  const law = lawOf(format ?? formatOf(tables, title?.year));
  placeUnknownRows(tables, law);
  const within = withinArticle(blocks, title && title.to > 0 ? [...marks, title.from] : marks);
  const sectionOf = new Map([...tables.official].map((at) => [at, tables.sections.get(at)]));
  const text = readNarratives(blocks, headings, title, sectionOf, within);
  const said = blocks.flatMap((block) => (block.kind === 'paragraph' && within(block) ? block.text : []));
  const offers = offersOf(said, text.signed);
  const texts = law.cells.map(({ id }) => tables.found.get(id)?.text ?? '');
  const { answers, totals } = settleTotals(law, texts);
  const round = [...text.chrome, ...outside(blocks, within)];
  const others = otherTables(blocks, tables.official);
  const bare = tablesOfFigures(blocks, tables.official, end, within);
  const unplaced = [
    ...unplacedCells(tables, law),
    ...tables.unplaced,
    ...tables.unknownRows,
    ...bare,
    ...text.unplaced.map(({ place, text }) => ({ place, label: '', texts: [text] })),
  ];
  return {
    content: {
      ...emptyContent(title?.agency ?? '', title?.year ?? 0, law.id),
      date: text.date,
      narratives: text.narratives,
      ...(text.notes ? { notes: text.notes } : {}),
      answers,
      note: noteOf(unplaced),
    },
    totals,
    found: law.cells.filter(({ id }) => tables.found.has(id)).length,
    missing: law.cells.flatMap(({ id }) => (tables.found.has(id) ? [] : [id])),
    unplaced,
    readAs: tables.readAs,
    offers: {
      ...(title?.agency || !offers.agency ? {} : { agency: offers.agency }),
      ...(title?.year || !offers.year ? {} : { year: offers.year }),
    },
    notes: [
      ...source.leftOut,
      ...text.remarks,
      ...(second
        ? [`文件里不止一份年报：「${second.title}」和它后面的内容没有读入。请把它另存成一个文件，再导入一次。`]
        : []),
      ...(others.length > 0 ? [`不是年报的表格没有读入：${others.join('；')}。`] : []),
      ...(round.length > 0 ? [`正文以外的文字 ${round.length} 段没有读入：${quoted(round)}。`] : []),
    ],
  };
}

/** Where another report begins, if the document holds one: a whole title after official tables, and the same tables after it. */
function secondReport(
  blocks: readonly SourceBlock[],
  { sections }: TablesRead,
): { readonly at: number; readonly title: string } | undefined {
  const [first] = sections.keys();
  const lastTable = Math.max(-1, ...sections.keys());
  if (first === undefined) return undefined;
  const title = findTitle(blocks.slice(first + 1, lastTable), lastTable - first - 1, undefined);
  if (!title?.agency || !title.year) return undefined;
  const at = first + 1 + title.from;
  const [before, after] = [[...sections].filter(([n]) => n < at), [...sections].filter(([n]) => n > at)];
  const isAgain = after.some(([, section]) => before.some(([, other]) => other === section));
  return isAgain ? { at, title: `${title.agency}${title.year}年` } : undefined;
}

/** Tables without a word, in the middle of the report: figures that have lost their headings. */
function tablesOfFigures(
  blocks: readonly SourceBlock[],
  official: ReadonlySet<number>,
  from: number,
  within: (block: SourceBlock) => boolean,
): readonly Unplaced[] {
  let number = 0;
  return blocks.flatMap((block, at): readonly Unplaced[] => {
    if (block.kind !== 'table') return [];
    number++;
    if (official.has(at) || at < from || !within(block)) return [];
    const rows = block.rows.map((row) => row.flatMap(({ text }) => text.trim() || []));
    if (!rows.flat().every(isAnswer)) return [];
    return rows.flatMap((texts, n) =>
      texts.length > 0 ? [{ place: `第 ${number} 个表第 ${n + 1} 行`, label: '', texts }] : [],
    );
  });
}

/** Table 二 decides: its columns differ. Where it says nothing table 三 does, then the year. */
function formatOf({ found }: TablesRead, year: number | undefined): FormatId {
  const forYear = formatForYear(year ?? 2021);
  for (const section of [2, 3]) {
    const votes = formatIds.map((id) => ({
      id,
      votes: lawOf(id).cells.filter((cell) => cell.table.section === section && found.has(cell.id)).length,
    }));
    const most = Math.max(...votes.map(({ votes }) => votes));
    const leaders = votes.filter(({ votes }) => votes === most);
    const [leader] = leaders;
    if (most > 0 && leaders.length === 1 && leader) return leader.id;
  }
  return forYear;
}

/** A row whose label nobody understands, between two neighbours of the form with just one row between them, is that row. */
function placeUnknownRows(tables: TablesRead, law: Law): void {
  const rows = law.tables.flatMap((table) => table.rows.map((row) => ({ key: `${table.id}/${row.id}`, table, row })));
  const place = (key: string | undefined, none: number): number =>
    key === undefined ? none : rows.findIndex((row) => row.key === key);
  const many = new Map<string | undefined, number>();
  for (const { before } of tables.unknownRows) many.set(before, (many.get(before) ?? 0) + 1);
  for (const unknown of [...tables.unknownRows]) {
    const before = place(unknown.before, -1);
    const between = rows.slice(before + 1, place(unknown.after, rows.length));
    const [only] = between;
    if (!only || between.length !== 1 || many.get(unknown.before) !== 1) continue;
    if (likeness(labelOf(unknown.label), labelOf(only.row.label)) < 0.4) continue;
    const texts = unknown.columns.get(only.table.id);
    if (!texts) continue;
    for (const [column, text] of texts)
      tables.found.set(`${only.key}/${column}`, { text, place: unknown.place, label: unknown.label });
    tables.readAs.push({ printed: unknown.label, as: only.row.label });
    tables.unknownRows.splice(tables.unknownRows.indexOf(unknown), 1);
  }
}

/** Figures of boxes that this format does not have: an undivided （六） in a 2021 report. */
function unplacedCells({ found }: TablesRead, law: Law): readonly Unplaced[] {
  const rows = new Map<string, { place: string; label: string; texts: string[] }>();
  for (const [id, { text, place, label }] of found) {
    if (law.cell(id) || text === '') continue;
    const row = rows.get(place) ?? { place, label, texts: [] };
    row.texts.push(text);
    rows.set(place, row);
  }
  return [...rows.values()];
}

/** What encloses all that is the report's for sure; text outside it belongs to the site. */
function withinArticle(blocks: readonly SourceBlock[], marks: readonly number[]): (block: SourceBlock) => boolean {
  const paths = marks.map((at) => blocks[at]?.within ?? []);
  const [first = [], ...others] = paths;
  if (marks.length < 2) return () => true;
  const shared = first.findIndex((number, depth) => others.some((path) => path[depth] !== number));
  const depth = shared < 0 ? first.length : shared;
  const article = first.slice(0, depth);
  return ({ within = [] }) => article.every((number, at) => within[at] === number);
}

const outside = (blocks: readonly SourceBlock[], within: (block: SourceBlock) => boolean): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' && !within(block) ? block.text.trim() : []));

const quoted = (texts: readonly string[]): string =>
  texts
    .slice(0, 4)
    .map((text) => `「${text.length > 24 ? `${text.slice(0, 24)}…` : text}」`)
    .join('') + (texts.length > 4 ? ' 等' : '');

/** 「第 1 个表（3 行，索引号 014321…）」 */
function otherTables(blocks: readonly SourceBlock[], official: ReadonlySet<number>): readonly string[] {
  let number = 0;
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'table') return [];
    number++;
    if (official.has(at)) return [];
    const first = (block.rows[0] ?? []).map(({ text }) => text.trim()).join(' ');
    return [`第 ${number} 个表（${block.rows.length} 行，${first.length > 16 ? `${first.slice(0, 16)}…` : first}）`];
  });
}

/** What goes along with the draft: a line for each thing that has no place in it. */
function noteOf(unplaced: readonly Unplaced[]): string {
  return unplaced.map(({ place, label, texts }) => `${place}${label && `「${label}」`}：${texts.join(' ')}`).join('\n');
}
