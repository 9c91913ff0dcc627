import { describe, expect, test } from 'vitest';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { readOwnXlsx } from './read-own-xlsx.ts';
import { readXlsx } from './read-xlsx.ts';
import { bookOf, bytesOf, changed, sheetData } from './testing.ts';

const sheet = (number: number) => `xl/worksheets/sheet${number}.xml`;
const documents = 'article-20-1/normative-documents/in-force';

/** The sample with one cell of a sheet made anew, as a person would in Excel. */
async function edited(number: number, address: string, cell: string, content: Content = samples['2021']) {
  const bytes = changed(await bytesOf(content), (xml, name) => {
    if (name !== sheet(number)) return xml;
    const made = xml.replace(new RegExp(`<c r="${address}"([^>]*?)( t="\\w+")?(/>|>.*?</c>)`), (_, look) =>
      cell.replace('<c', `<c r="${address}"${look}`),
    );
    expect(made).not.toBe(xml);
    return made;
  });
  return readOwnXlsx(bytes);
}

describe('a workbook filled in further', () => {
  test('figures come from the table sheets, and what differs from the list is named', async () => {
    const back = await edited(2, 'D5', '<c><v>45</v></c>');
    expect(back?.content.answers['requests/received/natural-person']).toBe('45');
    // The total is still the formula: it is computed, and no difference to tell.
    expect(back?.content.answers['requests/received/total']).toBeUndefined();
    expect(back?.disagreements).toEqual(['requests/received/natural-person']);
  });

  test('a cleared box is blank, a typed text is kept, a typed total stays', async () => {
    expect((await edited(2, 'D5', '<c/>'))?.content.answers['requests/received/natural-person']).toBeUndefined();
    const text = await edited(2, 'D5', '<c t="inlineStr"><is><t>45余</t></is></c>');
    expect(text?.content.answers['requests/received/natural-person']).toBe('45余');
    const total = await edited(2, 'J5', '<c><v>60</v></c>');
    expect(total?.content.answers['requests/received/total']).toBe('60');
    expect(total?.totals.typed).toEqual(['requests/received/total']);
    expect(total?.disagreements).toEqual(['requests/received/total']);
  });

  test('a formula of ours is computed, whatever result was left in it; another one counts by its result', async () => {
    const ours = await edited(2, 'J5', '<c><f>IF(COUNT(D5:I5)=6,SUM(D5:I5),"")</f><v>1</v></c>');
    expect(ours?.content.answers['requests/received/total']).toBeUndefined();
    expect(ours?.totals).toEqual({ computed: lawOf('2021').totals.length, typed: [], emptied: 0 });
    const other = await edited(2, 'D5', '<c><f>40+5</f><v>45</v></c>');
    expect(other?.content.answers['requests/received/natural-person']).toBe('45');
    const unsolved = await edited(2, 'D5', '<c><f>40+5</f></c>');
    expect(unsolved?.content.answers['requests/received/natural-person']).toBeUndefined();
  });

  test('a remark stays with its changed figure and goes with a cleared one', async () => {
    const content = { ...samples['2021'], answers: { ...samples['2021'].answers, [documents]: '17（其中修订16件）' } };
    expect((await edited(1, 'D5', '<c><v>18</v></c>', content))?.content.answers[documents]).toBe('18（其中修订16件）');
    expect((await edited(1, 'D5', '<c/>', content))?.content.answers[documents]).toBeUndefined();
    const typed = await edited(1, 'D5', '<c t="inlineStr"><is><t>18（含1件）</t></is></c>', content);
    expect(typed?.content.answers[documents]).toBe('18（含1件）');
  });

  test('a note below a table may be changed, emptied and added on its sheet', async () => {
    const content = { ...samples['2021'], notes: { '4': ' 注：含上年结转。\n\n第二行' } };
    // 表四 ends with its row of figures, the fifth.
    const note = async (address: string, cell: string) => (await edited(3, address, cell, content))?.content.notes;
    expect(await note('A6', '<c t="inlineStr"><is><t>注：不含上年。</t></is></c>')).toEqual({
      '4': '注：不含上年。\n第二行',
    });
    expect(await note('A6', '<c/>')).toEqual({ '4': '第二行' });
    // Nothing else changed: the note as it was typed.
    expect(await note('A5', '<c><v>3</v></c>')).toEqual(content.notes);
    const below = (row: string) => async () => {
      const bytes = changed(await bytesOf(content), (xml, name) =>
        name === sheet(1) ? xml.replace('</sheetData>', `${row}</sheetData>`) : xml,
      );
      return readOwnXlsx(bytes)?.content.notes;
    };
    const said = '<c r="B40" t="inlineStr"><is><t>注：不含委托。</t></is></c>';
    expect(await below(`<row r="40">${said}</row>`)()).toEqual({ '2': '注：不含委托。', ...content.notes });
    // A sum that someone made beside the form is not printed with it.
    expect(await below(`<row r="40">${said}<c r="C40"><f>1+1</f><v>2</v></c></row>`)()).toEqual(content.notes);
  });

  test('成文日期 is what stands under the texts', async () => {
    const rows = samples['2021'].narratives;
    const last = 1 + 4 + Object.values(rows).reduce((sum, text) => sum + text.split('\n').length, 0) + 1;
    const date = async (words: string) =>
      (await edited(4, `A${last}`, `<c t="inlineStr"><is><t>${words}</t></is></c>`))?.content.date;
    expect(await date('成文日期：2026年2月3日')).toBe('2026-02-03');
    expect(await date('成文日期： 2026-02-03')).toBe('2026-02-03');
    expect(await date('成文日期：2026年2月30日')).toBe('2026-01-20');
  });

  test('a paragraph may be changed, added and emptied', async () => {
    const back = await edited(4, 'B3', '<c t="inlineStr"><is><t>第一行\n第二行</t></is></c>');
    expect(back?.content.narratives).toEqual({ ...samples['2021'].narratives, preamble: '第一行\n第二行' });
  });
});

