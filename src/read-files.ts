// Hands files and clipboards to the reading worker, one after another, and gives up on one that takes too long.
// Nothing is written here, and nothing of the file is run.
import type { ReadAnswer, ReadRequest } from './read-request.ts';
import ReadWorker from './read-worker.ts?worker';
import { sizeRefusal } from './transfer/file-size.ts';
import type { Copied, Imported } from './transfer/read-file.ts';
import { load, NotLoaded } from './ui/part.tsx';

/** `name` is the file's, or 剪贴板. */
export type FileRead = { readonly name: string; readonly read: Imported };

/** Milliseconds. A real report takes a tenth of a second; one that was made to hang is refused before people wonder. */
const patience = 4500;

/** One that cannot be read does not stop the others. */
export async function readFiles(files: readonly File[]): Promise<readonly FileRead[]> {
  const reads: FileRead[] = [];
  for (const file of files) reads.push({ name: file.name, read: await readOne(file) });
  return reads;
}

/** What was copied elsewhere, as the clipboard has it. Rejects when what reads it cannot be loaded. */
export async function readClipboard(copied: Copied): Promise<FileRead> {
  return { name: '剪贴板', read: await ask(copied) };
}

async function readOne(file: File): Promise<Imported> {
  const refusal = sizeRefusal(file.name, file.size);
  if (refusal) return { ok: false, message: refusal };
  try {
    return await ask({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    if (error instanceof NotLoaded) return { ok: false, message: error.message };
    return { ok: false, message: '浏览器读不出这个文件。它可能已被移走，或被别的程序占用。' };
  }
}

function ask(request: ReadRequest): Promise<Imported> {
  return new Promise((resolve) => {
    const worker = made();
    if (!worker) {
      resolve(readHere(request));
      return;
    }
    let runs = false;
    const end = (read: Imported | Promise<Imported>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => end({ ok: false, message: slow }), patience);
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if (data === 'ready') runs = true;
      else end(data);
    };
    // A worker that broke while it read must not break the page as well.
    worker.onerror = () => end(runs ? { ok: false, message: broken } : readHere(request));
    worker.postMessage(request);
  });
}

function made(): Worker | undefined {
  try {
    return new ReadWorker();
  } catch {
    return undefined;
  }
}

/** On the page itself: some browsers make no worker for a page that was opened from a file. */
async function readHere(request: ReadRequest): Promise<Imported> {
  const { answer } = await load(() => import('./read-request.ts'), '读取文件');
  try {
    return answer(request);
  } catch {
    return { ok: false, message: broken };
  }
}

const slow =
  '读这个文件用的时间太长，已经停下，没有导入。它可能已损坏。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。';
const broken = '读这个文件时出了问题，没有导入。它可能太大或已损坏。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。';
