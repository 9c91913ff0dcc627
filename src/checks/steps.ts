// Work that takes longer than a page may wait: it stops between two steps, where whoever runs it rests, or gives it up.

/** Each `yield` is such a place; what it returns is the result. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs it without a rest. */
export function atOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs it as long as `isWanted`, and calls `rest` whenever it has used `slice` ms of `now` (a clock in ms). Resolves to undefined where
 * it was given up.
 */
export async function inSlices<Result>(
  work: Steps<Result>,
  run: {
    readonly slice: number;
    readonly now: () => number;
    readonly rest: () => Promise<void>;
    readonly isWanted: () => boolean;
  },
): Promise<Result | undefined> {
  let since = run.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (run.now() - since < run.slice) continue;
    await run.rest();
    if (!run.isWanted()) return undefined;
    since = run.now();
  }
}
