import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { samples } from '../../formats/samples.ts';
import type { SourceBlock } from '../document/source.ts';
import type { ZipLimits } from '../zip.ts';
import { readOwnXlsx } from './read-own-xlsx.ts';
import { readXlsx } from './read-xlsx.ts';
import { bookOf, bytesOf, changed, packed, sheetData } from './testing.ts';

function sourceOf(bytes: Uint8Array) {
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.source;
}

/** Blocks in short: a paragraph as its text, a table as rows of texts, a span as 「甲 2×3」 (columns × rows). */
function said(blocks: readonly SourceBlock[]) {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows.map((row) =>
          row.map(({ text, colSpan, rowSpan }) => (colSpan * rowSpan > 1 ? `${text} ${colSpan}×${rowSpan}` : text)),
        ),
  );
}

function blocksOf(sheet: string, more?: Readonly<Record<string, string>>) {
  return said(sourceOf(bookOf({ 表: sheet }, more)).blocks);
}

function refusal(bytes: Uint8Array, limits?: ZipLimits): string {
  const read = readXlsx(bytes, limits);
  expect(readOwnXlsx(bytes)).toBeUndefined();
  return read.ok ? '' : read.message;
}

const row = (cells: string, at = 1): string => `<sheetData><row r="${at}">${cells}</row></sheetData>`;

describe('cells', () => {
  test('of every type', () => {
    const strings =
      '<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 丙</t></r>' +
      '<rPh sb="0" eb="1"><t>よみ</t></rPh></si><si/></sst>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1.2345E-2</v></c>' +
      '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><f>A2</f><v>#REF!</v></c>' +
      '<c r="F1" t="str"><f>A1&amp;"x"</f><v>a&lt;_x000D_b</v></c><c r="G1" t="inlineStr"><is><r><t>丁</t></r><r><t>戊</t></r></is></c>' +
      '<c r="H1"><f>1+1</f></c><c r="I1" t="s"><v>99</v></c><c r="J1" t="d"><v>2026-01-20</v></c>';
    expect(blocksOf(row(cells), { 'xl/sharedStrings.xml': strings })).toEqual([
      [['甲', '乙 丙', '0.012345', 'TRUE', '#REF!', 'a<\nb', '丁戊', '', '', '2026-01-20']],
    ]);
  });

  test('without addresses, in any order, and with a prefix before every name', () => {
    const cells = '<c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c>';
    expect(blocksOf(`<sheetData><row>${cells}</row><row>${cells}</row></sheetData>`)).toEqual([
      [
        ['甲', '1'],
        ['甲', '1'],
      ],
    ]);
    const mixed =
      '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    expect(blocksOf(`<sheetData>${mixed}</sheetData>`)).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
    const prefixed = changed(bookOf({ 表: row(cells) }), (xml) => xml.replace(/<(\/?)(?=\w)/g, '<$1x:'));
    expect(said(sourceOf(prefixed).blocks)).toEqual([[['甲', '1']]]);
  });
});

