import { defineConfig } from '@playwright/test';
import { chromiumPath } from './e2e/chromium.ts';

/** Another one where several clones are tested at once. */
const port = Number(process.env.E2E_PORT ?? 4174);

export default defineConfig({
  testDir: 'e2e',
  // Those run by themselves: npm run e2e:browsers.
  testIgnore: 'browsers/**',
  outputDir: 'test-results',
  // No test asserts a time, so browsers may share the cores: of two, three browsers leave the least idle.
  workers: 3,
  fullyParallel: true,
  // What goes wrong without end stops some time; a machine that is busy is nothing wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  // What passes only the second time is listed as flaky, and is to be mended; it does not hold up what else has landed.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Writing down every step takes a seventh of the time: only what failed once is written down.
    trace: 'on-first-retry',
    // Each test would fetch the whole app once more; e2e/offline.spec.ts does so on purpose.
    serviceWorkers: 'block',
    launchOptions: { executablePath: chromiumPath() },
  },
  webServer: {
    command: `npx vite build --logLevel warn && npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    timeout: 300_000,
  },
});
