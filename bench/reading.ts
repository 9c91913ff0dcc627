// Writing a report as each kind of file and reading it back: what an export and an import cost, apart from the page.

import { writeDocx } from '../src/files/docx/write-docx.ts';
import { writeHtml } from '../src/files/html/write-html.ts';
import { printed } from '../src/files/paper/printed.ts';
import { readFile } from '../src/files/read/read-file.ts';
import { writeXlsx } from '../src/files/xlsx/write-xlsx.ts';
import { samples } from '../src/formats/samples.ts';
import { type Line, median, ms } from './table.ts';

const by = { app: 'bench', exportedAt: '2026-01-20T08:00:00.000Z' };
const rounds = 15;

const report = samples['2021'];
const paper = printed(report, { withExplanations: false });
const writers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  docx: async () => new Uint8Array(await writeDocx(paper)),
  html: async () => new TextEncoder().encode(writeHtml(paper)),
  xlsx: async () => new Uint8Array(await (await writeXlsx(report, by)).arrayBuffer()),
};

export async function reading(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [kind, write] of Object.entries(writers)) {
    const writes: number[] = [];
    const reads: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const file = await write();
      const written = performance.now();
      const read = readFile(`report.${kind}`, file);
      reads.push(performance.now() - written);
      writes.push(written - start);
      if (!read.ok || read.missing.length > 0) throw new Error(`${kind} did not come back`);
    }
    lines.push({ what: `.${kind}: write, median`, app: ms(median(writes)) });
    lines.push({ what: `.${kind}: read, median`, app: ms(median(reads)) });
  }
  return lines;
}
