// Downloads a report as a file, from memory: it works also when nothing can be saved. What writes office documents is
// loaded when it is first used.

import { type ExportKind, reportFileName } from './files/file-name.ts';
import { reportJson } from './files/json/write-report.ts';
import type { Content } from './report/draft.ts';
import { services } from './services.ts';
import { download } from './ui/download.ts';
import { load } from './ui/load.ts';

const types: Readonly<Record<ExportKind, string>> = {
  json: 'application/json',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Gives the file's name. Rejects when what writes the file cannot be loaded or cannot write it; then nothing is downloaded. */
export async function exportReport(content: Content, kind: ExportKind, withExplanations = false): Promise<string> {
  const file = await written(content, kind, withExplanations);
  const name = reportFileName(content, kind);
  download(name, file, types[kind]);
  return name;
}

async function written(content: Content, kind: ExportKind, withExplanations: boolean): Promise<BlobPart> {
  const by = { app: services.appVersion, exportedAt: services.now() };
  const paper = async () =>
    (await load(() => import('./files/paper/printed.ts'), '导出')).printed(content, { withExplanations });
  switch (kind) {
    case 'json':
      return reportJson(content, by);
    case 'html':
      return (await load(() => import('./files/html/write-html.ts'), '网页导出')).writeHtml(await paper());
    case 'docx':
      return (await load(() => import('./files/docx/write-docx.ts'), 'Word 导出')).writeDocx(await paper());
    case 'xlsx':
      return (await load(() => import('./files/xlsx/write-xlsx.ts'), 'Excel 导出')).writeXlsx(content, by);
  }
}
