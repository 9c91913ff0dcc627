// Makes the checks that take longer than a keystroke may, away from the page. It looks for a newer request now and then and gives up
// the one before it.
import { inSlices } from '../checks/steps.ts';
import type { KnownReport } from '../checks/text/copies.ts';
import { type CheckRequest, check, createLibrary } from './check-request.ts';

/** ms after which it looks for a newer request. */
const slice = 10;

// The page's own types know `self` as a window; only what a worker has too is used.
const tell = (said: unknown): void => (self as unknown as Pick<Worker, 'postMessage'>).postMessage(said);
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type Message = { readonly turn: number; readonly request: CheckRequest } | { readonly know: readonly KnownReport[] };

let latest = 0;
const library = createLibrary();

self.onmessage = ({ data }: MessageEvent<Message>) => {
  if ('know' in data) return library.know(data.know);
  const { turn, request } = data;
  latest = turn;
  const now = (): number => performance.now();
  const run = { slice, now, rest, isWanted: () => latest === turn };
  inSlices(check(request, library), run).then(
    (found) => {
      if (found !== undefined) tell({ turn, found });
    },
    (error) => tell({ turn, failed: String(error) }),
  );
};
tell('ready');
