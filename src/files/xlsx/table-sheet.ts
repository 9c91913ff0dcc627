// An official table as a sheet: labels and spans of its layout, figures as numbers, totals as formulas.
import type { Cell } from 'write-excel-file/universal';
import type { Judgement } from '../../checks/judge.ts';
import type { Law } from '../../checks/law.ts';
import { computedTotal } from '../../checks/verdict.ts';
import { type Box, type Head, layoutOf } from '../../formats/layout.ts';
import { reportTitle } from '../../report/draft.ts';
import type { ReportFile } from '../json/report-file.ts';
import type { PartPlace } from '../paper/part-places.ts';
import { addressOf } from './address.ts';
import { type BookSheet, charactersWide } from './book.ts';
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

const border = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center', wrap: true } as const;

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
  const results = new Map<string, number | ''>();
  const boxCell = (place: PartPlace, box: Box): Cell => {
    const { id } = box.cell;
    const formula = isComputed(law, judged, id) ? formulas.get(id) : undefined;
    if (formula === undefined) return figureCell(box, shown(file, id, room(place)), room(place));
    results.set(addressOf(place), file.figures[id] ?? '');
    return { ...figureLook(box), value: formula, type: 'Formula', format: '0' };
  };
  const rows: Cell[][] = Array.from({ length: endRow(layout) }, () => layout.widths.map(() => null));
  rows[0]?.splice(0, 1, { ...caption, value: layout.caption, columnSpan: layout.widths.length });
  for (const place of places) {
    const { part, row, col } = place;
    rows[row]?.splice(col, 1, part.kind === 'box' ? boxCell(place, part) : headCell(part, room(place), isLong));
  }
  return {
    name: tableSheetNames[section],
    rows: [...rows, ...noteRows(file.notes?.[section] ?? '', widths.length, sum(widths))],
    widths,
    options: {
      showGridLines: false,
      // Headings and row labels of the long table stay in view.
      ...(isLong
        ? { stickyRowsCount: captionRows + layout.head.length, stickyColumnsCount: labelColumns(places) }
        : {}),
    },
    page: { orientation: section === 4 ? 'landscape' : 'portrait', isOnePage: true, header: reportTitle(file) },
    results,
  };
}

const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);

const caption = { fontSize: 14, fontWeight: 'bold', align: 'center', alignVertical: 'center', height: 32 } as const;

/** Untouched, or typed as what the parts add up to: then the formula says the same. */
function isComputed(law: Law, judged: Judgement, id: string): boolean {
  const { reading } = judged.at(id);
  if (reading?.kind === 'blank') return true;
  return reading?.kind === 'figure' && !reading.remark && computedTotal(law, judged, id) === reading.figure;
}

/** Labels that are sentences start at the left, as printed; short ones stand in the middle. */
function headCell({ label, scope, colSpan, rowSpan }: Head, room: number, isSentence: boolean): Cell {
  return {
    ...border,
    value: label,
    columnSpan: colSpan,
    rowSpan,
    ...(isSentence && scope === 'row' ? { align: 'left', indent: 1 } : { align: 'center' }),
    ...(rowSpan === 1 ? { height: heightOf(label, room) } : {}),
  };
}

const figureLook = ({ colSpan }: Box) => ({ ...border, align: 'center', columnSpan: colSpan, height: lowest }) as const;

function figureCell(box: Box, { value, format }: Shown, room: number): Cell {
  if (value === undefined) return figureLook(box);
  if (format) return { ...figureLook(box), value, format };
  // A person's text may be longer than a cell: all of it stands in the list of cells.
  const text = pieces(String(value))[0] ?? '';
  return { ...figureLook(box), value: text, type: String, height: heightOf(text, room) };
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
