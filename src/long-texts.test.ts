// No text may stop the app: whoever reads texts from people or files does so in steps that grow with the text and no faster.
// Steps are counted, not times (fixtures/counted.ts): every try of every pattern, and what the methods of texts and lists
// pass. Each reader is given texts that are bad for careless patterns, of a length and of twice that length, both much longer than
// the bounds inside (a sentence, a label), and the second may cost little more than twice the first. Then the reader gets 200 kB
// as they are, which it has to get through whole.
import { describe, expect, test } from 'vitest';
import { countSteps } from '../fixtures/counted.ts';
import { sampled } from '../fixtures/whole.ts';
import { judgeAnswers } from './checks/judge.ts';
import { atOnce } from './checks/steps.ts';
import { createLibrary } from './checks/text/copies.ts';
import { lintFindings } from './checks/text/lint.ts';
import { numberOf } from './checks/text/numerals.ts';
import { sentencesOf, textMark } from './checks/text/sentences.ts';
import { shapeOf } from './checks/text/shape.ts';
import { weighWords } from './checks/text/words.ts';
import { piecesOf } from './compare/difference.ts';
import { reportFileName } from './files/file-name.ts';
import { readReport } from './files/json/read-report.ts';
import { reportJson } from './files/json/write-report.ts';
import { figureSize } from './files/paper/figure-size.ts';
import { paragraphs } from './files/paper/paragraphs.ts';
import { decodeText } from './files/read/decode.ts';
import { fileKind } from './files/read/file-kind.ts';
import { readFile } from './files/read/read-file.ts';
import { readTitle } from './files/recognise/title.ts';
import { labelOf, likeness } from './files/recognise/wording.ts';
import { readBlock } from './files/text/block.ts';
import { encodeText, pieces } from './files/xlsx/sheet-text.ts';
import { lawOf } from './formats/registry.ts';
import { type Content, emptyContent, type Narratives } from './report/draft.ts';
import { followed, movedLinks } from './report/figure-links.ts';
import { type Kind, read } from './report/reading.ts';

const law = lawOf('2021');
/** Every box has a figure, so that nothing is passed over for a blank. */
const judged = judgeAnswers(law, Object.fromEntries(law.cells.map(({ id, total }) => [id, total ? '' : '7'])));

const all = (text: string): Narratives => ({ preamble: text, overview: text, problems: text, others: text });
const content = (text: string): Content => ({
  ...emptyContent('云溪市数据服务局', 2025, '2021'),
  narratives: all(text),
});
const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const kinds: readonly Kind[] = [
  { unit: '件', decimals: 0, signed: false },
  { unit: '万元', decimals: 6, signed: false },
];
const lint = (text: string, agency: string, lastText = text): unknown => {
  const written = {
    agency,
    year: 2025,
    date: '',
    narratives: all(text),
    lastNarratives: all(lastText),
    isFinalising: true,
  };
  return lintFindings(law, judged, written);
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'lint of narratives': (text) => lint(text, '云溪市数据服务局'),
  'lint with such an agency': (agency) => lint('现公布青石县水利局2025年政府信息公开工作年度报告。', agency),
  'copies of another report': (text) => {
    const library = createLibrary();
    library.know([{ mark: '1', agency: '青石县水利局', year: 2025, narratives: all(text) }]);
    return atOnce(library.copies({ agency: '云溪市数据服务局', year: 2025, narratives: all(text) }, undefined));
  },
  'copies, with such an agency': (agency) => shapeOf('我局收到申请3件。', agency),
  'the words against the tables': (text) =>
    atOnce(weighWords(law, judged, { narratives: all(text), agency: '云溪市数据服务局', year: 2025 })),
  'the words, with such an agency': (agency) =>
    atOnce(weighWords(law, judged, { narratives: all('我局收到申请3件。'), agency, year: 2025 })),
  sentences: sentencesOf,
  'a mark': textMark,
  'a numeral': numberOf,
  'a cell': (text) => kinds.map((kind) => read(text, kind)),
  paragraphs,
  'figures that follow': (text) => {
    const link = { narrative: 'overview', cell: 'x', at: text.length - 1, text: text.slice(-1) } as const;
    return followed(movedLinks([link], 'overview', text, `甲${text}`), 'overview', `甲${text}`, () => '5件');
  },
  'what was added at both ends': (text) => piecesOf(text, `甲${text}乙`),
  'what is different all over': (text) => piecesOf(text, `甲。${text.replaceAll(text.slice(0, 1), '丙')}`),
  'a label': (text) => likeness(labelOf(text), labelOf(`${text}甲`)),
  'a title': readTitle,
  'a document of that text': (text) => readFile('a.txt', utf8(text)),
  'a document with tables': (text) =>
    readFile('a.txt', utf8(`一、总体情况\n${text}\n二、主动公开政府信息情况\n${text}`)),
  'a page': (text) => readFile('a.html', utf8(`<p style="display ${text}" title="${text}">${text}</p>`)),
  'copied cells': readBlock,
  'bytes of a text': (text) => decodeText(utf8(text)),
  'the kind of a file': (text) => fileKind('a.txt', utf8(text)),
  'a report file': (text) => readReport(reportJson(content(text), by)),
  'no report file': readReport,
  'the size of a figure': (text) => figureSize(text, 10),
  "a file's name": (agency) => reportFileName({ agency: `甲${agency}`, year: 2025 }, 'docx'),
  'text of a sheet': (text) => pieces(encodeText(text)),
};

const bad: Readonly<Record<string, string>> = {
  'one letter': 'x',
  digits: '1',
  spaces: ' ',
  'opening brackets': '（',
  'one clause': '收到1件，',
  'one clause on applications': '收到公开申请1件，',
  'line breaks': '\n',
  parts: '其中',
  'full stops': '.',
  'ends of addresses': 'a.',
  'figures apart': '1 ',
  'Latin brackets': '(',
  'bookmarks never closed': '[bookmark:',
  'until never said': '截至',
  numerals: '一',
  'large numerals': '百',
  'blanks never closed': '（ ',
  capitals: 'X',
  'names never ended': '本报告由',
};

const long = 3_000;
const kilobytes200 = 200_000;
/** With an end that is something else: many a pattern only then tries all over again. */
const made = (unit: string, length: number): string => `${unit.repeat(Math.ceil(length / unit.length))}甲`;
/** Of a character. Any reader here takes some hundred. */
const mostSteps = 6_000;

test('a careless pattern is seen', () => {
  const steps = (length: number): number => countSteps(() => /[\w.-]+\.[a-z]{2,}/.test('x'.repeat(length)));
  expect(steps(400) / steps(200)).toBeGreaterThan(3.5);
});

// In the sample each reader gets a fifth of the texts, and each text a fifth of the readers.
describe.each(Object.entries(readers).map(([name, reader], at) => ({ name, reader, at })))(
  '$name',
  ({ reader, at }) => {
    test.each(sampled(Object.entries(bad), 5, at))(
      '%s',
      (_, unit) => {
        const once = countSteps(() => reader(made(unit, long)), long * mostSteps);
        const twice = countSteps(() => reader(made(unit, long * 2)), once * 2.2 + 20_000);
        expect(twice).toBeLessThanOrEqual(once * 2.2 + 20_000);
        reader(unit.repeat(Math.ceil(kilobytes200 / unit.length)));
      },
      120_000,
    );
  },
);
