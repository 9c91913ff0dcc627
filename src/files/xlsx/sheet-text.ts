// Text as a workbook keeps it. XML has no place for control characters, so Excel writes them as _x000D_, and then has to
// write an underscore that would look like such an escape as _x005F_. Nothing is dropped, whatever the text.

// \p{Cs}: half of a pair that lost its other half.
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Text that can stand in XML and reads as `text` again. */
export function encodeText(text: string): string {
  return text.replace(/_(?=x[\da-f]{4})/gi, '_x005F_').replace(unwritable, escaped);
}

const escaped = (characters: string): string =>
  Array.from({ length: characters.length }, (_, at) => {
    const code = characters.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  }).join('');

export function decodeText(text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** UTF-16 units; a cell of Excel takes 32,767. */
const longest = 30_000;

/** The text in pieces that each fit a cell; joined they are the text. At least one, which may be empty. */
export function pieces(text: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  do {
    let end = Math.min(at + longest, text.length);
    // Not through a rare character (𬱖, two units).
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
    parts.push(text.slice(at, end));
    at = end;
  } while (at < text.length);
  return parts;
}
