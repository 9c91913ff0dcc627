// Type and measures of the Word document, after GB/T 9704-2012: fonts by the names that Word and WPS know them by.
import { type IFontAttributesProperties, Tab, TextRun } from 'docx';

/** Twips (1/20 pt), Word's unit of length. */
export const mm = (length: number): number => Math.round((length / 25.4) * 1440);
export const pt = (length: number): number => Math.round(length * 20);
/** Half points, Word's unit of type size. */
export const size = (points: number): number => Math.round(points * 2);

/**
 * Latin letters and digits in Times New Roman, as printed reports have them. The hint is for “ ” … and —, which Chinese
 * shares with Latin: without it they come out narrow.
 */
const font = (name: string, latin = 'Times New Roman'): IFontAttributesProperties => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia: name,
  hint: 'eastAsia',
});

export const fonts = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  heading: font('黑体'),
  lead: font('楷体_GB2312'),
  table: font('宋体'),
  tableLabel: font('楷体_GB2312'),
  pageNumber: font('宋体', '宋体'),
} as const;

/** mm. 天头 37, 订口 28; the type area is 156 × 225. */
export const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, typeArea: 156 } as const;

/** pt: 3号 type, 28 pt of leading, two characters of indent. */
export const body = { size: 16, leading: 28, indent: 32 } as const;

/** pt: 5号 type, close enough that three lines still stand below table 三 on its page. */
export const note = { size: 10.5, leading: 14 } as const;

/** XML has no place for control characters and halves of characters; everything else stays. */
export function plain(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

type Look = {
  readonly font: IFontAttributesProperties;
  /** pt; without it the paragraph's own. */
  readonly points?: number;
  readonly onNewLine?: boolean;
};

/** A piece of a paragraph. A tab is an element of its own in Word; as a character it would be a space. */
export function run(text: string, { font, points, onNewLine = false }: Look): TextRun {
  const children = plain(text)
    .split('\t')
    .flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
  return new TextRun({
    font,
    ...(points === undefined ? {} : { size: size(points) }),
    ...(onNewLine ? { break: 1 } : {}),
    children,
  });
}
