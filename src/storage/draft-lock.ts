// One tab writes a draft at a time. A tab holds its draft by a Web Lock; another that wants it asks, and the first saves what it
// has and lets go; a tab that does not answer (asleep, frozen) loses it. Where the browser has no locks, as on plain http, the
// tabs ask one another by BroadcastChannel alone. The revision check of each save stays the last line of defence.
import { hear } from './hear.ts';

export type DraftLock = {
  /** Whether the draft is ours to write. True too where tabs can neither lock nor ask. */
  take(): Promise<boolean>;
  /** Takes the draft from the tab that has it. */
  takeOver(): Promise<void>;
  /** Lets go, for good: what is still being asked for is let go as soon as it is had. */
  release(): void;
};

type Options = {
  /** Unique to the draft and to where drafts are kept. */
  readonly name: string;
  /** Undefined where the browser has none. */
  readonly locks: LockManager | undefined;
  /** Another tab takes the draft: save, and write no more. It is let go when this is done. */
  readonly onLost: () => Promise<void>;
};

/** ms. A page that is just being left lets go within this time. */
const leaving = 400;
/** ms for another tab to say that it has the draft. */
const answering = 250;
/** ms for the other tab to save and let go. */
const patience = 1500;

type Said = 'who has it' | 'mine' | 'hand over' | 'yours';

export function createDraftLock({ name, locks, onLost }: Options): DraftLock {
  let letGo: (() => void) | undefined;
  let isReleased = false;
  const abort = new AbortController();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined;
  const say = (said: Said): void => channel?.postMessage(said);

  async function lose(): Promise<void> {
    const mine = letGo;
    if (!mine) return;
    letGo = undefined;
    await onLost();
    mine();
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data === 'hand over') void lose();
    else if (data === 'who has it' && !locks && letGo) say('mine');
    // It was asleep when it was asked; meanwhile the draft is ours.
    else if (data === 'mine' && !locks && letGo) say('hand over');
  });

  const heard = async (answer: Said, wait: number): Promise<boolean> =>
    channel !== undefined && !isReleased && hear(channel, answer, wait);

  /** Without locks, what is held is held by answering for it. */
  function holdByAnswering(): void {
    if (!isReleased) letGo = () => say('yours');
  }

  /** Resolves when the lock is had, or to false when `wait` ms have passed. Without `wait` it is taken by force. */
  function request(locks: LockManager, wait: number | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = new AbortController();
      abort.signal.addEventListener('abort', () => giveUp.abort());
      const timer = wait === undefined ? undefined : setTimeout(() => giveUp.abort(), wait);
      // A lock cannot be waited for and stolen at once.
      const options: LockOptions = wait === undefined ? { steal: true } : { signal: giveUp.signal };
      const held = (): Promise<void> | undefined => {
        clearTimeout(timer);
        if (isReleased) {
          resolve(false);
          return undefined;
        }
        return new Promise<void>((done) => {
          letGo = done;
          resolve(true);
        });
      };
      locks.request(name, options, held).catch((error: unknown) => {
        clearTimeout(timer);
        // Not in time, or taken from us by force. Anything else means that there are no locks to be had here.
        resolve(!(error instanceof DOMException && error.name === 'AbortError'));
        void lose();
      });
    });
  }

  return {
    async take() {
      if (locks) return request(locks, leaving);
      say('who has it');
      if (await heard('mine', answering)) return false;
      holdByAnswering();
      return true;
    },
    async takeOver() {
      say('hand over');
      if (!locks) {
        await heard('yours', patience);
        holdByAnswering();
      } else if (!(await request(locks, patience)) && !isReleased) await request(locks, undefined);
    },
    release() {
      isReleased = true;
      abort.abort();
      letGo?.();
      letGo = undefined;
      channel?.close();
    },
  };
}
