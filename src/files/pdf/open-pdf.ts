// Takes a PDF apart with pdf.js: text with its places and the lines that are drawn. Nothing in it is run, no picture is decoded, nothing is
// fetched: the tables by which Chinese fonts that are not in the file are read come with the app.

import './as-a-page.ts';
import gb1 from 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap?inline';
import gbEuc from 'pdfjs-dist/cmaps/GB-EUC-H.bcmap?inline';
import gbk from 'pdfjs-dist/cmaps/GBK-EUC-H.bcmap?inline';
import gbk2k from 'pdfjs-dist/cmaps/GBK2K-H.bcmap?inline';
import gbkp from 'pdfjs-dist/cmaps/GBKp-EUC-H.bcmap?inline';
import ucs2 from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?inline';
import utf16 from 'pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap?inline';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
// It has no types of its own; it is only handed on.
// @ts-expect-error
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { TooMuch } from '../too-much.ts';
import type { PdfPage, Ruling, TextPiece } from './pdf-page.ts';
import { plainCharacters } from './plain-characters.ts';

// pdf.js asks here before it makes a worker of its own: this runs in one.
Object.assign(globalThis, { pdfjsWorker: pdfWorker });
Reflect.deleteProperty(globalThis, 'window');

const cmaps: Readonly<Record<string, string>> = {
  'GBK-EUC-H': gbk,
  'GBK2K-H': gbk2k,
  'GBKp-EUC-H': gbkp,
  'Adobe-GB1-UCS2': gb1,
  'GB-EUC-H': gbEuc,
  'UniGB-UCS2-H': ucs2,
  'UniGB-UTF16-H': utf16,
};

class OwnCmaps {
  readonly fetch = async ({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> => {
    const [, code] = /base64,(.*)$/.exec(cmaps[name] ?? '') ?? [];
    if (code === undefined) throw new Error(`no character map ${name}`);
    return { cMapData: Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0)), isCompressed: true };
  };
}

/** No report of a whole province has more. */
const mostPages = 200;
const mostPieces = 200_000;
const mostRulings = 100_000;

/** Rejects with pdf.js's own errors (PasswordException, InvalidPDFException …), and with TooMuch. */
export async function openPdf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are not looked at.
    maxImageSize: 0,
    CMapReaderFactory: OwnCmaps,
    cMapUrl: 'own/',
    cMapPacked: true,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > mostPages) throw new TooMuch();
    const pages: PdfPage[] = [];
    let [pieces, rulings] = [0, 0];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const text = await page.getTextContent();
      const { fnArray, argsArray } = await page.getOperatorList();
      const transform = view.transform as unknown as Matrix;
      const taken: PdfPage = {
        width: view.width,
        height: view.height,
        pieces: text.items.flatMap((item) => ('str' in item ? pieceOf(item, transform) : [])),
        rulings: rulingsOf(fnArray, argsArray, transform),
      };
      pieces += taken.pieces.length;
      rulings += taken.rulings.length;
      if (pieces > mostPieces || rulings > mostRulings) throw new TooMuch();
      pages.push(taken);
      page.cleanup();
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];
const place = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

type Item = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** Text that does not run from left to right along the paper is none of the report's. */
function pieceOf(item: Item, view: Matrix): TextPiece[] {
  if (item.str.trim() === '') return [];
  const matrix = times(view, item.transform as unknown as Matrix);
  if (Math.abs(matrix[1]) > 0.01 * Math.abs(matrix[0]) || matrix[0] <= 0) return [];
  const size = Math.hypot(matrix[2], matrix[3]);
  return [{ text: plainCharacters(item.str), x: matrix[4], y: matrix[5], width: item.width, size }];
}

/** pt: what is filled and no thicker is a line. */
const thin = 3;

function rulingsOf(operators: readonly number[], args: readonly unknown[], view: Matrix): readonly Ruling[] {
  const rulings: Ruling[] = [];
  let matrix = view;
  const kept: Matrix[] = [];
  operators.forEach((operator, at) => {
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args[at] as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      const [inner] = args[at] as [Matrix | null];
      if (inner) matrix = times(matrix, inner);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.constructPath) {
      const [how, [path]] = args[at] as [number, [Record<number, number> | null]];
      if (path && rulings.length <= mostRulings) rulings.push(...linesIn(Object.values(path), matrix, how));
    }
  });
  return rulings;
}

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** How many numbers follow each kind of step: to, line, curve (two kinds), and back to the start. */
const lengths = [2, 2, 6, 4, 0];

function linesIn(path: readonly number[], matrix: Matrix, how: number): readonly Ruling[] {
  const parts: (readonly [number, number])[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 4;
    const length = lengths[step] ?? 0;
    const part = parts.at(-1);
    if (step === 4 && part?.[0]) part.push(part[0]);
    if (length > 0) {
      const point = place(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0);
      if (step === 0) parts.push([point]);
      else part?.push(point);
    }
    at += 1 + length;
  }
  return parts.flatMap((part) => [
    ...(fills.has(how) ? bars(part) : []),
    ...(strokes.has(how)
      ? part.slice(1).flatMap((point, at) => ruling(part[at] as readonly [number, number], point))
      : []),
  ]);
}

/** A filled rectangle that is thin. */
function bars(part: readonly (readonly [number, number])[]): readonly Ruling[] {
  const [xs, ys] = [part.map(([x]) => x), part.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= thin && width > height) return [{ isLevel: true, at: (top + bottom) / 2, from: left, to: right }];
  if (width <= thin && height > width) return [{ isLevel: false, at: (left + right) / 2, from: top, to: bottom }];
  return [];
}

function ruling([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): readonly Ruling[] {
  const [width, height] = [Math.abs(toX - x), Math.abs(toY - y)];
  if (height < 1 && width > 1)
    return [{ isLevel: true, at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) }];
  if (width < 1 && height > 1)
    return [{ isLevel: false, at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) }];
  return [];
}
