// Texts beyond what the writing library packs at once. It hands parts over 160 KB to a worker made from a blob; the content
// security policy forbids that, and the promise would then never end. So long texts are put in when the rest is packed.
import { strFromU8, strToU8, zipSync } from 'fflate';
import { openZip } from '../zip.ts';

/** UTF-16 units of all texts together: 40,000 Chinese characters take 120 KB. */
const roomy = 40_000;

export type LongTexts = {
  /** The text itself while there is room, then a stand-in for it. */
  readonly standIn: (text: string) => string;
  /** The packed workbook with the texts in place of their stand-ins. */
  readonly putBack: (workbook: Blob) => Promise<Blob>;
};

export function longTexts(): LongTexts {
  const kept: string[] = [];
  let room = roomy;
  return {
    standIn(text) {
      room -= text.length;
      // Encoding never makes an escape of an 「A」, so no text of a report looks like this.
      return room >= 0 || text.length < 20 ? text : `_x0041_${kept.push(text) - 1}`;
    },
    async putBack(workbook) {
      if (kept.length === 0) return workbook;
      const zip = openZip(new Uint8Array(await workbook.arrayBuffer()));
      const parts = zip.names().map((name): [string, Uint8Array] => [name, zip.read(name) ?? new Uint8Array()]);
      const whole = parts.map(([name, bytes]): [string, Uint8Array] =>
        name === 'xl/sharedStrings.xml' ? [name, strToU8(filled(strFromU8(bytes), kept))] : [name, bytes],
      );
      return new Blob([zipSync(Object.fromEntries(whole))], { type: workbook.type });
    },
  };
}

function filled(xml: string, kept: readonly string[]): string {
  return xml.replace(/<t>_x0041_(\d+)<\/t>/g, (_, at: string) => {
    const text = (kept[Number(at)] ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `<t xml:space="preserve">${text}</t>`;
  });
}
