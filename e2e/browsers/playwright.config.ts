// The browsers of the offices, one after another; apart from the main tests, which run in one browser.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 600_000,
  reporter: [['list']],
});
