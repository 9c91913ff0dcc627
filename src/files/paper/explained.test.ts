import { expect, test } from 'vitest';
import { lawOf } from '../../formats/registry.ts';
import { explained } from './explained.ts';

const explanation = (text: string) => ({ text, figures: {} });

test('each says its place and rule, in official order, strangers last', () => {
  const lines = explained(lawOf('2021'), {
    'lint/period': explanation('按批复统计。'),
    'lint/fee': explanation('本年没有收费事项。'),
    'lint/jump/article-20-8/fees/amount': explanation('收费项目调整。'),
    'words/overview/requests/received/total': explanation('文字只说本级。'),
    'requests/carried-in/natural-person': explanation('机构改革并入3件。\n（一）另有说明。'),
    'article-20-1/in-force/normative-documents': explanation(' 清理后重新核定。 '),
    'requests/carried-in/business': explanation(' \n'),
  });
  expect(lines.map(({ id, lines: said }) => [id, ...said.map(({ lead, rest }) => lead + rest)])).toEqual([
    [
      'article-20-1/in-force/normative-documents',
      '行政规范性文件：去年现行有效 ＋ 本年制发 － 本年废止 ＝ 现行有效。清理后重新核定。',
    ],
    ['requests/carried-in/natural-person', '自然人列：二 ＝ 去年报告的四。机构改革并入3件。', '（一）另有说明。'],
    ['lint/period', '其他。按批复统计。'],
    ['lint/fee', '信息处理费。本年没有收费事项。'],
    ['lint/jump/article-20-8/fees/amount', '行政事业性收费 · 本年收费金额（单位：万元）与去年相差较大。收费项目调整。'],
    ['words/overview/requests/received/total', '文字与表格：一、本年新收政府信息公开申请数量 · 总计。文字只说本级。'],
  ]);
});

test('none written, none printed', () => {
  expect(explained(lawOf('2019'), {})).toEqual([]);
});
