// Sheets packed as a workbook (.xlsx): the few parts that Excel asks for, and no more.
import { strToU8, zipSync } from 'fflate';
import { markupText } from '../markup-text.ts';
import type { BookSheet } from './book.ts';
import { createNumbered } from './numbered.ts';
import { type Shared, sheetMarkup } from './sheet-markup.ts';
import { createStyleList } from './style-list.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

export function packBook(sheets: readonly BookSheet[]): Uint8Array<ArrayBuffer> {
  const styles = createStyleList();
  const texts = createNumbered();
  const shared: Shared = { lookNumber: styles.numberOf, textNumber: texts.numberOf };
  const files = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const written = sheets.map((sheet) => sheetMarkup(sheet, shared));
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(files),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...files.map((file) => ['worksheet', file] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    ...Object.fromEntries(files.map((file, at) => [`xl/${file}`, written[at] ?? ''])),
    'xl/styles.xml': styles.markup(),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.all().map(sharedText).join('')}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])));
}

function contentTypes(files: readonly string[]): string {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    type('workbook.xml', 'sheet.main'),
    ...files.map((file) => type(file, 'worksheet')),
    type('styles.xml', 'styles'),
    type('sharedStrings.xml', 'sharedStrings'),
    '</Types>',
  ].join('');
}

/** Each gets the id rId<position, counted from 1>. */
function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: readonly BookSheet[]): string {
  const each = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${markupText(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return [
    `<workbook xmlns="${main}" xmlns:r="${office}">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets>${each.join('')}</sheets>`,
    '</workbook>',
  ].join('');
}

/** Without saying so, spaces at the ends would be dropped. */
function sharedText(text: string): string {
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return `<si><t${space}>${markupText(text)}</t></si>`;
}
