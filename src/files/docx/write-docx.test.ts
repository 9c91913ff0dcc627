// The Word document against the page that GB/T 9704 asks for and against the official tables.
import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { printed } from '../paper/printed.ts';
import { openZip } from '../zip.ts';
import { writeDocx } from './write-docx.ts';

async function partsOf(content: Content, withExplanations = false): Promise<(name: string) => string> {
  const zip = openZip(new Uint8Array(await writeDocx(printed(content, { withExplanations }))));
  return (name) => new TextDecoder().decode(zip.read(name));
}

const many = (text: string, sign: RegExp): number => (text.match(sign) ?? []).length;
const rowsOf = (table: string): readonly string[] => table.split('<w:tr>').slice(1);
const cellsOf = (row: string): readonly string[] => row.split('<w:tc>').slice(1);
const numbers = (text: string, sign: RegExp): readonly number[] =>
  [...text.matchAll(sign)].map(([, found]) => Number(found));
const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);
const tablesOf = (body: string): readonly string[] =>
  body
    .split('<w:tbl>')
    .slice(1)
    .map((text) => text.split('</w:tbl>')[0] ?? '');
/** What a reader sees of a piece of the document: its text, line breaks left out. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
    .map(([, text]) => text ?? '\t')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const paragraphsOf = (body: string): readonly string[] => body.match(/<w:p>.*?<\/w:p>/gs) ?? [];
/** Twips of a length in mm; Word rounds to whole ones. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440);

describe.each(Object.values(samples).map((content) => [content.format, content] as const))(
  'format %s',
  (_, content) => {
    test('the page: A4, its margins, page numbers odd right and even left', async () => {
      const part = await partsOf(content);
      const body = part('word/document.xml');
      expect(body).toContain(`<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"`);
      for (const [side, length] of Object.entries({ top: 37, bottom: 35, left: 28, right: 26 })) {
        expect(body).toMatch(new RegExp(`<w:pgMar[^>]* w:${side}="${mm(length)}"`));
      }
      expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
      const footers = [part('word/footer1.xml'), part('word/footer2.xml')];
      expect(footers.filter((text) => text.includes('w:val="right"'))).toHaveLength(1);
      expect(footers.filter((text) => text.includes('w:val="left"'))).toHaveLength(1);
      for (const footer of footers) {
        expect(footer).toMatch(/— .*PAGE.* —/s);
        // 4号半角宋体, the digits too.
        expect(footer).toMatch(/w:ascii="宋体"[^>]*\/><w:sz w:val="28"\/>/);
      }
      // 18 pt of line end 7 mm below the type area, which ends 35 mm above the edge.
      const distance = Number(/w:footer="(\d+)"/.exec(body)?.[1]);
      expect(Math.abs(distance + 18 * 20 - mm(35 - 7))).toBeLessThan(mm(0.5));
      expect(body).toMatch(/<w:footerReference w:type="even"/);
    });

    test('the type: fonts, sizes, 28 pt leading and two characters of indent', async () => {
      const part = await partsOf(content);
      const body = part('word/document.xml');
      const styles = part('word/styles.xml');
      expect(styles).toMatch(
        /w:docDefaults.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*w:line="560" w:lineRule="exact"/s,
      );
      expect(styles).toMatch(/w:styleId="Heading1".*w:eastAsia="黑体"/s);
      expect(body).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>/);
      expect(body).toMatch(/w:firstLineChars="200"/);
      if (content.format === '2021') expect(body).toContain('w:eastAsia="楷体_GB2312"');
      expect(many(body, /<w:pStyle w:val="Heading1"\/>/g)).toBe(6);
      expect(/w:styleId="Heading1".*?<\/w:style>/s.exec(styles)?.[0]).toContain('<w:outlineLvl w:val="0"/>');
      expect(styles).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>');
      // “ ” and … are Chinese in every run.
      expect(many(body, /w:hint="eastAsia"/g)).toBe(many(body, /<w:rFonts /g));
      for (const run of body.match(/<w:r>.*?<\/w:r>/gs) ?? []) expect(run).toContain('<w:rFonts ');
    });

    test('the tables: official spans, repeated heads, no row cut, none split', async () => {
      const tables = tablesOf((await partsOf(content))('word/document.xml'));
      expect(tables).toHaveLength(3);
      const law = lawOf(content.format);
      for (const [at, section] of ([2, 3, 4] as const).entries()) {
        const { head, bodies, widths } = layoutOf(law, section);
        const text = tables[at] ?? '';
        const lines = [...head, ...bodies.flat()];
        const rows = rowsOf(text);
        expect(rows).toHaveLength(lines.length);
        expect(many(text, /<w:cantSplit\/>/g)).toBe(lines.length);
        expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(lines.map((_, line) => line < head.length));
        // Kept with the next row, in every cell, until the last.
        for (const [line, row] of rows.entries()) {
          expect(many(row, /<w:keepNext\/>/g)).toBe(line < rows.length - 1 ? cellsOf(row).length : 0);
        }
        expect(numbers(text, /<w:gridCol w:w="(\d+)"/g)).toHaveLength(widths.length);
        expect(sum(numbers(text, /<w:gridCol w:w="(\d+)"/g))).toBe(mm(156));
        expect(text).toContain('<w:tblLayout w:type="fixed"/>');
        for (const row of rows) {
          expect(sum(numbers(row, /<w:gridSpan w:val="(\d+)"/g))).toBe(widths.length);
          expect(sum(numbers(row, /<w:tcW w:type="dxa" w:w="(\d+)"/g))).toBe(mm(156));
        }
        // Each row has the parts of the layout, in order, and beside them only places covered from above.
        const spans = rows.map((row) =>
          cellsOf(row)
            .filter((cell) => !cell.includes('<w:vMerge w:val="continue"/>'))
            .map((cell) => [Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1]), cell.includes('w:val="restart"')]),
        );
        expect(spans).toEqual(
          lines.map(({ parts }) => parts.map((part) => [part.colSpan, part.kind === 'head' && part.rowSpan > 1])),
        );
        const heads = lines.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'head' ? [part] : [])));
        expect(many(text, /<w:vMerge w:val="continue"\/>/g)).toBe(sum(heads.map(({ rowSpan }) => rowSpan - 1)));
      }
    });

    test('every label and every figure stands in its place', async () => {
      const tables = tablesOf((await partsOf(content))('word/document.xml'));
      const { words } = printed(content, { withExplanations: false });
      const law = lawOf(content.format);
      expect([...words.values()]).not.toContain('');
      for (const [at, section] of ([2, 3, 4] as const).entries()) {
        const { head, bodies } = layoutOf(law, section);
        const said = rowsOf(tables[at] ?? '').map((row) =>
          cellsOf(row)
            .filter((cell) => !cell.includes('<w:vMerge w:val="continue"/>'))
            .map(textOf),
        );
        expect(said).toEqual(
          [...head, ...bodies.flat()].map(({ parts }) =>
            parts.map((part) => (part.kind === 'head' ? part.label : words.get(part.cell.id))),
          ),
        );
      }
    });

    test('every paragraph of every narrative is there, in order, word for word', async () => {
      const body = (await partsOf(content))('word/document.xml').replace(/<w:tbl>.*?<\/w:tbl>/gs, '');
      const { agency, title, preamble, sections, signature } = printed(content, { withExplanations: false });
      const lines = (said: typeof preamble): readonly string[] => said.map(({ lead, rest }) => lead + rest);
      expect(paragraphsOf(body).map(textOf)).toEqual([
        agency,
        title,
        ...lines(preamble),
        // An empty paragraph stands behind a table.
        ...sections.flatMap(({ heading, narrative, table }) => [
          heading,
          ...lines(narrative?.lines ?? []),
          ...(table ? [''] : []),
        ]),
        signature?.agency,
        signature?.date,
      ]);
    });
  },
);

test('text that XML cannot hold is left out, everything else is kept', async () => {
  const said = '甲<乙>&丙“丁”\'"\u0000\u0008䶮𬱖㛃\u3000\u00a0戊\t己 \ufffe庚\ud83d辛…—😀。';
  const content = {
    ...samples['2021'],
    agency: `甲&乙<丙>\u0001局`,
    narratives: { ...samples['2021'].narratives, others: said },
  };
  const part = await partsOf(content);
  const body = part('word/document.xml');
  const kept = '甲<乙>&丙“丁”\'"䶮𬱖㛃\u3000\u00a0戊\t己 庚辛…—😀。';
  expect(paragraphsOf(body).map(textOf)).toContain(kept);
  expect(body).toContain('甲&lt;乙&gt;&amp;丙');
  expect(part('docProps/core.xml')).toContain('<dc:creator>甲&amp;乙&lt;丙&gt;局</dc:creator>');
});

test('a remark stands in its cell, smaller where the column is narrow; a long figure is set smaller', async () => {
  const answers = {
    ...samples['2021'].answers,
    'article-20-1/normative-documents/issued': '22（其中修订16件）',
    'requests/received/natural-person': '55（含自然失效29件）',
    'requests/received/business': '1234567',
    'requests/received/research': '',
  };
  const tables = tablesOf((await partsOf({ ...samples['2021'], answers }))('word/document.xml'));
  const sized = (table: number, text: string): readonly number[] => {
    const cell = rowsOf(tables[table] ?? '')
      .flatMap(cellsOf)
      .find((one) => textOf(one) === text);
    const runs = cell?.replace(/<w:pPr>.*?<\/w:pPr>/s, '') ?? '';
    return numbers(runs, /<w:sz w:val="(\d+)"/g).map((half) => half / 2);
  };
  expect(sized(0, '22（其中修订16件）')).toEqual([10, 10]);
  expect(sized(1, '55（含自然失效29件）')).toEqual([10, 7]);
  expect(sized(1, '1234567')).toEqual([8]);
  expect(sized(1, '')).toEqual([]);
});

test('the signature: date four characters from the right, the agency over it, neither alone on a page', async () => {
  const content = { ...samples['2021'], agency: '某县人民政府', date: '2026-01-20' };
  const lines = paragraphsOf((await partsOf(content))('word/document.xml'));
  const [before = '', agency = '', date = ''] = lines.slice(-3);
  expect(textOf(agency)).toBe('某县人民政府');
  expect(agency).toContain(`<w:ind w:right="${4.25 * 16 * 20}"/><w:jc w:val="right"/>`);
  expect(textOf(date)).toBe('2026年1月20日');
  expect(date).toContain(`<w:ind w:right="${4 * 16 * 20}"/><w:jc w:val="right"/>`);
  expect([before, agency, date].map((line) => line.includes('<w:keepNext/>'))).toEqual([true, true, false]);
  const unsigned = paragraphsOf((await partsOf({ ...content, date: '' }))('word/document.xml'));
  expect(unsigned).toHaveLength(lines.length - 2);
});

test('a note stands below its table, small, from the left, a paragraph a line, and stays with it', async () => {
  const content = { ...samples['2021'], notes: { '3': '注：按件统计。\n\n（一）甲。乙', '4': '注：含上年结转。' } };
  const body = (await partsOf(content))('word/document.xml');
  const after = (table: number) => paragraphsOf(body.split('</w:tbl>')[table] ?? '').slice(0, 3);
  expect(after(1).slice(0, 2).map(textOf)).toEqual(['', '三、收到和处理政府信息公开申请情况']);
  expect(after(2).map(textOf)).toEqual(['注：按件统计。', '（一）甲。乙', '']);
  expect(after(3).map(textOf)).toEqual(['注：含上年结转。', '', '五、存在的主要问题及改进情况']);
  for (const line of [...after(2).slice(0, 2), ...after(3).slice(0, 1)]) {
    expect(line).toContain('<w:jc w:val="left"/>');
    expect(line).not.toContain('w:firstLine');
    expect(line).toMatch(/w:eastAsia="宋体"[^>]*\/><w:sz w:val="21"\/>/);
  }
  // The last row is kept with the note; where there is none, with nothing.
  const lastRow = (table: number) => rowsOf(tablesOf(body)[table] ?? '').at(-1) ?? '';
  expect([0, 1, 2].map((table) => lastRow(table).includes('<w:keepNext/>'))).toEqual([false, true, true]);
});

test('情况说明 are printed where they are wished', async () => {
  const content = {
    ...samples['2021'],
    explanations: { 'article-20-1/issued/regulations': { text: '当年制发当年废止。', figures: {} } },
  };
  const lines = paragraphsOf((await partsOf(content, true))('word/document.xml'));
  const heading = lines.findIndex((line) => textOf(line) === '情况说明');
  expect(lines[heading]).toContain('<w:pStyle w:val="Heading1"/>');
  expect(textOf(lines[heading + 1] ?? '')).toMatch(/当年制发当年废止。$/);
  expect(textOf(lines[heading + 2] ?? '')).toBe(content.agency);
  expect((await partsOf(content, false))('word/document.xml')).not.toContain('情况说明');
});

test('the document says whose it is', async () => {
  const properties = (await partsOf(samples['2021']))('docProps/core.xml');
  expect(properties).toContain('<dc:title>云溪市数据服务局（示例）2025年政府信息公开工作年度报告</dc:title>');
  expect(properties).toContain('<dc:creator>云溪市数据服务局（示例）</dc:creator>');
});
