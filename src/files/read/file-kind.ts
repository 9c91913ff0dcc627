// What a file is, by its content; its name only helps where the content does not tell. A kind that cannot be read is
// answered with how to save it as one that can.
import { markedEncoding } from '../marked-encoding.ts';
import { openZip, ZipError } from '../zip.ts';

export type FileKind =
  | { readonly kind: 'json' | 'docx' | 'xlsx' | 'html' | 'text' }
  | { readonly kind: 'refused'; readonly message: string };

const saveAs = (program: string, type: string): string =>
  `请用 ${program} 打开它，选“另存为”，文件类型选“${type}”，再导入另存的文件。`;
const asXlsx = saveAs('Excel 或 WPS', 'Excel 工作簿（.xlsx）');
const asDocx = saveAs('Word 或 WPS', 'Word 文档（.docx）');

const archive = '这是压缩包。请先解压，再导入里面的文件。';
const slides = '这是演示文稿，不是年报。请导入 Word、网页、Excel 或文字文件。';

const refuse = (message: string): FileKind => ({ kind: 'refused', message });

export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return refuse('文件是空的，里面没有内容。');
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  if (start.startsWith('PK\u0003') || start.startsWith('PK\u0005')) return zipKind(name, bytes);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return oldOffice(name, bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refuse(archive);
  const known = signatures.find(({ sign }) => sign.test(start));
  if (known) return refuse(known.message);
  const text = start
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text.startsWith('{') || /\.json$/i.test(name)) return { kind: 'json' };
  if (/^MIME-Version:|multipart\/related/i.test(text)) {
    return refuse(`这是“单个文件网页”（.mht）。${saveAs('浏览器或 Word', '网页，仅 HTML')}`);
  }
  const older = /<(?:\w{1,9}:)?(wordDocument|package|Workbook)[\s>]/.exec(text)?.[1];
  if (older && /^<\?xml/.test(text)) {
    return refuse(`这是 XML 格式的 Office 文件（.xml）。${older === 'Workbook' ? asXlsx : asDocx}`);
  }
  if (/\.html?$/i.test(name) || /<(?:!doctype|html|head|body|meta|table|p|div|span)[\s>]/i.test(text))
    return { kind: 'html' };
  if (isBinary(bytes))
    return refuse(`认不出这是什么文件。可以导入的有 .docx、PDF、网页（.html）、.xlsx、.txt 和数据文件（.json）。`);
  return { kind: 'text' };
}

// What the first bytes of other files are.
const signatures: readonly { readonly sign: RegExp; readonly message: string }[] = [
  // Those that are one have a reader of their own (reader.ts).
  { sign: /%PDF-/, message: '这个 PDF 读不下去，可能已损坏。请重新取得它，或导入原来的 Word 文件。' },
  { sign: /^\{\\rtf/, message: `这是 RTF 文档。${asDocx}` },
  {
    sign: /^(?:.PNG\r\n|\u00ff\u00d8\u00ff|GIF8|BM.{4}\0{4}|RIFF.{4}WEBP|II\*\0|MM\0\*)/s,
    message: '这是图片，里面的字读不出来。请导入 Word、网页、Excel 或文字文件。',
  },
  { sign: /^(?:Rar!|7z\u00bc\u00af)/, message: archive },
];

function zipKind(name: string, bytes: Uint8Array): FileKind {
  let names: readonly string[];
  try {
    names = openZip(bytes).names();
  } catch (error) {
    if (error instanceof ZipError && error.trouble === 'too large')
      return refuse('这是压缩包，里面的文件太多。请先解压，再导入里面的文件。');
    return refuse(`文件已损坏或不完整（可能没有下载完）。请重新取得这个文件；还能打开的话，${asDocx.slice(1)}`);
  }
  const has = (sign: RegExp): boolean => names.some((name) => sign.test(name));
  if (has(/^word\//)) return { kind: 'docx' };
  if (has(/^xl\//))
    return has(/^xl\/workbook\.bin$/)
      ? refuse(`这是 .xlsb 文件。${saveAs('Excel', 'Excel 工作簿（.xlsx）')}`)
      : { kind: 'xlsx' };
  if (has(/^ppt\//)) return refuse(slides);
  if (has(/^OFD\.xml$/i)) return refuse('这是 OFD 版式文件，里面的表格读不准。请导入原来的 Word 文件。');
  if (has(/^content\.xml$/)) {
    return refuse(
      /\.ods$/i.test(name) ? `这是 OpenDocument 表格（.ods）。${asXlsx}` : `这是 OpenDocument 文档（.odt）。${asDocx}`,
    );
  }
  if (has(/^\[Content_Types\]\.xml$/)) return { kind: 'docx' };
  return refuse(archive);
}

/** Old binary documents, and new ones behind a password, are kept in the same kind of container. */
function oldOffice(name: string, bytes: Uint8Array): FileKind {
  // The names of its streams stand at even places, anywhere in the file.
  const parts = new TextDecoder('utf-16le').decode(bytes);
  const has = (part: string): boolean => parts.includes(part);
  if (has('EncryptedPackage'))
    return refuse('文件加了打开密码。请用 Word、WPS 或 Excel 打开，去掉密码后另存，再导入。');
  if (has('PowerPoint Document')) return refuse(slides);
  // Either may hold the other as an insert.
  const isSheet = has('Workbook') === has('WordDocument') ? /\.(?:xls|et)$/i.test(name) : has('Workbook');
  if (isSheet) return refuse(`这是旧版 Excel 或 WPS 表格（.xls/.et）。${asXlsx}`);
  return refuse(`这是旧版 Word 或 WPS 文档（.doc/.wps）。${asDocx}`);
}

/** Zero bytes stand in no text but UTF-16, where they stand beside every Latin letter and line break. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  let zeros = 0;
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  const [a, b, c, d] = start;
  const isWide =
    markedEncoding(bytes)?.startsWith('utf-16') || (a && c && b === 0 && d === 0) || (b && d && a === 0 && c === 0);
  // Half of a Chinese character in UTF-16 may be any byte.
  return !isWide && (zeros > 0 || controls > start.length / 20);
}

/** A PDF may have some bytes of something else before it. */
export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
