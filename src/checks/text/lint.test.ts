import { describe, expect, test } from 'vitest';
import { published } from '../../../fixtures/published.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import { type Content, emptyContent, type Narratives, noNarratives } from '../../report/draft.ts';
import { judgeAnswers } from '../judge.ts';
import { atOnce } from '../steps.ts';
import { createLibrary } from './copies.ts';
import { copyFindings, lintFindings } from './lint.ts';

function lints(content: Content, more: { last?: Narratives; isFinalising?: boolean } = {}) {
  const law = lawOf(content.format);
  const written = { ...content, lastNarratives: more.last, isFinalising: more.isFinalising ?? false };
  const copies = atOnce(createLibrary().copies(written, written.lastNarratives));
  return [...lintFindings(law, judgeAnswers(law, content.answers), written), ...copyFindings(copies, written)];
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
    // Of published reports only the figures are here.
    expect(found.filter((line) => !/^lint\/(?:fee-unpaid|aspects|no-figures) /.test(line))).toEqual([]);
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
    ['year/overview', '2024年，我局认真落实条例。'],
    ['year/overview', '统计期限自2024年1月1日至12月31日。'],
    ['personal', '申请人张某，身份证号11010519491231002X。'],
    ['personal', '可致电 13812345678 咨询。'],
    ['personal', '退费账户 6222021234567890128。'],
    ['person', '解释工作由联系人：\n李　明负责。'],
    ['person', '（联系人王小芳，电话0527-84368888）'],
    ['instructions', '（文字描述）全年公开信息300条。'],
    ['sum/overview', '全年公开信息300条，其中网站200条、公众号99条。'],
    [
      'no-figures',
      '我局高度重视政务公开工作，加强组织领导，明确责任分工，推动主动公开、依申请公开各项工作取得新成效。',
    ],
    ['no-figures', '公开信息3条，但一些部门重视不够。'],
    [
      'aspects',
      '（一）主动公开。公开信息75条。（二）依申请公开。收到申请3件。（三）政府信息管理。专人审核。（四）监督保障。培训2次。',
    ],
  ])('%s: %s', (kind, overview) => {
    expect(kinds(of({ overview }))).toEqual([kind]);
  });
});

describe('what is not', () => {
  test.each([
    ['a web address', '电子版见 www.yunxi.gov.cn/xxgk/nb 和 https://yunxi.gov.cn/XXGK/，共3份。'],
    ['an empty pair of brackets with words', '（一）主动公开。（二）依申请公开。'],
    [
      'its own name, long and short',
      '现公布云溪市数据服务局2025年政府信息公开工作年度报告。本报告由市数据服务局编制，附表3份。',
    ],
    ['an office telephone', '印发3份。联系电话：0527-84368888，邮编 223800，地址世纪大道 18 号。'],
    ['a web address in full-width brackets', '在门户网站（www.yunxi.gov.cn）公开3份。'],
    [
      'the office that is this body, with a verb before it',
      '现公开市数据服务局2025年政府信息公开工作年度报告，附表3份。',
    ],
    ['a list that gives only some', '全年公开信息300条，其中网站200条、公众号20条。'],
    ['an office to turn to', '印发3份。联系人：局办公室，电话0527-84368888。'],
    ['a comparison with last year', '较2024年增长8件。2024年底结转3件。与2024年相比持平。'],
    ['a document of last year', '根据《云溪市2024年政务公开要点》（云政办〔2024〕12号）落实。'],
    ['both years', '2024年提出的问题，2025年已经解决。'],
    ['what was found in last year’s', '2024年度问题整改落实到位。'],
    ['what last year’s application led to', '因2024年度申请引发的行政复议1件。'],
    ['next year', '2026年，我局将继续改进。'],
    ['a long number that is no card', '统一受理编号 2025010200030004。'],
  ])('%s', (_, overview) => {
    expect(kinds(of({ overview }))).toEqual([]);
  });
});

test('a township, with or without the county above it, is not another body', () => {
  const preamble = '现公布石矶乡人民政府2025年政府信息公开工作年度报告。';
  expect(kinds(of({ preamble }, {}, '青石县石矶乡人民政府'))).toEqual([]);
  expect(kinds(of({ preamble: preamble.replace('石矶', '青石县石矶') }, {}, '石矶乡人民政府'))).toEqual([]);
  expect(kinds(of({ preamble: preamble.replace('石矶', '东湖') }, {}, '石矶乡人民政府'))).toEqual(['body']);
});

