// What a workbook needs and the library that writes it has no words for: A4 pages, and the results of formulas, so that
// programs that compute nothing (previews, readers) show totals too.
import type { Feature } from 'write-excel-file/universal';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as insert,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { BookSheet } from './book.ts';

const sheetFile = 'xl/worksheets/sheet{id}.xml';
const paperA4 = 9;

export function finishing(sheets: readonly BookSheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform(xml, _, { sheetIndex }) {
            const sheet = sheets[sheetIndex];
            return sheet ? withPage(withResults(xml, sheet.results), sheet.page) : xml;
          },
        },
      },
    },
  };
}

function withResults(xml: string, results: BookSheet['results']): string {
  return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g, (all, address: string, rest, formula) => {
    const result = results?.get(address);
    if (result === undefined) return all;
    const type = result === '' ? ' t="str"' : '';
    return `<c r="${address}"${rest}${type}><f>${formula}</f><v>${result}</v></c>`;
  });
}

function withPage(xml: string, { orientation, isOnePage, header = '' }: BookSheet['page']): string {
  // In a header & begins a command; a header beyond 255 characters makes Excel call the file damaged.
  const printed = header.length <= 100 ? sanitizeTextContent(header.replaceAll('&', '&&')) : '';
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    `<pageSetup paperSize="${paperA4}" orientation="${orientation}" fitToWidth="1" fitToHeight="${isOnePage ? 1 : 0}"/>`,
    ...(printed === '' ? [] : [`<headerFooter><oddHeader>&amp;R${printed}</oddHeader></headerFooter>`]),
  ];
  const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? [];
  return parts.reduce((whole, part) => insert(whole, part, order, 'worksheet'), xml);
}
