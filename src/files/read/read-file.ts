// Any file or clipboard that may hold a report: finds out what it is, has it read, and says what was understood, or in one
// message why nothing was. It never throws, runs nothing and writes nothing; it may run in a worker.
import { type FormatId, lawOf } from '../../formats/registry.ts';
import type { Content } from '../../report/draft.ts';
import { cellName } from '../../report/format.ts';
import { tooLong } from '../../report/limits.ts';
import { wellFormed } from '../../report/well-formed.ts';
import type { SourceRead } from '../document/source.ts';
import { readDocx } from '../docx/read-docx.ts';
import { largestFile, tooLargeMessage } from '../file-size.ts';
import { readHtml, readHtmlText } from '../html/read-html.ts';
import { type FinalisedRead, readReport } from '../json/read-report.ts';
import { type Recognised, recognise } from '../recognise/recognise.ts';
import { readText } from '../text/read-text.ts';
import { TooMuch } from '../too-much.ts';
import { readOwnXlsx } from '../xlsx/read-own-xlsx.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';
import { decodeText } from './decode.ts';
import { fileKind } from './file-kind.ts';

export type Imported =
  | (Recognised & {
      readonly ok: true;
      /** Of a finalised report. */
      readonly finalised?: FinalisedRead;
    })
  | Refused;
type Refused = { readonly ok: false; readonly message: string };

/** Characters. The longest city-wide report has some 60,000. */
const longestText = 2_000_000;

export function readFile(name: string, bytes: Uint8Array): Imported {
  try {
    return withinLimits(readKind(name, bytes));
  } catch (error) {
    if (error instanceof TooMuch) return refuse(noReport);
    return refuse('这个文件读不下去，可能已经损坏。请用 Word 或 WPS 打开，另存为新的 .docx 文件再导入。');
  }
}

/** What a reader of its own has made of a file. */
export function readSource(read: SourceRead): Imported {
  try {
    return withinLimits(fromSource(read));
  } catch (error) {
    if (error instanceof TooMuch) return refuse(noReport);
    throw error;
  }
}

export type Copied = {
  /** Both as the clipboard has them, either may be empty. */
  readonly html: string;
  readonly text: string;
  /** The format it is to be read as; without one it is found out. */
  readonly format?: FormatId;
};

/** What was copied from a page or a document: its markup where there is any, else its text. */
export function readCopied({ html, text, format }: Copied): Imported {
  if (html.length > longestText || text.length > longestText) return refuse(noReport);
  try {
    const marked =
      html.trim() === '' ? undefined : fromSource({ ok: true, source: readHtmlText(wellFormed(html)) }, format);
    // Some programs put a picture or an empty page beside the text.
    return withinLimits(marked?.ok ? marked : fromSource({ ok: true, source: readText(wellFormed(text)) }, format));
  } catch (error) {
    if (error instanceof TooMuch) return refuse(noReport);
    return refuse('剪贴板里的内容读不下去。请把它存成文件再导入。');
  }
}

const noReport = '文字太长，不像一份年报。请只保留年报的正文和表格再导入。';

function readKind(name: string, bytes: Uint8Array): Imported {
  const kind = fileKind(name, bytes);
  switch (kind.kind) {
    case 'refused':
      return refuse(kind.message);
    case 'json':
      return bytes.length > largestFile ? refuse(tooLargeMessage(bytes.length)) : fromJson(decodeText(bytes));
    case 'docx':
      return fromSource(readDocx(bytes));
    case 'xlsx':
      return fromXlsx(bytes);
    case 'html':
      return fromSource(readHtml(bytes));
    case 'text': {
      const text = decodeText(bytes);
      return text.length > longestText ? refuse(noReport) : fromSource({ ok: true, source: readText(text) });
    }
  }
}

function fromSource(read: SourceRead, format?: FormatId): Imported {
  if (!read.ok) return read;
  const recognised = recognise(read.source, format);
  const { found, content } = recognised;
  const isEmpty = Object.values(content.narratives).every((text) => text === '');
  if (found === 0 && (isEmpty || content.year === 0)) {
    return refuse('里面没有认出年报：没有找到三张表格，也没有找到标题和六个部分。请确认选对了文件。');
  }
  return { ok: true, ...recognised };
}

function fromXlsx(bytes: Uint8Array): Imported {
  const own = readOwnXlsx(bytes);
  if (!own) return fromSource(readXlsx(bytes));
  const { content, totals, disagreements } = own;
  const many = disagreements.length;
  const notes = many > 0 ? [`有 ${many} 格在表格页和「数据」页里不一样，按表格页读入。`] : [];
  return { ok: true, ...whole(content.format), content, totals, notes };
}

function fromJson(text: string): Imported {
  const read = readReport(text);
  if (!read.ok) return read;
  const { content, totals, finalised } = read;
  return { ok: true, ...whole(content.format), content, totals, ...(finalised ? { finalised } : {}) };
}

/** Whatever it came from: what no draft should hold is refused by name, and nothing of it is taken. */
function withinLimits(read: Imported): Imported {
  const words = read.ok ? tooLong(read.content, namesOf(read.content)) : undefined;
  return words === undefined ? read : refuse(`${words}，不像一份年报，没有导入。请把它删短，另存后再导入。`);
}

function namesOf({ format }: Content): (cell: string) => string {
  const law = lawOf(format);
  return (id) => {
    const cell = law.cell(id);
    return cell ? `「${cellName(cell)}」` : '一格';
  };
}

/** Of a file of our own: every cell is in it. */
function whole(format: string): Pick<Recognised, 'found' | 'missing' | 'unplaced' | 'readAs' | 'notes' | 'offers'> {
  return { found: lawOf(format).cells.length, missing: [], unplaced: [], readAs: [], notes: [], offers: {} };
}

const refuse = (message: string): Refused => ({ ok: false, message });
