// Holds the sources to the browsers that offices have: Chromium 100, Firefox 102, Safari 15.4 (docs/decisions/005-browsers.md).
// Syntax is lowered by the build; features cannot be, so their names are looked for. Newer built-ins do not type-check
// (`lib` in tsconfig.json stops at what all three have).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

function files(folder: string, endings: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.test(name) && !name.includes('.test.'))
    .map((name) => join(folder, name));
}

const tooNewCss: readonly (readonly [string, RegExp])[] = [
  [':has()', /:has\(/],
  ['nesting', /&/],
  ['container queries', /@container|container-type/],
  ['color-mix()', /color-mix\(/],
  ['dynamic viewport units', /\d(dvh|svh|lvh|dvw)\b/],
  ['subgrid', /subgrid/],
  ['@scope', /@scope/],
  ['overflow: clip', /overflow(-[xy])?:\s*clip/],
  ['popover', /:popover-open|\[popover/],
  ['individual transforms', /^\s+(rotate|scale|translate):/m],
  ['range media queries', /@media[^{]*[<>]=?/],
  ['web fonts', /@font-face[^}]*url\(/],
];

const tooNewScript: readonly (readonly [string, RegExp])[] = [
  ['popover', /\bpopover(Target)?=|showPopover/],
  ['inert', /\binert[=}\s]/],
  ['lookbehind', /\(\?<[=!]/],
  ['DecompressionStream', /\b(De)?[Cc]ompressionStream\b/],
  ['structuredClone', /\bstructuredClone\(/],
  ['Array.prototype.toSorted and the like', /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex)\(/],
  ['Object.hasOwn', /Object\.hasOwn\(/],
  ['randomUUID (secure contexts only)', /randomUUID/],
  ['network', /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/],
];

describe.each([
  ['style', /\.css$/, tooNewCss],
  ['script', /\.tsx?$/, tooNewScript],
] as const)('%s', (_, endings, features) => {
  // The service worker alone asks the network, for what it does not have yet.
  test.each(files('src', endings).filter((name) => !name.endsWith('offline/worker.ts')))(
    '%s keeps to the browsers offices have',
    (name) => {
      const source = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      for (const [feature, sign] of features) expect(sign.test(source), feature).toBe(false);
    },
  );
});

/** Calls of `import()`, not the types of modules and not what ends a sentence. */
const calls = /(?<!typeof )\bimport\(['"`]/g;

describe('what is loaded later is loaded by src/ui/part.tsx, which tells when it does not come', () => {
  const sources = files('src', /\.tsx?$/).filter((name) => name !== 'src/ui/part.tsx');
  test.each(sources)('%s', (name) => {
    const source = readFileSync(join(root, name), 'utf8');
    expect(source).not.toMatch(/\blazy\b.*from 'react'|\bReact\.lazy\b|import\.meta\.glob/);
    const bare = [...source.matchAll(calls)].filter(
      ({ index }) => !/\b(part|load)\(\s*\(\) =>\s*$/.test(source.slice(0, index)),
    );
    expect(bare.map(({ index }) => source.slice(index).split('\n')[0])).toEqual([]);
  });
});

test('no file names a package registry', () => {
  const named = ['package.json', 'package-lock.json', 'README.md', '.ci/run'].filter((name) =>
    /"resolved"|registry\.|npmmirror/.test(readFileSync(join(root, name), 'utf8')),
  );
  expect(named).toEqual([]);
});
