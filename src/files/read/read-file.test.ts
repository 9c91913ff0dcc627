// Any file at all: reports on real sites come back whole, and what is broken or made to do harm is refused in a sentence,
// without much memory. It never throws, and nothing is done for each pair of things: that would take longer than a test may.

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bareDumpOf, hazards, htmlOf, pageOf, rowsOf } from '../../../fixtures/messy.ts';
import { meaning, published } from '../../../fixtures/published.ts';
import { runs } from '../../../fixtures/whole.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { docxOf, gb18030, oldOffice, utf16, zeros, zipOf } from '../document/testing.ts';
import { writeDocx } from '../docx/write-docx.ts';
import { reportJson } from '../json/write-report.ts';
import { printed } from '../paper/printed.ts';
import { writeXlsx } from '../xlsx/write-xlsx.ts';
import { type Imported, readCopied, readFile } from './read-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };

function whole(read: Imported): Imported & { readonly ok: true } {
  if (!read.ok) throw new Error(read.message);
  return read;
}

/** What a site puts round an article. */
const frame = {
  before: `<header><div class="logo"><a href="/">某市人民政府</a></div><div>今天是2026年2月3日 星期二</div></header>
    <nav><ul><li><a>首页</a><li><a>政务公开</a></ul></nav>
    <div class="menu"><ul><li><a>政府信息公开指南</a><li><a>政府信息公开年报</a><li><a>依申请公开</a></ul></div>
    <div class="crumbs">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 政府信息公开年报</div>`,
  after: `<div class="more"><h3>相关链接</h3><ul><li><a>某市某局2024年政府信息公开工作年度报告</a><li><a>政府工作报告</a></ul></div>
    <div class="hot">热点：优化营商环境</div>
    <footer>版权所有</footer><div id="foot">主办：某市人民政府办公室<br>备案号：苏ICP备12345678号　网站标识码：3200000001</div>
    <script>document.write('<p>统计</p>')</script>`,
};

const sited = (html: string): string =>
  html.replace('<body>', `<body>${frame.before}<div class="main">`).replace('</body>', `</div>${frame.after}</body>`);

const chrome = /今天是|指南|当前位置|相关链接|营商环境|ICP|版权|统计<|办公室<|工作报告/;

describe.each(Object.entries(published))('pages as sites publish them: %s', (_, content) => {
  const everyWay = Object.entries({ 'as printed': (page: ReturnType<typeof pageOf>) => page, ...hazards });

  test.each(everyWay)('%s', (_, hazard) => {
    const html = sited(htmlOf(hazard(pageOf(content)), { isSplit: true }));
    for (const bytes of [utf8(html), gb18030(html.replace('utf-8', 'gb2312'))]) {
      const read = whole(readFile('a.html', bytes));
      expect(meaning(read.content)).toEqual(meaning(content));
      expect(read.missing).toEqual([]);
      expect(JSON.stringify([read.content.narratives, read.content.note])).not.toMatch(chrome);
    }
  });
});

describe('whatever it is called and however it is kept', () => {
  const content = published.suqian2024 as Content;
  const html = htmlOf(pageOf(content));

  test.each([
    ['a page called .doc', 'a.doc', utf8(html)],
    ['a page called .txt', 'a.txt', utf8(html)],
    ['a page in UTF-16', 'a.html', utf16(html)],
    ['a page that says it is GB2312 and is UTF-8', 'a.html', utf8(html.replace('utf-8', 'gb2312'))],
    ['a page that says it is UTF-8 and is GB18030', 'a.html', gb18030(html)],
    ['rows with tabs', 'a.txt', utf8(rowsOf(pageOf(content)))],
    ['rows with tabs in UTF-16, as Excel saves them', 'a.txt', utf16(rowsOf(pageOf(content)))],
    ['bare cells in GB18030', 'a.txt', gb18030(bareDumpOf(pageOf(content)))],
    ['data called .txt', 'a.txt', utf8(reportJson(content, by))],
  ])('%s', (_, name, bytes) => {
    expect(meaning(whole(readFile(name, bytes)).content)).toEqual(meaning(content));
  });

  test('what is copied: the markup, or else the text', () => {
    const text = rowsOf(pageOf(content));
    for (const copied of [
      { html, text: '' },
      { html: '<html><body><img src="x"></body></html>', text },
      { html: '', text },
    ]) {
      expect(meaning(whole(readCopied(copied)).content)).toEqual(meaning(content));
    }
    expect(readCopied({ html: '', text: '' })).toMatchObject({ ok: false });
  });
});

