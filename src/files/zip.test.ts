// Archives as they are, damaged and made to do harm.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zeros, zipOf } from './document/testing.ts';
import { openZip, type Zip, ZipError } from './zip.ts';

const text = '本年度未收取信息处理费。'.repeat(40);
const whole = zipSync({ 'word/document.xml': strToU8(text), 'stored.txt': [strToU8('甲'), { level: 0 }] });

const said = (zip: Zip, name: string): string => new TextDecoder().decode(zip.read(name));

function troubleOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof ZipError) return error.trouble;
    throw error;
  }
  return undefined;
}

/** The bytes with `length` of them at `at` overwritten, low byte first. */
function patched(bytes: Uint8Array, at: number, value: number, length: number): Uint8Array {
  const copy = bytes.slice();
  for (let n = 0; n < length; n++) copy[at + n] = Math.floor(value / 256 ** n) & 0xff;
  return copy;
}

/** Where the directory's first entry stands. */
const directory = new DataView(whole.buffer, whole.byteOffset).getUint32(whole.length - 22 + 16, true);

test('parts are read by name, deflated or stored', () => {
  const zip = openZip(whole);
  expect(zip.names()).toEqual(['word/document.xml', 'stored.txt']);
  expect(said(zip, 'word/document.xml')).toBe(text);
  expect(said(zip, 'stored.txt')).toBe('甲');
  expect(zip.has('missing')).toBe(false);
  expect(zip.read('missing')).toBeUndefined();
});

test('a comment at the end and \\ between folders', () => {
  const slashed = zipSync({ 'word\\document.xml': strToU8(text) });
  const commented = new Uint8Array(slashed.length + 300);
  commented.set(slashed);
  expect(said(openZip(commented), 'word/document.xml')).toBe(text);
});

test('a view into a larger buffer', () => {
  const larger = new Uint8Array(whole.length + 50);
  larger.set(whole, 20);
  expect(said(openZip(larger.subarray(20, 20 + whole.length)), 'stored.txt')).toBe('甲');
});

test('cut off anywhere it is damaged', () => {
  for (let length = 0; length < whole.length; length += 7) {
    expect(
      troubleOf(() => openZip(whole.subarray(0, length))),
      String(length),
    ).toBe('damaged');
  }
});

test('one byte changed anywhere: damaged, or the text as it was', () => {
  for (let at = 0; at < whole.length; at++) {
    const bytes = patched(whole, at, 255 - (whole[at] ?? 0), 1);
    const trouble = troubleOf(() => {
      const read = said(openZip(bytes), 'word/document.xml');
      if (read !== '') expect(read).toBe(text);
    });
    expect([undefined, 'damaged', 'encrypted', 'too large'], String(at)).toContain(trouble);
  }
});

test('an encrypted part', () => {
  const zip = openZip(patched(whole, directory + 8, 1, 2));
  expect(troubleOf(() => zip.read('word/document.xml'))).toBe('encrypted');
});

describe('what claims to be other than it is', () => {
  test.each([
    ['a packed size beyond the file', 20, 0x7fffffff, 4],
    ['a packed size too small', 20, 9, 4],
    ['a place outside of the file', 42, 0xfffffff0, 4],
    ['another method', 10, 12, 2],
    ['another checksum', 16, 1, 4],
  ])('%s', (_, offset, value, length) => {
    const zip = openZip(patched(whole, directory + offset, value, length));
    expect(troubleOf(() => zip.read('word/document.xml'))).toBe('damaged');
  });

  test('more entries than there are', () => {
    expect(troubleOf(() => openZip(patched(whole, whole.length - 12, 9, 2)))).toBe('damaged');
    expect(troubleOf(() => openZip(patched(whole, whole.length - 12, 0xffff, 2)))).toBe('too large');
  });

  test('an unpacked size is not believed', () => {
    expect(said(openZip(patched(whole, directory + 24, 3, 4)), 'word/document.xml')).toBe(text);
  });
});

const megabyte = 1024 * 1024;

test('a bomb stops at the limit, wherever that is', () => {
  const bomb = zipOf('word/document.xml', zeros(20), 10);
  expect(bomb.length).toBeLessThan(megabyte / 20);
  expect(troubleOf(() => openZip(bomb, { unpacked: megabyte, entries: 1 }).read('word/document.xml'))).toBe(
    'too large',
  );
});

test('a bomb of a gigabyte stops at the limit that readers have', () => {
  const bomb = zipOf('word/document.xml', zeros(1024), 10);
  expect(troubleOf(() => openZip(bomb).read('word/document.xml'))).toBe('too large');
});

test('the limit counts all parts together', () => {
  const part = new Uint8Array(30_000);
  const zip = openZip(zipSync({ a: part, b: part, c: part }), { unpacked: 64_000, entries: 3 });
  expect(zip.read('a')).toHaveLength(part.length);
  expect(zip.read('b')).toHaveLength(part.length);
  expect(troubleOf(() => zip.read('c'))).toBe('too large');
});

test('as many entries as may be, and one more', () => {
  const limits = { unpacked: 100, entries: 2 };
  expect(openZip(whole, limits).names()).toHaveLength(2);
  expect(troubleOf(() => openZip(whole, { ...limits, entries: 1 }))).toBe('too large');
});

test('a thousand entries of the same data', () => {
  const zip = openZip(zipOf('word/document.xml', zeros(2), 10, 1000), { unpacked: megabyte, entries: 1000 });
  expect(troubleOf(() => zip.read('word/document.xml'))).toBe('too large');
});
