// `npm run e2e:browsers`: the main job in the browsers that offices have. Each is a test; what a browser did not do fails it, and the table
// at the end says which step in which browser. A browser that is not here is named and left out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { serve } from '../dist-server.ts';
import { officeBrowsers } from './office-browsers.ts';
import { walk } from './walk.ts';

const dist = join(import.meta.dirname, '../../dist');
const mostFailures = 3;
const results = new Map<string, Map<string, string>>();

for (const { name, path, start } of officeBrowsers) {
  test(name, async () => {
    const missing = `${name} is not here: see e2e/browsers/office-browsers.ts`;
    test.skip(path === undefined && !process.env.CI, missing);
    expect(path, missing).toBeDefined();
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-walk-'));
    const { address, stop } = await serve(dist);
    let isServed = true;
    const stopServer = async (): Promise<void> => {
      if (isServed) await stop();
      isServed = false;
    };
    const driver = await start(path ?? '');
    const said = new Map<string, string>();
    results.set(`${name} (${driver.version})`, said);
    const oneFile = pathToFileURL(join(dist, 'nianbao-tianbao.html')).href;
    try {
      for (const { name: step, act } of walk(driver, { address, stopServer, oneFile, folder })) {
        // The first few say what is wrong; the rest would wait for what cannot come any more.
        if ([...said.values()].filter((result) => result !== 'ok').length >= mostFailures) break;
        said.set(
          step,
          await act().then(
            () => 'ok',
            (error: Error) => error.message,
          ),
        );
      }
    } finally {
      await driver.end();
      await stopServer();
      rmSync(folder, { recursive: true, force: true });
    }
    expect(Object.fromEntries([...said].filter(([, result]) => result !== 'ok'))).toEqual({});
  });
}

test.afterAll(() => {
  for (const [browser, said] of results) {
    const lines = [...said].map(
      ([step, result]) => `  ${result === 'ok' ? 'ok    ' : 'FAILED'}  ${step}${result === 'ok' ? '' : `: ${result}`}`,
    );
    process.stdout.write(`\n${browser}\n${lines.join('\n')}\n`);
  }
});
