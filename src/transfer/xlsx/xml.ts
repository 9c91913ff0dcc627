// Walks through a part of a workbook without building a tree. Names come without their prefix (<x:row> is a row), entities
// that a DOCTYPE declares stay unexpanded, and what is nested deeper than any workbook, or cut off, is an error.
import { Parser } from 'htmlparser2';
import { ZipError } from '../zip.ts';

export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

const deepest = 64;
/** Characters at a time, so that an error ends the walk early. */
const step = 64 * 1024;

/** Throws ZipError for XML that is damaged, and whatever the handlers throw. */
export function walkXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw new ZipError('damaged');
        open?.(local(name), attributes);
      },
      ontext: (data) => text?.(data),
      onclosetag(name) {
        depth--;
        close?.(local(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const xml = decode(bytes);
  for (let at = 0; at < xml.length; at += step) parser.write(xml.slice(at, at + step));
  // At its end the parser would close what was left open.
  if (depth > 0) throw new ZipError('damaged');
  parser.end();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  // As XML has it: a line ends in \n however it was written.
  return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
}
