// A report as an Excel workbook: the three official tables to look at, print and fill in, the narratives, and a list of all
// cells for programs. It says exactly what the report file says; reading it back gives the same report.
import { judgeAnswers } from '../../checks/judge.ts';
import { lawOf } from '../../formats/registry.ts';
import type { Content } from '../../report/draft.ts';
import { type Export, reportFile } from '../json/write-report.ts';
import { cellSheet } from './cell-sheet.ts';
import { packBook } from './pack-book.ts';
import { tableSections } from './sheet-names.ts';
import { tableSheet } from './table-sheet.ts';
import { textSheet } from './text-sheet.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Throws for a format that the registry does not have. */
export function writeXlsx(content: Content, by: Export): Blob {
  const law = lawOf(content.format);
  const file = reportFile(content, by);
  const judged = judgeAnswers(law, content.answers);
  const sheets = [
    ...tableSections.map((section) => tableSheet(law, section, file, judged)),
    textSheet(law, content),
    cellSheet(law, file),
  ];
  return new Blob([packBook(sheets)], { type });
}