describe('a workbook that is no longer as it was written', () => {
  const shifted = (xml: string, name: string): string =>
    name === sheet(2)
      ? xml
          .replace(/<row r="(\d+)"/g, (all, row: string) => (Number(row) > 10 ? `<row r="${Number(row) + 1}"` : all))
          .replace(/<c r="([A-Z]+)(\d+)"/g, (all, col: string, row: string) =>
            Number(row) > 10 ? `<c r="${col}${Number(row) + 1}"` : all,
          )
      : xml;

  test('an inserted row leaves it to be read by meaning, without the list of cells', async () => {
    const bytes = changed(await bytesOf(samples['2021']), shifted);
    expect(readOwnXlsx(bytes)).toBeUndefined();
    const read = readXlsx(bytes);
    if (!read.ok) throw new Error(read.message);
    expect(read.source.leftOut).toEqual(['工作表「数据」由本软件写出，供程序读取，没有读入。']);
    expect(read.source.title).toBe('云溪市数据服务局（示例）2025年政府信息公开工作年度报告');
    const tables = read.source.blocks.filter(({ kind }) => kind === 'table');
    expect(tables).toHaveLength(3);
    const said = read.source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(said).toContain('三、收到和处理政府信息公开申请情况');
    expect(said).toContain('一、总体情况');
    expect(said).toContain(samples['2021'].narratives.overview.split('\n')[1]);
  });

  test.each([
    [
      'a renamed sheet',
      (xml: string, name: string) => (name === 'xl/workbook.xml' ? xml.replace('三、申请办理', '三') : xml),
    ],
    [
      'another heading among the texts',
      (xml: string) => xml.replace('<t>五、存在的主要问题及改进情况</t>', '<t>五、问题</t>'),
    ],
    ['another kind', (xml: string) => xml.replace('zfxxgk-annual-report', 'other')],
    ['a format of the future', (xml: string) => xml.replace('<t>2021</t>', '<t>2030</t>')],
    ['an impossible year', (xml: string) => xml.replace('<t>2025</t>', '<t>25</t>')],
  ])('%s', async (_, change) => {
    const bytes = await bytesOf(samples['2021']);
    expect(readOwnXlsx(bytes)).toBeDefined();
    expect(readOwnXlsx(changed(bytes, change))).toBeUndefined();
  });

  test('any other file is not ours', () => {
    expect(readOwnXlsx(new Uint8Array())).toBeUndefined();
    expect(readOwnXlsx(new TextEncoder().encode('kind'))).toBeUndefined();
    expect(readOwnXlsx(bookOf({ 数据: sheetData([['kind', '', 'zfxxgk-annual-report']]) }))).toBeUndefined();
  });
});