const many = (text: string, times: number): string => text.repeat(times);
const nested = (name: string, times: number): string => many(`<${name}>`, times) + many(`</${name}>`, times);
const title = '<p>某局2025年政府信息公开工作年度报告</p><p>一、总体情况</p>';
const page = (body: string): Uint8Array => utf8(`<html><body>${title}${body}</body></html>`);
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const parts = (all: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 1 },
  );
const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, at) => {
  const sign = (n: number): string => 'abcdefghij'[n] ?? '';
  return `<!ENTITY ${sign(at + 1)} "${many(`&${sign(at)};`, 10)}">`;
}).join('')}<!ENTITY z SYSTEM "file:///etc/passwd">]>`;

describe('made to do harm: an answer, no exception', () => {
  const bait = [
    '　',
    '\u00a0',
    '1',
    '（',
    '(',
    '〔',
    '[',
    '【',
    '[bookmark:',
    '一、',
    '元(',
    '关于',
    '2025年',
    '!\u00a0',
    'ｱ',
    '.…·',
  ];
  const cases: Record<string, () => readonly [string, Uint8Array]> = {
    'a document that unpacks to a gigabyte': () => ['a.docx', zipOf('word/document.xml', zeros(1024), 100)],
    'a thousand entries of the same data': () => ['a.docx', zipOf('word/document.xml', zeros(6), 100, 1000)],
    'more entries than a package has': () => ['a.docx', zipOf('word/document.xml', zeros(1), 100, 60_000)],
    'entities in entities in a document': () => [
      'a.docx',
      parts({ 'word/document.xml': `${laughs}<w:document>${paragraph('&j;&z;')}</w:document>` }),
    ],
    'entities in entities in a page': () => ['a.html', utf8(`${laughs}<html>${title}<p>&j;&z;`)],
    'entities in entities in a workbook': () => [
      'a.xlsx',
      parts({ 'xl/workbook.xml': `${laughs}<workbook>&j;</workbook>` }),
    ],
    'deep divs': () => ['a.html', page(nested('div', 300_000))],
    'deep bold': () => ['a.html', page(nested('b', 300_000))],
    'deep tables': () => ['a.html', page(nested('table', 300_000))],
    'deep cells': () => ['a.html', page(many('<table><tr><td>', 300_000))],
    'deep runs': () => ['a.docx', docxOf(nested('w:r', 300_000))],
    'deep tables of a document': () => ['a.docx', docxOf(many('<w:tbl><w:tr><w:tc>', 300_000))],
    'deep styles': () => ['a.docx', docxOf(paragraph('甲'), { 'word/styles.xml': nested('w:style', 300_000) })],
    'tables nested under a long page': () => ['a.html', page(`${many('<table><tr><td>', 99)}${many('<p>甲', 19_000)}`)],
    'depth and end tags of others': () => ['a.html', page(many('<div>', 1_900) + many('</b>', 1_000_000))],
    'an attribute of 5 MB': () => ['a.html', page(`<p style="${many('display : ', 500_000)}">甲</p>`)],
    'a great many attributes': () => [
      'a.html',
      page(`<p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=1`).join(' ')}>甲</p>`),
    ],
    'a million cells': () => ['a.html', page(`<table>${many('<td>1', 1_000_000)}</table>`)],
    'a million blank paragraphs': () => ['a.docx', docxOf(many('<w:p/>', 1_000_000))],
    'a million inline elements': () => ['a.html', page(many('<i></i>', 1_000_000))],
    'a page of 30 MB': () => ['a.html', page(many('<i>甲</i>', 3_000_000))],
    'an unclosed comment of 10 MB': () => ['a.html', page(`<!--${many('x', 10_000_000)}`)],
    'an unclosed script': () => ['a.html', page(`<script>${many('</scrip', 1_000_000)}`)],
    'an unclosed tag': () => ['a.html', page(many('<', 500_000))],
    headings: () => ['a.html', page(many('<p>二、主动公开政府信息情况', 5_000))],
    'headings before a table': () => [
      'a.html',
      page(`${many('<p>二、主动公开政府信息情况', 5_000)}<table><tr><td>规章<td>1`),
    ],
    titles: () => ['a.html', page(many('<p>某局2025年政府信息公开工作年度报告的', 5_000))],
    'more headings than a report has': () => ['a.html', page(many('<p>一、总体情况', 100_000))],
    'headings of a document': () => ['a.docx', docxOf(many(paragraph('一、总体情况'), 100_000))],
    'heading rows': () => ['a.html', page(`<table>${many('<tr><td>自然人<td>科研机构', 6_000)}</table>`)],
    'heading rows of table 四': () => ['a.html', page(`<table>${many('<tr><td>结果维持<td>结果纠正', 6_000)}</table>`)],
    'one row of headings': () => [
      'a.html',
      page(`<table><tr><td>信息内容${many('<td>本年制发件数', 9_000)}${many('<tr><td>规章<td>1', 5_000)}</table>`),
    ],
    'unknown rows': () => [
      'a.html',
      page(`<table><tr><td>信息内容<td>本年制发件数${many('<tr><td>规帐<td>1', 9_000)}<tr><td>规章<td>1</table>`),
    ],
    'rows with slips': () => [
      'a.html',
      page(`<table><tr><td>信息内容<td>本年制发件数${many('<tr><td>行政规范性文仵<td>1', 9_000)}</table>`),
    ],
    'wide spans': () => ['a.html', page(`<table>${many('<tr><td colspan=1000 rowspan=65000>1<td>2', 6_000)}</table>`)],
    'many tables': () => ['a.html', page(many('<table><tr><td>1</table>', 19_000))],
    'merged cells': () => [
      'a.docx',
      docxOf(
        `<w:tbl>${many('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/><w:vMerge/></w:tcPr></w:tc></w:tr>', 19_000)}</w:tbl>`,
      ),
    ],
    'long numerals': () => [
      'a.docx',
      docxOf(
        many('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>', 19_000),
        {
          'word/numbering.xml': `<n><abstractNum abstractNumId="1"><lvl ilvl="0"><lvlText val="${many('%1', 500_000)}"/></lvl></abstractNum><num numId="1"><abstractNumId val="1"/></num></n>`,
        },
      ),
    ],
    'lines like labels': () => ['a.txt', utf8(many('本年新收政府信息公开\n', 100_000))],
    'different lines like labels': () => [
      'a.txt',
      utf8(Array.from({ length: 3_000 }, (_, at) => `本年新收${at}政府信息公开申请${at % 7}\n`).join('')),
    ],
    'short lines like labels': () => ['a.txt', utf8(many('自然人\n', 3_000))],
    'quotes without an end': () => ['a.txt', utf8(many('"\t"a\n', 9_900))],
    tabs: () => ['a.txt', utf8(many('\t', 500_000))],
    'a row of long cells': () => ['a.txt', utf8(`规章\t${many('\u00a0', 900_000)}1\t${many('（', 900_000)}`)],
    'brackets of data': () => ['a.json', utf8(many('[', 5_000_000))],
    'only line ends': () => ['a.txt', utf8(many('\n', 1_900_000))],
    'bytes that are no text': () => ['a.html', new Uint8Array(5_000_000).fill(0xff)],
    'an old document without an end': () => [
      'a.doc',
      new Uint8Array([...oldOffice('WordDocument'), ...new Uint8Array(1_000_000)]),
    ],
  };
  cases['a paragraph of two million characters'] = () => [
    'a.docx',
    docxOf(paragraph(`甲${many('\u00a0', 1_999_998)}乙`)),
  ];
  cases['a cell of a million characters'] = () => [
    'a.html',
    page(`<table><tr><td>规章<td>${many('1', 1_000_000)}</table>`),
  ];
  for (const sign of bait) {
    const run = many(sign, 150_000 / sign.length);
    cases[`a paragraph of ${JSON.stringify(sign)}`] = () => ['a.html', page(`<p>甲${run}乙</p>`)];
    cases[`a cell of ${JSON.stringify(sign)}`] = () => ['a.html', page(`<table><tr><td>规章<td>1${run}1</table>`)];
    cases[`lines of ${JSON.stringify(sign)}`] = () => ['a.txt', utf8(`规章\t甲${run}乙\n甲${run}乙`)];
  }

  test.each(Object.entries(cases))('%s', (_, make) => {
    const [name, bytes] = make();
    const read = readFile(name, bytes);
    if (!read.ok) expect(read.message).toMatch(/^[^a-z]{0,9}.*[\u4e00-\u9fff].*。$/su);
    else expect(JSON.stringify(read)).not.toContain('root:');
  });
});

