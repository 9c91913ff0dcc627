// Texts that no report has are refused by name on every way in; what is just as long as it may be comes in.
import { describe, expect, test } from 'vitest';
import { samples } from '../formats/samples.ts';
import type { Content } from '../report/draft.ts';
import { longestAgency, longestAnswer, longestExplanation, longestNarrative } from '../report/limits.ts';
import { writeDocx } from './docx/write-docx.ts';
import { reportJson } from './json/write-report.ts';
import { printed } from './paper/printed.ts';
import { readCopied, readFile } from './read/read-file.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

const sample = samples['2021'];
const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const words = (content: Content): string => {
  const read = readFile('a.json', utf8(reportJson(content, by)));
  return read.ok ? 'read' : read.message;
};
const cell = 'requests/received/natural-person';
const explained = (text: string): Content => ({ ...sample, explanations: { any: { text, figures: {} } } });

describe('a report file', () => {
  test.each<[string, number, (text: string) => Content, string]>([
    [
      'a narrative',
      longestNarrative,
      (overview) => ({ ...sample, narratives: { ...sample.narratives, overview } }),
      '第一部分',
    ],
    ['an agency', longestAgency, (agency) => ({ ...sample, agency }), '机关名称'],
    ['an explanation', longestExplanation, explained, '一条情况说明'],
    [
      'an answer',
      longestAnswer,
      (text) => ({ ...sample, answers: { ...sample.answers, [cell]: text } }),
      '「一、本年新收政府信息公开申请数量 · 自然人」',
    ],
  ])('%s', (_, most, of, name) => {
    expect(words(of('长'.repeat(most)))).toBe('read');
    const said = words(of('长'.repeat(most + 1)));
    const counts = `${(most + 1).toLocaleString('zh-CN')} 字，最多 ${most.toLocaleString('zh-CN')} 字`;
    expect(said).toBe(`${name}有 ${counts}，不像一份年报，没有导入。请把它删短，另存后再导入。`);
  });
});

describe('a document', () => {
  const problems = `一是解读偏少。${'长'.repeat(longestNarrative)}`;
  const long: Content = { ...sample, narratives: { ...sample.narratives, problems } };
  const refused = { ok: false, message: expect.stringMatching(/^第五部分有 200,007 字，最多 200,000 字.*没有导入/) };

  test('of Word, of Excel', async () => {
    const paper = printed(long, { withExplanations: false });
    expect(readFile('a.docx', new Uint8Array(await writeDocx(paper)))).toEqual(refused);
    expect(readFile('a.xlsx', new Uint8Array(await new Response(await writeXlsx(long, by)).arrayBuffer()))).toEqual(
      refused,
    );
  });

  test('that was copied', () => {
    const text = `${sample.agency}2025年政府信息公开工作年度报告\n五、存在的主要问题及改进情况\n${problems}`;
    expect(readCopied({ html: '', text })).toEqual(refused);
  });
});
