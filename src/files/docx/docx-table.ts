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
  type TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Box, Head, Layout, LayoutRow } from '../../formats/layout.ts';
import { figureParts } from '../paper/figure-parts.ts';
import { figureSize } from '../paper/figure-size.ts';
import { partPlaces } from '../paper/part-places.ts';
import type { Printed } from '../paper/printed.ts';
import { fonts, mm, page, pt, run, size } from './docx-style.ts';

type Words = Printed['words'];

/** mm. Narrow columns of table 三 and 四 leave room for few characters. */
const narrow = 20;
const rowHeights: Readonly<Record<string, number>> = { requests: 5.8 };

/** `isNoted`: what follows belongs to it and stays with its last row. */
export function docxTable(layout: Layout, words: Words, isNoted: boolean): Table {
  const scale = page.typeArea / layout.widths.reduce((sum, width) => sum + width, 0);
  const widths = layout.widths.map((width) => width * scale);
  const lines = [...layout.head, ...layout.bodies.flat()];
  const cells = cellRows(lines, layout, widths, words);
  const rows = lines.map(
    (_, at) =>
      new TableRow({
        ...(at < layout.head.length ? { tableHeader: true } : {}),
        cantSplit: true,
        // Rows that stay with the next keep the table whole, on a new page where this one has no room.
        keepNext: isNoted || at < lines.length - 1,
        height: { value: mm(rowHeights[layout.id] ?? 7.2), rule: HeightRule.ATLEAST },
        children: cells[at] ?? [],
      }),
  );
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    rows,
    width: { size: mm(page.typeArea), type: WidthType.DXA },
    columnWidths: twips(widths),
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

/** Whole twips that add up to the whole width: edges are rounded, not columns. */
function twips(widths: readonly number[]): number[] {
  let right = 0;
  return widths.map((width) => {
    const left = right;
    right += width;
    return mm(right) - mm(left);
  });
}

/**
 * The cells of each row. A place that a cell from above covers has a cell too, as Word wants it. It is made here: the one
 * that the library would add holds a line of body text, which is taller than the row.
 */
function cellRows(
  lines: readonly LayoutRow[],
  layout: Layout,
  widths: readonly number[],
  words: Words,
): readonly (readonly TableCell[])[] {
  // Boxes stand in the last columns, which are equally wide.
  const boxWidth = widths[widths.length - 1] ?? 0;
  const places = partPlaces(layout);
  return lines.map((_, at) =>
    places
      .filter(({ row, rowSpan }) => row <= at && at < row + rowSpan)
      .sort((a, b) => a.col - b.col)
      .map(({ row, part }) => {
        if (row < at) return coveredCell(part.colSpan);
        if (part.kind === 'head') return headCell(part, layout);
        return boxCell(part, words.get(part.cell.id) ?? '', boxWidth * part.colSpan);
      }),
  );
}

function headCell({ label, scope, colSpan, rowSpan }: Head, { id }: Layout): TableCell {
  const isNarrow = id !== 'article-20';
  const isRow = scope === 'row';
  // 商业企业 breaks into two and two; （三）不予公开 after its numeral.
  const side = isNarrow && scope === 'col' && label.length > 3 ? mm(1.3) : isRow ? mm(0.8) : 0;
  const [numeral, rest] = isNarrow && scope === 'rowgroup' ? splitNumeral(label) : [label, ''];
  const look = { font: isRow ? fonts.tableLabel : fonts.table, points: isNarrow ? 9.5 : 10 };
  return cell({
    columnSpan: colSpan,
    ...(rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    side,
    alignment: isRow && isNarrow ? AlignmentType.LEFT : AlignmentType.CENTER,
    runs: [run(numeral, look), ...(rest === '' ? [] : [run(rest, { ...look, onNewLine: true })])],
  });
}

const coveredCell = (columnSpan: number): TableCell =>
  cell({ columnSpan, verticalMerge: VerticalMergeType.CONTINUE, side: 0, alignment: AlignmentType.CENTER, runs: [] });

function splitNumeral(label: string): readonly [string, string] {
  const parts = /^(（[一二三四五六七八九十]+）)(.+)$/.exec(label);
  return [parts?.[1] ?? label, parts?.[2] ?? ''];
}

function boxCell({ colSpan }: Box, text: string, width: number): TableCell {
  const { figure, remark } = figureParts(text);
  const points = figureSize(text, width);
  // The remark stands small where the column is narrow.
  const small = width < narrow ? Math.min(7, points) : points;
  return cell({
    columnSpan: colSpan,
    side: 0,
    alignment: AlignmentType.CENTER,
    runs: [
      ...(figure === '' ? [] : [run(figure, { font: fonts.table, points })]),
      ...(remark === '' ? [] : [run(remark, { font: fonts.table, points: small })]),
    ],
  });
}

type CellParts = {
  readonly columnSpan: number;
  readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
  /** Twips. */
  readonly side: number;
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly runs: readonly TextRun[];
};

function cell({ side, alignment, runs, ...spans }: CellParts): TableCell {
  return new TableCell({
    ...spans,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: side, right: side },
    children: [
      new Paragraph({
        alignment,
        spacing: { before: 0, after: 0, line: pt(12.5), lineRule: LineRuleType.EXACT },
        // Also for the mark at the paragraph's end: in body type it would make an empty box taller than a filled one.
        run: { font: fonts.table, size: size(10) },
        children: [...runs],
      }),
    ],
  });
}
