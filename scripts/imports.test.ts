// Which folder may import which, and why: one table, held over all sources, `import()` and workers included. No module may come
// back to itself by what it imports at once, or by what it loads later.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

type Row = {
  /** Folders, or single modules of a folder. */
  readonly may: readonly string[];
  /** Packages that it must not know; those of React and the database unless told otherwise. */
  readonly never?: readonly string[];
  readonly why: string;
};

const react = ['react', 'react-dom', '@tanstack/react-table'];
const pure = [...react, 'dexie'];
const domain = ['report', 'checks', 'formats', 'compare', 'files'];
const page = [...domain, 'storage', 'draft', 'ui'];
/** Pages hand their work to a page of another folder by app.tsx. */
const pages: Row = { may: page, never: ['dexie'], why: 'pages never import one another; storage/ alone knows dexie' };

const table: Readonly<Record<string, Row>> = {
  report: { may: [], never: [...pure, 'react-hook-form'], why: 'report/ is the bottom: it imports no other folder' },
  checks: { may: ['report'], never: pure, why: 'relations are handed to checks/ as data' },
  formats: { may: ['report', 'checks'], never: pure, why: 'formats/ is the law as data' },
  compare: {
    may: ['report', 'checks', 'formats'],
    never: pure,
    why: 'compare/ holds reports against each other, no more',
  },
  files: {
    may: ['report', 'checks', 'formats', 'compare', 'ui/load.ts', 'ui/start-worker.ts'],
    never: pure,
    why: 'files/ turns drafts into files and back',
  },
  storage: { may: ['report'], never: react, why: 'storage/ keeps drafts as they are, whatever they mean' },
  draft: {
    may: ['report', 'checks', 'formats', 'storage', 'ui/store.ts', 'ui/load.ts', 'ui/start-worker.ts'],
    never: ['react-dom', 'dexie'],
    why: 'an open draft lives without a page',
  },
  ui: { may: [], never: ['dexie', 'react-hook-form'], why: 'ui/ has plain controls without domain words' },
  offline: { may: ['ui'], never: ['dexie'], why: 'the service worker and its notice know no drafts' },
  wizard: pages,
  print: pages,
  home: pages,
  years: pages,
  gallery: pages,
};

type Import = { readonly from: string; readonly to: string; readonly isLater: boolean };

const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.endsWith('.d.ts'),
);
const sourceOf = (name: string): string => readFileSync(join(src, name), 'utf8').replace(/^\s*\/\/.*$/gm, '');

/** Of types too: what a module knows by its types it knows. */
const found = /(?:\bfrom|^import|\bimport\(|new URL\()\s*'([^']+)'/gm;
const specifiers = (name: string): readonly RegExpMatchArray[] => [...sourceOf(name).matchAll(found)];

const imports: readonly Import[] = modules.flatMap((from) =>
  specifiers(from).flatMap(([whole, to = '']) =>
    to.startsWith('.')
      ? [{ from, to: normalize(join(dirname(from), to.replace(/\?.*/, ''))), isLater: /\($|\(\s*'/.test(whole) }]
      : [],
  ),
);
const folderOf = (name: string): string => (name.includes('/') ? (name.split('/')[0] ?? '') : name);

test('every folder has a row', () => {
  const folders = modules.filter((name) => name.includes('/')).map(folderOf);
  expect([...new Set(folders)].sort()).toEqual(Object.keys(table).sort());
});

describe.each(Object.entries(table))('%s/', (folder, { may, never = pure, why }) => {
  test(`imports ${may.join(', ') || 'no other folder'}: ${why}`, () => {
    const others = imports.filter(({ from, to }) => folderOf(from) === folder && folderOf(to) !== folder);
    const wrong = others.filter(({ to }) => !may.includes(folderOf(to)) && !may.includes(to));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test(`knows no ${never.join(', ')}`, () => {
    const wrong = modules.filter((name) => folderOf(name) === folder).filter((name) => knows(name, never));
    expect(wrong).toEqual([]);
  });
});

function knows(name: string, packages: readonly string[]): boolean {
  return specifiers(name).some(([, to = '']) => packages.some((one) => to === one || to.startsWith(`${one}/`)));
}

/** What is reached from a module by what it imports at once. */
function reached(start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...imports.filter(({ from, isLater }) => from === at && !isLater).map(({ to }) => to));
  }
  return seen;
}

test('an open draft knows no React, also by what it imports', () => {
  const own = modules.filter((name) => folderOf(name) === 'draft');
  const all = new Set(own.flatMap((name) => [...reached(name)]));
  expect(all.size).toBeGreaterThan(own.length);
  // react-hook-form is there for its form control, which is used without its hooks.
  expect([...all].filter((name) => modules.includes(name) && knows(name, react))).toEqual([]);
});

test('nothing comes back to itself', () => {
  const circles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, path: readonly string[]): void => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      circles.push([...path.slice(path.indexOf(name)), name].join(' → '));
      return;
    }
    state.set(name, 'open');
    for (const { to } of imports.filter(({ from }) => from === name)) visit(to, [...path, name]);
    state.set(name, 'done');
  };
  for (const name of modules) visit(name, []);
  expect(circles).toEqual([]);
});
