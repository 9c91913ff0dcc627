// One tab writes a draft at a time. A tab holds its draft by a Web Lock; another that wants it asks, and the first saves what
// it has and lets go; a tab that does not answer (asleep, frozen) loses it. The revision check stays the last line of defence.
export type Hold = {
  /** Whether the draft is ours to write. True too where the browser has no locks. */
  take(): Promise<boolean>;
  /** Takes the draft from the tab that has it. */
  takeOver(): Promise<void>;
  /** Lets go. Nothing happens where nothing is held. */
  release(): void;
};

type Options = {
  /** Unique to the draft and to where drafts are kept. */
  readonly name: string;
  /** Undefined where the browser has none, as on plain http. */
  readonly locks: LockManager | undefined;
  /** Another tab takes the draft: save, and write no more. It is let go when this is done. */
  readonly onLost: () => Promise<void>;
};

/** ms. A page that is just being left lets go within this time. */
const leaving = 400;
/** ms for the other tab to save and let go. */
const patience = 1500;

export function createHold({ name, locks, onLost }: Options): Hold {
  let letGo: (() => void) | undefined;
  const channel = locks && typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined;

  async function lose(): Promise<void> {
    const mine = letGo;
    if (!mine) return;
    letGo = undefined;
    await onLost();
    mine();
  }

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === 'hand over') void lose();
    };
  }

  /** Resolves when the lock is had, or to false when `wait` ms have passed. Without `wait` it is taken by force. */
  function request(locks: LockManager, wait: number | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const abort = new AbortController();
      const timer = wait === undefined ? undefined : setTimeout(() => abort.abort(), wait);
      const options: LockOptions = wait === undefined ? { steal: true } : { signal: abort.signal };
      const held = (): Promise<void> => {
        clearTimeout(timer);
        return new Promise<void>((done) => {
          letGo = done;
          resolve(true);
        });
      };
      locks.request(name, options, held).catch((error: unknown) => {
        // Not in time, or taken from us by force. Anything else means that there are no locks to be had here.
        resolve(!(error instanceof DOMException && error.name === 'AbortError'));
        void lose();
      });
    });
  }

  return {
    take: async () => (locks ? request(locks, leaving) : true),
    async takeOver() {
      if (!locks) return;
      channel?.postMessage('hand over');
      if (!(await request(locks, patience))) await request(locks, undefined);
    },
    release() {
      channel?.close();
      letGo?.();
      letGo = undefined;
    },
  };
}
