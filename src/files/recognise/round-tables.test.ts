// What stands round the tables and the text: notes that belong to a table, lines that belong to the site, names that only a
// sentence says.
import { describe, expect, test } from 'vitest';
import { bareDumpOf, type Page, type PageLine, pageOf, sourceOf } from '../../../fixtures/messy.ts';
import { samples } from '../../formats/samples.ts';
import { readText } from '../text/read-text.ts';
import { recognise } from './recognise.ts';

const sample = samples['2021'];
const page = pageOf(sample);
const line = (text: string): PageLine => ({ kind: 'line', what: 'text', text });

/** The page with lines put in before and after the table of a section. */
function withLines(section: number, before: readonly string[], after: readonly string[]): Page {
  return page.flatMap((part): Page => {
    if (part.kind !== 'table' || part.section !== section) return [part];
    return [...before.map(line), part, ...after.map(line)];
  });
}

const readers = {
  'a document': (from: Page) => recognise(sourceOf(from)),
  'a text': (from: Page) => recognise(readText(bareDumpOf(from))),
};

describe.each(Object.entries(readers))('notes of tables in %s', (_, read) => {
  const kept = (from: Page) => {
    const { content, unplaced, missing } = read(from);
    expect(content.narratives).toEqual(sample.narratives);
    expect({ unplaced, missing, note: content.note }).toEqual({ unplaced: [], missing: [], note: '' });
    return content.notes;
  };

  test.each([
    ['注：行政复议、行政诉讼数量含上年度结转数量'],
    ['备注：以上数据不含下属单位。'],
    ['说明：行政许可数量按事项统计，其中2件为变更。'],
    ['※ 本表按条例第二十条填报。'],
  ])('「%s」 below each table', (text) => {
    for (const section of [2, 3, 4] as const) expect(kept(withLines(section, [], [text]))).toEqual({ [section]: text });
  });

  test('paragraphs before and below, and below several tables', () => {
    const text = '本局依法履行主动公开义务，全年制发行政规范性文件3件，均已集中公开。';
    const before = withLines(2, [text], ['注：不含党内文件。']);
    expect(kept(before)).toEqual({ 2: `${text}\n注：不含党内文件。` });
    const both = before.flatMap(
      (part): Page => (part.kind === 'table' && part.section === 4 ? [part, line('注：含上年结转。')] : [part]),
    );
    expect(kept(both)).toEqual({ 2: `${text}\n注：不含党内文件。`, 4: '注：含上年结转。' });
  });

  test('titles of tables, units and hints are none', () => {
    const said = ['表一：主动公开政府信息情况', '主动公开政府信息情况统计表', '（单位：件）', '单位：件'];
    expect(kept(withLines(2, said, []))).toBeUndefined();
    expect(
      kept(withLines(3, ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'], [])),
    ).toBeUndefined();
  });

  test('a lone number under a table is no note', () => {
    const { content, unplaced } = read(withLines(4, [], ['17']));
    expect(content.notes).toBeUndefined();
    expect(unplaced.some(({ texts }) => texts.includes('17'))).toBe(true);
  });
});

const siteLines = [
  '发布时间：2026-01-25 10:30',
  '发布日期：2026年1月25日 来源：云溪市数据服务局',
  '来源：云溪市数据服务局',
  '字号：大 中 小',
  '【字体：大 中 小】',
  '[大 中 小]',
  '您现在的位置：首页 > 政务公开 > 政府信息公开年报',
  '当前位置：首页>政务公开>年报',
  '首页 > 政务公开 > 法定主动公开内容 > 年报',
  '浏览次数：1234',
  '阅读次数：12次',
  '打印本页',
  '【打印】【关闭】',
  '关闭窗口',
  '分享到：',
  '分享到微信',
  '索引号：014321/2026-00012',
  '责任编辑：某某',
  '上一篇：没有了',
  '下一篇：政府信息公开指南',
  '版权所有：云溪市数据服务局',
  '苏ICP备12345678号',
  '网站标识码：3200000001',
];

describe.each(Object.entries(readers))('lines of a site in %s', (_, read) => {
  const last = page.reduce((found, part, at) => (part.kind === 'line' && part.what === 'title' ? at : found), 0);

  test.each(siteLines)('%s', (text) => {
    const places: readonly Page[] = [
      [line(text), ...page],
      [...page.slice(0, last + 1), line(text), ...page.slice(last + 1)],
      withLines(2, [text], []),
      withLines(3, [], [text]),
      [...page, line(text)],
    ];
    for (const [at, place] of places.entries()) {
      // In the middle of the text 「来源：」 may be the report's own.
      if (text.startsWith('来源') && (at === 2 || at === 3)) continue;
      const { content, notes } = read(place);
      expect(content.narratives, `place ${at}`).toEqual(sample.narratives);
      expect(content.notes).toBeUndefined();
      expect(content.date).toBe(sample.date);
      expect(notes.join('')).toContain('正文以外的文字');
    }
  });

  test('sentences that only begin like one stay', () => {
    const own = [
      '发布信息412条，其中时间最早的为1月。',
      '分享经验3次。',
      '打印资料200份。',
      '公开方式多样，效果良好。',
    ];
    const at = page.findIndex((part) => part.kind === 'line' && part.text === '五、存在的主要问题及改进情况');
    const { content } = read([...page.slice(0, at + 1), ...own.map(line), ...page.slice(at + 1)]);
    expect(content.narratives.problems).toBe(`${own.join('\n')}\n${sample.narratives.problems}`);
  });
});

describe('what only a sentence says is offered', () => {
  const untitled = page.slice(2);
  const said = (text: string): Page => [line(text), ...untitled.slice(1)];

  test('agency and year', () => {
    const text = '现公布云溪市数据服务局2024年政府信息公开工作年度报告。统计期限为2024年1月1日至2024年12月31日。';
    const { content, offers } = recognise(sourceOf(said(text)));
    expect({ agency: content.agency, year: content.year }).toEqual({ agency: '', year: 0 });
    expect(offers).toEqual({ agency: '云溪市数据服务局', year: 2024 });
  });

  test('the name under the report', () => {
    const { offers, notes } = recognise(sourceOf(untitled));
    expect(offers.agency).toBe(sample.agency);
    expect(notes).toEqual([]);
  });

  test('nothing that the title says', () => {
    expect(recognise(sourceOf(page)).offers).toEqual({});
    const [agency, ...rest] = page;
    expect(recognise(sourceOf([line('2025年政府信息公开工作年度报告'), ...rest.slice(1)])).offers.year).toBeUndefined();
    expect(agency).toBeDefined();
  });
});

test('table 四 of a text: 其他 and 结果 below one another are 其他结果', () => {
  const text = bareDumpOf(page).replaceAll('其他结果', '其他\n结果').replaceAll('尚未审结', '尚未\n审结');
  const { missing, unplaced, content } = recognise(readText(text));
  expect({ missing, unplaced }).toEqual({ missing: [], unplaced: [] });
  expect(content.answers['disputes/reconsideration/other']).toBe(sample.answers['disputes/reconsideration/other']);
});
