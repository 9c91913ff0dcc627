// Published figures, printed in every way that published reports were, are read back box by box.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bareDumpOf,
  dumpOf,
  hazards,
  type Page,
  type PageTable,
  pageOf,
  rowsOf,
  sourceOf,
  withSlip,
} from '../../../fixtures/messy.ts';
import { meaning, published } from '../../../fixtures/published.ts';
import { layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import type { Source } from '../document/source.ts';
import { readText } from '../text/read-text.ts';
import { recognise } from './recognise.ts';
import { readTitle } from './title.ts';

const reports = { ...published, sample2019: samples['2019'], sample2021: samples['2021'] };

function expectBack(content: Content, source: Source): ReturnType<typeof recognise> {
  const read = recognise(source);
  expect(meaning(read.content)).toEqual(meaning(content));
  expect(read.missing).toEqual([]);
  return read;
}

describe.each(Object.entries(reports))('%s', (_, content) => {
  const page = pageOf(content);

  test('as printed', () => {
    const read = expectBack(content, sourceOf(page));
    expect(read.unplaced).toEqual([]);
    expect(read.readAs).toEqual([]);
    expect(read.notes).toEqual([]);
  });

  test.each(Object.entries(hazards))('%s', (_, hazard) => {
    expectBack(content, sourceOf(hazard(page)));
  });

  test('a typing slip in any label', () => {
    const law = lawOf(content.format);
    const labels = ([2, 3, 4] as const).flatMap((section) => {
      const { head, bodies } = layoutOf(law, section);
      return [...head, ...bodies.flat()].flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'head' ? part.label : [])),
      );
    });
    for (const label of new Set(labels)) {
      expect(meaning(recognise(sourceOf(withSlip(page, label))).content), label).toEqual(meaning(content));
    }
  });

  test.each([
    ['a dump of one cell a line after a tab', dumpOf],
    ['a dump of bare cells', bareDumpOf],
    ['rows with tabs', rowsOf],
  ])('%s', (_, textOf) => {
    expectBack(content, readText(textOf(page)));
  });

  test('many hazards at once', () => {
    const all = Object.entries(hazards).filter(([name]) => !exclusive.has(name));
    const messy = all.reduce<Page>((page, [, hazard]) => hazard(page), page);
    expectBack(content, sourceOf(messy));
  });
});

/** These change the same thing as others do. */
const exclusive = new Set([
  'merged cells taken apart',
  'tables cut in two, heads not repeated',
  'renumbered headings',
  'the year first',
]);

describe('what has no place is listed and goes along as a note', () => {
  const content = published.suqian2024 as Content;
  const page = pageOf(content);
  const tables = page.filter((part) => part.kind === 'table');
  const older = pageOf(samples['2019']).filter((part) => part.kind === 'table');

  test('a 2021 table 二 with a 2019 table 三: the undivided （六） is not guessed into three rows', () => {
    const hybrid = page.map((part) =>
      part.kind === 'table' && part.section === 3 ? (older.find(({ section }) => section === 3) ?? part) : part,
    );
    const read = recognise(sourceOf(hybrid));
    expect(read.content.format).toBe('2021');
    const others = read.missing.filter((id) => id.startsWith('requests/other-'));
    expect(others).toHaveLength(21);
    expect(read.missing).toEqual(others);
    expect(read.unplaced).toMatchObject([{ place: '第 2 个表第 24 行', label: '（六）其他处理' }]);
    expect(read.content.note).toContain('第 2 个表第 24 行「（六）其他处理」');
    expect(Object.keys(read.content.answers).filter((id) => id.startsWith('requests/other-'))).toEqual([]);
  });

  test('a row that the form does not have, between others', () => {
    const table = tables.find(({ section }) => section === 2) as PageTable;
    const [label, ...boxes] = table.rows[2] ?? [];
    const extra = [
      { ...label, text: '党内规范性文件' },
      ...boxes.map((box) => ({ ...box, text: '7' })),
    ] as PageTable['rows'][0];
    const rows = [...table.rows.slice(0, 3), extra, ...table.rows.slice(3)];
    const read = recognise(sourceOf(page.map((part) => (part === table ? { ...table, rows } : part))));
    expect(meaning(read.content)).toEqual(meaning(content));
    expect(read.unplaced).toMatchObject([
      { place: '第 1 个表第 4 行', label: '党内规范性文件', texts: ['7', '7', '7'] },
    ]);
  });

  test('a row with a box too few', () => {
    const table = tables.find(({ section }) => section === 3) as PageTable;
    const rows = table.rows.map((row, at) => (at === 3 ? row.slice(0, -1) : row));
    const read = recognise(sourceOf(page.map((part) => (part === table ? { ...table, rows } : part))));
    expect(read.missing).toHaveLength(7);
    expect(read.unplaced).toMatchObject([{ place: '第 2 个表第 4 行', label: '一、本年新收政府信息公开申请数量' }]);
  });

  test('a second table 三 that says otherwise', () => {
    const table = tables.find(({ section }) => section === 3) as PageTable;
    const rows = table.rows.map((row) => row.map((cell) => (cell.isHead ? cell : { ...cell, text: '9' })));
    const read = recognise(sourceOf([...page, { ...table, rows }]));
    expect(meaning(read.content).cells).toEqual(meaning(content).cells);
    expect(read.unplaced.length).toBeGreaterThan(0);
  });

  test('figures without any headings over them', () => {
    const table = tables.find(({ section }) => section === 3) as PageTable;
    const rows = table.rows.slice(table.headRows);
    const read = recognise(sourceOf([{ ...table, rows }]));
    expect(read.found).toBe(0);
    expect(read.unplaced).toHaveLength(25);
  });

  test('notes under a table', () => {
    const at = page.findIndex((part) => part.kind === 'table' && part.section === 4);
    const note = { kind: 'line', what: 'text', text: '注：含上年度结转数量。' } as const;
    const read = recognise(sourceOf([...page.slice(0, at + 1), note, ...page.slice(at + 1)]));
    expect(meaning(read.content)).toEqual(meaning(content));
    expect(read.content.notes).toEqual({ 4: '注：含上年度结转数量。' });
    expect(read.content.note).toBe('');
  });
});

