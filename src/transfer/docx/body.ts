// The text of a Word document from its main part: paragraphs and tables as they are printed, with changes accepted.
// What is not printed (deleted, hidden, field codes, comments) is left out, and said where a person may miss it.
import { Parser } from 'htmlparser2';
import { createBlockBuilder, type OpenCell, TooMuch } from '../document/blocks.ts';
import type { Source } from '../document/source.ts';
import { ZipError } from '../zip.ts';
import { createCounter, type Numbering } from './numbering.ts';
import type { StyleRead } from './styles.ts';
import { attribute, isOn, localName } from './xml.ts';

/** Main parts of real documents nest some thirty elements. */
const deepest = 10_000;

type Paragraph = { text: string; style: string; outline?: number; list?: string; level?: number };
type Columns = { next: number; readonly open: Map<number, OpenCell> };
type Cell = { span: number; merge: 'none' | 'restart' | 'continue'; cell: OpenCell | undefined };

/** Elements whose content is not the document's text. Those of the second line are said. */
const silent = new Set([
  'instrText',
  'sectPr',
  'sdtPr',
  'rt',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
  'sectPrChange',
  'tblGrid',
  'object',
  'Fallback',
  'docPartObj',
  'del',
  'moveFrom',
  'delText',
]);

type Known = { readonly numbering: Numbering; readonly styleOf: (id: string) => StyleRead };

/** Throws TooMuch for a document with more in it than any report, ZipError for one that is not whole. */
export function readBody(xml: string, { numbering, styleOf }: Known): Source {
  const builder = createBlockBuilder();
  const counter = createCounter(numbering);
  const stack: string[] = [];
  const paragraphs: Paragraph[] = [];
  const tables: Columns[] = [];
  const cells: Cell[] = [];
  const left = { deleted: 0, hidden: 0, notes: 0 };
  let silence = 0;
  let isHidden = false;
  let isWhole = false;

  const current = (): Paragraph | undefined => paragraphs[paragraphs.length - 1];
  const isIn = (name: string): boolean => stack[stack.length - 1] === name;
  const add = (text: string): void => {
    const paragraph = current();
    if (paragraph && !isHidden) paragraph.text += text;
  };

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    const style = styleOf(paragraph.style);
    const list = paragraph.list ?? style.list?.list;
    const level = paragraph.level ?? style.list?.level ?? 0;
    const isBlank = paragraph.text.trim() === '';
    const numeral = list === undefined || list === '0' || isBlank ? '' : counter.next({ list, level });
    const outline = paragraph.outline ?? style.outline;
    // 9 stands for body text.
    const heading = outline !== undefined && outline < 6 ? { heading: outline + 1 } : {};
    builder.paragraph(numeral + paragraph.text, heading);
  }

  function endCell(): void {
    const columns = tables[tables.length - 1];
    const cell = cells.pop();
    builder.closeCell();
    if (!columns || !cell) return;
    const above = columns.open.get(columns.next);
    if (cell.merge === 'continue' && above) {
      above.rowSpan++;
      builder.dropCell();
    } else {
      if (cell.cell) cell.cell.colSpan = cell.span;
      for (let at = 0; at < cell.span; at++) columns.open.delete(columns.next + at);
      if (cell.merge === 'restart' && cell.cell) columns.open.set(columns.next, cell.cell);
    }
    columns.next += cell.span;
  }

  function property(name: string, attributes: Readonly<Record<string, string>>): void {
    const paragraph = current();
    const cell = cells[cells.length - 1];
    const said = attribute(attributes, 'val') ?? '';
    if (name === 'vanish' && isIn('rPr') && stack[stack.length - 2] === 'r' && isOn(attributes)) {
      isHidden = true;
      left.hidden++;
    } else if (name === 'gridSpan' && cell) cell.span = Math.min(Math.max(1, Number(said) || 1), 100);
    else if (name === 'vMerge' && cell) cell.merge = said === 'restart' ? 'restart' : 'continue';
    else if (name === 'gridBefore' && tables.length > 0) {
      const columns = tables[tables.length - 1];
      if (columns) columns.next += Math.min(Number(said) || 0, 100);
    } else if (paragraph && stack.includes('pPr')) {
      if (name === 'pStyle') paragraph.style = said;
      else if (name === 'outlineLvl') paragraph.outline = Number(said);
      else if (name === 'numId') paragraph.list = said;
      else if (name === 'ilvl') paragraph.level = Number(said);
    }
  }

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'p':
        paragraphs.push({ text: '', style: '' });
        break;
      case 'tbl':
        builder.openTable();
        tables.push({ next: 0, open: new Map() });
        break;
      case 'tr': {
        builder.openRow();
        const columns = tables[tables.length - 1];
        if (columns) columns.next = 0;
        break;
      }
      case 'tc':
        cells.push({ span: 1, merge: 'none', cell: builder.openCell(1, 1) });
        break;
      case 'r':
        isHidden = false;
        break;
      case 'tab':
        if (isIn('r')) add('\t');
        break;
      case 'br':
        if (!/page|column/.test(attribute(attributes, 'type') ?? '')) add('\n');
        break;
      case 'cr':
        add('\n');
        break;
      case 'noBreakHyphen':
        add('-');
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        left.notes++;
        break;
      default:
        property(name, attributes);
    }
  }

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = localName(tag);
        if (stack.length > deepest) throw new TooMuch();
        if (silent.has(name)) {
          if (silence === 0 && (name === 'del' || name === 'moveFrom') && !isIn('rPr') && !isIn('trPr')) left.deleted++;
          silence++;
        } else if (silence === 0) open(name, attributes);
        stack.push(name);
      },
      ontext(text) {
        if (silence === 0 && isIn('t')) add(text);
      },
      onclosetag(_, isImplied) {
        const name = stack.pop();
        if (stack.length === 0) isWhole = !isImplied;
        if (name === undefined) return;
        if (silent.has(name)) silence--;
        else if (silence > 0) return;
        else if (name === 'p') endParagraph();
        else if (name === 'tc') endCell();
        else if (name === 'tr') builder.closeRow();
        else if (name === 'tbl') {
          tables.pop();
          builder.closeTable();
        }
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  if (!isWhole) throw new ZipError('damaged');
  return { blocks: builder.blocks, leftOut: said(left) };
}

function said({ deleted, hidden, notes }: { deleted: number; hidden: number; notes: number }): readonly string[] {
  return [
    ...(deleted > 0 ? [`有 ${deleted} 处修订中已删除的文字没有读入（按接受修订处理）。`] : []),
    ...(hidden > 0 ? [`有 ${hidden} 处隐藏文字没有读入。`] : []),
    ...(notes > 0 ? [`有 ${notes} 处脚注或尾注没有读入。`] : []),
  ];
}