test('a preamble that says six parts and names five', () => {
  const named = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '存在的主要问题及改进情况'];
  const preamble = `本报告由${named.join('、')}、其他需要报告的事项六部分组成。`;
  expect(lints(of({ preamble }))).toMatchObject([
    { id: 'lint/parts-named', section: 'basics', sentence: expect.stringContaining('行政复议') },
  ]);
});

test('a rate of 100 % where cases are carried over', () => {
  const overview = '收到申请3件，办结率100%。';
  const carried = { 'requests/carried-out/natural-person': '1' };
  expect(kinds(of({ overview }, { ...carried, ...zeros('carried-out') }))).toEqual(['all-done']);
  expect(kinds(of({ overview: '收到申请3件，按时办结率100%。' }, { ...carried, ...zeros('carried-out') }))).toEqual([]);
  expect(kinds(of({ overview }))).toEqual([]);
});
/** The row's other columns. */
const zeros = (row: string): Content['answers'] =>
  Object.fromEntries(
    ['business', 'research', 'nonprofit', 'legal-service', 'other'].map((kind) => [`requests/${row}/${kind}`, '0']),
  );

describe('the report as such', () => {
  const dated = (date: string, more: Partial<Content> = {}): Content => ({ ...of({}), date, ...more });
  test('a date after the one by law or the one that was set', () => {
    expect(lints(dated('2026-01-31'))).toEqual([]);
    expect(lints(dated('2026-02-01'))).toMatchObject([
      { id: 'lint/deadline', level: 'confirm', sentence: expect.stringContaining('2026年1月31日') },
    ]);
    expect(lints(dated('2026-02-01', { due: '2026-02-20' }))).toEqual([]);
    expect(kinds(dated('2026-01-25', { due: '2026-01-21' }))).toEqual(['deadline']);
    expect(lints(dated('2026-03-31', { agency: '云溪市人民政府' }))).toEqual([]);
  });
  test.each([
    [2025, '2019', ['format']],
    [2020, '2021', ['format']],
    [2020, '2019', []],
    [2021, '2021', []],
    [0, '2019', []],
  ])('a report of %i in the form of %s', (year, format, expected) => {
    const found = lints(emptyContent('云溪市数据服务局', year, format));
    expect(found.map(({ id }) => id.slice(5))).toEqual(expected);
    expect(found.every(({ level, section }) => level === 'must' && section === 'basics')).toBe(true);
  });
});

test('a narrative that is last year’s', () => {
  const problems =
    '一是政策解读的形式还不够丰富，图表偏少，群众看不明白；二是个别栏目更新不够及时，有时晚了一周；' +
    '三是基层人员业务不熟，答复文书写得简单，经办的同志换得也勤。';
  const last = { ...noNarratives, problems: problems.replace('一周', '三周') };
  const [found] = lints(of({ problems }), { last });
  expect(found).toMatchObject({ id: 'lint/copied/problems', copied: { narrative: 'problems', of: { year: 2024 } } });
  expect(found?.sentence).toMatch(/第五部分有 \d+% 的文字与去年的报告相同/);
});

describe('sections 五 and 六', () => {
  const fees = { others: '本年度未收取信息处理费。' };
  test('五 that says nothing', () => {
    expect(kinds(of({ ...fees, problems: '无。' }))).toEqual(['problems']);
    expect(kinds(of({ ...fees, problems: '暂无' }))).toEqual(['problems']);
    expect(kinds(of(fees), { isFinalising: true })).toEqual(['problems']);
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
  ['上海市', []],
  ['海南省', []],
  ['青山自治州', []],
  ['青石县', ['regulations']],
  ['东湖街道办事处', ['regulations']],
  ['某某自治区人民政府', []],
  ['青山自治州人民政府', []],
  ['交通运输部', []],
])('规章 by %s', (agency, expected) => {
  expect(kinds(of({}, { 'article-20-1/regulations/in-force': '3' }, agency))).toEqual(expected);
});
