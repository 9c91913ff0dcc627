import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText, pieces } from './sheet-text.ts';

describe('texts', () => {
  test.each([
    ['甲\n乙\t丙', '甲\n乙\t丙'],
    ['a\r\nb', 'a_x000D_\nb'],
    ['_x000D_', '_x005F_x000D_'],
    ['_x0041\u0001', '_x005F_x0041_x0001_'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['\ufffd', '\ufffd'],
    ['\ud83f\udffe', '_xD83F__xDFFE_'],
    ['𬱖', '𬱖'],
  ])('%j is written %j', (text, written) => {
    expect(encodeText(text)).toBe(written);
    expect(decodeText(written)).toBe(text);
  });

  test('any text comes back, whole and in pieces', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('_', 'x', '0', '4', '1', 'D', '\u0001'), { maxLength: 30 }).map((all) => all.join('')),
      fc.uint16Array().map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(decodeText(encodeText(one))).toBe(one);
      }),
    );
    fc.assert(
      fc.property(text, fc.nat({ max: 70_000 }), (one, length) => {
        const long = one + '𬱖'.repeat(length);
        const parts = pieces(long);
        expect(parts.join('')).toBe(long);
        expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(30_000);
      }),
      { numRuns: 20 },
    );
    expect(pieces('')).toEqual(['']);
  });
});
