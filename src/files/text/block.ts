// A rectangle of cells as Excel and WPS put it on the clipboard: tabs between cells, line breaks between rows,
// quotes round a cell that itself holds one of these. Commas never separate. Text only; it reads no figure.

/** Rows of cells. A blank cell is '', a trailing line break adds no row. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    rows.at(-1)?.push(cell.trim());
    at = next;
    if (text[at] === '\t') {
      at++;
      if (at === text.length) rows.at(-1)?.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

const ends = /[\t\r\n]/g;

function readPlain(text: string, from: number): { cell: string; next: number } {
  ends.lastIndex = from;
  const next = ends.exec(text)?.index ?? text.length;
  return { cell: text.slice(from, next), next };
}

// A quote that is never closed, or that something follows, is an ordinary character.
function readQuoted(text: string, from: number): { cell: string; next: number } {
  let cell = '';
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') cell += text[at++];
    else if (at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '')) return { cell, next: at + 1 };
    else break;
  }
  return readPlain(text, from);
}

export function writeBlock(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}
