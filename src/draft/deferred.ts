// The checks that take longer than a keystroke may: made a moment after the last change, and loaded when they are first needed.

import type { DeferredFindings } from '../checks/deferred-checks.ts';
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import type { Written } from '../checks/text/lint.ts';
import { failureWords, load } from '../ui/load.ts';

/** ms of rest after which they are made. */
const pause = 150;

/** Also to be fetched beforehand. */
export const loadChecks = () => load(() => import('../checks/deferred-checks.ts'), '进一步核对');

type Subject = { readonly law: Law; readonly judgement: Judgement; readonly written: Written };

type Options = {
  /** What is to be checked; undefined while there is nothing to check. */
  readonly subject: () => Subject | undefined;
  readonly onDone: (found: DeferredFindings) => void;
  /** Why they are not made, in words. */
  readonly onFailed: (why: string) => void;
};

export type Deferred = {
  /** Makes them after a moment of rest. */
  seek(): void;
  /** Makes none any more. */
  stop(): void;
};

export function createDeferred({ subject, onDone, onFailed }: Options): Deferred {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  async function check(): Promise<void> {
    if (!subject()) return;
    try {
      const { deferredChecks } = await loadChecks();
      // What it says now, not what it said when the code was asked for.
      const now = isStopped ? undefined : subject();
      if (now) onDone(deferredChecks(now.law, now.judgement, now.written));
    } catch (error) {
      onFailed(failureWords(error));
    }
  }

  return {
    seek() {
      clearTimeout(waiting);
      if (!isStopped) waiting = setTimeout(() => void check(), pause);
    },
    stop() {
      clearTimeout(waiting);
      isStopped = true;
    },
  };
}
