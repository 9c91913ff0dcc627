// For tests of this folder: a workbook as bytes, and its parts to look at or to change.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Content } from '../../report/draft.ts';
import { writeXlsx } from './write-xlsx.ts';

export const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };

export async function bytesOf(content: Content): Promise<Uint8Array> {
  return new Uint8Array(await (await writeXlsx(content, by)).arrayBuffer());
}

export function partOf(workbook: Uint8Array, name: string): string {
  return strFromU8(unzipSync(workbook)[name] ?? new Uint8Array());
}

/** The workbook with every part as `change` makes it. */
export function changed(workbook: Uint8Array, change: (xml: string, name: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(workbook));
  return packed(Object.fromEntries(parts.map(([name, bytes]) => [name, change(strFromU8(bytes), name)])));
}

export function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets given as the XML within <worksheet>, by name. */
export function bookOf(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const related = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const parts = names.map((name, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`,
  ]);
  return packed({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(parts),
    ...more,
  });
}

/** Rows of inline texts as sheet XML; '' is no cell at all. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, col: number): string =>
    text === '' ? '' : `<c r="${String.fromCharCode(65 + col)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((text, col) => cell(text, at, col)).join('')}</row>`,
  );
  return `<sheetData>${lines.join('')}</sheetData>`;
}
