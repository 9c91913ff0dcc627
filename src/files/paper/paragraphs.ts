// A narrative is plain text. Its lines are the paragraphs; a line that opens with （一） opens with a sub-heading.
// Empty lines and typed indents are left out: the paper has its own. No other text is changed.

export type Paragraph = {
  /** Two paragraphs may say the same; their keys differ. */
  readonly key: string;
  /** Printed in 楷体: the sub-heading, its 。 included. Empty in an ordinary paragraph. */
  readonly lead: string;
  readonly rest: string;
};

const subHeading = /^[（(][一二三四五六七八九十]+[）)][^。]*。?/;

export function paragraphs(text: string): readonly Paragraph[] {
  return linesOf(text).map((line, at) => {
    const lead = subHeading.exec(line)?.[0] ?? '';
    return { key: `line-${at}`, lead, rest: line.slice(lead.length) };
  });
}

/** The lines alone, as a note below a table has them: without sub-headings. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
