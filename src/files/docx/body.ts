// The text of a Word document from its main part: paragraphs and tables as they are printed, with changes accepted.
// What is not printed (deleted, hidden, field codes, comments) is left out, and said where a person may miss it.
import { createBlockBuilder, type OpenCell } from '../document/blocks.ts';
import type { Source } from '../document/source.ts';
import { type Attributes, attribute, walkXml } from '../office/xml.ts';
import { createCounter, type Numbering } from './numbering.ts';
import type { StyleRead } from './styles.ts';
import { count, isOn } from './values.ts';

type Paragraph = {
  text: string;
  style: string;
  outline?: number | undefined;
  list?: string;
  level?: number | undefined;
  /** Its end is deleted: the next one goes on where it ends. */
  goesOn?: boolean;
};
type Columns = { next: number; isRowDeleted: boolean; readonly open: Map<number, OpenCell> };
type Cell = { span: number; merge: 'none' | 'restart' | 'continue'; cell: OpenCell | undefined };

/** Elements whose content is not the document's text. */
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
export function readBody(xml: Uint8Array, { numbering, styleOf }: Known): Source {
  const builder = createBlockBuilder();
  const counter = createCounter(numbering);
  const stack: string[] = [];
  const paragraphs: Paragraph[] = [];
  const tables: Columns[] = [];
  const cells: Cell[] = [];
  const left = { deleted: 0, hidden: 0, notes: 0 };
  let silence = 0;
  let isHidden = false;
  let before = '';
  // Fields are open one in another: for each, whether its code, and not yet its result, is being read.
  let fields: boolean[] = [];
  let codes = 0;

  const current = (): Paragraph | undefined => paragraphs[paragraphs.length - 1];
  const isIn = (name: string): boolean => stack[stack.length - 1] === name;
  const add = (text: string): void => {
    const paragraph = current();
    if (paragraph && !isHidden && codes === 0) paragraph.text += text;
  };

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    // A code that goes on is none, or else one without an end would swallow the document.
    if (codes > 0) fields = [];
    codes = 0;
    if (paragraph.goesOn) {
      before = paragraph.text;
      return;
    }
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

  /** What was to go on in the next paragraph, where there is none. */
  function endText(): void {
    builder.paragraph(before);
    before = '';
  }

  function endCell(): void {
    endText();
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

  function endRow(): void {
    const columns = tables[tables.length - 1];
    if (!columns?.isRowDeleted) builder.closeRow();
    else builder.dropRow();
  }

  function field(type: string | undefined): void {
    if (type === 'begin') fields.push(true);
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
    else if (type === 'end') fields.pop();
    codes = fields.filter((isCode) => isCode).length;
  }

  /** What is left out and begins here. */
  function silenced(name: string): void {
    if (name !== 'del' && name !== 'moveFrom') return;
    const columns = tables[tables.length - 1];
    const paragraph = current();
    if (isIn('trPr')) {
      if (columns) columns.isRowDeleted = true;
    } else if (!isIn('rPr')) left.deleted++;
    else if (paragraph && stack[stack.length - 2] === 'pPr') paragraph.goesOn = true;
  }

  function property(name: string, attributes: Attributes): void {
    const paragraph = current();
    const cell = cells[cells.length - 1];
    const said = attribute(attributes, 'val') ?? '';
    if (name === 'vanish' && isIn('rPr') && stack[stack.length - 2] === 'r' && isOn(attributes)) {
      isHidden = true;
      left.hidden++;
    } else if (name === 'gridSpan' && cell) cell.span = Math.min(Math.max(1, count(said) ?? 1), 100);
    else if (name === 'vMerge' && cell) cell.merge = said === 'restart' ? 'restart' : 'continue';
    else if (name === 'gridBefore' && tables.length > 0) {
      const columns = tables[tables.length - 1];
      if (columns) columns.next += Math.min(count(said) ?? 0, 100);
    } else if (paragraph && isIn('pPr')) {
      if (name === 'pStyle') paragraph.style = said;
      else if (name === 'outlineLvl') paragraph.outline = count(said);
    } else if (paragraph && isIn('numPr')) {
      if (name === 'numId') paragraph.list = said;
      else if (name === 'ilvl') paragraph.level = count(said);
    }
  }

  function open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'p':
        paragraphs.push({ text: before, style: '' });
        before = '';
        break;
      case 'tbl':
        builder.openTable();
        tables.push({ next: 0, isRowDeleted: false, open: new Map() });
        break;
      case 'tr': {
        builder.openRow();
        const columns = tables[tables.length - 1];
        if (columns) columns.next = 0;
        if (columns) columns.isRowDeleted = false;
        break;
      }
      case 'tc':
        cells.push({ span: 1, merge: 'none', cell: builder.openCell(1, 1) });
        break;
      case 'r':
        isHidden = false;
        break;
      case 'fldChar':
        field(attribute(attributes, 'fldCharType'));
        break;
      case 'ptab':
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

  walkXml(xml, {
    open(name, attributes) {
      if (silent.has(name)) {
        if (silence === 0) silenced(name);
        silence++;
      } else if (silence === 0) open(name, attributes);
      stack.push(name);
    },
    text(said) {
      if (silence === 0 && isIn('t')) add(said.replace(/[\t\r\n]+/g, ' '));
    },
    close(name) {
      stack.pop();
      if (silent.has(name)) silence--;
      else if (silence > 0) return;
      else if (name === 'p') endParagraph();
      else if (name === 'tc') endCell();
      else if (name === 'tr') endRow();
      else if (name === 'tbl') {
        tables.pop();
        builder.closeTable();
      }
    },
  });
  endText();
  return { blocks: builder.blocks, leftOut: said(left) };
}

function said({ deleted, hidden, notes }: { deleted: number; hidden: number; notes: number }): readonly string[] {
  return [
    ...(deleted > 0 ? [`有 ${deleted} 处修订中已删除的文字没有读入（按接受修订处理）。`] : []),
    ...(hidden > 0 ? [`有 ${hidden} 处隐藏文字没有读入。`] : []),
    ...(notes > 0 ? [`有 ${notes} 处脚注或尾注没有读入。`] : []),
  ];
}
