import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { published } from '../../../fixtures/published.ts';
import { totalsTyped } from '../../../fixtures/slips.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import { type Answers, noNarratives } from '../../report/draft.ts';
import { judgeAnswers } from '../judge.ts';
import { atOnce } from '../steps.ts';
import { claimsOf } from './claims.ts';
import { fits, numberOf } from './numerals.ts';
import { weighWords } from './words.ts';

const law = lawOf('2021');
const { answers } = samples['2021'];

/** Against the sample's tables: 一 59, 二 4, （七） 61, 四 2; 25, 6, 6, 19, 3, 2; 复议 4, 诉讼 2; 3, 2, 17. */
function weighed(overview: string, more: { answers?: Answers; agency?: string } = {}) {
  const judged = judgeAnswers(law, more.answers ?? answers);
  const { findings, claims } = atOnce(
    weighWords(law, judged, {
      agency: more.agency ?? '云溪市数据服务局',
      year: 2025,
      narratives: { ...noNarratives, overview },
    }),
  );
  return {
    wrong: findings.map(({ id }) => id.replace('words/overview/', '')),
    right: claims.flatMap(({ words, agrees }) => (agrees === 'yes' ? [words] : [])),
  };
}

test('the sample report says what its tables say', () => {
  const { narratives, agency } = samples['2021'];
  const found = atOnce(weighWords(law, judgeAnswers(law, answers), { narratives, agency, year: 2025 }));
  expect(found.findings).toEqual([]);
  expect(found.claims.filter(({ agrees }) => agrees === 'yes').length).toBeGreaterThanOrEqual(13);
});

describe('what is told by the tables', () => {
  test.each([
    ['（二）依申请公开。全年收到政府信息公开申请60件。', 'requests/received/total'],
    ['（二）依申请公开。全年新收申请1,059件。', 'requests/received/total'],
    ['全年收到六十件政府信息公开申请。', 'requests/received/total'],
    ['（二）依申请公开。上年结转5件。', 'requests/carried-in/total'],
    ['（二）依申请公开。结转下年度继续办理3件。', 'requests/carried-out/total'],
    ['（二）依申请公开。全年办结59件。', 'requests/concluded/total'],
    ['（二）依申请公开。办结61件，其中予以公开24件。', 'requests/granted/total'],
    ['（二）依申请公开。不予公开7件。', 'requests/refused-state-secret/total'],
    ['（二）依申请公开。予以公开和部分公开30件。', 'requests/granted/total'],
    ['（二）依申请公开。予以公开25件（50.0%）。', 'requests/granted/total'],
    ['因政府信息公开被申请行政复议5件。', 'disputes/reconsideration/total'],
    ['因政府信息公开引发行政诉讼7件。', 'disputes/direct-litigation/total'],
    ['全年制发行政规范性文件4件。', 'article-20-1/normative-documents/issued'],
    ['规范性文件现行有效16件。', 'article-20-1/normative-documents/in-force'],
  ])('%s', (text, cell) => {
    expect(weighed(text).wrong).toEqual([cell]);
  });
});

describe('what agrees', () => {
  test.each([
    ['收到 meaning 一', '（二）依申请公开。全年收到申请59件。'],
    ['收到 meaning 一 and 二', '（二）依申请公开。全年受理政府信息公开申请63件。'],
    ['a word for the number', '全年收到五十九件政府信息公开申请。'],
    ['some fifty', '全年收到政府信息公开申请50余件。'],
    ['a share', '（二）依申请公开。予以公开25件（40.98%），部分公开6件，占9.8%。'],
    ['two groups in one', '（二）依申请公开。予以公开及部分公开31件。'],
    ['one of the two ways to court', '因政府信息公开引发行政诉讼1件。'],
  ])('%s', (_, text) => {
    const { wrong, right } = weighed(text);
    expect(wrong).toEqual([]);
    expect(right.length).toBeGreaterThan(0);
  });
});

