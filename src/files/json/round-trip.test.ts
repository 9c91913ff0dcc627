// import(export(x)) = x: over random answers of both formats, the samples, and figures of published reports.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import anonymised from '../../../fixtures/anonymised-city-2025.json';
import { anyContent } from '../../../fixtures/any-content.ts';
import hongze from '../../../fixtures/hongze-2023.json';
import shanghai from '../../../fixtures/shanghai-shizhengfu-bangongting-2019.json';
import suqian2023 from '../../../fixtures/suqian-2023.json';
import suqian2024 from '../../../fixtures/suqian-2024.json';
import zhalantun from '../../../fixtures/zhalantun-zhengwu-fuwuju-2019.json';
import { judgeAnswers } from '../../checks/judge.ts';
import { isKnown, state } from '../../checks/verdict.ts';
import { formatIds, lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import type { Cell } from '../../report/format.ts';
import { write } from '../../report/reading.ts';
import { readReport } from './read-report.ts';
import { reportJson } from './write-report.ts';

const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };

function trip(content: Content) {
  const result = readReport(reportJson(content, by));
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** The report as everything but the typing sees it. A total typed as computed counts as computed. */
function meaning(content: Content) {
  const judged = judgeAnswers(lawOf(content.format), content.answers);
  const { answers, ...rest } = content;
  return {
    ...rest,
    cells: lawOf(content.format).cells.map(({ id }, at) => {
      const reading = judged.readings[at];
      return {
        id,
        state: isKnown(judged.states[at]) ? state.figure : judged.states[at],
        value: judged.values[at],
        remark: reading?.kind === 'figure' ? reading.remark : undefined,
        unread: reading?.kind === 'unreadable' ? answers[id] : undefined,
      };
    }),
    verdicts: [...judged.verdicts],
    findings: judged.findings.map(({ id, sentence, figures }) => ({ id, sentence, figures })),
  };
}

function expectSame(content: Content): void {
  const { content: back } = trip(content);
  expect(meaning(back)).toEqual(meaning(content));
  // What came back is as tidy as it gets: a second trip changes no answer and no byte.
  expect(trip(back).content).toEqual(back);
  expect(reportJson(back, by)).toBe(reportJson(content, by));
}

function figureOf({ decimals, signed }: Cell): fc.Arbitrary<string> {
  const max = decimals > 0 ? 1e15 - 1 : Number.MAX_SAFE_INTEGER;
  const large = fc.integer({ min: signed ? -max : 0, max });
  const small = fc.integer({ min: signed ? -9 : 0, max: 9 });
  return fc.oneof({ weight: 9, arbitrary: small }, large).map((figure) => write(figure, decimals));
}

const remark = fc.oneof(
  fc.stringMatching(/^[其中修订含（）() a-z0-9，]{1,20}$/),
  fc.string({ unit: 'binary', maxLength: 8 }),
  // At the edge of what is read at all.
  fc.integer({ min: 180, max: 199 }).map((length) => '注'.repeat(length)),
);
const unreadable = fc.constantFrom('12x', '40余', '/', '无', '-4', '1e3', '１２　３', '\u0000', '"\\', '9'.repeat(300));
const blank = fc.constantFrom('', ' ', '\u3000\n');

function answerOf(cell: Cell): fc.Arbitrary<string> {
  const figure = figureOf(cell);
  const typed = fc.oneof(
    { weight: 12, arbitrary: figure },
    fc.tuple(figure, remark).map(([text, said]) => `${text}（${said}）`),
    figure.map((text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
    figure.map((text) => ` 00${text}${cell.unit} `),
    fc.constantFrom('5次', '36.8万元', '251000元', '99999万元（注）', `9万元（${'注'.repeat(193)}）`, '+3', '减4'),
    unreadable,
    blank,
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  return cell.total ? fc.oneof({ weight: 4, arbitrary: fc.constant('') }, typed) : typed;
}

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '一段\n两段', '\ufeff', '\u2028', '"}'));
const written = text.filter((said) => said.trim() !== '');

function contentOf(format: (typeof formatIds)[number]): fc.Arbitrary<Content> {
  const { cells } = lawOf(format);
  const one = fc.record(Object.fromEntries(cells.map((cell) => [cell.id, answerOf(cell)])));
  // Whole reports, and reports with any share of the cells left alone.
  const answers = fc
    .tuple(one, fc.constantFrom(0, 0, 0.1, 0.9), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })))
    .map(([all, share, chance]) =>
      Object.fromEntries(Object.entries(all).filter(() => share === 0 || chance.next().value >= share)),
    );
  return anyContent({ format, text, answers, note: written });
}

describe.each(formatIds)('format %s', (id) => {
  test('the sample comes back', () => {
    expectSame(samples[id]);
    expect(trip(samples[id]).totals).toMatchObject({ typed: [], emptied: 0 });
  });

  test('a blank report comes back', () => {
    const blankReport = emptyContent('', 2025, id);
    expectSame(blankReport);
    expect(trip(blankReport)).toEqual({
      ok: true,
      content: blankReport,
      totals: { computed: 0, typed: [], emptied: 0 },
      exportedAt: by.exportedAt,
    });
  });

  test('any report comes back', () => {
    fc.assert(fc.property(contentOf(id), expectSame), { numRuns: 150 });
  });

  test('money and counts are exact', () => {
    const { cells } = lawOf(id);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 - 1 }), (figure) => {
        const answers = Object.fromEntries(
          cells.filter(({ total }) => !total).map((cell) => [cell.id, write(figure, cell.decimals)]),
        );
        const { content } = trip({ ...emptyContent('局', 2025, id), answers });
        expect(content.answers).toEqual(answers);
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ['宿迁 2023', suqian2023],
  ['宿迁 2024', suqian2024],
  ['a city of 2025', anonymised],
  ['洪泽 2023', hongze],
  ['上海 2019', shanghai],
  ['扎兰屯 2019', zhalantun],
] as const)('the figures of %s come back', (_, { format, year, agency, figures }) => {
  const answers = Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [id, figure === null ? '' : String(figure)]),
  );
  expectSame({ ...emptyContent(agency, year, format), answers });
});
