// 核验码: a short code over everything a report says, so that a file or a printed page can be held against the final report.
// It finds slips and later changes. It is no signature: whoever changes a file on purpose can work out its code anew.
import { sha256 } from '@noble/hashes/sha2.js';
import { isFormatId } from '../../formats/registry.ts';
import type { Content } from '../../report/draft.ts';
import { wellFormed } from '../../report/well-formed.ts';
import type { ReportFile } from './report-file.ts';
import { reportFile } from './write-report.ts';

/** Crockford's 32 digits: no I, L, O or U, so that a code read aloud or copied by hand comes out right. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first 60 bits of the SHA-256 of the report file, as 「7K2M-9QXR-4TB8」. Who wrote the file and when, and the code itself,
 * do not count, nor does the order of its keys: the same report has the same code on every machine.
 */
export function checkCode({ app: _, exportedAt: __, finalised: ___, ...said }: ReportFile): string {
  const hash = sha256(new TextEncoder().encode(JSON.stringify(sorted(said))));
  let bits = 0n;
  for (const byte of hash.slice(0, 8)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 12 }, (_, at) => digits[Number((bits >> BigInt(59 - at * 5)) & 31n)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The report as final. `at` is an ISO time with the local offset. Throws for a format that the registry does not have. */
export function finalise(content: Content, at: string): Content {
  return { ...content, finalised: { at, code: checkCode(reportFile(content, { app: '', exportedAt: at })) } };
}

/** Whether a final content still has the code of what it says; undefined for one that is not final or of an unknown format. */
export function agreesWithCode(content: Content): boolean | undefined {
  if (!content.finalised || !isFormatId(content.format)) return undefined;
  return checkCode(reportFile(content, { app: '', exportedAt: '' })) === content.finalised.code;
}

function sorted(value: unknown): unknown {
  // As it is once it has been kept: half a character does not last.
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Readonly<Record<string, unknown>>)[key])]));
}
