import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import anonymised from '../../fixtures/anonymised-city-2025.json';
import hongze from '../../fixtures/hongze-2023.json';
import shanghai from '../../fixtures/shanghai-shizhengfu-bangongting-2019.json';
import suqian2023 from '../../fixtures/suqian-2023.json';
import suqian2024 from '../../fixtures/suqian-2024.json';
// The laws are handed in as data; the tests hand in the real ones.
import { lawOf } from '../formats/registry.ts';
import { isExplained } from './finding.ts';
import { createJudge, judgeAnswers, lastYearFigures } from './judge.ts';
import type { Format } from './law.ts';
import { compile } from './law.ts';
import { judgeFigures, noFigures, noVerdicts, state, verdict } from './verdict.ts';

const law = lawOf('2021');

type Fixture = { figures: Record<string, number | string | null> };
const answersOf = ({ figures }: Fixture): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, figure === null ? '' : String(figure)]));

const complete = answersOf(suqian2024);
const withoutTotals = Object.fromEntries(
  Object.entries(complete).filter(([id]) => !law.cells[law.indexOf.get(id) ?? -1]?.total),
);
const ids = (answers: Record<string, string>, lastYear?: Float64Array): string[] =>
  judgeAnswers(law, answers, lastYear)
    .findings.map((finding) => finding.id)
    .sort();

describe('figures of published reports', () => {
  test.each([
    ['宿迁 2023', suqian2023],
    ['宿迁 2024', suqian2024],
    ['a city of 2025', anonymised],
  ])('%s holds throughout', (_, fixture) => {
    expect(ids(answersOf(fixture))).toEqual([]);
  });

  test('宿迁 2024 after 宿迁 2023: carried-in and in-force hold', () => {
    const last = lastYearFigures(law, law, judgeAnswers(law, answersOf(suqian2023)));
    const judged = judgeAnswers(law, complete, last);
    expect(judged.findings).toEqual([]);
    expect([...judged.verdicts].every((is) => is === verdict.holds)).toBe(true);
  });

  test('洪泽 2023 printed two wrong totals in section 四; they are kept and compared', () => {
    const judged = judgeAnswers(law, answersOf(hongze));
    expect(judged.findings.map(({ id, sentence }) => [id, sentence])).toEqual([
      ['disputes/total/reconsideration', '行政复议：四种结果相加得 11，总计填写 0，应为 11，少 11'],
      [
        'disputes/total/litigation-after-reconsideration',
        '行政诉讼：复议后起诉：四种结果相加得 5，总计填写 0，应为 5，少 5',
      ],
    ]);
  });

  test('上海 2019 left blanks: nothing passes because of one', () => {
    const law2019 = lawOf('2019');
    const judged = judgeAnswers(law2019, answersOf(shanghai));
    for (const [at, relation] of law2019.relations.entries()) {
      const untouched = [...relation.left.terms, ...relation.right.terms].some(
        ({ cell }) => judged.states[law2019.indexOf.get(cell) ?? -1] === state.blank,
      );
      if (untouched) expect(judged.verdicts[at], relation.id).not.toBe(verdict.holds);
    }
  });
});

describe('totals', () => {
  test('untouched totals are computed, （七）× 总计 along its row', () => {
    const judged = judgeAnswers(law, withoutTotals);
    law.cells.forEach((cell, at) => {
      if (!cell.total) return;
      expect(judged.states[at], cell.id).toBe(state.computed);
      expect(String(judged.values[at]), cell.id).toBe(complete[cell.id]);
    });
    expect(judged.findings).toEqual([]);
  });

  test('a partial total is the sum so far, and other checks take it as at least that', () => {
    const some = { 'requests/received/natural-person': '3', 'requests/granted/natural-person': '5' };
    const judged = judgeAnswers(law, some);
    const at = law.indexOf.get('requests/concluded/natural-person') ?? -1;
    expect([judged.states[at], judged.values[at]]).toEqual([state.partial, 5]);
    expect(judged.findings).toEqual([]);
    // 一 3 ＋ 二 0 can never reach the 5 already concluded.
    expect(judgeAnswers(law, { ...some, 'requests/carried-in/natural-person': '0' }).findings).toMatchObject([
      {
        id: 'requests/balance/natural-person',
        sentence: '自然人列：一 3 ＋ 二 0 ＝ 3，三（七）至少 5 ＋ 四 未填，未填的格填多少都不能相符，已差 2',
      },
    ]);
  });

  test('a typed total is kept and compared', () => {
    const typed = { ...withoutTotals, 'requests/granted/total': '1430' };
    expect(ids(typed)).toEqual(['requests/concluded/total', 'requests/total/granted']);
    expect(judgeAnswers(law, typed).findings.find(({ id }) => id === 'requests/total/granted')?.sentence).toBe(
      '三（一）予以公开：六类申请人相加得 1431，总计填写 1430，应为 1431，少 1',
    );
  });
});

