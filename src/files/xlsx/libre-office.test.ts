// What a real spreadsheet program makes of the workbook: the formulas computed anew, everything saved again and read back.
// Skipped, and said so, where LibreOffice is not installed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hongze from '../../../fixtures/hongze-2023.json';
import shanghai from '../../../fixtures/shanghai-shizhengfu-bangongting-2019.json';
import suqian from '../../../fixtures/suqian-2023.json';
import { layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import { reportFile, reportJson } from '../json/write-report.ts';
import { readOwnXlsx } from './read-own-xlsx.ts';
import { tableSections, tableSheetNames } from './sheet-names.ts';
import { boxPlaces } from './table-places.ts';
import { by, bytesOf, changed } from './testing.ts';
import { openWorkbook } from './workbook.ts';

type Fixture = { format: string; year: number; agency: string; figures: Readonly<Record<string, unknown>> };

function published({ format, year, agency, figures }: Fixture, more: Content['answers'] = {}): Content {
  const answers = Object.entries(figures).map(([id, figure]) => [id, figure === null ? '' : String(figure)]);
  return { ...emptyContent(agency, year, format), answers: { ...Object.fromEntries(answers), ...more } };
}

const contents: Readonly<Record<string, Content>> = {
  sample2019: samples['2019'],
  sample2021: samples['2021'],
  noted: { ...samples['2021'], notes: { '2': '注：甲\n\n　乙', '3': '12', '4': '=1+1' } },
  blank: emptyContent('甲局', 2025, '2021'),
  suqian: published(suqian),
  // Its printed totals are wrong: they stay numbers.
  hongze: published(hongze),
  shanghai: published(shanghai),
  unfinished: published(suqian, {
    'article-20-1/normative-documents/in-force': '597（其中修订16件，含"衔接"）',
    'article-20-8/fees/amount': '59237.244901',
    'requests/granted/business': '12x',
    'requests/granted/total': '',
    'requests/concluded/business': '',
    'requests/concluded/total': '',
    'disputes/reconsideration/upheld': '',
    'disputes/reconsideration/total': '',
  }),
};

const soffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

if (!soffice) {
  process.stderr.write(
    'Skipped: the workbook in LibreOffice. soffice is not installed (Debian: libreoffice-calc-nogui).\n',
  );
}

describe.skipIf(!soffice)('saved again by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const files: string[] = [];
    for (const [name, content] of Object.entries(contents)) {
      // Without the results that we write: what comes back has been computed there.
      const unsolved = changed(await bytesOf(content), (xml) => xml.replace(/<\/f><v>[^<]*<\/v>/g, '</f>'));
      files.push(join(folder, `${name}.xlsx`));
      writeFileSync(join(folder, `${name}.xlsx`), unsolved);
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), ...files];
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 });
  }, 150_000);

  test.each(Object.keys(contents))('%s comes back', (name) => {
    const content = contents[name] ?? emptyContent('', 2025, '2021');
    const bytes = new Uint8Array(readFileSync(join(folder, 'saved', `${name}.xlsx`)));
    const back = readOwnXlsx(bytes);
    expect(back && reportJson(back.content, by)).toBe(reportJson(content, by));
    expect(back?.disagreements).toEqual([]);
    expect(totalsIn(bytes, content)).toEqual(expectedTotals(content));
  });
});

/** What stands in the 总计 boxes of the saved tables. */
function totalsIn(bytes: Uint8Array, { format }: Content): Readonly<Record<string, string>> {
  const law = lawOf(format);
  const book = openWorkbook(bytes);
  const found = tableSections.flatMap((section) => {
    const grid = book?.sheets.find(({ name }) => name === tableSheetNames[section])?.read();
    return [...boxPlaces(layoutOf(law, section))].map(([id, { row, col }]) => {
      const cells = grid?.rows.find((one) => one.row === row)?.cells ?? [];
      return [id, cells.find((cell) => cell.col === col)?.text ?? ''] as const;
    });
  });
  return Object.fromEntries(found.filter(([id]) => law.cells.some((cell) => cell.id === id && cell.total)));
}

function expectedTotals(content: Content): Readonly<Record<string, string>> {
  const { figures } = reportFile(content, by);
  const totals = lawOf(content.format).cells.filter(({ total }) => total);
  return Object.fromEntries(totals.map(({ id }) => [id, figures[id] === null ? '' : String(figures[id])]));
}
