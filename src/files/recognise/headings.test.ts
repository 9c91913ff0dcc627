// Section 一 stays whole, however its parts are called and however short its paragraphs are: the headings of the tables stand
// where the tables stand.
import { describe, expect, test } from 'vitest';
import { pageOf, sourceOf } from '../../../fixtures/messy.ts';
import { samples } from '../../formats/samples.ts';
import type { SourceBlock } from '../document/source.ts';
import { recognise } from './recognise.ts';

const page = pageOf(samples['2021']);
const blocks = sourceOf(page).blocks;
const paragraph = (text: string): SourceBlock => ({ kind: 'paragraph', text });
const indexOf = (text: string): number =>
  blocks.findIndex((block) => block.kind === 'paragraph' && block.text === text);

const first = indexOf('一、总体情况');
const second = indexOf('二、主动公开政府信息情况');

/** The sample with other text in section 一, and other lines for the heading of table 二. */
function withOverview(lines: readonly string[], heading: readonly string[] = ['二、主动公开政府信息情况']) {
  const source = [
    ...blocks.slice(0, first + 1),
    ...lines.map(paragraph),
    ...heading.map(paragraph),
    ...blocks.slice(second + 1),
  ];
  return recognise({ blocks: source, leftOut: [] });
}

const shapes: Readonly<Record<string, readonly string[]>> = {
  'short paragraphs under headings of their own': [
    '（一）主动公开情况',
    '全年发布信息412条。',
    '（二）依申请公开情况',
    '收到申请59件，办结61件。',
    '（三）政府信息管理情况',
    '专人管理。',
    '（四）政府信息公开平台建设情况',
    '栏目更新及时。',
    '（五）监督保障情况',
    '培训2次。',
  ],
  'numbered 1., 2.': ['1.主动公开情况', '发布412条。', '2.依申请公开情况', '收到59件。'],
  'numbered 1、': ['1、主动公开政府信息情况', '发布412条。', '2、收到和处理政府信息公开申请情况', '收到59件。'],
  'numbered （1）': ['（1）主动公开情况', '发布412条。', '（2）依申请公开情况', '收到59件。'],
  'not numbered': ['主动公开情况', '发布412条。', '依申请公开情况', '收到59件。'],
  'numbered 一是': ['一是主动公开情况', '发布412条。', '二是依申请公开情况', '收到59件。'],
  'the wording of the heading itself': ['（一）主动公开政府信息情况', '发布412条。', '（二）监督保障', '培训2次。'],
  'one short sentence': ['全年发布信息412条。'],
  'a long paragraph last': [
    '（一）主动公开情况',
    '发布412条。',
    `（五）监督保障。${'全年组织业务培训两次，逐项自查。'.repeat(8)}`,
  ],
};

describe.each(Object.entries(shapes))('section 一, %s', (_, lines) => {
  test.each([
    ['as the form has it', ['二、主动公开政府信息情况']],
    ['without its numeral', ['主动公开政府信息情况']],
    ['in other words', ['二、主动公开情况']],
    ['twice', ['二、主动公开政府信息情况', '主动公开政府信息情况']],
    ['not at all', []],
  ])('heading of table 二: %s', (_, heading) => {
    const { content, unplaced } = withOverview(lines, heading);
    expect(content.narratives.overview).toBe(lines.join('\n'));
    expect(content.notes).toBeUndefined();
    expect(unplaced).toEqual([]);
  });
});

test('a heading of a table far above it, with its explanation between', () => {
  const long = `本局依法主动公开政府信息，${'以下数据按照年度统计口径填写，'.repeat(6)}不含下属单位。`;
  const { content } = withOverview(['全年发布信息412条。'], ['二、主动公开政府信息情况', long]);
  expect(content.narratives.overview).toBe('全年发布信息412条。');
  expect(content.notes).toEqual({ 2: long });
});
