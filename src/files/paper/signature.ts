// 署名 and 成文日期 as GB/T 9704 places them: the date four characters from the right, the agency centred above it.

/** Width in characters (em): a Latin letter or digit takes half of one. */
function charactersWide(text: string): number {
  return [...text].reduce((width, letter) => width + (/[ -~]/.test(letter) ? 0.5 : 1), 0);
}

/** How far from the right, in characters, the agency stands to be centred on the date; a long name ends at the edge. */
export function agencyIndent(agency: string, date: string): number {
  return Math.max(0, 4 + (charactersWide(date) - charactersWide(agency)) / 2);
}
