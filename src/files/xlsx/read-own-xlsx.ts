// Reads back a workbook that this app wrote and a person may have filled in further: figures and notes from the tables, by
// their places, the rest from the text sheet and the list of cells. Where a label no longer stands in its place it reads
// nothing, and the workbook is left to be read by meaning.
import { judgeAnswers } from '../../checks/judge.ts';
import type { Law } from '../../checks/law.ts';
import { state } from '../../checks/verdict.ts';
import { layoutOf } from '../../formats/layout.ts';
import { isFormatId, lawOf } from '../../formats/registry.ts';
import { type Content, emptyContent, withNotes } from '../../report/draft.ts';
import { figureFromNumber } from '../../report/figure.ts';
import type { Cell } from '../../report/format.ts';
import { read, write } from '../../report/reading.ts';
import { reportYearOf } from '../../report/report-year.ts';
import { isWritable } from '../json/file-answers.ts';
import { reportKind, reportVersion } from '../json/report-file.ts';
import { settleTotals, type TotalsRead } from '../settle-totals.ts';
import { type CellList, type ListedCell, readCellSheet } from './cell-sheet.ts';
import { cellSheetName, tableSections, tableSheetNames, textSheetName } from './sheet-names.ts';
import { pieces } from './sheet-text.ts';
import type { Grid, GridCell } from './sheet-xml.ts';
import { readNote } from './table-note.ts';
import { boxPlaces, endRow, placesOf } from './table-places.ts';
import { readTextSheet, type TextSheet } from './text-sheet.ts';
import { totalFormulas } from './total-formula.ts';
import { openWorkbook } from './workbook.ts';

export type OwnXlsx = {
  readonly ok: true;
  readonly content: Content;
  readonly totals: TotalsRead;
  /** Cells whose table sheet says something else than the list of cells; the table sheet is what was read. */
  readonly disagreements: readonly string[];
};

/** Undefined for any other file, also a damaged one. */
export function readOwnXlsx(bytes: Uint8Array): OwnXlsx | undefined {
  try {
    const sheets = new Map(openWorkbook(bytes)?.sheets.map((sheet) => [sheet.name, sheet]));
    const listSheet = sheets.get(cellSheetName);
    if (!listSheet) return undefined;
    const list = readCellSheet(listSheet.read());
    const law = lawOfList(list);
    const prose = law && sheets.get(textSheetName)?.read();
    const texts = prose && readTextSheet(prose, law);
    const tables = law && readTables(law, list, (name) => sheets.get(name)?.read());
    return texts && tables ? ownXlsx(law, list, texts, tables) : undefined;
  } catch {
    // What is wrong with the file is said by the reader that comes next.
    return undefined;
  }
}

function lawOfList({ particulars: { kind, version, format, year } }: CellList): Law | undefined {
  const isOurs = kind === reportKind && version === String(reportVersion);
  const isYear = /^\d/.test(year) && reportYearOf(year) !== undefined;
  return isOurs && isYear && isFormatId(format) ? lawOf(format) : undefined;
}

/** What stands in a box, and whether it is the formula that was written there. */
type Found = { readonly cell: GridCell | undefined; readonly isOurFormula: boolean };

type Tables = {
  /** By cell id. */
  readonly found: ReadonlyMap<string, Found>;
  readonly notes: Readonly<Record<string, string>>;
};

/** Undefined where a sheet is missing or a label is not in its place. */
function readTables(law: Law, list: CellList, gridOf: (name: string) => Grid | undefined): Tables | undefined {
  const found = new Map<string, Found>();
  const notes: Record<string, string> = {};
  for (const section of tableSections) {
    const grid = gridOf(tableSheetNames[section]);
    if (!grid) return undefined;
    const rows = new Map(grid.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.col, cell]))]));
    const layout = layoutOf(law, section);
    const formulas = totalFormulas(law, boxPlaces(layout));
    for (const { part, row, col } of placesOf(layout)) {
      const cell = rows.get(row)?.get(col);
      if (part.kind === 'head') {
        if (bare(cell?.text ?? '') !== bare(part.label)) return undefined;
      } else {
        const formula = cell?.formula;
        found.set(part.cell.id, {
          cell,
          isOurFormula: formula !== undefined && formula === formulas.get(part.cell.id),
        });
      }
    }
    notes[section] = readNote(grid, endRow(layout), list.notes.get(String(section)) ?? '');
  }
  return { found, notes };
}

const bare = (text: string): string => text.replace(/\s/g, '');

function ownXlsx(law: Law, list: CellList, { narratives, date }: TextSheet, { found, notes }: Tables): OwnXlsx {
  const { agency, year, format } = list.particulars;
  const ours = law.cells.map(({ id }) => found.get(id)?.isOurFormula ?? false);
  const texts = law.cells.map((cell, at) =>
    ours[at] ? '' : answerOf(cell, found.get(cell.id)?.cell, list.cells.get(cell.id)),
  );
  const disagreements = law.cells.flatMap((cell, at) =>
    ours[at] || isSame(cell, texts[at] ?? '', list.cells.get(cell.id)) ? [] : [cell.id],
  );
  // A formula of ours says what is computed, whether or not its result was brought up to date.
  const judged = judgeAnswers(law, settleTotals(law, texts).answers);
  const filled = texts.map((text, at) => {
    const isWhole = ours[at] && judged.states[at] === state.computed;
    return isWhole ? write(judged.values[at] ?? 0, law.cells[at]?.decimals ?? 0) : text;
  });
  const { answers, totals } = settleTotals(law, filled);
  const content = {
    ...emptyContent(agency, Number(year), format),
    date: dayOf(date) ?? dayOf(list.particulars.date) ?? '',
    narratives,
    ...withNotes(notes),
    answers,
    explanations: list.explanations,
  };
  return { ok: true, content, totals, disagreements };
}

/** What a person would have typed for what the box shows. A number brings no remark; that stands in the list. */
function answerOf(cell: Cell, box: GridCell | undefined, listed: ListedCell | undefined): string {
  const text = box?.text ?? '';
  if (!box?.isNumber) {
    const whole = listed?.unread ?? '';
    if (whole !== '' && pieces(whole)[0] === text) return whole;
    return read(text, cell).kind === 'blank' ? '' : text;
  }
  const reading = read(text, cell);
  const remark = listed?.remark ?? '';
  if (reading.kind !== 'figure') return text;
  const isKept = remark !== '' && isWritable(reading.figure, remark, cell);
  return write(reading.figure, cell.decimals, isKept ? remark : undefined);
}

function isSame(cell: Cell, answer: string, listed: ListedCell | undefined): boolean {
  return meaning(cell, answer) === meaning(cell, listedAnswer(cell, listed));
}

function listedAnswer(cell: Cell, listed: ListedCell | undefined): string {
  if (!listed) return '';
  const figure = listed.figure === '' ? undefined : figureFromNumber(Number(listed.figure), cell);
  if (figure === undefined) return listed.figure || listed.unread;
  return write(figure, cell.decimals, listed.remark);
}

function meaning(cell: Cell, answer: string): string {
  const reading = read(answer, cell);
  if (reading.kind === 'figure') return write(reading.figure, cell.decimals, reading.remark);
  return reading.kind === 'blank' ? '' : answer;
}

/** YYYY-MM-DD of a day as people write it; undefined for what is no day. */
function dayOf(words: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?$/.exec(words) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}