describe('any bytes at all', () => {
  const content = published.hongze as Content;
  const paper = printed(content, { withExplanations: false });

  function answers(name: string, bytes: Uint8Array): void {
    const read = readFile(name, bytes);
    if (!read.ok) expect(read.message).toMatch(/。$/);
  }

  const kinds: Readonly<Record<string, () => Promise<Uint8Array>>> = {
    html: async () => utf8(htmlOf(pageOf(content))),
    docx: async () => new Uint8Array(await writeDocx(paper)),
    xlsx: async () => new Uint8Array(await (await writeXlsx(content, by)).arrayBuffer()),
    json: async () => utf8(reportJson(content, by)),
    txt: async () => utf8(rowsOf(pageOf(content))),
  };

  test.each(Object.entries(kinds))('%s with bytes changed, cut off or put together again', async (kind, make) => {
    const file = await make();
    const place = fc.nat(file.length - 1);
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.option(place), fc.option(place), (changes, cut, again) => {
        const bytes = file.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const kept = cut === null ? bytes : bytes.subarray(0, cut);
        answers(`a.${kind}`, again === null ? kept : Uint8Array.from([...kept, ...bytes.subarray(again)]));
      }),
      { numRuns: runs(15, 60) },
    );
  });

  test('a document with its XML changed', () => {
    const tags = [
      'p',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'tcPr',
      'vMerge',
      'gridSpan w:val="3"',
      'del',
      'sdt',
      'pPr',
      'rPr',
      'vanish',
      'fldChar w:fldCharType="begin"',
      'numPr',
      'numId w:val="1"',
      'trPr',
      'txbxContent',
    ];
    const token = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<w:${tag}>`, `<w:${tag}/>`, `</w:${tag.split(' ')[0]}>`])),
      fc.constantFrom('规章', '一、总体情况', '自然人', '12', ' ', '&amp;', '&x;'),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 80 }), (tokens) => answers('a.docx', docxOf(tokens.join('')))),
      { numRuns: runs(60, 300) },
    );
  });

  test('cut off at every 97th byte', async () => {
    for (const kind of ['docx', 'xlsx'] as const) {
      const file = await (kinds[kind] as () => Promise<Uint8Array>)();
      for (let length = 0; length < file.length; length += 97) {
        expect(readFile(`a.${kind}`, file.subarray(0, length)), `${kind} ${length}`).toMatchObject({ ok: false });
      }
    }
  });

  test('noise', () => {
    const start = fc.constantFrom<readonly number[]>(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0xff, 0xfe],
      [0x7b],
      [0x3c, 0x70, 0x3e],
    );
    fc.assert(
      fc.property(
        start,
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('', 'a.docx', 'a.xlsx', 'a.html', 'a.json'),
        (start, bytes, name) => answers(name, Uint8Array.from([...start, ...bytes])),
      ),
      { numRuns: runs(60, 300) },
    );
  });

  test('markup soup from the clipboard', () => {
    const tags = [
      'table',
      'tr',
      'td',
      'td colspan=3',
      'th rowspan=2',
      'p',
      'div',
      'b',
      'pre',
      'del',
      'script',
      'title',
      'nav',
      'h2',
      'form',
      'svg',
      'br',
      'select',
      'body',
      'li',
    ];
    const token = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag.split(' ')[0]}>`])),
      fc.constantFrom(
        '规章',
        '一、总体情况',
        '自然人',
        '总计',
        '结果维持',
        '信息内容',
        '12',
        '\n',
        '&nbsp;',
        '<!--',
        '-->',
        '<![if x]>',
        '<',
      ),
      fc.string({ maxLength: 5 }),
    );
    const soup = fc.array(token, { maxLength: 120 }).map((tokens) => tokens.join(''));
    fc.assert(
      fc.property(soup, soup, (html, text) => {
        const read = readCopied({ html, text });
        if (!read.ok) expect(read.message).toMatch(/。$/);
      }),
      { numRuns: runs(100, 500) },
    );
  });
});

test('the reports of the forms’ samples as old pages with crossed and unclosed tags', () => {
  for (const content of Object.values(samples)) {
    const html = htmlOf(pageOf(content))
      .replaceAll('</td>', '</span></td>')
      .replaceAll('</tr>', '')
      .replaceAll('</p>', '')
      .replace('<table', '<span><table');
    expect(meaning(whole(readFile('a.htm', utf8(html))).content)).toEqual(meaning(content));
  }
});
