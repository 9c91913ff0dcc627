// Has checks made in a worker, the latest asked for and no other. Where no worker can be made (some browsers refuse one to a page that
// was opened from a file) they are made on the page, a few ms at a time.
import { inSlices } from '../checks/steps.ts';
import type { KnownReport, Library } from '../checks/text/copies.ts';
import { load } from '../ui/load.ts';
import { startWorker } from '../ui/start-worker.ts';
import type { CheckAnswer, CheckRequest } from './check-request.ts';
import CheckWorker from './check-worker.ts?worker';

export type Checker = {
  /**
   * Resolves to undefined when something newer was asked for meanwhile, or the checker was ended. Rejects with NotLoaded where the code
   * cannot be had, and with what went wrong in the checks.
   */
  check<Request extends CheckRequest>(request: Request): Promise<CheckAnswer<Request['kind']> | undefined>;
  /** The reports that others may have been copied from, for all checks from now on. */
  know(reports: readonly KnownReport[]): void;
  /** Starts the worker beforehand. */
  prepare(): void;
  end(): void;
};

/** ms of the page's time to take at once: half a frame. */
const slice = 8;

type Found = CheckAnswer<CheckRequest['kind']>;
type Reply = { readonly turn: number; readonly found?: Found; readonly failed?: string };

const nothing: readonly KnownReport[] = [];

export function createChecker(makeWorker: () => Worker = () => new CheckWorker()): Checker {
  let starting: Promise<Worker | undefined> | undefined;
  let turn = 0;
  let known = nothing;
  /** What a worker was told to know; a new one knows nothing. */
  const told = new WeakMap<Worker, readonly KnownReport[]>();
  let library: Library | undefined;
  /** Ends the waiting for what is being checked. */
  let stopWaiting = (): void => undefined;

  async function checkHere(request: CheckRequest, mine: number): Promise<Found | undefined> {
    // Its code may have failed to come; it is asked for again next time.
    const { check, createLibrary } = await load(() => import('./check-request.ts'), '进一步核对').catch((error) => {
      starting = undefined;
      throw error;
    });
    library ??= createLibrary();
    library.know(known);
    return inSlices(check(request, library), {
      slice,
      now: () => performance.now(),
      rest: () => new Promise((resolve) => setTimeout(resolve)),
      isWanted: () => mine === turn,
    });
  }

  async function checkThere(worker: Worker, request: CheckRequest, mine: number): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      const off = new AbortController();
      const settle = (act: () => void): void => {
        off.abort();
        act();
      };
      const on = { signal: off.signal };
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Reply>) => {
          if (data.turn !== mine) return;
          settle(() => (data.failed === undefined ? resolve(data.found) : reject(new Error(data.failed))));
        },
        on,
      );
      // A newer request takes its place, and the worker will not answer this one.
      stopWaiting = () => settle(() => resolve(undefined));
      worker.addEventListener(
        'error',
        () => {
          starting = undefined;
          worker.terminate();
          settle(() => reject(new Error('the worker of the checks broke')));
        },
        on,
      );
      if ((told.get(worker) ?? nothing) !== known) worker.postMessage({ know: known });
      told.set(worker, known);
      worker.postMessage({ turn: mine, request });
    });
  }

  return {
    async check(request) {
      const mine = ++turn;
      stopWaiting();
      starting ??= startWorker(makeWorker);
      const worker = await starting;
      if (mine !== turn) return undefined;
      const found = worker ? await checkThere(worker, request, mine) : await checkHere(request, mine);
      // The answer is of the kind that was asked for.
      return found as CheckAnswer<(typeof request)['kind']> | undefined;
    },
    know(reports) {
      known = reports;
    },
    prepare() {
      starting ??= startWorker(makeWorker);
    },
    end() {
      turn++;
      stopWaiting();
      void starting?.then((worker) => worker?.terminate());
      starting = undefined;
    },
  };
}
