import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FigureLink, followed, movedLinks } from './figure-links.ts';

const text = '新收59件，结转4件。';
const links: readonly FigureLink[] = [
  { narrative: 'overview', cell: 'a', at: 2, text: '59件' },
  { narrative: 'overview', cell: 'b', at: 8, text: '4件' },
];
const say = (figures: Readonly<Record<string, string>>) => (cell: string) => figures[cell];

test('linked figures say what their cells say, however long that is', () => {
  const next = followed(links, 'overview', text, say({ a: '1059件', b: '12件' }));
  expect(next.text).toBe('新收1059件，结转12件。');
  expect(next.links.map(({ at, text }) => next.text.slice(at, at + text.length))).toEqual(['1059件', '12件']);
});

test('a blank cell leaves what stands there; a place that says something else is no link any more', () => {
  expect(followed(links, 'overview', text, say({ b: '5件' })).text).toBe('新收59件，结转5件。');
  const broken = followed(links, 'overview', '新收60件，结转4件。', say({ a: '1件', b: '5件' }));
  expect(broken.text).toBe('新收60件，结转5件。');
  expect(broken.links.map(({ cell }) => cell)).toEqual(['b']);
});

test('writing into a linked figure ends its link, writing beside it moves it', () => {
  const into = movedLinks(links, 'overview', text, '新收5x9件，结转4件。');
  expect(into.map(({ cell, at }) => [cell, at])).toEqual([['b', 9]]);
  const beside = movedLinks(links, 'overview', text, `全年${text}`);
  expect(beside.map(({ at }) => at)).toEqual([4, 10]);
  expect(movedLinks(links, 'others', text, '')).toEqual(links);
});

test('whatever is written in one place, the links that stay point at what they did', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 5 }), (a, b, typed) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const after = text.slice(0, from) + typed + text.slice(to);
      for (const { at, text: said } of movedLinks(links, 'overview', text, after)) {
        expect(after.slice(at, at + said.length)).toBe(said);
      }
    }),
  );
});
