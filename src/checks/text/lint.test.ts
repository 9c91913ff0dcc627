import { describe, expect, test } from 'vitest';
import { published } from '../../../fixtures/published.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import { type Content, emptyContent, type Narratives, noNarratives } from '../../report/draft.ts';
import { judgeAnswers } from '../judge.ts';
import { lintFindings } from './lint.ts';
import { similarity } from './sentences.ts';

function lints(content: Content, more: { last?: Narratives; isFinalising?: boolean } = {}) {
  const law = lawOf(content.format);
  const written = { ...content, lastNarratives: more.last, isFinalising: more.isFinalising ?? false };
  return lintFindings(law, judgeAnswers(law, content.answers), written);
}

const of = (
  narratives: Partial<Narratives>,
  answers: Content['answers'] = {},
  agency = '云溪市数据服务局',
): Content => ({
  ...emptyContent(agency, 2025, '2021'),
  narratives: { ...noNarratives, ...narratives },
  answers,
});
const kinds = (...args: Parameters<typeof lints>): string[] => lints(...args).map(({ id }) => id.slice(5));

test('nothing is found in a blank report or in those that are ready', () => {
  expect(kinds(of({}))).toEqual([]);
  for (const content of [...Object.values(samples), ...Object.values(published)]) {
    const found = lints(content).map(({ id, sentence }) => `${id} ${sentence}`);
    expect(found.filter((line) => !line.startsWith('lint/fee-unpaid'))).toEqual([]);
  }
});

describe('what is found in a text', () => {
  test.each([
    ['debris', '全年公开信息 [bookmark: _GoBack]300 条。'],
    ['debris', '见附表错误!未定义书签。'],
    ['placeholder', '全年公开信息××条。'],
    ['placeholder', '全年收到申请 XX 件。'],
    ['placeholder', '依据云政发〔 〕12号文件办理。'],
    ['body', '现公布青石县水利局2025年政府信息公开工作年度报告。'],
    ['body', '本报告由青石县水利局编制。'],
    ['year', '2024年，我局认真落实条例。'],
    ['year', '统计期限自2024年1月1日至12月31日。'],
    ['personal', '申请人张某，身份证号11010519491231002X。'],
    ['personal', '可致电 13812345678 咨询。'],
    ['personal', '退费账户 6222021234567890128。'],
  ])('%s: %s', (kind, overview) => {
    expect(kinds(of({ overview }))).toEqual([kind]);
  });
});

describe('what is not', () => {
  test.each([
    ['a web address', '电子版见 www.yunxi.gov.cn/xxgk/nb 和 https://yunxi.gov.cn/XXGK/。'],
    ['an empty pair of brackets with words', '（一）主动公开。（二）依申请公开。'],
    [
      'its own name, long and short',
      '现公布云溪市数据服务局2025年政府信息公开工作年度报告。本报告由市数据服务局编制。',
    ],
    ['an office telephone', '联系电话：0527-84368888，邮编 223800，地址世纪大道 18 号。'],
    ['a comparison with last year', '较2024年增长8件。2024年底结转3件。与2024年相比持平。'],
    ['a document of last year', '根据《云溪市2024年政务公开要点》（云政办〔2024〕12号）落实。'],
    ['both years', '2024年提出的问题，2025年已经解决。'],
    ['next year', '2026年，我局将继续改进。'],
    ['a long number that is no card', '统一受理编号 2025010200030004。'],
  ])('%s', (_, overview) => {
    expect(kinds(of({ overview }))).toEqual([]);
  });
});

describe('sections 五 and 六', () => {
  const fees = { others: '本年度未收取信息处理费。' };
  test('五 that says nothing', () => {
    expect(kinds(of({ ...fees, problems: '无。' }))).toEqual(['problems']);
    expect(kinds(of({ ...fees, problems: '暂无' }))).toEqual(['problems']);
    expect(kinds(of(fees), { isFinalising: true })).toEqual(['problems']);
  });
  test('五 that is last year’s, with how much', () => {
    const problems =
      '一是政策解读的形式还不够丰富，图表偏少；二是个别栏目更新不够及时，有时晚了一周；三是基层人员业务不熟。';
    const last = { ...noNarratives, problems: problems.replace('一周', '两周') };
    const [found] = lints(of({ ...fees, problems }), { last });
    expect(found?.sentence).toMatch(/与去年的有 9\d% 相同/);
    const other =
      '一是公文公开属性的源头认定有时不准，二是依申请公开的答复文书说理偏少，三是公开专区的设备老化，群众用起来不方便。';
    expect(kinds(of({ ...fees, problems: other }), { last })).toEqual([]);
  });
  test('六 without a word on fees', () => {
    expect(kinds(of({ others: '无其他事项。' }))).toEqual(['fee']);
    expect(kinds(of({}), { isFinalising: true })).toEqual(['problems', 'fee']);
  });
  test('cases closed for unpaid fees with no fee told', () => {
    const answers = { 'requests/other-fee-unpaid/business': '2' };
    expect(kinds(of(fees, answers))).toEqual(['fee-unpaid']);
    expect(kinds(of({ others: '发出收费通知2件，共300元，实际收取0元。' }, answers))).toEqual([]);
  });
});

test.each([
  ['云溪市数据服务局', ['regulations']],
  ['青石县人民政府', ['regulations']],
  ['云溪市东湖区人民政府', ['regulations']],
  ['云溪市人民政府', []],
  ['云溪市人民政府办公室', []],
  ['某某省人民政府', []],
  ['某某自治区人民政府', []],
  ['青山自治州人民政府', []],
  ['交通运输部', []],
])('规章 by %s', (agency, expected) => {
  expect(kinds(of({}, { 'article-20-1/regulations/in-force': '3' }, agency))).toEqual(expected);
});

test('likeness is that of the words, not of the figures', () => {
  expect(similarity('收到申请12件，办结10件', '收到申请3件，办结1件')).toBe(1);
  expect(similarity('收到申请', '完全不同')).toBe(0);
  expect(similarity('', '')).toBe(0);
});
