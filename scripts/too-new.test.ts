// What is planted is found; what the promised browsers have is not.
import { expect, test } from 'vitest';
import { tooNewInScript, tooNewInStyle } from './too-new.ts';

test.each([
  ['[3, 1].toSorted()', '.toSorted()'],
  ['list.findLast(Boolean)', '.findLast()'],
  ['Object.groupBy(list, key)', 'Object.groupBy'],
  ['Promise.withResolvers()', 'Promise.withResolvers'],
  ['new DecompressionStream("gzip")', 'DecompressionStream'],
  ['element.checkVisibility()', '.checkVisibility()'],
  ['/(?<=a)b/.test(text)', 'lookbehind'],
  ['class A { static { this.x = 1 } }', 'static block'],
])('%s', (code, found) => {
  expect(tooNewInScript(`let list, key, element, text; ${code}`)).toEqual([found]);
});

test.each([
  'structuredClone({})',
  '[1].at(-1); Object.hasOwn({}, "a"); [1].flatMap(String)',
  'new Map([[1, 2]]).get(1); new AbortController().signal; crypto.getRandomValues(new Uint8Array(4))',
  'dialog.showModal(); node.replaceChildren(); text.replaceAll("a", "b")',
  'class DecompressionStream {} new DecompressionStream()',
])('%s is old enough', (code) => {
  expect(tooNewInScript(code)).toEqual([]);
});

test('properties of style sheets', () => {
  expect(tooNewInStyle('a{color:red;anchor-name:--a}@media screen{b{display:grid;field-sizing:content}}')).toEqual([
    'anchor-name',
    'field-sizing',
  ]);
});
