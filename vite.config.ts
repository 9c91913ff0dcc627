import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { offline } from './scripts/offline-plugin.ts';
import { oneFile } from './scripts/one-file-plugin.ts';

// The browsers of the offices this is made for (docs/decisions/005-browsers.md); scripts/sources.test.ts holds the sources to it.
const target = ['chrome100', 'firefox102', 'safari15.4'];

// Nothing from outside and nothing to outside, ever. Only in the build: the development server needs inline scripts.
const policy =
  "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', injectTo: 'head-prepend', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy } },
  ],
};

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy, offline, oneFile],
  build: {
    target,
    cssTarget: target,
    reportCompressedSize: false,
    // What every part asks for comes once, not as a dozen files of some hundred bytes that compress badly.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'report', test: /src\/report\// }] } } },
  },
  preview: { port: 4173 },
  define: { __APP_VERSION__: JSON.stringify(process.env.npm_package_version ?? '0.0.0') },
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'fixtures/**/*.test.ts'],
    environment: 'node',
    // By itself it leaves one core free: half of them, where there are two.
    maxWorkers: availableParallelism(),
    // What goes wrong without end stops some time; a machine that is busy is nothing wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
