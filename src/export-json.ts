// Downloads a report as its JSON file, from memory: it works also when nothing can be saved.
import { desk } from './desk.ts';
import type { Content } from './report/draft.ts';
import { reportFileName } from './transfer/file-name.ts';
import { reportJson } from './transfer/json/write-report.ts';
import { download } from './ui/download.ts';

export function exportJson(content: Content): void {
  const text = reportJson(content, { app: desk.appVersion, exportedAt: desk.now() });
  download(reportFileName(content, 'json'), text, 'application/json');
}
