// An official table as a Word table: its spans, its heading rows repeated on a new page, no row cut in two.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Box, Head, Layout, LayoutRow } from '../../formats/layout.ts';
import { figureSize } from '../paper/figure-size.ts';
import type { Printed } from '../paper/printed.ts';
import { fonts, mm, page, plain, pt, size } from './docx-style.ts';

type Words = Printed['words'];

/** mm. Narrow columns of table 三 and 四 leave room for few characters. */
const narrow = 20;
const rowHeights: Readonly<Record<string, number>> = { requests: 5.8 };

export function docxTable(layout: Layout, words: Words): Table {
  const scale = page.typeArea / layout.widths.reduce((sum, width) => sum + width, 0);
  const widths = layout.widths.map((width) => width * scale);
  const lines = [...layout.head, ...layout.bodies.flat()];
  const rows = lines.map(
    (line, at) =>
      new TableRow({
        tableHeader: at < layout.head.length,
        cantSplit: true,
        // Rows that stay with the next keep the table whole, on a new page where this one has no room.
        keepNext: at < lines.length - 1,
        height: { value: mm(rowHeights[layout.id] ?? 7.2), rule: HeightRule.ATLEAST },
        children: cellsOf(line, layout, widths, words),
      }),
  );
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    rows,
    width: { size: mm(page.typeArea), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: mm(0.3), bottom: mm(0.3) },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
  });
}

function cellsOf({ parts }: LayoutRow, layout: Layout, widths: readonly number[], words: Words): TableCell[] {
  // Boxes stand in the last columns, which are equally wide.
  const box = widths[widths.length - 1] ?? 0;
  return parts.map((part) =>
    part.kind === 'head' ? headCell(part, layout) : boxCell(part, words.get(part.cell.id) ?? '', box * part.colSpan),
  );
}

function headCell({ label, scope, colSpan, rowSpan }: Head, { id }: Layout): TableCell {
  const isNarrow = id !== 'article-20';
  const isRow = scope === 'row';
  // 商业企业 breaks into two and two; （三）不予公开 after its numeral.
  const side = isNarrow && scope === 'col' && label.length > 3 ? mm(1.3) : isRow ? mm(0.8) : 0;
  const [numeral, rest] = isNarrow && scope === 'rowgroup' ? splitNumeral(label) : [label, ''];
  const run = { font: isRow ? fonts.tableLabel : fonts.table, size: size(isNarrow ? 9.5 : 10) };
  return cell({
    columnSpan: colSpan,
    rowSpan,
    side,
    alignment: isRow && isNarrow ? AlignmentType.LEFT : AlignmentType.CENTER,
    runs: [
      new TextRun({ ...run, text: numeral }),
      ...(rest === '' ? [] : [new TextRun({ ...run, text: rest, break: 1 })]),
    ],
  });
}

function splitNumeral(label: string): readonly [string, string] {
  const parts = /^(（[一二三四五六七八九十]+）)(.+)$/.exec(label);
  return [parts?.[1] ?? label, parts?.[2] ?? ''];
}

function boxCell({ colSpan }: Box, text: string, width: number): TableCell {
  const said = plain(text);
  // 「22（其中修订16件）」: the remark stands small where the column is narrow.
  const remarkAt = said.indexOf('（');
  const figure = remarkAt < 0 ? said : said.slice(0, remarkAt);
  const points = figureSize(text, width);
  const remark =
    remarkAt < 0
      ? []
      : [new TextRun({ text: said.slice(remarkAt), size: size(width < narrow ? 7 : points), font: fonts.table })];
  return cell({
    columnSpan: colSpan,
    rowSpan: 1,
    side: 0,
    alignment: AlignmentType.CENTER,
    runs: [new TextRun({ text: figure, size: size(points), font: fonts.table }), ...remark],
  });
}

type CellParts = {
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Twips. */
  readonly side: number;
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly runs: readonly TextRun[];
};

function cell({ columnSpan, rowSpan, side, alignment, runs }: CellParts): TableCell {
  return new TableCell({
    columnSpan,
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: side, right: side },
    children: [
      new Paragraph({
        alignment,
        spacing: { before: 0, after: 0, line: pt(12.5), lineRule: LineRuleType.EXACT },
        children: [...runs],
      }),
    ],
  });
}
