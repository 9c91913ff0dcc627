// Reads files away from the page: a document made to do harm can stop this worker, never the page or the drafts.
import { type Copied, readCopied, readFile } from './transfer/read-file.ts';

export type ReadRequest = { readonly name: string; readonly bytes: Uint8Array } | Copied;

// The page's own types know `self` as a window; only what a worker has too is used.
self.onmessage = ({ data }: MessageEvent<ReadRequest>) => {
  (self as unknown as Pick<Worker, 'postMessage'>).postMessage(
    'name' in data ? readFile(data.name, data.bytes) : readCopied(data),
  );
};
