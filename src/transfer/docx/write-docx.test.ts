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
      for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s);
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
    });

    test('the tables: official spans, repeated heads, no row cut', async () => {
      const body = (await partsOf(content))('word/document.xml');
      const tables = body.split('<w:tbl>').slice(1);
      expect(tables).toHaveLength(3);
      const law = lawOf(content.format);
      for (const [at, section] of ([2, 3, 4] as const).entries()) {
        const { head, bodies, widths } = layoutOf(law, section);
        const text = tables[at]?.split('</w:tbl>')[0] ?? '';
        const lines = [...head, ...bodies.flat()];
        const heads = lines.flatMap(({ parts }) => parts).filter((one) => one.kind === 'head');
        const rows = text.split('<w:tr>').slice(1);
        expect(rows).toHaveLength(lines.length);
        expect(many(text, /<w:cantSplit\/>/g)).toBe(lines.length);
        expect(many(text, /<w:tblHeader\/>/g)).toBe(head.length);
        expect(many(text, /<w:gridCol /g)).toBe(widths.length);
        expect(many(text, /<w:vMerge w:val="restart"\/>/g)).toBe(heads.filter(({ rowSpan }) => rowSpan > 1).length);
        // Every row fills the grid.
        for (const row of rows) {
          const spans = [...row.matchAll(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs)].map(([cell]) =>
            Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
          );
          expect(spans.reduce((sum, span) => sum + span, 0)).toBe(widths.length);
        }
      }
    });
  },
);

test('text that XML cannot hold is left out, everything else is kept', async () => {
  const said = '甲<乙>&丙“丁”\u0000\u0008䶮𬱖㛃 \ud83d';
  const content = { ...samples['2021'], narratives: { ...samples['2021'].narratives, others: said } };
  const body = (await partsOf(content))('word/document.xml');
  expect(body).toContain('甲&lt;乙&gt;&amp;丙“丁”䶮𬱖㛃 ');
  for (const sign of ['\u0000', '\u0008', '\ud83d']) expect(body.includes(sign)).toBe(false);
});

test('情况说明 are printed where they are wished', async () => {
  const content = {
    ...samples['2021'],
    explanations: { 'article-20-1/issued/regulations': { text: '当年制发当年废止。', figures: {} } },
  };
  expect((await partsOf(content, true))('word/document.xml')).toContain('当年制发当年废止。');
  expect((await partsOf(content, false))('word/document.xml')).not.toContain('情况说明');
});

test('the document says whose it is', async () => {
  const properties = (await partsOf(samples['2021']))('docProps/core.xml');
  expect(properties).toContain('云溪市数据服务局（示例）2025年政府信息公开工作年度报告');
});
