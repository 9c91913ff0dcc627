// A browser of our own process group on a profile that stays, so that it can be ended as a power cut or a crash ends it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';

export type Killable = {
  readonly context: BrowserContext;
  /** SIGKILL to every process of it at once; resolves to when that was (ms, as Date.now). Nothing is asked, nothing saved. */
  kill(): Promise<number>;
};

export async function launchKillable(profile: string): Promise<Killable> {
  const child = start(profile, ['--remote-debugging-port=0', 'about:blank']);
  let browser: Browser | undefined;
  async function kill(): Promise<number> {
    const at = await end(child);
    await browser?.close().catch(() => undefined);
    return at;
  }
  try {
    browser = await chromium.connectOverCDP(await debuggerOf(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no context.');
    return { context, kill };
  } catch (error) {
    if (child.exitCode === null) await kill();
    throw error;
  }
}

/** A browser that opens an address by itself, with nobody looking on. Gives what kills it. */
export function openUnattended(profile: string, address: string): () => Promise<number> {
  const child = start(profile, [address]);
  return () => end(child);
}

function start(profile: string, more: readonly string[]): ChildProcess {
  const isRoot = process.getuid?.() === 0;
  const always = [
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
    '--lang=zh-CN',
    '--window-size=1366,768',
    // Chromium's own sandbox refuses root.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  return spawn(chromiumPath(), [...always, ...more], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** The whole group: the processes that draw, store and talk to the network go in the same instant. */
async function end(child: ChildProcess): Promise<number> {
  const gone = once(child, 'exit');
  const at = Date.now();
  process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
  await gone;
  return at;
}

/** The address it prints when it listens. */
function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(told) ?? [];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The browser ended (${code}) before it listened:\n${told}`)));
  });
}

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
