// Narratives taken apart, and a number to know a sentence again by.

/** Characters. What goes on without an end is read in pieces of so many, so that no reader of a sentence ever has a longer one. */
const longest = 1_000;

/** Sentences end with 。 or ； or the line; the mark is left off. Spaces at their ends do not count. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/[。；\n]/).flatMap((sentence) => (sentence.trim() === '' ? [] : bounded(sentence.trim())));
}

/** A sentence, or one that is too long to be one in pieces, cut after a comma where there is one. */
function bounded(sentence: string): readonly string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > longest) {
    const piece = rest.slice(0, longest);
    const end = Math.max(piece.lastIndexOf('，'), piece.lastIndexOf('、')) + 1 || longest;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** The same for the same text, on every machine: 31 bits (FNV-1a). An explanation is kept with it, and is open again when it changes. */
export function textMark(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return (mark >>> 1) & 0x7fffffff;
}
