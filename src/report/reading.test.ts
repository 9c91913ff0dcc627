import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureFromNumber, figureNumber } from './figure.ts';
import type { Kind } from './reading.ts';
import { read, write } from './reading.ts';

const count: Kind = { unit: '件', decimals: 0, signed: false };
const change: Kind = { unit: '项', decimals: 0, signed: true };
const yuan: Kind = { unit: '元', decimals: 2, signed: false };
const wan: Kind = { unit: '万元', decimals: 6, signed: false };
const kinds = fc.constantFrom(count, change, yuan, wan);

function figure(text: string, kind: Kind): number | string {
  const reading = read(text, kind);
  return reading.kind === 'figure' ? reading.figure : reading.kind;
}

describe('what people type', () => {
  test.each([
    ['', 'blank'],
    [' \u3000\u00a0\n', 'blank'],
    ['0', 0],
    ['007', 7],
    ['１２', 12],
    ['1,234', 1234],
    ['1，234', 1234],
    ['1 234', 1234],
    ['5次', 5],
    ['12 件', 12],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 'unreadable'],
    ['12x', 'unreadable'],
    ['1,23', 'unreadable'],
    ['12 34', 'unreadable'],
    ['12\n34', 'unreadable'],
    ['-4', 'unreadable'],
    ['减4', 'unreadable'],
    ['+4', 'unreadable'],
    ['1.5', 'unreadable'],
    ['1.0', 1],
    ['1e3', 'unreadable'],
    ['40余', 'unreadable'],
    ['12²', 'unreadable'],
    ['①', 'unreadable'],
    ['/', 'unreadable'],
    ['-', 'unreadable'],
    ['—', 'unreadable'],
    ['无', 'unreadable'],
    ['52.15万元', 'unreadable'],
    ['十二', 'unreadable'],
    ['3%', 'unreadable'],
  ])('%j as a count of 件 is %j', (text, expected) => {
    expect(figure(text, count)).toBe(expected);
  });

  test.each([
    ['+19', 19],
    ['-8', -8],
    ['－8', -8],
    ['减4', -4],
    ['减少4项', -4],
    ['增3', 3],
    ['0', 0],
    ['-0', 0],
  ])('%j as a signed change is %j', (text, expected) => {
    expect(figure(text, change)).toBe(expected);
  });

  test.each([
    ['255490元', yuan, 25549000],
    ['52.15万元', yuan, 52150000],
    ['0.07', yuan, 7],
    ['0.001', yuan, 'unreadable'],
    ['52.15', wan, 52150000],
    ['59237.2449', wan, 59237244900],
    ['0.000001', wan, 1],
    ['0.0000001', wan, 'unreadable'],
    ['72701.257800', wan, 72701257800],
    ['727012578元', wan, 72701257800],
    ['999999999.999999', wan, 999999999999999],
    ['1000000000', wan, 'unreadable'],
    ['3件', wan, 'unreadable'],
  ] as const)('%j as money is %j', (text, kind, expected) => {
    expect(figure(text, kind)).toBe(expected);
  });

  test('a printed remark is kept beside its figure', () => {
    expect(read('22（其中修订16件）', count)).toEqual({ kind: 'figure', figure: 22, remark: '其中修订16件' });
    expect(read('55(含自然失效 29 件)', count)).toEqual({ kind: 'figure', figure: 55, remark: '含自然失效 29 件' });
    expect(read('（22）', count).kind).toBe('unreadable');
  });

  test('a converted unit is said', () => {
    expect(read('52.15万元', yuan)).toMatchObject({ converted: '52.15万元 ＝ 521500元' });
    expect(read('521500元', yuan)).not.toHaveProperty('converted');
  });

  test.each([
    ['/', '没有发生请填 0'],
    ['无', '没有发生请填 0'],
    ['-4', '大于 0 的件数'],
    ['1.5', '件数必须是整数'],
    ['40余', '准确的件数'],
    ['1e3', '写出全部数字'],
  ])('%j is refused with what to write', (text, said) => {
    expect(read(text, count)).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining(said) });
  });
});

describe('properties', () => {
  test('no text throws, and every reading is blank, a keepable figure or a refusal in words', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-+减增0-9０-９,，.（）()件元万 \n]{0,12}$/),
    );
    fc.assert(
      fc.property(text, kinds, (typed, kind) => {
        const reading = read(typed, kind);
        if (reading.kind === 'figure') {
          expect(Number.isSafeInteger(reading.figure)).toBe(true);
          if (!kind.signed) expect(reading.figure).toBeGreaterThanOrEqual(0);
        }
        if (reading.kind === 'unreadable') expect(reading.reason).toMatch(/。$/);
      }),
      { numRuns: 3000 },
    );
  });

  const figures = kinds.chain((kind) => {
    const max = kind.decimals > 0 ? 1e15 - 1 : Number.MAX_SAFE_INTEGER;
    return fc.tuple(fc.constant(kind), fc.integer({ min: kind.signed ? -max : 0, max }));
  });

  test('reading what was written gives the same figure and remark', () => {
    const remarks = fc.option(
      fc.stringMatching(/^[其中修订含（）() a-z0-9，]{0,20}$/).filter((s) => s.trim() === s && s !== ''),
      { nil: undefined },
    );
    fc.assert(
      fc.property(figures, remarks, ([kind, value], remark) => {
        const written = write(value, kind.decimals, remark);
        expect(read(written, kind)).toEqual({ kind: 'figure', figure: value, ...(remark ? { remark } : {}) });
      }),
    );
  });

  test('a figure survives a JSON number', () => {
    fc.assert(
      fc.property(figures, ([kind, value]) => {
        const number = JSON.parse(JSON.stringify(figureNumber(value, kind)));
        expect(figureFromNumber(number, kind)).toBe(value);
      }),
    );
  });

  test('full-width and separated forms read the same as plain ones', () => {
    fc.assert(
      fc.property(figures, ([kind, value]) => {
        const plain = write(value, kind.decimals);
        const wide = plain.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        const separated = plain.replace(
          /^(-?)(\d+)/,
          (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','),
        );
        for (const form of [wide, separated, separated.replaceAll(',', '，'), `  ${plain} `, plain + kind.unit]) {
          expect(figure(form, kind)).toBe(value);
        }
      }),
    );
  });
});
