// Bytes of a page or a text file as text: UTF-8, UTF-16 or GB18030 (with GBK and GB2312, which are parts of it).
// Its bytes tell which it is; what a page says of itself is often left over from another one. It never throws.
import { markedEncoding } from '../marked-encoding.ts';

/** How much of a page is looked through for what it says of itself. */
const head = 4096;

export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes) ?? wide(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isMostlyWhole(text)) return text;
  return new TextDecoder(declared(bytes)).decode(bytes);
}

/** Some damaged bytes do not make it another encoding; in another one hardly a Chinese character would come out whole. */
function isMostlyWhole(text: string): boolean {
  let damaged = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damaged++;
    else if (code >= 0x2e80) whole++;
  }
  return damaged * 4 <= whole;
}

/** UTF-16 without a mark: every line break has a zero byte beside it, which no other text has. */
function wide(bytes: Uint8Array): string | undefined {
  for (let at = 0; at + 1 < Math.min(bytes.length, head); at += 2) {
    if (bytes[at] === 0x0a && bytes[at + 1] === 0) return 'utf-16le';
    if (bytes[at] === 0 && bytes[at + 1] === 0x0a) return 'utf-16be';
  }
  return undefined;
}

/** The encoding of a text that is not UTF-8. A page that says it is Big5 is believed; what else it says is often wrong. */
function declared(bytes: Uint8Array): 'big5' | 'gb18030' {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, head));
  return /(?:charset|encoding)\s{0,9}=\s{0,9}["']?big5/i.test(start) ? 'big5' : 'gb18030';
}
