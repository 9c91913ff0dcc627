// Narratives taken apart, and a number to know a sentence again by.

/** Sentences end with 。 or ； or the line; the mark is left off. Spaces at their ends do not count. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/[。；\n]/).flatMap((sentence) => (sentence.trim() === '' ? [] : [sentence.trim()]));
}

/** The same for the same text, on every machine: 31 bits (FNV-1a). An explanation is kept with it, and is open again when it changes. */
export function textMark(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return (mark >>> 1) & 0x7fffffff;
}

/** How much of the shorter text's pairs of characters is in the other too (0 to 1; overlap of bigrams). Figures do not count. */
export function similarity(a: string, b: string): number {
  const [first, second] = [bigrams(a), bigrams(b)];
  const [fewer, more] = first.size < second.size ? [first, second] : [second, first];
  if (fewer.size === 0) return 0;
  let shared = 0;
  for (const pair of fewer) if (more.has(pair)) shared++;
  return shared / fewer.size;
}

function bigrams(text: string): ReadonlySet<string> {
  const plain = text.replace(/[\d\s，。；：、“”（）]/g, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
}