describe('one cell of a complete report changed', () => {
  test('with printed totals the broken sums are named, and no other', () => {
    expect(ids({ ...complete, 'requests/granted/natural-person': '1409' })).toEqual([
      'requests/concluded/natural-person',
      'requests/total/granted',
    ]);
    expect(ids({ ...complete, 'requests/carried-out/natural-person': '117' })).toEqual([
      'requests/balance/natural-person',
      'requests/total/carried-out',
    ]);
  });

  test('with computed totals the balance is named', () => {
    const judged = judgeAnswers(law, { ...withoutTotals, 'requests/carried-out/natural-person': '117' });
    expect(judged.findings.map(({ sentence }) => sentence)).toEqual([
      '自然人列：一 3440 ＋ 二 118 ＝ 3558，三（七）3440 ＋ 四 117 ＝ 3557，差 1',
      '总计列：一 3525 ＋ 二 121 ＝ 3646，三（七）3521 ＋ 四 124 ＝ 3645，差 1',
    ]);
  });

  test('an unreadable answer is its own finding, and what needs it waits', () => {
    expect(ids({ ...withoutTotals, 'requests/carried-out/natural-person': '117x' })).toEqual([
      'unreadable/requests/carried-out/natural-person',
    ]);
  });

  test('last year disagreeing is to be confirmed, and an explanation holds while its figures do', () => {
    const last = lastYearFigures(law, law, judgeAnswers(law, answersOf(suqian2023)));
    const judged = judgeAnswers(law, { ...complete, 'article-20-1/regulations/in-force': '13' }, last);
    const [finding] = judged.findings;
    expect(finding).toMatchObject({
      id: 'article-20-1/in-force/regulations',
      level: 'confirm',
      sentence: '规章：去年现行有效 11 ＋ 本年制发 2 － 本年废止 1 ＝ 12，现行有效 13，差 1',
    });
    if (!finding) return;
    const explanation = { text: '按清理结果核定。', figures: finding.figures };
    expect(isExplained(finding, explanation)).toBe(true);
    expect(
      isExplained(finding, { ...explanation, figures: { ...finding.figures, 'article-20-1/regulations/issued': 3 } }),
    ).toBe(false);
    expect(isExplained({ ...finding, level: 'must' }, explanation)).toBe(false);
  });
});

describe('a keystroke', () => {
  test('judged one cell at a time gives the same as judged whole, and keeps unchanged findings', () => {
    const judge = createJudge(law);
    for (const [id, text] of Object.entries(withoutTotals)) judge.set(id, text);
    judge.set('requests/carried-out/business', '6');
    const first = judge.judge().findings;
    judge.set('requests/carried-out/natural-person', '117');
    const second = judge.judge().findings;
    expect(second).toEqual(
      judgeAnswers(law, {
        ...withoutTotals,
        'requests/carried-out/business': '6',
        'requests/carried-out/natural-person': '117',
      }).findings,
    );
    const same = (id: string) => [first, second].map((list) => list.find((finding) => finding.id === id));
    const [a, b] = same('requests/balance/business');
    expect(a).toBeDefined();
    expect(a).toBe(b);
  });
});

describe('early failure, against every way to fill the blanks', () => {
  const source = { document: 'd', place: 'p' };
  const tiny = (relations: Format['relations']): Format => ({
    id: 'tiny',
    name: 'tiny',
    basis: '',
    years: { first: 2000 },
    sections: [],
    tables: [
      {
        id: 't',
        section: 3,
        title: '',
        columns: [
          { id: 'a', label: 'a' },
          { id: 'b', label: 'b' },
          { id: 'c', label: 'c' },
          { id: 'd', label: 'd' },
        ],
        rows: [{ id: 'r', label: 'r' }],
        source,
      },
    ],
    relations,
    source,
  });
  const letters = ['a', 'b', 'c', 'd'];
  const largest = 12;

  test('fails exactly when no whole number from 0 up could make it hold', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
    const shape = fc.record({
      values: fc.tuple(cell, cell, cell, cell),
      minus: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
      split: fc.integer({ min: 1, max: 3 }),
      op: fc.constantFrom('equal to' as const, 'at most' as const),
    });
    fc.assert(
      fc.property(shape, ({ values, minus, split, op }) => {
        const terms = letters.map((letter, at) => ({
          cell: `t/r/${letter}` as const,
          label: letter,
          ...(minus[at] ? { minus: true as const } : {}),
        }));
        const tinyLaw = compile(
          tiny([
            {
              id: 'x',
              level: 'must',
              place: '',
              left: { terms: terms.slice(0, split) },
              op,
              right: { terms: terms.slice(split) },
              source,
            },
          ]),
        );
        const figures = noFigures(tinyLaw);
        values.forEach((value, at) => {
          if (value === null) return;
          figures.states[at] = state.figure;
          figures.values[at] = value;
        });
        const out = noVerdicts(tinyLaw);
        judgeFigures(tinyLaw, figures, undefined, out);
        const ways: number[][] = values.reduce<number[][]>(
          (sofar, value) => {
            const choices = value === null ? Array.from({ length: largest + 1 }, (_, n) => n) : [value];
            return sofar.flatMap((way) => choices.map((choice) => [...way, choice]));
          },
          [[]],
        );
        const possible = ways.some((way) => {
          const difference = way.reduce(
            (sum, value, at) => sum + value * ((minus[at] ? -1 : 1) * (at < split ? 1 : -1)),
            0,
          );
          return op === 'equal to' ? difference === 0 : difference <= 0;
        });
        const open = values.includes(null);
        expect(out.verdicts[0]).toBe(possible ? (open ? verdict.waiting : verdict.holds) : verdict.fails);
      }),
      { numRuns: 400 },
    );
  });

  test('counts near the largest safe integer are compared exactly', () => {
    const near = {
      'disputes/reconsideration/upheld': '9007199254740991',
      'disputes/reconsideration/corrected': '9007199254740991',
      'disputes/reconsideration/other': '2',
      'disputes/reconsideration/pending': '0',
      'disputes/reconsideration/total': '9007199254740991',
    };
    expect(judgeAnswers(law, near).findings[0]?.sentence).toContain('应为 18014398509481984');
  });
});
