// Takes a few named parts out of a zip (.docx, .xlsx) without trusting it: sizes that the file claims are not believed,
// inflating stops at a limit, and a damaged directory or part is an error, never a guess: a figure may be wrong in it.
import { Inflate } from 'fflate';

/** Why a zip cannot be read: it is broken or cut off, encrypted, or unpacks to more than any report holds. */
export type ZipTrouble = 'damaged' | 'encrypted' | 'too large';

export class ZipError extends Error {
  readonly trouble: ZipTrouble;
  constructor(trouble: ZipTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

export type ZipLimits = {
  /** Bytes of all parts together, unpacked. */
  readonly unpacked: number;
  readonly entries: number;
};
/** The largest real report, city-wide with its tables, is under 5 MB of XML. */
const zipLimits: ZipLimits = { unpacked: 64 * 1024 * 1024, entries: 20_000 };
/** Small, so that a bomb is noticed early: one chunk can grow about a thousandfold. */
const chunk = 16 * 1024;

type Entry = {
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly header: number;
};

/** The directory of a zip. Throws ZipError. */
export function openZip(bytes: Uint8Array, limits = zipLimits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits.entries);
  let room = limits.unpacked;
  return {
    names: (): readonly string[] => [...entries.keys()],
    has: (name: string): boolean => entries.has(name),
    /** The unpacked part, or undefined where there is none of that name. Throws ZipError. */
    read(name: string): Uint8Array | undefined {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (entry.flags & 1) throw new ZipError('encrypted');
      const part = unpack(packedBytes(bytes, view, entry), entry.method, room);
      room -= part.length;
      if (checksum(part) !== entry.sum) throw new ZipError('damaged');
      return part;
    },
  };
}

export type Zip = ReturnType<typeof openZip>;

function readDirectory(bytes: Uint8Array, view: DataView, mostEntries: number): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) throw new ZipError('too large');
  const entries = new Map<string, Entry>();
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ZipError('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Some writers use \ between folders.
    entries.set(name.replaceAll('\\', '/'), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the end-of-directory record stands: last in the file, but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ZipError('damaged');
}

function packedBytes(bytes: Uint8Array, view: DataView, { header, packed }: Entry): Uint8Array {
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw new ZipError('damaged');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > bytes.length) throw new ZipError('damaged');
  return bytes.subarray(start, start + packed);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return ~crc >>> 0;
}

function unpack(packed: Uint8Array, method: number, room: number): Uint8Array {
  if (method === 0) {
    if (packed.length > room) throw new ZipError('too large');
    return packed;
  }
  if (method !== 8) throw new ZipError('damaged');
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((part, final) => {
    size += part.length;
    if (size > room) throw new ZipError('too large');
    parts.push(part);
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += chunk) {
      inflate.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged');
  }
  if (!ended) throw new ZipError('damaged');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
