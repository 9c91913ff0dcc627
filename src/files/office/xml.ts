// Walks through a part of a Word or Excel file without building a tree. Names come without their prefixes, which differ between
// writers (<x:row> is a row); entities that a DOCTYPE declares stay unexpanded.
import { Parser } from 'htmlparser2';
import { markedEncoding } from '../marked-encoding.ts';
import { TooMuch } from '../too-much.ts';
import { ZipError } from '../zip.ts';

export type Attributes = Readonly<Record<string, string>>;

type Handlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Real documents nest some thirty elements, and forty million characters are ten times the largest report. Sheets list blank cells too. */
const deepest = 1_000;
const longest = 40_000_000;
const mostElements = 2_000_000;
/** Characters at a time, so that an error ends the walk early. */
const step = 64 * 1024;

/** A part that is missing is an empty one. Throws TooMuch for a part with more in it than any report's, ZipError for one that is cut off, and what the handlers throw. */
export function walkXml(part: Uint8Array | undefined, { open, text, close }: Handlers): void {
  if (!part) return;
  const xml = decoded(part);
  if (xml.length > longest) throw new TooMuch();
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest || ++elements > mostElements) throw new TooMuch();
        open?.(localName(name), attributes);
      },
      ontext: (said) => text?.(said),
      onclosetag(name) {
        depth--;
        close?.(localName(name));
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < xml.length; at += step) parser.write(xml.slice(at, at + step));
  // At its end the parser would close what was left open.
  if (depth > 0) throw new ZipError('damaged');
  parser.end();
}

/** UTF-8 or, by its mark, UTF-16. As XML has it, a line ends in \n however it was written. */
function decoded(part: Uint8Array): string {
  return new TextDecoder(markedEncoding(part) ?? 'utf-8').decode(part).replace(/\r\n?/g, '\n');
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export function attribute(attributes: Attributes, wanted: string): string | undefined {
  for (const name in attributes) if (localName(name) === wanted) return attributes[name];
  return undefined;
}
