// Makes the single edition: after the ordinary build, the same app once more as one HTML file with everything in it, to be
// opened from a disk or a stick with no server and no network (docs/decisions/008-one-file.md). It is written when the
// other files stand, so it is in no list of theirs: a service worker need not fetch the whole app twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { onePage } from './one-page.ts';

const name = 'nianbao-tianbao.html';

let app: ResolvedConfig;

export const oneFile: Plugin = {
  name: 'one-file',
  apply: 'build',
  configResolved(config) {
    app = config;
  },
  async writeBundle({ dir }) {
    const read = (path: string): string => readFileSync(join(app.root, path), 'utf8');
    const page = onePage(read('index.html'), { ...(await scriptAndStyle()), icon: read('public/icon.svg') });
    writeFileSync(join(dir ?? join(app.root, app.build.outDir), name), page);
  },
};

/** The whole app as one script and one style sheet. A page opened from a disk can load no module and no second file. */
async function scriptAndStyle(): Promise<{ script: string; style: string }> {
  const { root, define, build: ordinary } = app;
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define: { ...define },
    plugins: [react()],
    resolve: {
      alias: [
        // What reads PDFs is larger than all the rest: the single edition says that it does not.
        { find: /^.*\/pdf-(worker\.ts\?worker|elsewhere\.ts)$/, replacement: join(root, 'src/files/read/no-pdf.ts') },
        // The workers are in the script and started from there.
        { find: /^(.*\?worker)$/, replacement: '$1&inline' },
      ],
    },
    build: {
      write: false,
      copyPublicDir: false,
      target: ordinary.target,
      cssTarget: ordinary.cssTarget,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: join(root, 'src/main.tsx'),
        output: { format: 'iife', codeSplitting: false },
        // Only Vite's loader of modules asks for import.meta, and there is nothing left for it to load.
        checks: { emptyImportMeta: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const scripts = built.output.filter((part) => part.type === 'chunk').map(({ code }) => code);
  const assets = built.output.filter((part) => part.type === 'asset');
  const styles = assets.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => String(source));
  const [script, ...more] = scripts;
  if (script === undefined || more.length > 0 || assets.length > styles.length) {
    throw new Error(`one file is not enough: ${built.output.map(({ fileName }) => fileName).join(', ')}`);
  }
  return { script, style: styles.join('\n') };
}
