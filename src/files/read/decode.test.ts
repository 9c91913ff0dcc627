// Texts in every encoding that pages and files come in, damaged ones and such as say they are in another.
import { expect, test } from 'vitest';
import { gb18030, utf16 } from '../document/testing.ts';
import { decodeText } from './decode.ts';

const text = '<p>某某市某局2025年政府信息公开工作年度报告\n一、总体情况：全年公开，12件。</p>';
const utf8 = new TextEncoder().encode(text);

const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

test.each([
  ['UTF-8', utf8],
  ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8)],
  ['GB18030', gb18030(text)],
  ['UTF-16', utf16(text)],
  ['UTF-16, high byte first', utf16(text, { isBig: true })],
  ['UTF-16 without a mark', utf16(text, { isMarked: false })],
  ['UTF-16 without a mark, high byte first', utf16(text, { isMarked: false, isBig: true })],
])('%s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(text);
});

test.each(['gb2312', 'utf-8', 'x-unknown', 'iso-8859-1'])('what a page says of itself may be left over: %s', (name) => {
  const page = `<meta charset="${name}">${text}`;
  expect(decodeText(gb18030(page))).toBe(page);
  expect(decodeText(new TextEncoder().encode(page))).toBe(page);
});

test('Big5 where a page says so', () => {
  const page = joined(new TextEncoder().encode('<meta charset="big5">'), [0xa4, 0xa4, 0xa4, 0xe5]);
  expect(decodeText(page)).toBe('<meta charset="big5">中文');
});

test('four bytes of GB18030', () => {
  expect(decodeText(joined(gb18030('汉字'), [0x82, 0x35, 0x8f, 0x33]))).toBe('汉字\u9fa6');
});

test('a damaged byte or a cut end of UTF-8 does not make it GB18030', () => {
  expect(decodeText(joined(utf8, [0xff], utf8))).toBe(`${text}\ufffd${text}`);
  const cut = decodeText(utf8.subarray(0, utf8.length - '</p>'.length - 4));
  expect(cut).toContain('总体情况：全年公开，12');
});

test('a damaged byte of GB18030 does not make it UTF-8', () => {
  expect(decodeText(joined(gb18030(text), [0xff], gb18030(text)))).toContain('政府信息公开工作年度报告');
});

test('nothing and noise', () => {
  expect(decodeText(new Uint8Array())).toBe('');
  expect(typeof decodeText(new Uint8Array(1000).fill(0xff))).toBe('string');
});
