// Odd documents: whatever was done to a report, no figure stands in another one's box, and what is not placed is listed.
// Every box of these reports says another number, so that none can stand in another's place unseen.
import { describe, expect, test } from 'vitest';
import { hazards, htmlOf, type Page, type PageCell, type PageTable, pageOf, rowsOf } from '../../../fixtures/messy.ts';
import { lawOf } from '../../formats/registry.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import type { Source } from '../document/source.ts';
import { readHtmlText } from '../html/read-html.ts';
import { printed } from '../paper/printed.ts';
import { readText } from '../text/read-text.ts';
import { recognise } from './recognise.ts';
import { readTables } from './tables.ts';

type Format = '2019' | '2021';

function numbered(format: Format, from = 1001, blank: (at: number) => boolean = () => false): Content {
  const year = format === '2019' ? 2020 : 2024;
  const answers = lawOf(format).cells.flatMap(({ id }, at) => (blank(at) ? [] : [[id, String(from + at)] as const]));
  return { ...emptyContent('云溪市数据服务局', year, format), answers: Object.fromEntries(answers) };
}

/** What stands in a wrong box, and what is neither in its box nor listed. */
function faults(content: Content, source: Source, sameText = (text: string): string => text) {
  const { words } = printed(content, { withExplanations: false });
  const { found } = readTables(source.blocks);
  const listed = recognise(source).unplaced.flatMap(({ texts }) => texts.flatMap((text) => text.split(/\s+/)));
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const { id } of lawOf(content.format).cells) {
    const said = sameText(words.get(id) ?? '');
    const read = (found.get(id)?.text ?? '').replace(/(?<=\d)万?元$/, '');
    if (read !== '' && read !== said) wrong.push(`${id}: ${said || 'blank'} → ${read}`);
    if (read === '' && said !== '' && !listed.some((text) => text.includes(said))) lost.push(`${id}: ${said}`);
  }
  return { wrong, lost, found: found.size };
}

const eachTable = (page: Page, change: (table: PageTable) => Page): Page =>
  page.flatMap((part): Page => (part.kind === 'table' ? change(part) : [part]));
const eachRow = (page: Page, change: (row: PageCell[], at: number, table: PageTable) => PageCell[][]): Page =>
  eachTable(page, (table) => [{ ...table, rows: table.rows.flatMap((row, at) => change(row, at, table)) }]);
const eachBox = (page: Page, change: (text: string) => string): Page =>
  eachRow(page, (row) => [row.map((cell) => (cell.isHead ? cell : { ...cell, text: change(cell.text) }))]);
const isBody = (row: readonly PageCell[]): boolean => row.some(({ isHead }) => !isHead);
const cell = (text: string, isHead = false): PageCell => ({ text, colSpan: 1, rowSpan: 1, isHead });

/** Merged cells taken apart and their text said in each place, as spreadsheets fill them. */
function filled(table: PageTable): PageTable {
  const grid: PageCell[][] = table.rows.map(() => []);
  table.rows.forEach((row, at) => {
    let column = 0;
    for (const one of row) {
      while (grid[at]?.[column]) column++;
      for (let down = 0; down < one.rowSpan; down++)
        for (let across = 0; across < one.colSpan; across++) {
          const line = grid[at + down];
          if (line) line[column + across] = { ...one, colSpan: 1, rowSpan: 1 };
        }
      column += one.colSpan;
    }
  });
  return { ...table, rows: grid.map((row) => [...row]) };
}

const swapped = (row: PageCell[], a: number, b: number): PageCell[] =>
  row.map((one, at) => (at === a ? (row[b] ?? one) : at === b ? (row[a] ?? one) : one));

