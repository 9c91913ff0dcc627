// Bytes of a page or a text file as text: UTF-8, UTF-16 or GB18030 (with GBK and GB2312, which are parts of it).
// A file says which it is, or its bytes fit only one. It never throws.

/** How much of a page is looked through for what it says of itself. */
const head = 4096;

export function decodeText(bytes: Uint8Array): string {
  const marked = byMark(bytes) ?? wide(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 throughout: one damaged byte in a page that says it is UTF-8 does not make it GB18030.
    return new TextDecoder(declared(bytes) ?? 'gb18030').decode(bytes);
  }
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: every line break has a zero byte beside it, which no other text has. */
function wide(bytes: Uint8Array): string | undefined {
  for (let at = 0; at + 1 < Math.min(bytes.length, head); at += 2) {
    if (bytes[at] === 0x0a && bytes[at + 1] === 0) return 'utf-16le';
    if (bytes[at] === 0 && bytes[at + 1] === 0x0a) return 'utf-16be';
  }
  return undefined;
}

/** The encoding that a page names in its first lines, where it is one we know. */
function declared(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, head));
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (/^(?:gb|x-gbk|cp936)/.test(name)) return 'gb18030';
  return name === 'big5' ? 'big5' : name.startsWith('utf-8') ? 'utf-8' : undefined;
}
