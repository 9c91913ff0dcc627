// WebKitGTK by plain WebDriver: the engine of Safari, as near as it can be had on Linux.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from './driver.ts';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
/** WebDriver's own characters for keys that have none. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\ue007',
  Tab: '\ue004',
  Escape: '\ue00c',
  Delete: '\ue017',
  Control: '\ue009',
  ArrowDown: '\ue015',
  F2: '\ue032',
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export async function webkit(driverPath: string): Promise<Driver> {
  const port = await freePort();
  // It draws into a window; where there is no screen, into one that nobody sees.
  const line = [
    ...(process.env.DISPLAY ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1400x900x24']),
    driverPath,
    `--port=${port}`,
  ];
  const driver = spawn(line[0] ?? '', line.slice(1), { stdio: 'ignore', detached: true });
  /** With all that it has started. */
  const kill = (): void => {
    if (driver.pid !== undefined) process.kill(-driver.pid);
  };

  async function call<Result>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Result> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    const { value } = (await response.json()) as { value: Result & { error?: string; message?: string } };
    if (value?.error !== undefined) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  type Session = { sessionId: string; capabilities: { browserName: string; browserVersion: string } };
  async function begin(tries = 50): Promise<Session> {
    try {
      return await call<Session>('POST', '/session', { capabilities: {} });
    } catch (error) {
      if (tries === 0 || !(error instanceof TypeError)) throw error;
      await wait(100);
      return begin(tries - 1);
    }
  }
  const { sessionId, capabilities } = await begin().catch((error) => {
    kill();
    throw error;
  });
  const at = `/session/${sessionId}`;
  await call('POST', `${at}/window/rect`, { width: 1366, height: 768 });
  const first = await call<string>('GET', `${at}/window`);

  async function element(selector: string): Promise<string> {
    const found = await call<Record<string, string>>('POST', `${at}/element`, {
      using: 'css selector',
      value: selector,
    });
    return found[elementKey] ?? '';
  }
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    goto: (url) => call('POST', `${at}/url`, { url }),
    run: (script, ...args) => call('POST', `${at}/execute/sync`, { script, args }),
    click: async (selector) => call('POST', `${at}/element/${await element(selector)}/click`, {}),
    async press(key) {
      const [last = '', ...held] = key.split('+').reverse();
      const value = (one: string): string => keys[one] ?? one;
      const actions = [
        ...held.map((one) => ({ type: 'keyDown', value: value(one) })),
        { type: 'keyDown', value: value(last) },
        { type: 'keyUp', value: value(last) },
        ...held.map((one) => ({ type: 'keyUp', value: value(one) })),
      ];
      await call('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    upload: async (selector, path) => call('POST', `${at}/element/${await element(selector)}/value`, { text: path }),
    reload: () => call('POST', `${at}/refresh`, {}),
    async openTab(url) {
      const { handle } = await call<{ handle: string }>('POST', `${at}/window/new`, { type: 'tab' });
      await call('POST', `${at}/window`, { handle });
      await call('POST', `${at}/url`, { url });
    },
    async back() {
      await call('DELETE', `${at}/window`);
      await call('POST', `${at}/window`, { handle: first });
    },
    async end() {
      await call('DELETE', at).catch(() => undefined);
      kill();
    },
  };
}
