// One worker that reads one file after another. A file that hangs it or breaks it costs that worker and no other file: it is
// ended and another one made. That a worker is used again is safe because the reading code keeps nothing between two files
// (src/files/read-again.test.ts). What broke a worker is never read on the page.

import { load, NotLoaded } from '../../ui/load.ts';
import { startWorker } from '../../ui/start-worker.ts';
import type { Answer, ReadRequest } from './read-request.ts';
import ReadWorker from './read-worker.ts?worker';

export type Reader = {
  /** One at a time. Never rejects; what is being read when the reader is ended is never answered. */
  read(request: ReadRequest): Promise<Answer>;
  end(): void;
};

/** Milliseconds for one file. A real report takes a tenth of a second; one that was made to hang is refused before people wonder. */
const patience = 4500;

export function createReader(): Reader {
  let starting: Promise<Worker | undefined> | undefined;

  return {
    async read(request) {
      starting ??= startWorker(() => new ReadWorker());
      const mine = starting;
      const worker = await mine;
      if (!worker) return readHere(request);
      return new Promise((resolve) => {
        const giveUp = (message: string): void => {
          clearTimeout(timer);
          worker.terminate();
          if (starting === mine) starting = undefined;
          resolve(refuse(message));
        };
        const timer = setTimeout(() => giveUp(slow), patience);
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          clearTimeout(timer);
          resolve(data);
        };
        worker.onerror = () => giveUp(broken);
        worker.onmessageerror = () => giveUp(broken);
        worker.postMessage(request, 'name' in request ? [request.bytes.buffer] : []);
      });
    },
    end() {
      void starting?.then((worker) => worker?.terminate());
    },
  };
}

/** On the page itself: nothing has been read by a worker yet, so nothing has broken one. */
async function readHere(request: ReadRequest): Promise<Answer> {
  try {
    return (await load(() => import('./read-request.ts'), '读取文件')).answer(request);
  } catch (error) {
    return refuse(error instanceof NotLoaded ? error.message : broken);
  }
}

const refuse = (message: string): Answer => ({ read: { ok: false, message }, findings: 0 });
const slow =
  '读这个文件用的时间太长，已经停下，没有导入。它可能已损坏。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。';
const broken = '读这个文件时出了问题，没有导入。它可能太大或已损坏。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。';
