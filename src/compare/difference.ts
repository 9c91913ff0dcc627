// What differs between two states of a report, in the form's own words: boxes by their names, sentences added and removed.
// It compares what was typed, not what it reads as.

import { isFormatId, lawOf } from '../formats/registry.ts';
import { type Content, noteNames } from '../report/draft.ts';

import { cellName, isTableSection, type Section } from '../report/format.ts';

export type Changed = { readonly name: string; readonly before: string; readonly after: string };
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };
export type Difference = {
  /** 机关, 年度, 格式, 成文日期, 定稿. */
  readonly basics: readonly Changed[];
  readonly cells: readonly Changed[];
  /** And the notes below the tables, in the order of the form. */
  readonly narratives: readonly { readonly name: string; readonly pieces: readonly Piece[] }[];
};

export function difference(before: Content, after: Content): Difference {
  const pair = (name: string, a: string, b: string): Changed[] => (a === b ? [] : [{ name, before: a, after: b }]);
  const law = lawOf(isFormatId(after.format) ? after.format : '2021');
  const known = law.cells.flatMap((cell) =>
    pair(cellName(cell), before.answers[cell.id] ?? '', after.answers[cell.id] ?? ''),
  );
  // Boxes of another format stay with the draft; they have no name here.
  const others = Object.keys({ ...before.answers, ...after.answers })
    .filter((id) => !law.cell(id))
    .flatMap((id) => pair(id, before.answers[id] ?? '', after.answers[id] ?? ''));
  const prose = (name: string, a: string, b: string) => (a === b ? [] : [{ name, pieces: piecesOf(a, b) }]);
  return {
    basics: [
      ...pair('机关全称', before.agency, after.agency),
      ...pair('年度', String(before.year), String(after.year)),
      ...pair('格式', before.format, after.format),
      ...pair('成文日期', before.date, after.date),
      ...pair('定稿', final(before), final(after)),
    ],
    cells: [...known, ...others],
    narratives: [
      ...prose('引言', before.narratives.preamble, after.narratives.preamble),
      ...(law.sections as readonly Section[]).flatMap(({ number, narrative, heading }) => {
        if (narrative) return prose(heading, before.narratives[narrative], after.narratives[narrative]);
        if (!isTableSection(number)) return [];
        return prose(noteNames[number], before.notes?.[number] ?? '', after.notes?.[number] ?? '');
      }),
    ],
  };
}

const final = ({ finalised }: Content): string => (finalised ? `已定稿，核验码 ${finalised.code}` : '');

/** Compared sentence by sentence, at most so many by so many; of longer texts only the beginning and the end that agree are told apart. */
const mostSentences = 600;

/** The text before and after as one: what stayed, what went, what came. Joined, same + added is the text after. */
export function piecesOf(before: string, after: string): readonly Piece[] {
  const a = sentences(before);
  const b = sentences(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], texts: readonly string[]): void => {
    const last = pieces[pieces.length - 1];
    const text = texts.join('');
    if (text === '') return;
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  add('same', a.slice(0, start));
  for (const { kind, text } of middle(a.slice(start, a.length - end), b.slice(start, b.length - end)))
    add(kind, [text]);
  add('same', a.slice(a.length - end));
  return pieces;
}

const sentences = (text: string): string[] =>
  text.match(/[^。；，、：\n]*(?:[。；，、：\n]|$)/g)?.filter(Boolean) ?? [];

/** The longest sentences in common stay, in their order. */
function middle(a: readonly string[], b: readonly string[]): readonly Piece[] {
  const removed = (text: string): Piece => ({ kind: 'removed', text });
  const added = (text: string): Piece => ({ kind: 'added', text });
  if (a.length > mostSentences || b.length > mostSentences) return [removed(a.join('')), added(b.join(''))];
  // Equal sentences by equal numbers: long ones are then compared once, not once for each pair.
  const numbers = new Map<string, number>();
  const numbered = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const [first, second] = [a.map(numbered), b.map(numbered)];
  // common[i][j]: characters in common of a from i on and b from j on.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      const both = first[i] === second[j] ? at(i + 1, j + 1) + (a[i]?.length ?? 0) : 0;
      if (row) row[j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const said = a[i] ?? '';
    if (first[i] === second[j] && at(i, j) === at(i + 1, j + 1) + said.length) {
      pieces.push({ kind: 'same', text: said });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) pieces.push(removed(a[i++] ?? ''));
    else pieces.push(added(b[j++] ?? ''));
  }
  return [...pieces, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}
