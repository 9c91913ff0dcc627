import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportFileName } from './file-name.ts';

const name = (agency: string): string => reportFileName({ agency, year: 2025 }, 'json');
const title = '2025年政府信息公开工作年度报告.json';

describe('the name of a report file', () => {
  test.each([
    ['宿迁市人民政府', `宿迁市人民政府${title}`],
    ['', title],
    ['甲/乙\\丙:丁*戊?己"庚<辛>壬|', `甲／乙＼丙：丁＊戊？己＂庚＜辛＞壬｜${title}`],
    ['甲\u0000\n局\t\u202e\u2028乙', `甲 局 乙${title}`],
    ['甲\ud842局', `甲 局${title}`],
    ['𬱖县', `𬱖县${title}`],
    ['  .甲局. ', `甲局${title}`],
    ['CON', `CON${title}`],
    ['con.局', `_con.局${title}`],
    ['Lpt1 .x', `_Lpt1 .x${title}`],
  ])('%j', (agency, expected) => {
    expect(name(agency)).toBe(expected);
  });

  test('a long name loses its end, whole characters at a time', () => {
    expect(name('局'.repeat(300))).toBe(`${'局'.repeat(50)}${title}`);
    expect(name(`甲${'𬱖'.repeat(300)}`)).toBe(`甲${'𬱖'.repeat(37)}${title}`);
  });

  test('no agency gives a name that a disk refuses', () => {
    const agency = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^(con|NUL|aux|com1|lpt9)[. ]{0,3}[\\/:*?"<>|.a局𬱖]{0,80}$/u),
    );
    fc.assert(
      fc.property(agency, (text) => {
        const safe = name(text);
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[. ]|[. ]$/u);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *\./i);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(201);
        expect(safe.endsWith(title)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
