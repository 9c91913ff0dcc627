import { expect, test } from 'vitest';
import type { BookSheet } from './book.ts';
import { packBook } from './pack-book.ts';
import { partOf } from './testing.ts';

const plain: BookSheet = {
  name: '甲 & "乙"',
  rows: [],
  widths: [10],
  hasGridLines: true,
  page: { orientation: 'portrait', isOnePage: false },
};
const sheetOf = (sheet: Partial<BookSheet>): string =>
  partOf(packBook([{ ...plain, ...sheet }]), 'xl/worksheets/sheet1.xml');
const dataOf = (rows: BookSheet['rows']): string => /<sheetData>(.*)<\/sheetData>/s.exec(sheetOf({ rows }))?.[1] ?? '';

test('a number, a text, a formula with its result and a blank', () => {
  const rows = [[{ value: 1.5 }, { value: 'constructor' }, { value: '' }, null]];
  expect(dataOf(rows)).toBe(
    '<row r="1"><c r="A1" s="0"><v>1.5</v></c><c r="B1" s="0" t="s"><v>0</v></c><c r="C1" s="0"/></row>',
  );
  expect(dataOf([[{ formula: 'SUM(A2:A3)', value: 3 }]])).toContain('<c r="A1" s="0"><f>SUM(A2:A3)</f><v>3</v></c>');
  expect(dataOf([[{ formula: 'A2', value: '' }]])).toContain('<c r="A1" s="0" t="str"><f>A2</f><v></v></c>');
});

test('every place under a merged cell is drawn as it is, and a row is as high as its highest cell', () => {
  const look = { isBordered: true, format: '0.00' };
  const rows = [
    [{ look, value: 1, columnSpan: 2, rowSpan: 2, height: 20 }, null, { height: 30 }],
    [null, null],
  ];
  expect(sheetOf({ rows })).toContain('<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>');
  expect(dataOf(rows)).toBe(
    '<row r="1" ht="30" customHeight="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"/><c r="C1" s="0"/></row>' +
      '<row r="2"><c r="A2" s="2"/><c r="B2" s="2"/></row>',
  );
});

test('a text that is written twice stands once, spaces at its ends included', () => {
  const bytes = packBook([{ ...plain, rows: [[{ value: ' <甲> ' }], [{ value: ' <甲> ' }], [{ value: '乙\u0001' }]] }]);
  expect(partOf(bytes, 'xl/sharedStrings.xml')).toContain(
    '><si><t xml:space="preserve"> &lt;甲&gt; </t></si><si><t>乙_x0001_</t></si></sst>',
  );
  expect(partOf(bytes, 'xl/workbook.xml')).toContain('<sheet name="甲 &amp; &quot;乙&quot;" sheetId="1" r:id="rId1"/>');
});

test('a header says & as it is, and none is printed that Excel would refuse', () => {
  const headed = (header: string): string => sheetOf({ page: { ...plain.page, header } });
  expect(headed('甲&乙')).toContain('<oddHeader>&amp;R甲&amp;&amp;乙</oddHeader>');
  expect(headed('甲'.repeat(101))).not.toContain('oddHeader');
});
