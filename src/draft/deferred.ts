// The checks that take longer than a keystroke may: asked for a moment after the last change, made away from the page.

import type { DeferredFindings } from '../checks/deferred-checks.ts';
import { failureWords } from '../ui/load.ts';
import type { CheckRequest } from './check-request.ts';
import { type Checker, createChecker } from './checker.ts';

/** ms of rest after which they are made. */
const pause = 150;

type Options = {
  /** What is to be checked; undefined while there is nothing to check. */
  readonly subject: () => Extract<CheckRequest, { kind: 'report' }> | undefined;
  readonly onDone: (found: DeferredFindings) => void;
  /** Why they are not made, in words. */
  readonly onFailed: (why: string) => void;
};

export type Deferred = {
  /** Has what makes them fetched beforehand. */
  prepare(): void;
  /** The other reports on this machine, for those made from now on. */
  know: Checker['know'];
  /** Makes them after a moment of rest. */
  seek(): void;
  /** Makes none any more. */
  stop(): void;
};

export function createDeferred({ subject, onDone, onFailed }: Options, checker: Checker = createChecker()): Deferred {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  async function check(): Promise<void> {
    const now = subject();
    if (!now) return;
    try {
      const found = await checker.check(now);
      if (found && !isStopped) onDone(found);
    } catch (error) {
      if (!isStopped) onFailed(failureWords(error));
    }
  }

  return {
    prepare: checker.prepare,
    know: checker.know,
    seek() {
      clearTimeout(waiting);
      if (!isStopped) waiting = setTimeout(() => void check(), pause);
    },
    stop() {
      clearTimeout(waiting);
      isStopped = true;
      checker.end();
    },
  };
}