describe('paragraphs and tables', () => {
  test('a lone text is a paragraph; blank rows are dropped, blank columns only at the sides', () => {
    const rows = [
      ['', '年报'],
      [''],
      ['', '', '', '甲', '', '1'],
      [''],
      ['', '', '', '乙', '', '2'],
      ['', '', '注：第一行\n第二行'],
    ];
    expect(blocksOf(sheetData(rows))).toEqual([
      '年报',
      [
        ['甲', '', '1'],
        ['乙', '', '2'],
      ],
      '注：第一行',
      '第二行',
    ]);
  });

  test('a row with blank boxes stays in its table: between others, or by its borders', () => {
    const between = [['内容', '件数'], ['规章'], ['文件', '3']];
    expect(blocksOf(sheetData(between))).toEqual([
      [
        ['内容', '件数'],
        ['规章', ''],
        ['文件', '3'],
      ],
    ]);
    const styles =
      '<styleSheet><borders><border/><border><left style="thin"/></border></borders>' +
      '<cellXfs><xf borderId="0"/><xf borderId="1"/></cellXfs></styleSheet>';
    const last = (style: number): string =>
      `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2" s="${style}"/></row></sheetData>`;
    expect(blocksOf(last(1), { 'xl/styles.xml': styles })).toEqual([
      [
        ['1', '2'],
        ['3', ''],
      ],
    ]);
    expect(blocksOf(last(0), { 'xl/styles.xml': styles })).toEqual([[['1', '2']], '3']);
  });

  test('merged cells have their spans; what they cover is not listed', () => {
    const rows = [['表一', '', ''], ['类', '件数', ''], ['', '甲', '乙'], [''], ['丙', '1', '2'], ['丁', '3']];
    const merges = ['A1:C1', 'A2:A4', 'B2:C2', 'B6:C6'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    expect(blocksOf(`${sheetData(rows)}<mergeCells>${merges}</mergeCells>`)).toEqual([
      '表一',
      [
        ['类 1×2', '件数 2×1'],
        ['甲', '乙'],
        ['丙', '1', '2'],
        ['丁', '3 2×1'],
      ],
    ]);
  });

  test('a boxed column of texts is paragraphs, and a claim of endless merging is cut', () => {
    const merges = '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:XFD1048576"/></mergeCells>';
    expect(blocksOf(sheetData([['甲'], ['乙']]) + merges)).toEqual(['甲', '乙']);
    expect(
      blocksOf(
        sheetData([
          ['甲', '乙'],
          ['丙', '丁'],
        ]) + merges,
      ),
    ).toEqual(['甲', '丙']);
  });

  test('hidden sheets and formulas without a result are said', () => {
    const bytes = changed(
      bookOf({
        一: row('<c r="A1"><f>1+1</f></c><c r="B1"><v>3</v></c>'),
        二: sheetData([['乙']]),
        三: sheetData([['丙']]),
      }),
      (xml) =>
        xml.replace('name="二"', 'name="二" state="hidden"').replace('name="三"', 'name="三" state="veryHidden"'),
    );
    const { blocks, leftOut } = sourceOf(bytes);
    expect(said(blocks)).toEqual(['3']);
    expect(leftOut).toEqual([
      '工作表「一」有 1 个公式没有存下结果，按空白读入。',
      '隐藏的工作表「二」没有读入。',
      '隐藏的工作表「三」没有读入。',
    ]);
  });

  test('the tables of our own workbook have the spans of the form', async () => {
    const { blocks } = sourceOf(await bytesOf(samples['2021']));
    const [caption, table, next] = said(blocks);
    expect(caption).toBe('二、主动公开政府信息情况');
    expect(table?.slice(0, 7)).toEqual([
      ['第二十条第（一）项 4×1'],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '0', '0', '0'],
      ['行政规范性文件', '3', '2', '17'],
      ['第二十条第（五）项 4×1'],
      ['信息内容', '本年处理决定数量 3×1'],
      ['行政许可', '12840 3×1'],
    ]);
    expect(next).toBe('三、收到和处理政府信息公开申请情况');
  });
});

const damaged = '文件损坏或不完整，读不下去。请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件再导入。';
const tooMuch =
  '工作簿里的内容太多（超过 5,000 行或 200,000 格），不像一份年报。请把年报的工作表另存为单独的文件再导入。';

