// Another build of the app, made from the one in dist/: other file names, another title and its own service worker.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { workerFor } from '../scripts/offline-plugin.ts';

export const dist = join(import.meta.dirname, '../dist');

/** Writes it into a folder. Its title and its file names carry the tag; `main` changes the script that the page starts with. */
export async function otherBuild(
  folder: string,
  tag: string,
  main: (script: string) => string = (script) => script,
): Promise<string> {
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    // The worker is made anew; the file to carry is no part of what it keeps.
    .filter((name) => name !== 'sw.js' && name !== 'nianbao-tianbao.html');
  // In a real build a changed part changes the names of all that load it.
  const renamed = new Map(
    names
      .filter((name) => name.startsWith('assets/'))
      .map((name) => [basename(name), basename(name).replace(/(?=\.\w+$)/, `-${tag}`)]),
  );
  const anew = (text: string): string => text.replace(/[\w-]+\.(js|css)/g, (name) => renamed.get(name) ?? name);
  const [, mainScript] = /src="\.\/(assets\/index-[^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ?? [];
  for (const name of names) {
    const file = join(folder, anew(name));
    let bytes: string | Uint8Array = readFileSync(join(dist, name));
    if (/\.(js|css|html)$/.test(name)) bytes = anew(bytes.toString()).replace('<title>', `<title>${tag} `);
    if (name === mainScript) bytes = main(String(bytes));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  writeFileSync(join(folder, 'sw.js'), await workerFor(folder, names.map(anew)));
  return folder;
}
