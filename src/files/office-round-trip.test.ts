// What leaves as a Word document, a web page or an Excel book comes back as the same report.
import { describe, expect, test } from 'vitest';
import { meaning, published } from '../../fixtures/published.ts';
import { samples } from '../formats/samples.ts';
import type { Content } from '../report/draft.ts';
import { writeDocx } from './docx/write-docx.ts';
import { writeHtml } from './html/write-html.ts';
import { reportJson } from './json/write-report.ts';
import { printed } from './paper/printed.ts';
import { readFile } from './read/read-file.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };
const paper = (content: Content) => printed(content, { withExplanations: false });

const kinds: Readonly<Record<string, (content: Content) => Promise<Uint8Array>>> = {
  docx: async (content) => new Uint8Array(await writeDocx(paper(content))),
  html: async (content) => new TextEncoder().encode(writeHtml(paper(content))),
  xlsx: async (content) => new Uint8Array(await new Response(await writeXlsx(content, by)).arrayBuffer()),
  json: async (content) => new TextEncoder().encode(reportJson(content, by)),
};

/** Everything that a box can say: a remark, an unreadable answer, money to the 分, a total that disagrees, a change below zero. */
const odd: Readonly<Record<string, Content>> = {
  'odd answers of 2021': {
    ...samples['2021'],
    narratives: {
      preamble: '',
      overview: '甲<乙>&丙“丁”䶮𬱖㛃',
      problems: '一、先做\n二、后做\n（三）再做',
      others: '无。',
    },
    answers: {
      ...samples['2021'].answers,
      'article-20-1/normative-documents/issued': '22（其中修订16件）',
      'article-20-5/licensing/decisions': '/',
      'article-20-8/fees/amount': '72701.257801',
      'requests/received/natural-person': '12x',
      'requests/granted/total': '999',
      'requests/concluded/total': '61',
      'disputes/reconsideration/total': '7（含上年度结转3件）',
    },
  },
  'odd answers of 2019': {
    ...samples['2019'],
    answers: {
      ...samples['2019'].answers,
      'article-20-5/licensing/change': '-8',
      'article-20-9/procurement/amount': '251000.05',
    },
  },
  'hardly begun': {
    ...samples['2021'],
    narratives: { preamble: '', overview: '', problems: '', others: '' },
    answers: {},
    date: '',
  },
};

describe.each(Object.entries({ ...samples, ...published, ...odd }))('%s', (_, content) => {
  test.each(Object.entries(kinds))('as %s', async (kind, write) => {
    const read = readFile(`report.${kind}`, await write(content));
    if (!read.ok) throw new Error(read.message);
    expect(meaning(read.content)).toEqual(meaning(content));
    expect(read).toMatchObject({ missing: [], unplaced: [], readAs: [], notes: [] });
  });
});

test.each(Object.keys(kinds))('notes below the tables come back as %s', async (kind) => {
  const notes = { '2': '注：行政许可含委托实施的。', '3': '第一行\n第二行', '4': '注：行政复议数量含上年结转。' };
  const read = readFile(`report.${kind}`, (await kinds[kind]?.({ ...samples['2021'], notes })) ?? new Uint8Array());
  if (!read.ok) throw new Error(read.message);
  expect(read.content.notes).toEqual(notes);
  expect(meaning(read.content)).toEqual(meaning(samples['2021']));
});

test('情况说明 that are printed are not taken for a part of section 六', async () => {
  const content: Content = {
    ...samples['2021'],
    explanations: { 'article-20-1/issued/regulations': { text: '当年制发当年废止。', figures: {} } },
  };
  for (const bytes of [
    new Uint8Array(await writeDocx(printed(content, { withExplanations: true }))),
    new TextEncoder().encode(writeHtml(printed(content, { withExplanations: true }))),
  ]) {
    const read = readFile('report', bytes);
    if (!read.ok) throw new Error(read.message);
    expect(read.content.narratives).toEqual(content.narratives);
    expect(read.content.date).toBe(content.date);
    expect(read.content.note).toContain('当年制发当年废止。');
  }
});
