// Starts a worker that says anything at all once it is ready.

/** ms for its code to come and run. */
const patience = 20_000;

/** Undefined where none can be made: some browsers refuse a page that was opened from a file, or its code does not come. */
export function startWorker(make: () => Worker): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = make();
    } catch {
      resolve(undefined);
      return;
    }
    const off = new AbortController();
    const settle = (made: Worker | undefined): void => {
      clearTimeout(timer);
      off.abort();
      if (!made) worker.terminate();
      resolve(made);
    };
    const timer = setTimeout(() => settle(undefined), patience);
    worker.addEventListener('error', () => settle(undefined), { signal: off.signal });
    worker.addEventListener('message', () => settle(worker), { signal: off.signal });
  });
}
