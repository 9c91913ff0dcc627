// Opens a workbook and tells its sheets. Each is read only when it is asked for. It follows the file's own references and
// never guesses a part from its name, but for the two that every writer calls the same.

import { relationsOf } from '../office/relations.ts';
import { attribute, walkXml } from '../office/xml.ts';
import { openZip, type Zip, ZipError, type ZipLimits } from '../zip.ts';
import { boxedStyles, sharedStrings } from './shared-parts.ts';
import { decodeText } from './sheet-text.ts';
import { type Grid, readSheet, roomOfBook } from './sheet-xml.ts';

type BookSheetPart = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Throws ZipError and TooMuch. */
  readonly read: () => Grid;
};

export type Workbook = { readonly sheets: readonly BookSheetPart[] };

/** Undefined for a zip that is no .xlsx. Throws ZipError. */
export function openWorkbook(bytes: Uint8Array, limits?: ZipLimits): Workbook | undefined {
  const zip = openZip(bytes, limits);
  const partOf = parts(zip);
  const main = relationsOf(partOf, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const book = partOf(main);
  if (!book) return undefined;
  const listed = sheetList(book);
  if (!listed) return undefined;
  const related = relationsOf(partOf, main);
  const targetOf = (kind: string): string => related.find(({ type }) => type === kind)?.target ?? `xl/${kind}.xml`;

  let texts: { readonly strings: readonly string[]; readonly boxed: ReadonlySet<string> } | undefined;
  const room = roomOfBook();
  const sheets = listed.flatMap(({ name, state, id }): BookSheetPart[] => {
    const relation = related.find((one) => one.id === id);
    // A sheet that is a chart, or a macro of old, holds no cells.
    if (relation?.type !== 'worksheet') return [];
    let grid: Grid | undefined;
    const read = (): Grid => {
      const xml = partOf(relation.target);
      if (!xml) throw new ZipError('damaged');
      texts ??= {
        strings: sharedStrings(partOf(targetOf('sharedStrings'))),
        boxed: boxedStyles(partOf(targetOf('styles'))),
      };
      grid ??= readSheet(xml, texts.strings, texts.boxed, room);
      return grid;
    };
    return [{ name, isHidden: state !== 'visible', read }];
  });
  return { sheets };
}

/** Parts by name. Upper and lower case are the same in a package. */
function parts(zip: Zip): (name: string) => Uint8Array | undefined {
  const names = new Map(zip.names().map((name) => [name.toLowerCase(), name]));
  return (name) => {
    const own = zip.has(name) ? name : names.get(name.toLowerCase());
    return own === undefined ? undefined : zip.read(own);
  };
}

type Listed = { readonly name: string; readonly state: string; readonly id: string };

function sheetList(xml: Uint8Array): readonly Listed[] | undefined {
  const sheets: Listed[] = [];
  let isBook = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'workbook') isBook = true;
      if (name !== 'sheet') return;
      const id = attribute(attributes, 'id') ?? '';
      sheets.push({ name: decodeText(attributes.name ?? ''), state: attributes.state ?? 'visible', id });
    },
  });
  return isBook ? sheets : undefined;
}
