// For tests of the readers: bytes of files that no program of ours writes, and what was read of them in short.

import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Source } from './source.ts';

/** An archive of one deflated part, made by hand: nothing of it needs to be true. */
export function zipOf(name: string, packed: Uint8Array, size: number, times = 1): Uint8Array {
  const label = strToU8(name);
  const local = new Uint8Array(30 + label.length);
  const view = new DataView(local.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(8, 8, true);
  view.setUint16(26, label.length, true);
  local.set(label, 30);
  const entry = new Uint8Array(46 + label.length);
  const central = new DataView(entry.buffer);
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(10, 8, true);
  central.setUint32(20, packed.length, true);
  central.setUint32(24, size, true);
  central.setUint16(28, label.length, true);
  entry.set(label, 46);
  const end = new Uint8Array(22);
  const tail = new DataView(end.buffer);
  tail.setUint32(0, 0x06054b50, true);
  tail.setUint16(10, times, true);
  tail.setUint32(16, local.length + packed.length, true);
  const parts = [local, packed, ...Array.from({ length: times }, () => entry), end];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** So many megabytes of zeros, deflated. */
export function zeros(megabytes: number): Uint8Array {
  // One megabyte that does not end the data, time and again.
  const block = deflateRawSync(new Uint8Array(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(new Uint8Array());
  return new Uint8Array(Buffer.concat([...Array.from({ length: megabytes }, () => block), last]));
}

const pairs = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const sign = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (sign.length === 1 && sign !== '\ufffd') pairs.set(sign, [lead, trail]);
  }
}

/** Signs that have no two bytes become ?. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? sign.charCodeAt(0) : (pairs.get(sign) ?? 0x3f))),
  );
}

export function utf16(text: string, { isBig = false, isMarked = true } = {}): Uint8Array {
  const marked = isMarked ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), !isBig);
  return bytes;
}

/** An old binary document: the signature, and the names of its streams where a directory has them. */
export function oldOffice(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1) + 4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, name] of ['Root Entry', ...streams].entries()) {
    bytes.set(utf16(name, { isMarked: false }), 512 + 128 * at);
  }
  return bytes;
}

/** A Word document of the XML within <w:body> and of other parts. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const main = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const all = { '[Content_Types].xml': '<Types/>', 'word/document.xml': main, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])));
}

/** Paragraphs as texts, tables as rows of texts; spans other than 1 as 「text×columns×rows」. */
export function told({ blocks }: Source): readonly unknown[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows.map((row) =>
          row.map(({ text, colSpan, rowSpan }) => (colSpan * rowSpan > 1 ? `${text}×${colSpan}×${rowSpan}` : text)),
        ),
  );
}