/** Changes a page; the figures stay what they are. */
const changes: Readonly<Record<string, (page: Page) => Page>> = {
  'as printed': (page) => page,
  'merged cells filled with their text': (page) => eachTable(page, (table) => [filled(table)]),
  'row spans lost': (page) => eachRow(page, (row) => [row.map((one) => ({ ...one, rowSpan: 1 }))]),
  'column spans lost': (page) => eachRow(page, (row) => [row.map((one) => ({ ...one, colSpan: 1 }))]),
  'spans lost in the headings only': (page) =>
    eachRow(page, (row) => [isBody(row) ? row : row.map((one) => ({ ...one, colSpan: 1, rowSpan: 1 }))]),
  'spans lost in the rows only': (page) =>
    eachRow(page, (row) => [isBody(row) ? row.map((one) => ({ ...one, colSpan: 1, rowSpan: 1 })) : row]),
  'a blank cell before each row': (page) => eachRow(page, (row) => [[cell(''), ...row]]),
  'a blank cell after each row': (page) => eachRow(page, (row) => [[...row, cell('')]]),
  'a blank cell after each label': (page) =>
    eachRow(page, (row) => {
      const at = row.findIndex(({ isHead }) => !isHead);
      return [at < 0 ? row : [...row.slice(0, at), cell(''), ...row.slice(at)]];
    }),
  'a column of row numbers in front': (page) =>
    eachRow(page, (row, at) => [[cell(isBody(row) ? String(at + 1) : at === 0 ? '序号' : ''), ...row]]),
  'a column of remarks behind': (page) => eachRow(page, (row) => [[...row, cell(isBody(row) ? '无异常' : '备注')]]),
  'a first box missing in each row': (page) =>
    eachRow(page, (row) => [row.filter((one, at) => one.isHead || (row[at - 1]?.isHead ?? false) === false)]),
  'a last box missing in each row': (page) => eachRow(page, (row) => [isBody(row) ? row.slice(0, -1) : row]),
  'blank rows between': (page) => eachRow(page, (row) => [row, row.map((one) => ({ ...one, rowSpan: 1, text: '' }))]),
  'table 二 only': (page) => page.filter((part) => part.kind === 'line' || part.section === 2),
  'table 三 only': (page) => page.filter((part) => part.kind === 'line' || part.section === 3),
  'table 四 only': (page) => page.filter((part) => part.kind === 'line' || part.section === 4),
  'table 三 without its headings': (page) =>
    eachTable(page, (table) => [table.section === 3 ? { ...table, rows: table.rows.slice(table.headRows) } : table]),
  'table 四 without its headings': (page) =>
    eachTable(page, (table) => [table.section === 4 ? { ...table, rows: table.rows.slice(table.headRows) } : table]),
  'the tables in another order': (page) => [...page].reverse(),
  'rows in another order': (page) =>
    eachTable(page, (table) => [
      table.section === 3
        ? {
            ...table,
            rows: [...table.rows.slice(0, table.headRows), ...table.rows.slice(table.headRows).reverse()],
          }
        : table,
    ]),
  'one row after the other lost': (page) => eachRow(page, (row, at) => (isBody(row) && at % 3 === 0 ? [] : [row])),
  'labels of every third row lost': (page) =>
    eachRow(page, (row, at) => [
      isBody(row) && at % 3 === 0 ? row.map((one) => (one.isHead ? { ...one, text: '' } : one)) : row,
    ]),
  'labels of every third row unreadable': (page) =>
    eachRow(page, (row, at) => [
      isBody(row) && at % 3 === 0 ? row.map((one) => (one.isHead ? { ...one, text: '██████' } : one)) : row,
    ]),
  'each row twice': (page) => eachRow(page, (row) => (isBody(row) ? [row, row] : [row])),
  'each table twice': (page) => eachTable(page, (table) => [table, table]),
  'all tables in one': (page) => {
    const tables = page.flatMap((part) => (part.kind === 'table' ? [part] : []));
    const [first] = tables;
    return first ? [{ ...first, rows: tables.flatMap(({ rows }) => rows) }] : page;
  },
  'each row a table': (page) => eachTable(page, (table) => table.rows.map((row) => ({ ...table, rows: [row] }))),
  'figures with a paragraph of spaces': (page) => eachBox(page, (text) => (text ? `\n　\u00a0${text}\n` : text)),
  'labels with numbers of a list in cells of their own': (page) =>
    eachRow(page, (row) => [
      row.flatMap((one) => {
        const [, number, text] = /^(\d\.)(.+)$/.exec(one.text) ?? [];
        return one.isHead && number && text
          ? [
              { ...one, text: number, colSpan: 1 },
              { ...one, text },
            ]
          : [one];
      }),
    ]),
  'a note in the last row of each table': (page) =>
    eachTable(page, (table) => [
      { ...table, rows: [...table.rows, [{ ...cell('注：含上年度结转数量。'), colSpan: 10 }]] },
    ]),
  'the caption in the first row of each table': (page) =>
    eachTable(page, (table) => [
      { ...table, rows: [[{ ...cell('主动公开政府信息情况（单位：件）'), colSpan: 10 }], ...table.rows] },
    ]),
  'the last year beside each figure': (page) =>
    eachRow(page, (row) => [row.flatMap((one) => (one.isHead ? [one] : [one, cell('8')]))]),
};

