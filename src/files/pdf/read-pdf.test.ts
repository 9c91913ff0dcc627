// PDFs that LibreOffice makes of reports as they reach people: every figure is right, or listed, or left blank; none is wrong.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hazards, htmlOf, pageOf } from '../../../fixtures/messy.ts';
import { sampled } from '../../../fixtures/whole.ts';
import { judgeAnswers } from '../../checks/judge.ts';
import { formatIds, lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import { writeDocx } from '../docx/write-docx.ts';
import { printed } from '../paper/printed.ts';
import { readSource } from '../read/read-file.ts';
import { readPdf } from './read-pdf.ts';

const soffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();
if (!soffice)
  process.stderr.write(
    'Skipped: PDFs made by LibreOffice. soffice is not installed (Debian: libreoffice-writer-nogui).\n',
  );

const styles = {
  ruled: 'table{border-collapse:collapse}td,th{border:1px solid #000}',
  unruled: 'table,td,th{border:none!important}',
  landscape: '@page{size:landscape}table{border-collapse:collapse}td,th{border:1px solid #000}',
};

type Made = { readonly name: string; readonly format: keyof typeof samples };

describe.skipIf(!soffice)('made by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const some = sampled(Object.entries(hazards), 6);
  const made: Made[] = formatIds.flatMap((format) => [
    { name: `own-${format}`, format },
    ...some.flatMap((_, at) => Object.keys(styles).map((style) => ({ name: `${style}-${at}-${format}`, format }))),
  ]);

  beforeAll(async () => {
    for (const format of formatIds) {
      const docx = await writeDocx(printed(samples[format], { withExplanations: false }));
      writeFileSync(join(folder, `own-${format}.docx`), new Uint8Array(docx));
      for (const [style, css] of Object.entries(styles)) {
        some.forEach(([, hazard], at) => {
          const html = htmlOf(hazard(pageOf(samples[format]))).replace(/<head>|^/, `$&<style>${css}</style>`);
          writeFileSync(join(folder, `${style}-${at}-${format}.html`), html);
        });
      }
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const files = made.map(({ name }) => join(folder, `${name}.${name.startsWith('own') ? 'docx' : 'html'}`));
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
      timeout: 600_000,
    });
  }, 600_000);

  test('no figure is wrong; of our own Word file everything is right', async () => {
    const told: string[] = [];
    for (const { name, format } of made) {
      const source = await readPdf(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
      const read = readSource(source);
      if (!read.ok) {
        told.push(`${name}: ${read.message}`);
        continue;
      }
      const law = lawOf(format);
      expect(read.content.format).toBe(format);
      const [wanted, got] = [samples[format], read.content].map(({ answers }) => judgeAnswers(law, answers));
      const known = law.cells.filter(({ id }) => got?.at(id).figure !== undefined);
      const wrong = known.filter(({ id }) => got?.at(id).figure !== wanted?.at(id).figure);
      told.push(
        `${name}: ${known.length - wrong.length} of ${law.cells.length} right, ${read.unplaced.length} listed, ${wrong.length} wrong`,
      );
      expect(
        wrong.map(({ id }) => id),
        name,
      ).toEqual([]);
      if (!name.startsWith('own')) continue;
      expect(known).toHaveLength(law.cells.length);
      expect(read.content.narratives).toEqual(samples[format].narratives);
    }
    if (import.meta.env.MODE === 'whole') process.stdout.write(`${told.join('\n')}\n`);
  }, 600_000);
});

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** The smallest PDF there is, of so many empty pages. */
function emptyPdf(pages: number, more = ''): Uint8Array {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ');
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    `2 0 obj<</Type/Pages/Count ${pages}/Kids[${kids}]>>endobj`,
    ...Array.from(
      { length: pages },
      (_, at) => `${at + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj`,
    ),
  ];
  return latin(`%PDF-1.4\n${objects.join('\n')}\n${more}trailer<</Root 1 0 R>>\n%%EOF`);
}

test.each([
  ['pages without text', emptyPdf(3), '扫描的图片'],
  ['ten thousand pages', emptyPdf(10_000), '太长'],
  ['half of a file', latin('%PDF-1.7\n1 0 obj<</Type/Catal'), '读不下去'],
  ['a picture that says it is a PDF', latin('%PDF-\u0089PNG\r\n\u001a\n'), '读不下去'],
  [
    'a page tree that comes back to itself',
    latin(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 5/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ),
    '读不',
  ],
])('%s is refused in words', async (_, bytes, words) => {
  const read = await readPdf(bytes);
  expect(read.ok ? 'read' : read.message).toContain(words);
});
