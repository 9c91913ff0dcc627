// This page among the pages of the same browser: its id, and whether the page with another id is still open. An open page holds
// a Web Lock of its name; where the browser has none, as on plain http, it answers when it is asked.
import { hear } from './hear.ts';

export type Tab = {
  readonly id: string;
  /** Whether that page is open. One that is asleep and cannot answer counts as open only where there are locks. */
  isOpen(id: string): Promise<boolean>;
};

type Options = {
  readonly id: string;
  /** Where drafts are kept: pages of other copies of the app are none of ours. */
  readonly name: string;
  readonly locks: LockManager | undefined;
};

/** ms. A page that was just left lets its lock go within this time; one that is open answers within it. */
const patience = 400;

/** To be made once for a page: nothing ends it but the page's end. */
export function openTab({ id, name, locks }: Options): Tab {
  const lockOf = (tab: string): string => `${name}/tab/${tab}`;
  // Never settled: the browser lets it go with the page. Where locks are refused, asking is left.
  void locks?.request(lockOf(id), () => new Promise(() => undefined)).catch(() => undefined);
  const channel = !locks && typeof BroadcastChannel === 'function' ? new BroadcastChannel(`${name}/tabs`) : undefined;
  channel?.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (data === `? ${id}`) channel.postMessage(`! ${id}`);
  });

  async function isLocked(locks: LockManager, tab: string): Promise<boolean> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), patience);
    try {
      await locks.request(lockOf(tab), { signal: giveUp.signal }, () => undefined);
      return false;
    } catch (error) {
      return error instanceof DOMException && error.name === 'AbortError';
    } finally {
      clearTimeout(timer);
    }
  }

  function answers(channel: BroadcastChannel, tab: string): Promise<boolean> {
    const answer = hear(channel, `! ${tab}`, patience);
    channel.postMessage(`? ${tab}`);
    return answer;
  }

  return {
    id,
    async isOpen(tab) {
      if (tab === id) return true;
      if (locks) return isLocked(locks, tab);
      return channel ? answers(channel, tab) : false;
    },
  };
}
