// Puts the service worker into the build: src/offline/worker.ts with the list of all built files and a name that changes
// with their content. A worker whose files did not change is byte for byte the same, so browsers see no new version.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const root = join(import.meta.dirname, '..');

export const offline: Plugin = {
  name: 'offline',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_, bundle) {
    const files = new Map<string, string | Uint8Array>();
    for (const name of readdirSync(join(root, 'public'))) files.set(name, readFileSync(join(root, 'public', name)));
    for (const [name, part] of Object.entries(bundle)) files.set(name, part.type === 'chunk' ? part.code : part.source);
    const names = [...files.keys()].sort();
    const hash = createHash('sha256');
    for (const name of names) hash.update(name).update(files.get(name) ?? '');
    const path = join(root, 'src/offline/worker.ts');
    const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, {
      target: 'es2020',
      define: { __VERSION__: JSON.stringify(hash.digest('hex').slice(0, 16)), __FILES__: JSON.stringify(names) },
    });
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
  },
};
