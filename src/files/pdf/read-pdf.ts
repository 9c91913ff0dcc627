// A PDF as paragraphs and tables. Tables are read by the lines that rule them; where none are drawn the text is read as a plain text
// with its columns apart, which places only what its labels say. A figure that stands on the line between two boxes is in neither.
import type { Source, SourceRead } from '../document/source.ts';
import { readText } from '../text/read-text.ts';
import { TooMuch } from '../too-much.ts';
import { joinPages } from './join-pages.ts';
import { openPdf } from './open-pdf.ts';
import { blocksOf } from './page-blocks.ts';
import type { PdfPage } from './pdf-page.ts';
import { linesOf } from './text-lines.ts';

/** Never rejects. */
export async function readPdf(bytes: Uint8Array): Promise<SourceRead> {
  try {
    const pages = await openPdf(bytes);
    // A stamp or a page number beside scanned pages is no text.
    const length = lengthOf(pages, /\S/g);
    if (length < 30 * pages.length) return refuse(scanned);
    if (lengthOf(pages, /[\ufffd\ue000-\uf8ff]/g) > length * mostUnknown) return refuse(unknown);
    return { ok: true, source: sourceOf(pages) };
  } catch (error) {
    if (error instanceof TooMuch) return refuse(tooMuch);
    const name = error instanceof Error ? error.name : '';
    return refuse(name === 'PasswordException' ? locked : broken);
  }
}

const refuse = (message: string): SourceRead => ({ ok: false, message });
const instead = '请导入原来的 Word 文件；没有的话，照着它填，或用 Word、WPS 把它转成 .docx，核对后再导入。';
const scanned = `这个 PDF 是扫描的图片，里面没有文字，读不出来。${instead}`;
const locked = '这个 PDF 加了打开密码。请用 PDF 阅读器打开，去掉密码后另存，再导入。';
const broken = `这个 PDF 读不下去，可能已损坏或没有下载完。请重新取得它；还是不行，${instead.slice(1)}`;
const tooMuch = '这个 PDF 太长，不像一份年报。请确认选对了文件。';

const unknown = `这个 PDF 里的字没有编码，看得见，读出来是乱码。${instead}`;

/** Share of characters that a PDF may not say the meaning of: rare ones in names. */
const mostUnknown = 0.02;

const lengthOf = (pages: readonly PdfPage[], which: RegExp): number =>
  pages.reduce(
    (sum, { pieces }) => sum + pieces.reduce((length, { text }) => length + (text.match(which)?.length ?? 0), 0),
    0,
  );

function sourceOf(pages: readonly PdfPage[]): Source {
  const read = pages.map((page) => ({ height: page.height, ...blocksOf(page) }));
  if (!read.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'))) return readText(plainText(pages));
  const leftOut = read.flatMap(({ astray }, at) =>
    astray.length > 0
      ? [
          `第 ${at + 1} 页有 ${astray.length} 处文字压在两格之间的线上，没有读进任何一格：${astray.slice(0, 5).join('、')}。`,
        ]
      : [],
  );
  return { blocks: joinPages(read), leftOut };
}

/** Wide white between two texts of a line may be the end of a column. */
function plainText(pages: readonly PdfPage[]): string {
  return pages.flatMap(({ pieces }) => linesOf(pieces, '\t', 1.2).map(({ text }) => text)).join('\n');
}
