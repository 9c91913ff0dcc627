import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samples } from '../../formats/samples.ts';
import { checkCode, finalise } from './check-code.ts';
import { readReport } from './read-report.ts';
import { reportFile, reportJson } from './write-report.ts';

const at = '2026-01-20T16:05:00+08:00';
const by = { app: '0.1.0', exportedAt: '2026-01-20T08:05:00.000Z' };
const final = finalise(samples['2021'], at);
const code = final.finalised?.code;

function read(text: string) {
  const result = readReport(text);
  if (!result.ok) throw new Error(result.message);
  return result;
}

describe('the check code', () => {
  test('is twelve letters and digits that cannot be mistaken for one another', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('is that of the file, whoever wrote it and however its keys stand', () => {
    const { content, finalised } = read(reportJson(final, by));
    expect(finalised).toEqual({ at, code, codeNow: code });
    expect(content.finalised).toEqual({ at, code });
    const later = JSON.parse(reportJson(final, { app: '9.9.9', exportedAt: '2030-01-01T00:00:00Z' }));
    const turned = { ...Object.fromEntries(Object.entries(later).reverse()), narratives: later.narratives };
    expect(read(JSON.stringify(turned)).finalised?.codeNow).toBe(code);
  });

  test('is another one for any other figure or any other word', () => {
    const file = reportFile(final, by);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file.figures)), fc.nat(), (cell, figure) => {
        fc.pre(file.figures[cell] !== figure);
        expect(checkCode({ ...file, figures: { ...file.figures, [cell]: figure } })).not.toBe(code);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (others) => {
        fc.pre(others !== file.narratives.others);
        expect(checkCode({ ...file, narratives: { ...file.narratives, others } })).not.toBe(code);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('2', '3', '4'), fc.string(), (table, note) => {
        expect(checkCode({ ...file, notes: { [table]: note } })).not.toBe(code);
      }),
    );
  });

  test('covers what is printed below the tables', () => {
    const noted = finalise({ ...samples['2021'], notes: { '4': '注：行政复议数量含上年结转。' } }, at);
    expect(noted.finalised?.code).not.toBe(code);
    expect(read(reportJson(noted, by)).content).toEqual(noted);
    const { notes: _, ...without } = reportFile(noted, by);
    expect(read(JSON.stringify(without)).content.finalised).toBeUndefined();
  });

  test('of a changed file differs from the one in it, and what it says is then no final report', () => {
    const file = { ...reportFile(final, by), agency: '别的机关' };
    const { content, finalised } = read(JSON.stringify(file));
    expect(finalised?.codeNow).not.toBe(code);
    expect(content.finalised).toBeUndefined();
  });
});
