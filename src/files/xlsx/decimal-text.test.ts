import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from './decimal-text.ts';
import { exactly } from './figure-cell.ts';

describe('numbers as stored', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.0', '0'],
    ['007', '7'],
    ['12', '12'],
    ['-3', '-3'],
    ['1200', '1200'],
    ['1.2345E-2', '0.012345'],
    ['1.2345E+2', '123.45'],
    ['1E3', '1000'],
    ['1e-6', '0.000001'],
    ['-9.9999999999999995E-7', '-0.000001'],
    ['0.30000000000000004', '0.3'],
    ['59237.244899999998', '59237.2449'],
    ['999999999.99999905', '999999999.999999'],
    ['0.99999999999999989', '1'],
    ['9.9999999999999999', '10'],
    ['9007199254740991', '9007199254740991'],
    ['1234567890123456.5', '1234567890123460'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['', ''],
    ['.', '.'],
    ['abc', 'abc'],
    ['1E99999', '1E99999'],
  ])('%s reads %s', (stored, text) => expect(decimalText(stored)).toBe(text));

  test('any number of 15 digits is exact, however it was stored', () => {
    const number = fc.tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.nat({ max: 6 }));
    fc.assert(
      fc.property(number, ([digits, decimals]) => {
        const value = Number(`${digits}e-${decimals}`);
        expect(Number(decimalText(value.toPrecision(17)))).toBe(value);
        expect(Number(decimalText(value.toExponential(16)))).toBe(value);
        expect(decimalText(String(value))).not.toMatch(/e/i);
      }),
    );
  });

  test('a number that Excel would round is written as text', () => {
    expect(exactly(128.46)).toBe(128.46);
    expect(exactly(999_999_999_999_999)).toBe(999_999_999_999_999);
    expect(exactly(9_007_199_254_740_991)).toBe('9007199254740991');
    expect(exactly(0.1 + 0.2)).toBe('0.30000000000000004');
  });
});
