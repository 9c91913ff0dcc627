// What in a built script or style sheet is newer than the browsers it is promised for, by MDN's data. It knows names, not types: a method is
// too new when no class that has one of its name is old enough. What is declared in the script itself is its own.

import { createRequire } from 'node:module';
import type { CompatData, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import { parseAst } from 'vite';

// Not imported: 15 MB that need no transforming.
const bcd: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** docs/decisions/005-browsers.md */
const promised = { chrome: 100, firefox: 102, safari: 15.4 } as const;

function isOldEnough(feature: Identifier | undefined): boolean {
  const { __compat } = feature ?? {};
  if (!__compat) return true;
  return Object.entries(promised).every(([browser, version]) => {
    const said = __compat.support[browser as keyof typeof promised];
    const all: readonly SimpleSupportStatement[] = said === undefined ? [] : Array.isArray(said) ? said : [said];
    return all.some(
      ({ version_added, version_removed, flags }) =>
        typeof version_added === 'string' &&
        flags === undefined &&
        version_removed === undefined &&
        Number.parseFloat(version_added.replace(/^≤/, '')) <= version,
    );
  });
}

const members = (of: Identifier | undefined): [string, Identifier][] =>
  Object.entries(of ?? {}).filter(([name]) => name !== '__compat') as [string, Identifier][];

const classes = new Map<string, Identifier>([...members(bcd.api), ...members(bcd.javascript.builtins)]);
/** Those whose newer methods have names that nobody else uses. Iterators (take), sets (union) and file handles (watch) have not. */
const telling = new Set(
  (
    'Array TypedArray Uint8Array String RegExp Promise ArrayBuffer Object Date Element HTMLElement HTMLDialogElement HTMLInputElement ' +
    'Document Window Blob Response Navigator CanvasRenderingContext2D'
  ).split(' '),
);
/** By name: whether a class has such a method that is old enough. */
const methods = new Map<string, boolean>();
for (const [holder, one] of classes) {
  for (const [name, method] of members(one)) {
    if (!telling.has(holder) && !isOldEnough(method)) continue;
    const plain = name.replace(/_(static|event)$/, '');
    methods.set(plain, (methods.get(plain) ?? false) || isOldEnough(method));
  }
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) yield* nodesOf(one);
  }
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : undefined;

/** 「Object.groupBy」「.toSorted()」「structuredClone」「lookbehind」, each once. */
export function tooNewInScript(code: string): readonly string[] {
  const nodes = [...nodesOf(parseAst(code) as unknown as Node)];
  const own = new Set(nodes.flatMap((node) => (isDeclaration(node) ? (nameOf(node.id) ?? []) : [])));
  const found = new Set<string>();
  for (const node of nodes) {
    if (node.type === 'Literal' && isNode({ type: '', ...(node.regex as object) }) && node.regex) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      if (/\(\?<[=!]/.test(pattern)) found.add('lookbehind');
      if (flags.includes('v')) found.add('regular expressions with v');
    }
    if (node.type === 'StaticBlock') found.add('static block');
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const { callee } = node;
    const called = nameOf(callee);
    if (called !== undefined && !own.has(called)) {
      const known = classes.get(called);
      if (known && !isOldEnough(known)) found.add(called);
    }
    if (!isNode(callee) || callee.type !== 'MemberExpression' || callee.computed) continue;
    const [object, method] = [nameOf(callee.object), nameOf(callee.property) ?? ''];
    const holder = object !== undefined && !own.has(object) ? classes.get(object) : undefined;
    const known = holder?.[`${method}_static`] ?? holder?.[method];
    if (known) {
      if (!isOldEnough(known as Identifier)) found.add(`${object}.${method}`);
    } else if (methods.get(method) === false) found.add(`.${method}()`);
  }
  return [...found].sort();
}

const isDeclaration = ({ type }: Node): boolean =>
  type === 'VariableDeclarator' || type === 'FunctionDeclaration' || type === 'ClassDeclaration';

/** Names of properties. */
export function tooNewInStyle(css: string): readonly string[] {
  const used = [...css.matchAll(/[{;]\s*([a-z-]+)\s*:/g)].map(([, name = '']) => name);
  const known = bcd.css.properties as unknown as Readonly<Record<string, Identifier>>;
  const isTooNew = (name: string): boolean => {
    const property = known[name];
    return property !== undefined && !isOldEnough(property);
  };
  return [...new Set(used.filter(isTooNew))].sort();
}
