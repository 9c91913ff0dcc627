import { describe, expect, test } from 'vitest';
import { published } from '../../../fixtures/published.ts';
import { pairsOf, slipsOf, totalsTyped } from '../../../fixtures/slips.ts';
import { lawOf } from '../../formats/registry.ts';
import type { Answers, Content } from '../../report/draft.ts';
import { judgeAnswers } from '../judge.ts';
import { atOnce } from '../steps.ts';
import { culpritFindings } from './culprit-finding.ts';
import { suspicions } from './suspicion.ts';

const clean = ['suqian2023', 'suqian2024', 'anonymised', 'shanghai'].map((name) => published[name] as Content);
const [suqian] = clean as [Content];
const law = lawOf('2021');

const culprits = (answers: Answers) => atOnce(culpritFindings(law, judgeAnswers(law, answers)));

describe('one slip in a published report', () => {
  const right = totalsTyped(law, suqian.answers);
  const cell = 'requests/received/natural-person';
  const figure = right[cell] ?? '';
  const swapped = `${figure[1]}${figure[0]}${figure.slice(2)}`;

  test('is one finding with the figure, the broken sums under it', () => {
    const [found, ...others] = culprits({ ...right, [cell]: swapped });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      id: `culprit/${cell}`,
      level: 'must',
      section: 3,
      sentence: `一、本年新收政府信息公开申请数量 · 自然人：填的是 ${Number(swapped)}，若为 ${figure} 则两处合计全部相符（数字颠倒）`,
      suspects: [{ changes: [{ cell, figure, write: figure }] }],
      mends: ['requests/total/received', 'requests/balance/natural-person'],
    });
  });

  test('in a total that equals its parts again is mended by computing it', () => {
    const total = 'requests/concluded/business';
    const [found] = culprits({ ...right, [total]: `${right[total]}0` });
    expect(found?.suspects?.[0]?.changes).toEqual([{ cell: total, figure: right[total], write: '' }]);
  });

  test('keeps the remark beside the figure', () => {
    const [found] = culprits({ ...right, [cell]: `${swapped}（其中网上1件）` });
    expect(found?.suspects?.[0]?.changes[0]?.write).toBe(`${figure}（其中网上1件）`);
  });

  test('of blanks nothing is said', () => {
    expect(culprits({ [cell]: '12', 'requests/received/total': '5' })).toEqual([]);
  });
});

describe('while totals are computed', () => {
  /** The slips of table 三 as they are when nobody typed a total. */
  const computed = clean.flatMap(({ format, answers }) => {
    const law = lawOf(format);
    const parts = Object.fromEntries(law.cells.flatMap(({ id, total }) => (total ? [] : [[id, answers[id] ?? '0']])));
    return slipsOf(law, parts)
      .filter(({ cells }) => cells.every((id) => !law.cells[law.indexOf.get(id) ?? -1]?.total))
      .filter((_, at) => at % 5 === 0)
      .map(({ wrong }) => atOnce(culpritFindings(law, judgeAnswers(law, wrong))));
  });

  test('no box is called the likely one, whatever the slip, and no figure is proposed', () => {
    expect(computed.length).toBeGreaterThan(200);
    expect(computed.flat().filter(({ isLikely, cells }) => isLikely || cells.length > 0)).toEqual([]);
  });

  test('a row 四 left at 0 is asked about first, for all of its columns at once', () => {
    const parts = law.cells.flatMap(({ id, total, row }): [string, string][] =>
      total ? [] : [[id, row.id === 'carried-out' ? '0' : (suqian.answers[id] ?? '0')]],
    );
    const { judged, found } = judgedOf(Object.fromEntries(parts));
    const [first] = found;
    expect(first?.suspects?.[0]?.sentence).toContain(`四、结转下年度继续办理是不是漏填了？自然人填的是 0`);
    expect(first?.suspects?.[0]?.changes.map(({ cell }) => cell)).toEqual(
      law.cells.flatMap(({ id, row, total }) =>
        row.id === 'carried-out' && !total && Number(suqian.answers[id] ?? 0) > 0 ? [id] : [],
      ),
    );
    expect(first?.mends).toEqual(judged.findings.filter(({ level }) => level === 'must').map(({ id }) => id));
  });

  test('a row 二 left at 0 is asked about where more was answered than received', () => {
    const parts = law.cells.flatMap(({ id, total, row }): [string, string][] =>
      total ? [] : [[id, row.id === 'carried-in' ? '0' : (suqian.answers[id] ?? '0')]],
    );
    const [first] = judgedOf(Object.fromEntries(parts)).found;
    expect(first?.suspects?.[0]?.sentence).toContain('二、上年结转政府信息公开申请数量是不是漏填了？');
  });
});

function judgedOf(answers: Answers) {
  const judged = judgeAnswers(law, answers);
  return { judged, found: atOnce(culpritFindings(law, judged)) };
}

test('last year decides between boxes that are equally suspect', () => {
  const balanced = {
    ...Object.fromEntries(law.cells.filter(({ total }) => !total).map(({ id }) => [id, '0'])),
    'requests/received/business': '26',
    'requests/carried-in/business': '26',
    'requests/granted/business': '35',
    'requests/carried-out/business': '16',
  };
  const last = new Float64Array(law.cells.length).fill(Number.NaN);
  last[law.indexOf.get('requests/carried-out/business') ?? -1] = 25;
  const [without] = atOnce(suspicions(law, judgeAnswers(law, balanced)));
  const [found] = atOnce(suspicions(law, judgeAnswers(law, balanced, last)));
  const first = found?.alternatives[0]?.changes[0];
  expect(without?.alternatives).toHaveLength(4);
  expect(law.cells[first?.cell ?? -1]?.id).toBe('requests/carried-in/business');
  expect(first?.to).toBe(25);
});

// Every seventh of what `npm run bench` measures whole, held to what was reached.
test('slips of every kind all over table 三 of clean reports are found', () => {
  const counts = { single: 0, singleNamed: 0, several: 0, severalNamed: 0, pairs: 0, pairsNamed: 0 };
  const kinds = { all: new Set<string>(), sampled: new Set<string>() };
  for (const { format, answers } of clean) {
    const law = lawOf(format);
    const right = totalsTyped(law, answers);
    expect(atOnce(suspicions(law, judgeAnswers(law, right)))).toEqual([]);
    const slips = slipsOf(law, right);
    for (const { kind } of slips) kinds.all.add(kind);
    const sample = [...slips.filter((_, at) => at % 7 === 0), ...pairsOf(slips, 15)];
    for (const { kind, cells, wrong } of sample) {
      const found = atOnce(suspicions(law, judgeAnswers(law, wrong)));
      const named = found.flatMap(({ alternatives }) => alternatives[0]?.changes ?? []);
      const isNamed = cells.every((id) =>
        named.some(({ cell, to }) => law.cells[cell]?.id === id && String(to) === right[id]),
      );
      const of = kind === 'two slips' ? 'pairs' : cells.length === 1 ? 'single' : 'several';
      counts[of]++;
      if (of !== 'pairs') kinds.sampled.add(kind);
      if (isNamed) counts[`${of}Named`]++;
    }
  }
  expect(kinds.sampled).toEqual(kinds.all);
  expect(counts.singleNamed).toBe(counts.single);
  expect(counts.single).toBeGreaterThan(300);
  expect(counts.several).toBeGreaterThan(50);
  // Of two of a row exchanged, another row may hold the same two figures: then both are told.
  expect(counts.severalNamed / counts.several).toBeGreaterThan(0.98);
  expect(counts.pairsNamed / counts.pairs).toBeGreaterThan(0.98);
});
