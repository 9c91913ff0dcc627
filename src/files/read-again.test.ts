// One worker reads many files, also after one that was made to do harm: what a file is read as must not hang on what was
// read before it. So the reading code may keep nothing between two files.
import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { htmlOf, pageOf, rowsOf } from '../../fixtures/messy.ts';
import { samples } from '../formats/samples.ts';
import { oldOffice, zeros, zipOf } from './document/testing.ts';
import { writeDocx } from './docx/write-docx.ts';
import { reportJson } from './json/write-report.ts';
import { printed } from './paper/printed.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };
type File = readonly [name: string, bytes: Uint8Array];

async function goodFiles(): Promise<readonly File[]> {
  const all = await Promise.all(
    Object.entries(samples).map(async ([format, sample]): Promise<readonly File[]> => {
      const docx = new Uint8Array(await writeDocx(printed(sample, { withExplanations: false })));
      const xlsx = new Uint8Array(await (await writeXlsx(sample, by)).arrayBuffer());
      const page = pageOf(sample);
      return [
        [`${format}.docx`, docx],
        [`${format}.xlsx`, xlsx],
        [`${format}.html`, utf8(htmlOf(page))],
        [`${format}.txt`, utf8(rowsOf(page))],
        [`${format}.json`, utf8(reportJson(sample, by))],
      ];
    }),
  );
  return all.flat();
}

const json = reportJson(samples['2021'], by);
const word = (xml: string): Uint8Array => zipSync({ 'word/document.xml': utf8(xml) });
const harmful: readonly File[] = [
  ['反复.json', utf8(json.replace('{', '{"__proto__": {"ok": false, "message": "x"},'))],
  ['断开.json', utf8(json.slice(0, json.length / 2))],
  ['很深.json', utf8('['.repeat(100_000))],
  ['炸弹.docx', zipOf('word/document.xml', zeros(100), 100 * 2 ** 20)],
  ['很深.docx', word('<w:tbl><w:tr><w:tc>'.repeat(50_000))],
  ['实体.docx', word('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;&a;</w:document>')],
  ['很深.html', utf8('<table><tr><td>'.repeat(50_000))],
  ['改栏目.html', utf8(htmlOf(pageOf(samples['2021'])).replaceAll('一、本年新收', '__proto__ constructor'))],
  ['旧.doc', oldOffice('WordDocument')],
];

test('a file is read the same, whatever was read before it', { timeout: 120_000 }, async () => {
  const good = await goodFiles();
  const { readFile } = await import('./read/read-file.ts');
  const alone = new Map([...good, ...harmful].map((file) => [file[0], readFile(...file)]));
  expect(good.filter(([name]) => !alone.get(name)?.ok)).toEqual([]);

  vi.resetModules();
  const { readFile: readAgain } = await import('./read/read-file.ts');
  const prototypes = [Object, Array, Map, Set, String, RegExp].map(({ prototype }) => prototype as object);
  const before = prototypes.map((one) => Reflect.ownKeys(one));
  for (const [at, file] of [...good, ...good].reverse().entries()) {
    const harm = harmful[at % harmful.length];
    if (harm) expect(readAgain(...harm), harm[0]).toEqual(alone.get(harm[0]));
    expect(readAgain(...file), `${file[0]} after ${harm?.[0]}`).toEqual(alone.get(file[0]));
  }
  expect(prototypes.map((one) => Reflect.ownKeys(one))).toEqual(before);
  expect(prototypes.every((one) => Object.keys(one).length === 0)).toBe(true);
});
