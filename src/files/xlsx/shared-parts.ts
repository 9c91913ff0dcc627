// What the sheets of a workbook share: the table of texts, and which cell styles draw a border. A part that is missing is
// an empty one.

import { walkXml } from '../office/xml.ts';
import { decodeText } from './sheet-text.ts';

/** In the order by which cells refer to them. */
export function sharedStrings(xml: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let isText = false;
  let phonetic = 0;
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') isText = phonetic === 0;
    },
    text(part) {
      if (isText && text !== undefined) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        strings.push(decodeText(text ?? ''));
        text = undefined;
      }
    },
  });
  return strings;
}

/** Numbers of the cell styles that draw a border. */
export function boxedStyles(xml: Uint8Array | undefined): ReadonlySet<string> {
  const boxed = new Set<string>();
  if (!xml) return boxed;
  const drawn: boolean[] = [];
  let within: string | undefined;
  let style = 0;
  walkXml(xml, {
    open(name, { style: line, borderId = '0' }) {
      if (name === 'borders' || name === 'cellXfs') within = name;
      else if (within === 'borders' && name === 'border') drawn.push(false);
      else if (within === 'borders' && drawn.length > 0 && line !== undefined && line !== 'none')
        drawn[drawn.length - 1] = true;
      else if (within === 'cellXfs' && name === 'xf') {
        if (drawn[Number(borderId)]) boxed.add(String(style));
        style++;
      }
    },
    close(name) {
      if (name === within) within = undefined;
    },
  });
  return boxed;
}
