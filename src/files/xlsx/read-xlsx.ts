// Reads an Excel workbook into what it says, sheet by sheet. It knows nothing of reports, computes no formula and never
// throws: a file that cannot be read gives one sentence that says why and what to do.
import { reportTitle } from '../../report/draft.ts';
import type { Source, SourceRead } from '../document/source.ts';
import { reportKind } from '../json/report-file.ts';
import { TooMuch } from '../too-much.ts';
import { ZipError, type ZipLimits, type ZipTrouble } from '../zip.ts';
import { readCellSheet } from './cell-sheet.ts';
import { listedNone, sheetBlocks } from './sheet-blocks.ts';
import { cellSheetName } from './sheet-names.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

const saveAgain = '请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件再导入';

const troubles: Readonly<Record<ZipTrouble, string>> = {
  damaged: `文件损坏或不完整，读不下去。${saveAgain}。`,
  encrypted: `文件加了密码，读不了。请用 Excel 或 WPS 去掉密码，另存后再导入。`,
  'too large': '文件解开后太大，不像一份年报。请把年报的工作表另存为单独的文件再导入。',
};

export function readXlsx(bytes: Uint8Array, limits?: ZipLimits): SourceRead {
  try {
    const book = openWorkbook(bytes, limits);
    if (book) return { ok: true, source: sourceOf(book) };
    return { ok: false, message: `这不是 Excel 的 .xlsx 工作簿。${saveAgain}。` };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  if (error instanceof ZipError) return troubles[error.trouble];
  if (error instanceof TooMuch) {
    return '工作簿里的内容太多（超过 5,000 行或 200,000 格），不像一份年报。请把年报的工作表另存为单独的文件再导入。';
  }
  return troubles.damaged;
}

function sourceOf({ sheets }: Workbook): Source {
  const leftOut: string[] = [];
  const listed = listedNone();
  let title: string | undefined;
  const blocks = sheets.flatMap(({ name, isHidden, read }) => {
    if (isHidden && name !== cellSheetName) {
      leftOut.push(`隐藏的工作表「${name}」没有读入。`);
      return [];
    }
    const grid = read();
    const own = name === cellSheetName ? readCellSheet(grid).particulars : undefined;
    // Our own list of cells says all figures a second time, as they were when it was written.
    if (own?.kind === reportKind) {
      if (own.agency !== '') title = reportTitle({ agency: own.agency, year: Number(own.year) });
      leftOut.push(`工作表「${name}」由本软件写出，供程序读取，没有读入。`);
      return [];
    }
    if (isHidden) {
      leftOut.push(`隐藏的工作表「${name}」没有读入。`);
      return [];
    }
    if (grid.unsolved > 0) {
      leftOut.push(`工作表「${name}」有 ${grid.unsolved} 个公式没有存下结果，按空白读入。`);
    }
    return sheetBlocks(grid, listed);
  });
  return { blocks, leftOut, ...(title ? { title } : {}) };
}