describe('what is no claim about the tables', () => {
  test.each([
    ['not received', '全年未收到政府信息公开申请3件以上的重复申请。'],
    ['another sentence’s number', '（二）依申请公开。依法办理收到的申请。召开会议12次。'],
    ['compared with before', '（二）依申请公开。全年收到申请较2022年的8件增长。'],
    ['what is compared follows', '（二）依申请公开。全年收到申请59件，较2022年的8件增长。'],
    ['only the office’s own', '（二）依申请公开。区政府办公室收到政府信息公开申请17件。'],
    ['and what follows it', '（二）依申请公开。区政府办收到申请17件，办结15件。'],
    ['a part of it', '因政府信息公开引发行政复议4件，其中维持2件。'],
    ['by one way', '（二）依申请公开。全年收到申请59件，其中网上收到40件。'],
    ['by one way, said first', '（二）依申请公开。网上收到申请40件。'],
    ['letters', '（二）依申请公开。收到网民留言120件，答复120件留言。'],
    ['disputes about something else', '全市办理行政复议案件1200件。'],
    ['documents of another kind', '全年制发公文300件。'],
    ['a year', '（二）依申请公开。2024年收到的申请均已办结。'],
  ])('%s: %s', (_, text) => {
    expect(weighed(text).wrong).toEqual([]);
  });

  test('where the tables are blank', () => {
    expect(weighed('（二）依申请公开。全年收到申请60件。', { answers: {} })).toEqual({ wrong: [], right: [] });
  });

  test('the body by its own name is its own', () => {
    expect(weighed('（二）依申请公开。云溪市数据服务局收到申请60件。').wrong).toEqual(['requests/received/total']);
    expect(weighed('（二）依申请公开。我局收到申请60件。').wrong).toEqual(['requests/received/total']);
  });
});

// Facts of published reports, in sentences of our own.
test.each([
  [
    'suqian2023',
    '（二）依申请公开。全年收办政府信息公开申请3607件，其中予以公开1191件、部分公开328件、不予公开142件、无法提供1078件、不予处理406件、其他处理341件，结转下年度121件。',
    [],
  ],
  [
    'suqian2024',
    '全年涉及信息公开的行政复议134件，行政诉讼57件。',
    ['disputes/reconsideration/total', 'disputes/direct-litigation/total'],
  ],
  [
    'shanghai',
    '（二）依申请公开。予以公开及部分公开258件，无法提供265件，占32.9%。',
    ['requests/granted/total', 'requests/unavailable-not-held/total'],
  ],
])('the text of %s', (name, overview, cells) => {
  const report = published[name];
  if (!report) throw new Error(name);
  const law = lawOf(report.format);
  const filled = totalsTyped(law, report.answers);
  const narratives = { ...noNarratives, overview };
  const { findings } = atOnce(
    weighWords(law, judgeAnswers(law, filled), { agency: report.agency, year: report.year, narratives }),
  );
  expect(findings.map(({ id }) => id.replace('words/overview/', ''))).toEqual(cells);
});

test('the figure that is changed to what the text says makes the finding go', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (figure) => {
      const text = `（二）依申请公开。全年收到政府信息公开申请${figure.toLocaleString('en')}件。`;
      const blank = Object.fromEntries(law.cells.filter(({ total }) => !total).map(({ id }) => [id, '0']));
      const found = weighed(text, { answers: { ...blank, 'requests/received/business': String(figure) } });
      expect(found.wrong).toEqual([]);
      expect(found.right).toHaveLength(1);
    }),
  );
});

test('no text is too strange', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '收到',
          '申请',
          '12',
          '件',
          '，',
          '。',
          '其中',
          '予以公开',
          '、',
          '%',
          '（',
          '一',
          '十',
          '余',
          '较',
          '依申请公开',
          '\n',
        ),
      ),
      (parts) => {
        for (const { said } of claimsOf(parts.join(''), { law, agency: '甲局', year: 2025 }))
          expect(Number.isFinite(said.number)).toBe(true);
      },
    ),
  );
});

test.each([
  ['1,234', 1234],
  ['1，234', 1234],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['两千三百', 2300],
  ['一万二千', 12000],
  ['二〇二五', 2025],
])('%s is %i', (text, number) => {
  expect(numberOf(text)).toEqual({ number, isAbout: false });
});

test.each([
  ['40余', 44, true],
  ['40余', 50, false],
  ['300多', 399, true],
  ['12余', 12, true],
  ['12余', 13, false],
])('%s for %i', (text, figure, is) => {
  const said = numberOf(text);
  expect(said && fits(said, figure)).toBe(is);
});
