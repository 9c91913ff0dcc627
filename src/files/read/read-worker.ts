// Reads files away from the page: a document made to do harm can stop this worker, never the page or the drafts.
import { answer, type ReadAnswer, type ReadRequest } from './read-request.ts';

// The page's own types know `self` as a window; only what a worker has too is used.
const tell = (said: ReadAnswer): void => (self as unknown as Pick<Worker, 'postMessage'>).postMessage(said);

self.onmessage = ({ data }: MessageEvent<ReadRequest>) => tell(answer(data));
tell('ready');
