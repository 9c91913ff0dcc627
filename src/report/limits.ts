// How long the texts of a report may be, in UTF-16 units. What comes in by a file, a document or the clipboard and is longer is refused
// whole and said so; what is stored already is kept and shown, and the checks look at so much of it.
import type { Content } from './draft.ts';
import { narrativeIds, narrativePlaces } from './format.ts';

/** The longest report of a whole city has some 60,000 characters in all its narratives together. */
export const longestNarrative = 200_000;
/** Text printed below a table. */
export const longestNote = 20_000;
export const longestExplanation = 5_000;
/** The longest names of bodies have some forty characters. */
export const longestAgency = 200;
/** Text of a cell. Longer is certainly no figure, whatever its remark; a figure with the longest remark that is read fits. */
export const longestAnswer = 1_000;

/** 「第五部分有 250,000 字，最多 200,000 字」 for people. */
export const tooLongWords = (what: string, length: number, most: number): string =>
  `${what}有 ${grouped(length)} 字，最多 ${grouped(most)} 字`;

/** What is said where a text would have become too long: nothing of it was taken. */
export const refusedWords = (length: number, most: number): string =>
  `没有放进去：加上它共 ${grouped(length)} 字，这里最多 ${grouped(most)} 字。原来的文字没有动。`;

const grouped = (count: number): string => count.toLocaleString('zh-CN');

/** The first text that is longer than it may be, in words; undefined where none is. `nameOf` names a cell. */
export function tooLong(content: Content, nameOf: (cell: string) => string): string | undefined {
  const texts: (readonly [what: () => string, text: string, most: number])[] = [
    [() => '机关名称', content.agency, longestAgency],
    ...narrativeIds.map((id) => [() => narrativePlaces[id], content.narratives[id], longestNarrative] as const),
    ...Object.entries(content.notes ?? {}).map(
      ([number, text]) => [() => `表${number}下的文字`, text, longestNote] as const,
    ),
    ...Object.entries(content.answers).map(([id, text]) => [() => nameOf(id), text, longestAnswer] as const),
    ...Object.values(content.explanations).map(({ text }) => [() => '一条情况说明', text, longestExplanation] as const),
  ];
  const found = texts.find(([, text, most]) => text.length > most);
  return found && tooLongWords(found[0](), found[1].length, found[2]);
}

/** So much of a text as the checks look at. */
export const looked = (text: string, most = longestNarrative): string =>
  text.length > most ? text.slice(0, most) : text;
