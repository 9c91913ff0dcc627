// Puts the service worker into the build, src/offline/worker.ts with every built file and its SHA-256 and a name that changes
// with them, and into the page the guard that tells it when the app does not start (docs/decisions/015-service-worker.md).
// A worker whose files did not change is byte for byte the same, so browsers see no new version.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const root = join(import.meta.dirname, '..');

/** What the guard's script is called in the bundle. */
let guard = '';

export const offline: Plugin = {
  name: 'offline',
  apply: 'build',
  buildStart() {
    guard = this.emitFile({ type: 'chunk', id: join(root, 'src/offline/start-guard.ts') });
  },
  generateBundle() {
    guard = this.getFileName(guard);
  },
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'script', injectTo: 'head', attrs: { type: 'module', src: `./${guard}` } }],
  },
  // When the files stand on the disk: what is listed is what a server will send.
  async writeBundle({ dir = join(root, 'dist') }, bundle) {
    const names = [...readdirSync(join(root, 'public')), ...Object.keys(bundle)];
    writeFileSync(join(dir, 'sw.js'), await workerFor(dir, names));
  },
};

/** The script of the worker that keeps these files of a folder. */
export async function workerFor(folder: string, names: readonly string[]): Promise<string> {
  const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const files = Object.fromEntries([...names].sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
  const list = JSON.stringify(files);
  const path = join(root, 'src/offline/worker.ts');
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, {
    target: 'es2020',
    define: { __VERSION__: JSON.stringify(sha256(list).slice(0, 16)), __FILES__: list },
  });
  return code;
}
