import { expect, test } from 'vitest';
import { markedEncoding } from './marked-encoding.ts';

test.each([
  [[0xef, 0xbb, 0xbf, 0x41], 'utf-8'],
  [[0xff, 0xfe, 0x41, 0], 'utf-16le'],
  [[0xfe, 0xff, 0, 0x41], 'utf-16be'],
  [[0xef, 0xbb], undefined],
  [[0xfe], undefined],
  [[0x41, 0xff, 0xfe], undefined],
  [[], undefined],
])('%j is %s', (bytes, encoding) => {
  expect(markedEncoding(new Uint8Array(bytes))).toBe(encoding);
});
