// A report as an Excel workbook: the three official tables to look at, print and fill in, the narratives, and a list of all
// cells for programs. It says exactly what the report file says; reading it back gives the same report.
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import { judgeAnswers } from '../../checks/judge.ts';
import { lawOf } from '../../formats/registry.ts';
import type { Content } from '../../report/draft.ts';
import { type Export, reportFile } from '../json/write-report.ts';
import type { BookSheet } from './book.ts';
import { cellSheet } from './cell-sheet.ts';
import { finishing } from './finishing.ts';
import { longTexts } from './long-texts.ts';
import { tableSections } from './sheet-names.ts';
import { encodeText } from './sheet-text.ts';
import { tableSheet } from './table-sheet.ts';
import { textSheet } from './text-sheet.ts';

/** Throws for a format that the registry does not have. */
export async function writeXlsx(content: Content, by: Export): Promise<Blob> {
  const law = lawOf(content.format);
  const file = reportFile(content, by);
  const judged = judgeAnswers(law, content.answers);
  const sheets = [
    ...tableSections.map((section) => tableSheet(law, section, file, judged)),
    textSheet(law, content),
    cellSheet(law, file),
  ];
  const long = longTexts();
  const written = sheets.map((sheet): Sheet<Blob> => ({ ...sheet.options, ...sheetOf(sheet, long.standIn) }));
  const look = { fontFamily: '宋体', fontSize: 10, features: [finishing(sheets)] };
  return long.putBack(await writeXlsxFile(written, look).toBlob());
}

function sheetOf({ name, rows, widths }: BookSheet, standIn: (text: string) => string): Sheet<Blob> {
  return {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row) => row.map((cell) => written(cell, standIn))),
  };
}

// Every text of a cell passes here; formulas are ours and plain.
function written(cell: Cell, standIn: (text: string) => string): Cell {
  if (typeof cell === 'string') return standIn(encodeText(cell));
  if (cell === null || typeof cell !== 'object' || !('value' in cell)) return cell;
  const { value, type } = cell;
  return typeof value === 'string' && type !== 'Formula' ? { ...cell, value: standIn(encodeText(value)) } : cell;
}
