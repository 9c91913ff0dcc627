// Builds the React page that the app is held against (store-page.tsx), as one page with everything in it.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import type { Figures } from './expected.ts';
import { gridStyle } from './floor.ts';

export async function storeScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'store-page.tsx'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

export function storePage(script: string, figures: Figures, typed: readonly string[] = []): string {
  const safe = script.replace(/<\/(?=script)/gi, '<\\/');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>store</title><style>${gridStyle}</style>
<div id="root"></div><script>const given=${JSON.stringify({ figures, typed })}</script><script>${safe}</script></html>`;
}
