// A web page, or the markup on the clipboard, as paragraphs and tables. It is only read, never shown: nothing in it runs,
// nothing it names is loaded. What a page hides and what belongs to the site's frame is left out.
import { Parser } from 'htmlparser2';
import { createBlockBuilder } from '../document/blocks.ts';
import type { Source, SourceRead } from '../document/source.ts';
import { decodeText } from '../read/decode.ts';
import { TooMuch } from '../too-much.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose text is none of the page's. */
const skipped = set(
  'title script style template noscript select button textarea svg math object iframe audio video canvas map nav footer aside xml del rt rp',
);
/** Elements that begin and end a line. */
const blocky = set(
  'address article blockquote body center dd details dir div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary ul caption table thead tbody tfoot tr td th',
);
/** Elements that may hold an article; they are numbered. */
const containers = set('address article blockquote body center div form header html main section table td th tbody');

// What an end tag does not reach out of, by what it ends.
const none = set('');
const table = set('table');
const cells = set('td th caption table');
const parts = set('tbody thead tfoot tr td th caption colgroup');

/** Pages nest some twenty elements; the path of one nested deeper is cut, and far deeper ones are refused. */
const longestPath = 60;
const deepest = 2_000;
const widestSpan = 100;
/** Start and end tags together. A report saved by Word has some ten thousand. */
const mostTags = 500_000;
/** Characters. A page with its styles and pictures within it may have some millions. */
const longestPage = 20_000_000;

type Attributes = Readonly<Record<string, string>>;
type Element = { readonly name: string; readonly isSkipped: boolean; readonly isNumbered: boolean };

export function readHtml(bytes: Uint8Array): SourceRead {
  try {
    return { ok: true, source: readHtmlText(decodeText(bytes)) };
  } catch (error) {
    if (error instanceof TooMuch)
      return { ok: false, message: '网页太大或嵌套太深，不像一份年报。请只复制年报的正文和表格，在列表里粘贴。' };
    throw error;
  }
}

/** An end tag without its start: in a cell, one of an element that was opened outside of the table. Browsers ignore it. */
function isStray(name: string, elements: readonly Element[]): boolean {
  const edges = name === 'table' ? none : isTablePart(name) ? table : cells;
  for (let at = elements.length - 1; at >= 0; at--) {
    const open = elements[at]?.name ?? '';
    if (open === name) return false;
    if (edges.has(open)) return true;
  }
  return false;
}

/** Throws TooMuch for a page with more in it than any report. */
export function readHtmlText(text: string): Source {
  if (text.length > longestPage) throw new TooMuch();
  const builder = createBlockBuilder();
  const elements: Element[] = [];
  // How many elements of a name are open.
  const opened = new Map<string, number>();
  let tags = 0;
  const path: number[] = [];
  let numbered = 0;
  let skipping = 0;
  let preformatted = 0;
  let deleted = 0;
  let line = '';
  let title: string | undefined;
  let heading: number | undefined;

  function endLine(): void {
    const said = collapsed(line);
    line = '';
    if (said !== '') builder.paragraph(said, { within: [...path], ...(heading === undefined ? {} : { heading }) });
  }

  function open(name: string, attributes: Attributes): Element {
    const isSkipped = skipped.has(name) || isHidden(attributes) || (name === 'div' && isPageEdge(attributes));
    if (name === 'del' && skipping === 0) deleted++;
    if (name === 'br' && skipping === 0) endLine();
    if (isSkipped || skipping > 0 || !blocky.has(name)) return { name, isSkipped, isNumbered: false };
    endLine();
    if (name === 'pre') preformatted++;
    const isNumbered = containers.has(name) && path.length < longestPath;
    if (isNumbered) path.push(++numbered);
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) heading = Number(level);
    if (name === 'table') builder.openTable();
    else if (name === 'tr') builder.openRow();
    else if (isCell(name)) builder.openCell(spanOf(attributes.colspan), spanOf(attributes.rowspan));
    return { name, isSkipped, isNumbered };
  }

  function close({ name, isNumbered }: Element): void {
    if (skipping > 0 || !blocky.has(name)) return;
    endLine();
    if (name === 'pre') preformatted--;
    if (/^h[1-6]$/.test(name)) heading = undefined;
    if (name === 'table') builder.closeTable([...path]);
    else if (name === 'tr') builder.closeRow();
    else if (isCell(name)) builder.closeCell();
    if (isNumbered) path.pop();
  }

  function say(said: string): void {
    const [first = '', ...others] = preformatted > 0 ? said.split('\n') : [said];
    line += first;
    for (const other of others) {
      endLine();
      line = other;
    }
  }

  class PageParser extends Parser {
    override onclosetag(from: number, to: number): void {
      if (++tags > mostTags) throw new TooMuch();
      const name = text.slice(from, to).toLowerCase();
      const isLineEnd = name === 'p' || name === 'br';
      if (opened.get(name) ? !isStray(name, elements) : isLineEnd) super.onclosetag(from, to);
      else if (skipping === 0 && isLineEnd) endLine();
    }
  }

  const parser = new PageParser({
    onopentag(name, attributes) {
      if (elements.length > deepest || ++tags > mostTags) throw new TooMuch();
      opened.set(name, (opened.get(name) ?? 0) + 1);
      const element = open(name, attributes);
      elements.push(element);
      if (element.isSkipped) skipping++;
    },
    ontext(said) {
      if (skipping === 0) say(said);
      else if (skipping === 1 && elements[elements.length - 1]?.name === 'title') title = (title ?? '') + said;
    },
    onclosetag() {
      const element = elements.pop();
      if (element) opened.set(element.name, (opened.get(element.name) ?? 1) - 1);
      if (element?.isSkipped) skipping--;
      else if (element) close(element);
    },
  });
  parser.write(text);
  parser.end();
  endLine();
  const leftOut = deleted > 0 ? [`有 ${deleted} 处已删除的文字没有读入。`] : [];
  return { blocks: builder.blocks, leftOut, ...(title ? { title: collapsed(title) } : {}) };
}

const isCell = (name: string): boolean => name === 'td' || name === 'th';
const isTablePart = (name: string): boolean => parts.has(name);

const isHidden = ({ hidden, style = '' }: Attributes): boolean =>
  hidden !== undefined || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);

/** The heads and feet of printed pages, as LibreOffice and Word put them into a web page. */
const isPageEdge = ({ title = '', style = '' }: Attributes): boolean =>
  /^(?:header|footer)$/.test(title) || /mso-element\s*:\s*(?:header|footer)/i.test(style);

function spanOf(text: string | undefined): number {
  const span = Number.parseInt(text ?? '', 10);
  return span >= 1 ? Math.min(span, widestSpan) : 1;
}

/** Spaces as a browser shows them. A line break between Chinese characters is none; nbsp and full-width spaces stay. */
function collapsed(text: string): string {
  return text
    .replace(/([\u2e80-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u2e80-\uffef])/g, '$1')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '');
}
