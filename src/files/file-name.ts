// The name of a downloaded report, safe on Windows, macOS and Linux. It changes a name only where a disk would refuse it
// or show it wrongly, and keeps it readable: 「甲/乙局」 becomes 「甲／乙局」.
import type { Content } from '../report/draft.ts';
import { reportTitle } from '../report/draft.ts';

/** The kinds of file a report leaves as; each is its extension too. */
export type ExportKind = 'json' | 'docx' | 'html' | 'xlsx';

/** UTF-8 bytes. Disks take 255; browsers add 「 (1)」 and 「.crdownload」. */
const longest = 200;

const devices = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** `<agency><year>年政府信息公开工作年度报告.<ext>` */
export function reportFileName({ agency, year }: Pick<Content, 'agency' | 'year'>, ext: ExportKind): string {
  const rest = `${reportTitle({ agency: '', year })}.${ext}`;
  const start = agency
    // More would not fit in any case.
    .slice(0, 2 * longest)
    // Not all of \p{C}: rare characters are private use, or newer than the browser's own list.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\\/:*?"<>|]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replace(/\s+/g, ' ')
    // A name that starts with a dot is hidden, and Windows drops dots and spaces at the end of a part.
    .replace(/^[. ]+|[. ]+$/g, '');
  const name = cut(start, longest - bytes(rest)) + rest;
  return devices.test(name) ? `_${name}` : name;
}

// Character by character, so that a rare character (𬱖, two units) is kept whole or left out.
function cut(text: string, room: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += bytes(character);
    if (used > room) break;
    kept += character;
  }
  return kept;
}

function bytes(text: string): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return sum;
}
