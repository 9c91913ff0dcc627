// A Word document (.docx) as paragraphs and tables, or one sentence on why it cannot be read. It never throws. Nothing in it
// is run: macros, links and pictures are not even unpacked.

import type { SourceRead } from '../document/source.ts';
import { type Relation, relationsOf } from '../office/relations.ts';
import { walkXml } from '../office/xml.ts';
import { TooMuch } from '../too-much.ts';
import { openZip, type Zip, ZipError, type ZipLimits, type ZipTrouble } from '../zip.ts';
import { readBody } from './body.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

const again = '请用 Word 或 WPS 打开它，另存为新的 .docx 文件再导入。';

const troubles: Readonly<Record<ZipTrouble, string>> = {
  damaged: `Word 文件已损坏或不完整，读不出来。${again}`,
  encrypted: `Word 文件加了密码。请用 Word 或 WPS 打开，去掉密码后另存，再导入。`,
  'too large': `Word 文件展开后太大，不像一份年报，没有读。${again}`,
};

export function readDocx(bytes: Uint8Array, limits?: ZipLimits): SourceRead {
  try {
    return readParts(openZip(bytes, limits));
  } catch (error) {
    if (error instanceof ZipError) return refuse(troubles[error.trouble]);
    if (error instanceof TooMuch) return refuse(`Word 文件的内容太多或嵌套太深，不像一份年报，没有读。${again}`);
    return refuse(troubles.damaged);
  }
}

function readParts(zip: Zip): SourceRead {
  const parts = (name: string): Uint8Array | undefined => zip.read(name);
  const said = targetOf(relationsOf(parts, ''), 'officeDocument');
  const main = said && zip.has(said) ? said : 'word/document.xml';
  const xml = parts(main);
  if (!xml) return refuse(`这个文件里没有 Word 文档的正文。${again}`);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = relationsOf(parts, main);
  const numbering = readNumbering(parts(targetOf(related, 'numbering') ?? `${folder}numbering.xml`));
  const styleOf = readStyles(parts(targetOf(related, 'styles') ?? `${folder}styles.xml`));
  const source = readBody(xml, { numbering, styleOf });
  if (source.blocks.length === 0) {
    return refuse('Word 文件里没有文字。如果是扫描的图片，请改用原来的文字版，或把图片转成文字后再导入。');
  }
  const title = titleOf(parts('docProps/core.xml'));
  return { ok: true, source: title === '' ? source : { ...source, title } };
}

const targetOf = (related: readonly Relation[], kind: string): string | undefined =>
  [...related].reverse().find(({ type }) => type === kind)?.target;

function titleOf(properties: Uint8Array | undefined): string {
  let title = '';
  let isIn = false;
  walkXml(properties, {
    open: (name) => {
      isIn = name === 'title';
    },
    text: (said) => {
      if (isIn) title += said;
    },
    close: () => {
      isIn = false;
    },
  });
  return title.trim();
}

const refuse = (message: string): SourceRead => ({ ok: false, message });
