// An official table as a sheet: labels and spans of its layout, figures as numbers, totals as formulas.
import type { Judgement } from '../../checks/judge.ts';
import type { Law } from '../../checks/law.ts';
import { computedTotal } from '../../checks/verdict.ts';
import { type Box, type Head, layoutOf } from '../../formats/layout.ts';
import { reportTitle } from '../../report/draft.ts';
import type { ReportFile } from '../json/report-file.ts';
import type { PartPlace } from '../paper/part-places.ts';
import { type BookSheet, type Cell, charactersWide } from './book.ts';
import { type Shown, shown } from './figure-cell.ts';
import { type TableSection, tableSheetNames } from './sheet-names.ts';
import { pieces } from './sheet-text.ts';
import { noteRows } from './table-note.ts';
import { boxPlaces, captionRows, endRow, placesOf } from './table-places.ts';
import { totalFormulas } from './total-formula.ts';

/** Official widths are for 10 pt on paper; a screen wants more air, and a column has to hold seven digits. */
const charactersPerMm = 0.75;
/** Characters. A column grows with its numbers up to this; a longer one is written as text, which wraps. */
const widest = 40;
/** Points: a line of 10 pt, and the least height of a row. */
const line = 14;
const lowest = 21;

const border = { isBordered: true, alignVertical: 'center', isWrapped: true } as const;
const centred = { ...border, align: 'center' } as const;
const sentence = { ...border, align: 'left', indent: 1 } as const;
const caption = { fontSize: 14, isBold: true, align: 'center', alignVertical: 'center' } as const;

export function tableSheet(law: Law, section: TableSection, file: ReportFile, judged: Judgement): BookSheet {
  const layout = layoutOf(law, section);
  const isLong = section === 3;
  const places = placesOf(layout);
  const widths = columnWidths(
    layout.widths.map((width) => width * charactersPerMm),
    places,
    (id) => shown(file, id, widest - 2),
  );
  const room = ({ col, part }: PartPlace): number => sum(widths.slice(col, col + part.colSpan)) - 1;

  const formulas = totalFormulas(law, boxPlaces(layout));
  const boxCell = (place: PartPlace, box: Box): Cell => {
    const { id } = box.cell;
    const formula = isComputed(law, judged, id) ? formulas.get(id) : undefined;
    if (formula === undefined) return figureCell(box, shown(file, id, room(place)), room(place));
    return { ...boxOf(box, '0'), formula, value: file.figures[id] ?? '' };
  };
  const rows: (Cell | null)[][] = Array.from({ length: endRow(layout) }, () => layout.widths.map(() => null));
  rows[0]?.splice(0, 1, { look: caption, value: layout.caption, columnSpan: layout.widths.length, height: 32 });
  for (const place of places) {
    const { part, row, col } = place;
    rows[row]?.splice(col, 1, part.kind === 'box' ? boxCell(place, part) : headCell(part, room(place), isLong));
  }
  return {
    name: tableSheetNames[section],
    rows: [...rows, ...noteRows(file.notes?.[section] ?? '', widths.length, sum(widths))],
    widths,
    hasGridLines: false,
    // Headings and row labels of the long table stay in view.
    ...(isLong ? { frozen: { rows: captionRows + layout.head.length, columns: labelColumns(places) } } : {}),
    page: { orientation: section === 4 ? 'landscape' : 'portrait', isOnePage: true, header: reportTitle(file) },
  };
}

const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);

/** Untouched, or typed as what the parts add up to: then the formula says the same. */
function isComputed(law: Law, judged: Judgement, id: string): boolean {
  const { reading } = judged.at(id);
  if (reading?.kind === 'blank') return true;
  return reading?.kind === 'figure' && !reading.remark && computedTotal(law, judged, id) === reading.figure;
}

/** Labels that are sentences start at the left, as printed; short ones stand in the middle. */
function headCell({ label, scope, colSpan, rowSpan }: Head, room: number, isSentence: boolean): Cell {
  return {
    look: isSentence && scope === 'row' ? sentence : centred,
    value: label,
    columnSpan: colSpan,
    rowSpan,
    ...(rowSpan === 1 ? { height: heightOf(label, room) } : {}),
  };
}

const boxOf = ({ colSpan }: Box, format?: string): Cell => ({
  look: format === undefined ? centred : { ...centred, format },
  columnSpan: colSpan,
  height: lowest,
});

function figureCell(box: Box, { value, format }: Shown, room: number): Cell {
  if (value === undefined) return boxOf(box);
  if (format) return { ...boxOf(box, format), value };
  // A person's text may be longer than a cell: all of it stands in the list of cells.
  const text = pieces(String(value))[0] ?? '';
  return { ...boxOf(box), value: text, height: heightOf(text, room) };
}

/** Excel makes neither a merged cell nor a number higher by itself, and no row higher than 409 pt. */
function heightOf(text: string, room: number): number {
  return Math.min(409, Math.max(lowest, Math.ceil(charactersWide(text) / room) * line + 6));
}

function columnWidths(
  official: readonly number[],
  places: readonly PartPlace[],
  shownIn: (id: string) => Shown,
): readonly number[] {
  const widths = [...official];
  for (const { part, col } of places) {
    if (part.kind !== 'box' || part.colSpan > 1) continue;
    const { text, format } = shownIn(part.cell.id);
    if (format) widths[col] = Math.max(widths[col] ?? 0, charactersWide(text) + 2);
  }
  return widths.map((width) => Math.round(width * 10) / 10);
}

function labelColumns(places: readonly PartPlace[]): number {
  return Math.min(...places.filter(({ part }) => part.kind === 'box').map(({ col }) => col));
}
