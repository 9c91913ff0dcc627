// Measures; asserts only that what was measured really happened. Playwright is the runner because it runs TypeScript.
import { defineConfig } from '@playwright/test';
import { chromiumPath } from '../e2e/chromium.ts';

export default defineConfig({
  testDir: '.',
  testMatch: 'bench.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 1_800_000,
  expect: { timeout: 30_000 },
  reporter: [['line']],
  use: { viewport: { width: 1366, height: 768 }, launchOptions: { executablePath: chromiumPath() } },
});
