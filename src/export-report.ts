// Downloads a report as a file, from memory: it works also when nothing can be saved. What writes office documents is
// loaded when it is first used.
import { desk } from './desk.ts';
import type { Content } from './report/draft.ts';
import { type ExportKind, reportFileName } from './transfer/file-name.ts';
import { reportJson } from './transfer/json/write-report.ts';
import { download } from './ui/download.ts';
import { load } from './ui/load.ts';

const types: Readonly<Record<ExportKind, string>> = {
  json: 'application/json',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Rejects when what writes the file cannot be loaded or cannot write it; then nothing is downloaded. */
export async function exportReport(content: Content, kind: ExportKind, withExplanations = false): Promise<void> {
  const file = await written(content, kind, withExplanations);
  download(reportFileName(content, kind), file, types[kind]);
}

async function written(content: Content, kind: ExportKind, withExplanations: boolean): Promise<BlobPart> {
  const by = { app: desk.appVersion, exportedAt: desk.now() };
  const paper = async () =>
    (await load(() => import('./transfer/paper/printed.ts'), '导出')).printed(content, { withExplanations });
  switch (kind) {
    case 'json':
      return reportJson(content, by);
    case 'html':
      return (await load(() => import('./transfer/html/write-html.ts'), '网页导出')).writeHtml(await paper());
    case 'docx':
      return (await load(() => import('./transfer/docx/write-docx.ts'), 'Word 导出')).writeDocx(await paper());
    case 'xlsx':
      return (await load(() => import('./transfer/xlsx/write-xlsx.ts'), 'Excel 导出')).writeXlsx(content, by);
  }
}