describe.each(['2019', '2021'] as const)('a page of format %s', (format) => {
  const contents = {
    full: numbered(format),
    'with blanks': numbered(format, 1001, (at) => at % 5 === 2 || at % 11 === 3),
  };
  for (const [what, content] of Object.entries(contents)) {
    test.each(Object.entries(changes))(`%s, ${what}`, (name, change) => {
      const html = htmlOf(change(pageOf(content)));
      const { wrong, lost } = faults(content, readHtmlText(html));
      // Two boxes are not there at all.
      const isCut = name.includes('missing') || name.includes('only') || name.includes('other lost');
      expect({ wrong, lost: isCut ? [] : lost }).toEqual({ wrong: [], lost: [] });
    });

    test.each(Object.entries(changes))(`%s, ${what}, copied as text with tabs`, (_, change) => {
      expect(faults(content, readText(rowsOf(change(pageOf(content))))).wrong).toEqual([]);
    });
  }

  test.each([
    [0, 1],
    [1, 2],
    [0, 6],
    [3, 4],
    [2, 5],
  ])('columns %s and %s of table 三 change places, headings and figures alike', (a, b) => {
    const content = numbered(format);
    const page = eachTable(pageOf(content), (table) => {
      if (table.section !== 3) return [table];
      const flat = filled(table);
      const labels = (flat.rows[0]?.length ?? 0) - 7;
      return [{ ...flat, rows: flat.rows.map((row) => swapped(row, labels + a, labels + b)) }];
    });
    for (const source of [readHtmlText(htmlOf(page)), readText(rowsOf(page))])
      expect(faults(content, source).wrong).toEqual([]);
  });

  test('columns of table 二 change places', () => {
    const content = numbered(format);
    const page = eachRow(pageOf(content), (row, _, table) => [
      table.section === 2 && row.length > 2 ? swapped(row, 1, 2) : row,
    ]);
    expect(faults(content, readHtmlText(htmlOf(page)))).toMatchObject({ wrong: [], lost: [] });
  });

  test.each([
    [
      'full-width digits',
      (text: string) => text.replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['units', (text: string) => (text ? `${text}件` : text)],
    ['thousands', (text: string) => text.replace(/(\d)(\d{3})$/, '$1,$2')],
    ['remarks', (text: string) => (text ? `${text}（其中修订2件）` : text)],
  ])('figures with %s', (_, change) => {
    const content = numbered(format, 1001, (at) => at % 7 === 3);
    const page = eachBox(pageOf(content), change);
    expect(faults(content, readHtmlText(htmlOf(page)), change)).toMatchObject({ wrong: [], lost: [] });
  });

  test('two reports in one file: the figures of one, those of the other are listed', () => {
    const one = numbered(format, 1001, (at) => at % 5 === 2);
    const other = numbered(format, 5001, (at) => at % 7 === 3);
    const both = [...pageOf(one), ...pageOf({ ...other, agency: '云溪市档案馆' })];
    for (const source of [readHtmlText(htmlOf(both)), readText(rowsOf(both))]) {
      expect(faults(one, source)).toMatchObject({ wrong: [], lost: [] });
      const { content, unplaced, notes } = recognise(source);
      expect(content.agency).toBe('云溪市数据服务局');
      expect(unplaced).toEqual([]);
      expect(notes.join()).toContain('文件里不止一份年报：「云溪市档案馆');
    }
    // Without a title of its own its rows are some that stand there again.
    const untitled = [...pageOf(one), ...pageOf(other).filter((part) => part.kind === 'table')];
    expect(faults(one, readHtmlText(htmlOf(untitled)))).toMatchObject({ wrong: [], lost: [] });
    const listed = recognise(readHtmlText(htmlOf(untitled))).unplaced.flatMap(({ texts }) => texts);
    expect(listed).toContain('5001');
  });

  test('an empty form before the filled one, and after it', () => {
    const content = numbered(format);
    const empty = pageOf({ ...content, answers: {} }).filter((part) => part.kind === 'table');
    for (const page of [
      [...empty, ...pageOf(content)],
      [...pageOf(content), ...empty],
    ])
      expect(faults(content, readHtmlText(htmlOf(page)))).toMatchObject({ wrong: [], lost: [] });
  });

  test('tables within the cells of a layout', () => {
    const content = numbered(format);
    const html = htmlOf(pageOf(content))
      .replace('<div>', '<table><tr><td>菜单</td><td>')
      .replace('</div>', '</td></tr></table>');
    expect(faults(content, readHtmlText(html))).toMatchObject({ wrong: [], lost: [] });
  });

  test('a small table within a box', () => {
    const content = numbered(format);
    const html = htmlOf(pageOf(content)).replace('>1001<', '><table><tr><td>1001</td></tr></table><');
    expect(faults(content, readHtmlText(html)).wrong).toEqual([]);
  });

  test('tags that are not closed', () => {
    const content = numbered(format);
    const html = htmlOf(pageOf(content)).replace(/<\/(?:td|tr|p)>/g, '');
    expect(faults(content, readHtmlText(html))).toMatchObject({ wrong: [], lost: [] });
  });

  test('many hazards and an odd one', () => {
    const content = numbered(format);
    const messy = ['line breaks inside labels', 'flattened rows without spans', 'half-width brackets'].reduce(
      (page, name) => hazards[name]?.(page) ?? page,
      pageOf(content),
    );
    for (const change of Object.values(changes))
      expect(faults(content, readHtmlText(htmlOf(change(messy)))).wrong).toEqual([]);
  });
});

describe('a table 二 of one format with a table 三 of the other', () => {
  test.each([
    ['2019', '2021'],
    ['2021', '2019'],
  ] as const)('%s and %s', (two, three) => {
    const [a, b] = [numbered(two), numbered(three)];
    const page = [
      ...pageOf(a).filter((part) => part.kind === 'line' || part.section === 2),
      ...pageOf(b).filter((part) => part.kind === 'table' && part.section > 2),
    ];
    const { found } = readTables(readHtmlText(htmlOf(page)).blocks);
    const words = new Map([
      ...printed(b, { withExplanations: false }).words,
      ...[...printed(a, { withExplanations: false }).words].filter(([id]) => id.startsWith('article')),
    ]);
    for (const [id, { text }] of found) expect(text.replace(/万?元$/, ''), id).toBe(words.get(id));
  });
});
