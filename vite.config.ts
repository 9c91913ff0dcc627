import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The browsers of the offices this is made for (docs/decisions/005-browsers.md); scripts/check-dist.test.ts holds the result to it.
const target = ['chrome100', 'firefox102', 'safari15.4'];

export default defineConfig({
  base: './',
  plugins: [react()],
  build: { target, cssTarget: target, reportCompressedSize: false },
  preview: { port: 4173 },
  define: { __APP_VERSION__: JSON.stringify(process.env.npm_package_version ?? '0.0.0') },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'node' },
});
