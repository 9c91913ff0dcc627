// The report as a Word document, laid out as offices submit it (GB/T 9704-2012), to be signed and, if need be, edited.
// It lays out; every word and figure comes from the printed report.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Paragraph as Prose } from '../paper/paragraphs.ts';
import type { Printed } from '../paper/printed.ts';
import { body, fonts, mm, note, page, plain, pt, run, size } from './docx-style.ts';
import { docxTable } from './docx-table.ts';

/** mm from the page's lower edge to that of the page number, which stands 7 mm below the type area. */
const footer = 21.5;
/** pt. The line below the page number that says when a report was finalised. */
const finalLine = 12;

/** The file's bytes. */
export async function writeDocx(report: Printed): Promise<ArrayBuffer> {
  const document = new Document({
    title: plain(report.agency + report.title),
    creator: plain(report.agency),
    lastModifiedBy: plain(report.agency),
    description: '',
    compatabilityModeVersion: 15,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fonts.body, size: size(body.size), language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: leading },
        },
        heading1: {
          run: { font: fonts.heading, size: size(body.size), bold: false, color: '000000' },
          paragraph: { spacing: leading, keepNext: true, outlineLevel: 0 },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(page.width), height: mm(page.height), orientation: PageOrientation.PORTRAIT },
            margin: {
              top: mm(page.top),
              bottom: mm(page.bottom),
              left: mm(page.left),
              right: mm(page.right),
              footer: mm(footer) - (report.final ? pt(finalLine) : 0),
            },
          },
        },
        footers: { default: foot('odd', report), even: foot('even', report) },
        children: [...title(report), ...signed([...prose(report.preamble), ...sections(report)], report)],
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}

type Block = Paragraph | Table;

const leading = { before: 0, after: 0, line: pt(body.leading), lineRule: LineRuleType.EXACT };
/** Two characters, however wide the font has them; the length is for programs that know no characters. */
const indent = { firstLine: pt(body.indent), firstLineChars: 200 };

function title({ agency, title }: Printed): Paragraph[] {
  const line = (text: string, after: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 0, after, line: pt(34), lineRule: LineRuleType.EXACT },
      children: [run(text, { font: fonts.title, points: 22 })],
    });
  return [line(agency, 0), line(title, pt(body.leading))];
}

function sections({ sections, words, explanations }: Printed): Block[] {
  return [
    ...sections.flatMap(({ heading: text, narrative, table, note: lines }) => [
      heading(text, table ? pt(4) : 0),
      ...prose(narrative?.lines ?? []),
      // A little air between a table and the heading after it.
      ...(table ? [docxTable(table, words, lines.length > 0), ...notes(lines), gap()] : []),
    ]),
    ...(explanations.length > 0 ? [heading('情况说明')] : []),
    ...explanations.flatMap(({ lines }) => prose(lines)),
  ];
}

/** `after` in twips: some air above a table. */
const heading = (text: string, after = 0): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    indent,
    keepNext: true,
    spacing: { ...leading, after },
    children: [run(text, { font: fonts.heading })],
  });

/** Below a table: 5号 as in the table, from its left edge. */
const notes = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.LEFT,
        spacing: { before: at === 0 ? pt(3) : 0, after: 0, line: pt(note.leading), lineRule: LineRuleType.EXACT },
        children: [run(line, { font: fonts.table, points: note.size })],
      }),
  );

const gap = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: pt(12), lineRule: LineRuleType.EXACT } });

function prose(lines: readonly Prose[]): Paragraph[] {
  return lines.map(
    ({ lead, rest }) =>
      new Paragraph({
        // A web address does not break: the line before it would be stretched.
        alignment: /[!-~]{16}/.test(lead + rest) ? AlignmentType.LEFT : AlignmentType.BOTH,
        indent,
        // Word's default. LibreOffice takes it the other way round, and loses a comma that hangs in the margin.
        overflowPunctuation: true,
        ...(rest === '' ? { keepNext: true } : {}),
        children: [
          ...(lead === '' ? [] : [run(lead, { font: fonts.lead })]),
          ...(rest === '' ? [] : [run(rest, { font: fonts.body })]),
        ],
      }),
  );
}

/** 署名 and 成文日期 never stand alone on a page. */
function signed(blocks: readonly Block[], { signature }: Printed): Block[] {
  if (!signature) return [...blocks];
  const last = blocks[blocks.length - 1];
  const line = (text: string, characters: number, before: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: pt(body.size * characters) },
      ...(before > 0 ? { keepNext: true } : {}),
      spacing: { ...leading, before },
      children: [run(text, { font: fonts.body })],
    });
  return [
    ...blocks.slice(0, -1),
    ...(last instanceof Paragraph ? [last.with({ keepNext: true })] : last ? [last] : []),
    line(signature.agency, signature.indent, pt(body.leading)),
    line(signature.date, 4, 0),
  ];
}

/** — 1 —, one character in from the outer edge. */
function foot(side: 'odd' | 'even', { final }: Printed): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: pt(14) } : { left: pt(14) },
        spacing: { before: 0, after: 0, line: pt(18), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.pageNumber, size: size(14) })],
      }),
      ...(final
        ? [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { before: 0, after: 0, line: pt(finalLine), lineRule: LineRuleType.EXACT },
              children: [new TextRun({ text: plain(final), font: fonts.pageNumber, size: size(9) })],
            }),
          ]
        : []),
    ],
  });
}