/** The page with other texts in the cells of its tables. */
function withCells(page: ReturnType<typeof pageOf>, change: (text: string) => string): typeof page {
  return page.map((part) =>
    part.kind === 'table'
      ? { ...part, rows: part.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))) }
      : part,
  );
}

describe('figures as they are printed', () => {
  const content: Content = {
    ...(published.shanghai as Content),
    answers: {
      'article-20-1/regulations/made': '22（其中修订16件）',
      'article-20-5/licensing/change': '减4',
      'article-20-6/penalties/decisions': '/',
      'article-20-9/procurement/projects': '5次',
      'article-20-9/procurement/amount': '255490元',
      'disputes/reconsideration/upheld': '1,234',
    },
  };

  test('remarks, units, changes and slashes stay as they are', () => {
    const odd: Readonly<Record<string, string>> = {
      '22（其中修订16件）': '22\n（其中修订16件）',
      '5': '5次',
      '-4': '减4',
      '1234': '1,234',
    };
    const page = withCells(pageOf(content), (text) => odd[text] ?? text);
    const read = recognise(sourceOf(page));
    expect(read.content.answers).toMatchObject({
      'article-20-1/regulations/made': '22（其中修订16件）',
      'article-20-5/licensing/change': '减4',
      'article-20-6/penalties/decisions': '/',
      'article-20-9/procurement/projects': '5次',
      'disputes/reconsideration/upheld': '1,234',
    });
    expect(meaning(read.content)).toEqual(meaning(content));
  });

  test('a heading in 元 over a box in 万元: the unit goes along', () => {
    const money = { ...(published.hongze as Content), answers: { 'article-20-8/fees/amount': '7730.28' } };
    const page = withCells(pageOf(money), (text) =>
      text.replace('单位：万元', '单位：元').replace('7730.28', '77302800'),
    );
    const { answers } = recognise(sourceOf(page)).content;
    expect(answers['article-20-8/fees/amount']).toBe('77302800元');
  });
});

describe('titles', () => {
  test.each([
    ['某市某局2023年政府信息公开工作年度报告', '某市某局', 2023],
    ['2024年某市某局政府信息公开工作年度报告', '某市某局', 2024],
    ['某市某局2023年度政府信息公开年度报告', '某市某局', 2023],
    ['某市某局关于2022年政府信息公开工作的年度报告', '某市某局', 2022],
    ['某市某局政府信息公开工作年度报告（2025年）', '某市某局', 2025],
    ['某市某局政府信息公开工作2021年度报告', '某市某局', 2021],
    ['某市某局二〇二三年政府信息公开工作年度报告', '某市某局', 2023],
    ['某市（示例）某局2023年政府信息公开工作报告', '某市（示例）某局', 2023],
  ])('%s', (text, agency, year) => {
    expect(readTitle(text)).toEqual({ agency, year });
  });

  test.each(['关于开展政府信息公开工作的通知', '政府信息公开指南', '政府信息公开年报'])('%s is none', (text) => {
    expect(readTitle(text)).toBeUndefined();
  });
});

// The dump exactly as it reached us, where the material beside the project is at hand.
const seed = new URL('../../../../shared/seed/zhalantun-2019.txt', import.meta.url);

test.runIf(existsSync(seed))('the dump that reached us: every cell known, two figures, three narratives', () => {
  const read = recognise(readText(readFileSync(seed, 'utf8')));
  const { agency, year, format, answers, narratives } = read.content;
  expect({ agency, year, format }).toEqual({ agency: '扎兰屯市政务服务局', year: 2019, format: '2019' });
  expect(read).toMatchObject({ found: 198, missing: [], unplaced: [], readAs: [] });
  expect(answers).toEqual({
    'article-20-9/procurement/projects': '5次',
    'article-20-9/procurement/amount': '255490元',
  });
  expect(narratives.overview).toMatch(/^今年以来.*579条。$/);
  expect(narratives.problems.split('\n')).toHaveLength(4);
  expect(narratives.others.split('\n')).toHaveLength(3);
  expect(read.notes).toEqual(['去掉了 Word 留下的书签文字 1 处（如 [bookmark: _GoBack]）。']);
});
