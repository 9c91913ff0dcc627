// Walks through a part of a Word document without building a tree. Names come without their prefixes, which differ between
// writers; entities that a DOCTYPE declares stay unexpanded.
import { Parser } from 'htmlparser2';
import { TooMuch } from '../document/blocks.ts';
import { ZipError } from '../zip.ts';

export type Attributes = Readonly<Record<string, string>>;

type Handlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Real documents nest some thirty elements, and forty million characters are ten times the largest report. */
const deepest = 1_000;
const longest = 40_000_000;
const mostElements = 1_000_000;

/** Throws TooMuch for a part with more in it than any report's, ZipError for one that is cut off, and what the handlers throw. */
export function walkXml(xml: string, { open, text, close }: Handlers): void {
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
  parser.write(xml);
  // At its end the parser would close what was left open.
  if (depth > 0) throw new ZipError('damaged');
  parser.end();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export function attribute(attributes: Attributes, wanted: string): string | undefined {
  for (const name in attributes) if (localName(name) === wanted) return attributes[name];
  return undefined;
}

/** A number that an attribute says; undefined where it says none or one beyond reason. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** A switch such as <w:vanish/>: on, unless it says otherwise. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '1');
}
