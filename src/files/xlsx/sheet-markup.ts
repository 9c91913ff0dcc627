// A sheet as its part of a workbook. Elements stand in the order of the format: Excel calls a file with another one damaged.
import { markupText } from '../markup-text.ts';
import { addressOf } from './address.ts';
import type { BookSheet, Cell, Look } from './book.ts';
import { encodeText } from './sheet-text.ts';

/** Numbers of the looks and the texts that all sheets of a workbook share. */
export type Shared = {
  readonly lookNumber: (look: Look) => number;
  readonly textNumber: (text: string) => number;
};

const paperA4 = 9;

export function sheetMarkup(sheet: BookSheet, shared: Shared): string {
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewMarkup(sheet),
    `<cols>${sheet.widths.map(columnMarkup).join('')}</cols>`,
    `<sheetData>${rowsMarkup(sheet.rows, shared)}</sheetData>`,
    mergesMarkup(sheet.rows),
    pageMarkup(sheet.page),
    '</worksheet>',
  ].join('');
}

function viewMarkup({ hasGridLines, frozen }: BookSheet): string {
  const view = `workbookViewId="0"${hasGridLines ? '' : ' showGridLines="0"'}`;
  if (!frozen) return `<sheetViews><sheetView ${view}/></sheetViews>`;
  const { rows, columns } = frozen;
  const free = addressOf({ row: rows, col: columns });
  const pane = `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${free}" activePane="bottomRight" state="frozen"/>`;
  return `<sheetViews><sheetView ${view}>${pane}</sheetView></sheetViews>`;
}

const columnMarkup = (width: number, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;

function rowsMarkup(rows: BookSheet['rows'], shared: Shared): string {
  // Programs draw the borders of a merged cell by the looks of all places under it.
  const covered = new Map<string, Look>();
  return rows
    .map((cells, row) => {
      const written = cells.map((cell, col) => {
        const address = addressOf({ row, col });
        if (cell) {
          const { format, ...drawn } = cell.look ?? {};
          for (const under of placesUnder(cell, row, col)) covered.set(under, drawn);
          return cellMarkup(cell, address, shared);
        }
        const look = covered.get(address);
        return look ? `<c r="${address}" s="${shared.lookNumber(look)}"/>` : '';
      });
      const height = Math.max(0, ...cells.map((cell) => cell?.height ?? 0));
      const high = height > 0 ? ` ht="${height}" customHeight="1"` : '';
      return `<row r="${row + 1}"${high}>${written.join('')}</row>`;
    })
    .join('');
}

function placesUnder({ columnSpan = 1, rowSpan = 1 }: Cell, row: number, col: number): readonly string[] {
  return Array.from({ length: columnSpan * rowSpan - 1 }, (_, at) =>
    addressOf({ row: row + Math.floor((at + 1) / columnSpan), col: col + ((at + 1) % columnSpan) }),
  );
}

function cellMarkup({ value, formula, look = {} }: Cell, address: string, { lookNumber, textNumber }: Shared): string {
  const start = `<c r="${address}" s="${lookNumber(look)}"`;
  if (formula !== undefined) {
    const type = typeof value === 'string' ? ' t="str"' : '';
    // Formulas are ours: addresses, functions and quotation marks, which may stand in an element.
    return `${start}${type}><f>${formula}</f><v>${value ?? ''}</v></c>`;
  }
  if (value === undefined || value === '') return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="s"><v>${textNumber(encodeText(value))}</v></c>`;
}

function mergesMarkup(rows: BookSheet['rows']): string {
  const merges = rows.flatMap((cells, row) =>
    cells.flatMap((cell, col) => {
      const { columnSpan = 1, rowSpan = 1 } = cell ?? {};
      if (columnSpan * rowSpan === 1) return [];
      const last = addressOf({ row: row + rowSpan - 1, col: col + columnSpan - 1 });
      return [`<mergeCell ref="${addressOf({ row, col })}:${last}"/>`];
    }),
  );
  return merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
}

function pageMarkup({ orientation, isOnePage, header = '' }: BookSheet['page']): string {
  // In a header & begins a command; a header beyond 255 characters makes Excel call the file damaged.
  const printed = header.length <= 100 ? markupText(header.replaceAll('&', '&&')) : '';
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    `<pageSetup paperSize="${paperA4}" orientation="${orientation}" fitToWidth="1" fitToHeight="${isOnePage ? 1 : 0}"/>`,
    ...(printed === '' ? [] : [`<headerFooter><oddHeader>&amp;R${printed}</oddHeader></headerFooter>`]),
  ].join('');
}
