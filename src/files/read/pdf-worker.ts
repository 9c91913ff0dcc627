// Reads PDFs away from the page: one made to do harm can stop this worker, never the page or the drafts. Apart from the other readers,
// since what takes a PDF apart is ten times as large as all of them.
import { readPdf } from '../pdf/read-pdf.ts';
import { readSource } from './read-file.ts';
import { counted, type FileRequest, type ReadAnswer } from './read-request.ts';

// The page's own types know `self` as a window; only what a worker has too is used.
const tell = (said: ReadAnswer): void => (self as unknown as Pick<Worker, 'postMessage'>).postMessage(said);

self.onmessage = ({ data }: MessageEvent<FileRequest>) =>
  void readPdf(data.bytes).then((read) => tell(counted(readSource(read))));
tell('ready');