describe('hostile files', () => {
  test('cut off anywhere, or random', async () => {
    const bytes = await bytesOf(samples['2021']);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        expect(refusal(bytes.slice(0, length))).toBe(damaged);
      }),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (random) => {
        expect(refusal(random)).toBe(damaged);
      }),
    );
  });

  test('with any byte changed it throws nothing', async () => {
    const bytes = await bytesOf(samples['2019']);
    const changes = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 5 });
    fc.assert(
      fc.property(changes, (all) => {
        const other = bytes.slice();
        for (const [at, byte] of all) other[at] = byte;
        expect(typeof readXlsx(other).ok).toBe('boolean');
        readOwnXlsx(other);
      }),
      { numRuns: 60 },
    );
  });

  test('XML that is cut off, missing or nested without end', () => {
    const broken = (change: (xml: string) => string) =>
      changed(bookOf({ 表: sheetData([['甲', '乙']]) }), (xml, name) => (name.includes('sheet1') ? change(xml) : xml));
    expect(refusal(broken((xml) => xml.slice(0, -20)))).toBe(damaged);
    expect(refusal(broken((xml) => '<a>'.repeat(1_000_000) + xml))).toContain('不像一份年报');
    const lost = packed({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../sheet.xml"/></Relationships>',
    });
    expect(refusal(lost)).toBe(damaged);
  });

  test('a bomb of zeros', () => {
    const zeros = new Uint8Array(2 * 1024 * 1024);
    const small = new TextEncoder();
    const bomb = zipSync({
      'xl/workbook.xml': small.encode('<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': small.encode(
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': zeros,
    });
    expect(refusal(bomb, { unpacked: 1024 * 1024, entries: 10 })).toBe(
      '文件解开后太大，不像一份年报。请把年报的工作表另存为单独的文件再导入。',
    );
  });

  test('two cells at the far ends cost two cells', () => {
    const far =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>';
    expect(blocksOf(far)).toEqual(['1', '2']);
    const wide = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData>';
    expect(blocksOf(wide)).toHaveLength(1);
    const rows = Array.from(
      { length: 20 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="XFD${at + 1}"><v>2</v></c></row>`,
    );
    expect(refusal(bookOf({ 表: `<sheetData>${rows.join('')}</sheetData>` }))).toBe(tooMuch);
    const outside =
      '<sheetData><row r="0"><c r="A0"><v>1</v></c></row><row r="9999999"><c><v>1</v></c></row><row r="1"><c r="ZZZ1"><v>5</v></c></row></sheetData>';
    expect(blocksOf(outside)).toEqual(['5']);
  });

  test('more rows, cells, merges or words than any report', () => {
    const rows = (count: number, cells: string): string =>
      `<sheetData>${`<row>${cells}</row>`.repeat(count)}</sheetData>`;
    expect(refusal(bookOf({ 表: rows(5001, '<c><v>1</v></c>') }))).toBe(tooMuch);
    expect(refusal(bookOf({ 表: rows(2001, '<c><v>1</v></c>'.repeat(100)) }))).toBe(tooMuch);
    expect(refusal(bookOf({ 表: rows(100, '<c s="1"/>'.repeat(16_000)) }))).toBe(tooMuch);
    const merges = Array.from({ length: 5000 }, (_, at) => `<mergeCell ref="A${at + 1}:B5000"/>`).join('');
    expect(refusal(bookOf({ 表: `${rows(4000, '<c><v>1</v></c>')}<mergeCells>${merges}</mergeCells>` }))).toBe(tooMuch);
    const strings = { 'xl/sharedStrings.xml': `<sst><si><t>${'字'.repeat(30_000)}</t></si></sst>` };
    expect(refusal(bookOf({ 表: rows(400, '<c t="s"><v>0</v></c>') }, strings))).toBe(tooMuch);
  });

  test('entities of a DOCTYPE stay as they are written', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const bytes = changed(bookOf({ 表: sheetData([['&b;', '&c;', '&amp;', '&#20013;']]) }), (xml) => laughs + xml);
    expect(said(sourceOf(bytes).blocks)).toEqual([[['&b;', '&c;', '&', '中']]]);
  });

  test('another kind of zip, and one with a password', async () => {
    const notXlsx = '这不是 Excel 的 .xlsx 工作簿。请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件再导入。';
    expect(refusal(packed({ 'word/document.xml': '<w:document/>', '[Content_Types].xml': '<Types/>' }))).toBe(notXlsx);
    expect(refusal(packed({ 'xl/workbook.xml': '<html></html>' }))).toBe(notXlsx);
    const locked = (await bytesOf(samples['2021'])).slice();
    // The flag of encryption in every entry of the directory.
    for (let at = 0; at < locked.length - 4; at++) {
      if (locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1 && locked[at + 3] === 2)
        locked[at + 8] = 1;
    }
    expect(refusal(locked)).toBe('文件加了密码，读不了。请用 Excel 或 WPS 去掉密码，另存后再导入。');
  });
});
