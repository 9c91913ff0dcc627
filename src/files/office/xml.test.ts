import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { TooMuch } from '../too-much.ts';
import { ZipError } from '../zip.ts';
import { attribute, walkXml } from './xml.ts';

function walked(part: Uint8Array | undefined): readonly string[] {
  const said: string[] = [];
  walkXml(part, {
    open: (name, attributes) => said.push(`<${name} ${attribute(attributes, 'val') ?? ''}>`),
    text: (text) => said.push(text),
    close: (name) => said.push(`</${name}>`),
  });
  return said;
}

test('names come without their prefixes, lines end in \\n', () => {
  expect(walked(strToU8('<w:p w:val="1">甲\r\n乙<b/></w:p>'))).toEqual(['<p 1>', '甲\n乙', '<b >', '</b>', '</p>']);
});

test('UTF-16 is read by its mark', () => {
  const bytes = [...'<a/>'].flatMap((sign) => [sign.charCodeAt(0), 0]);
  expect(walked(new Uint8Array([0xff, 0xfe, ...bytes]))).toEqual(['<a >', '</a>']);
});

test('a missing part is an empty one, one that is cut off is damaged, one without end is too much', () => {
  expect(walked(undefined)).toEqual([]);
  expect(() => walked(strToU8('<a><b></b>'))).toThrow(ZipError);
  expect(() => walked(strToU8('<a>'.repeat(1001)))).toThrow(TooMuch);
});
