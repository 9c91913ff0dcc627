// In the place of what reads PDFs, in the single edition: with it that one file would be twice as large.
import type { Answer } from './read-request.ts';

export async function answerWithoutWorker(): Promise<Answer> {
  const message =
    '单文件版读不了 PDF。请用服务器上的版本导入它；或用 Word、WPS 打开这个 PDF，另存为 .docx，核对后再导入。';
  return { read: { ok: false, message }, findings: 0 };
}

/** No worker: the page answers. */
// biome-ignore lint/style/noDefaultExport: it stands where a `?worker` would, which has no other.
export default class NoWorker {
  constructor() {
    throw new Error('no worker for PDFs');
  }
}
