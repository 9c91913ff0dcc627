// What a file is, whatever it is called, and what a person is told of one that cannot be read.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxOf, gb18030, oldOffice, utf16 } from '../document/testing.ts';
import { fileKind } from './file-kind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

const docx = docxOf('<w:p/>');
const xlsx = zip('[Content_Types].xml', 'xl/workbook.xml');
const report = '某市某局2025年政府信息公开工作年度报告\r\n一、总体情况\r\n二、主动公开政府信息情况';

test.each([
  ['a.docx', docx, 'docx'],
  ['a.xlsx', docx, 'docx'],
  ['a.zip', docx, 'docx'],
  ['a', docx, 'docx'],
  ['a.docx', xlsx, 'xlsx'],
  ['a.doc', xlsx, 'xlsx'],
  ['a.xlsx', xlsx, 'xlsx'],
  ['a.json', utf8('{}'), 'json'],
  ['a.txt', utf8('\ufeff  {"kind": 1}'), 'json'],
  ['a.json', utf8('[1]'), 'json'],
  ['a.html', utf8('没有标签'), 'html'],
  ['a.doc', utf8('<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>'), 'html'],
  ['a.xls', utf8('<?xml version="1.0"?><!DOCTYPE html><html><body>'), 'html'],
  ['a.wps', utf16('<html><body>'), 'html'],
  ['a.htm', gb18030('<HTML><p>总体情况'), 'html'],
  ['a', utf8('<table border="1"><tr><td>'), 'html'],
  ['a.txt', utf8(report), 'text'],
  ['a.txt', gb18030(report), 'text'],
  ['a.txt', utf16(report), 'text'],
  ['a.txt', utf16(report, { isBig: true }), 'text'],
  ['a.txt', utf16('不丏丐丑上下一丁七丂丄丅丆万丈三'.repeat(20)), 'text'],
  ['a.doc', utf8(report), 'text'],
  ['a.csv', utf8('PK，不是压缩包'), 'text'],
] as const)('%s holding %s is %s', (name, file, kind) => {
  expect(fileKind(name, file)).toEqual({ kind });
});

test.each([
  ['empty', 'a.docx', new Uint8Array(), '空的'],
  ['Word 97', 'a.doc', oldOffice('WordDocument', '1Table'), '.docx'],
  ['Word 97 called .xls', 'a.xls', oldOffice('WordDocument', '1Table'), '.docx'],
  ['WPS', 'a.wps', oldOffice('WordDocument'), '.docx'],
  ['Excel 97', 'a.xls', oldOffice('Workbook'), '.xlsx'],
  ['Excel 97 called .doc', 'a.doc', oldOffice('Workbook'), '.xlsx'],
  ['Excel 97 with a document in it', 'a.et', oldOffice('Workbook', 'WordDocument'), '.xlsx'],
  ['Word 97 with a sheet in it', 'a.doc', oldOffice('Workbook', 'WordDocument'), '.docx'],
  ['PowerPoint 97', 'a.ppt', oldOffice('PowerPoint Document'), '演示文稿'],
  ['a document with a password', 'a.docx', oldOffice('EncryptionInfo', 'EncryptedPackage'), '密码'],
  ['PDF', 'a.docx', bytes('%PDF-1.7\n%\u00e2\u00e3'), 'PDF'],
  ['RTF', 'a.doc', bytes('{\\rtf1\\ansi{\\fonttbl'), 'RTF'],
  ['mht', 'a.mht', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related'), '.mht'],
  ['mht saved by a browser', 'a.mhtml', bytes('From: <Saved by Blink>\r\nContent-Type: multipart/related'), '.mht'],
  ['PNG', 'a.png', bytes('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'), '图片'],
  ['JPEG', 'a.html', bytes('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'), '图片'],
  ['BMP', 'a.bmp', bytes('BM6\u0010\u0002\0\0\0\0\0'), '图片'],
  ['RAR', 'a.rar', bytes('Rar!\u001a\u0007\u0001'), '解压'],
  ['7z', 'a.7z', bytes("7z\u00bc\u00af'\u001c"), '解压'],
  ['gzip', 'a.gz', bytes('\u001f\u008b\u0008\0\0\0'), '解压'],
  ['OFD', 'a.ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'OFD'],
  ['odt', 'a.odt', zip('mimetype', 'content.xml'), '.docx'],
  ['ods', 'a.ods', zip('mimetype', 'content.xml'), '.xlsx'],
  ['pptx', 'a.docx', zip('[Content_Types].xml', 'ppt/presentation.xml'), '演示文稿'],
  ['xlsb', 'a.xlsb', zip('[Content_Types].xml', 'xl/workbook.bin', 'docProps/app.xml'), '.xlsb'],
  ['an archive of documents', 'a.zip', zip('年报.docx', '年报.xlsx'), '解压'],
  ['a cut archive', 'a.docx', docx.subarray(0, 300), '损坏'],
  ['Word 2003 XML', 'a.doc', utf8('<?xml version="1.0"?><w:wordDocument xmlns:w="x">'), '.docx'],
  ['a package in one file', 'a.xml', utf8('<?xml version="1.0"?><pkg:package xmlns:pkg="x">'), '.docx'],
  ['Excel 2003 XML', 'a.xls', utf8('<?xml version="1.0"?><Workbook xmlns="x">'), '.xlsx'],
  ['a program', 'a.exe', bytes('MZ\u0090\0\u0003\0\0\0\u0004\0\0\0'), '认不出'],
  ['a film', 'a.mp4', bytes('\0\0\0\u0018ftypmp42\0\0'), '认不出'],
] as const)('%s is refused with what to do', (_, name, file, said) => {
  const kind = fileKind(name, file);
  expect(kind).toMatchObject({ kind: 'refused', message: expect.stringContaining(said) });
  expect(kind).toMatchObject({ message: expect.stringMatching(/。$/) });
});
