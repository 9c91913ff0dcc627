import { expect, test } from 'vitest';
import { noNarratives } from '../../report/draft.ts';
import { atOnce } from '../steps.ts';
import { createLibrary, type OtherReport } from './copies.ts';
import { repeatedIn, runSet, shapeOf } from './shape.ts';

const overview =
  '围绕群众关心的就医、就学，在网站开设“家门口的服务”专栏，按街道列出诊所和学校的地址、时间和办事材料，全年更新312次。' +
  '对来信问得多的十二个问题逐个录成短片，放在大厅循环播放，也发给社区网格员带到楼栋里讲。';
const report = (agency: string, year: number, text = overview): OtherReport => ({
  agency,
  year,
  narratives: { ...noNarratives, overview: text },
});
const marked = (...reports: OtherReport[]) =>
  reports.map((report, at) => ({ ...report, mark: `${at} ${report.agency}` }));
function copiesOf(own: OtherReport, others: readonly OtherReport[] = [], last?: OtherReport) {
  const library = createLibrary();
  library.know(marked(...others));
  return atOnce(library.copies(own, last?.narratives));
}

const own = report('柳荫区卫生健康局', 2025);

test('a copy is found with other numbers and names and its sentences moved', () => {
  const [first = '', second = ''] = overview.split('。');
  const theirs = report('浔溪县教育局', 2025, `${second}。${first.replace('312', '48')}。`);
  const [copy] = copiesOf(own, [report('双泉市财政局', 2025, '与此无关的一段话。'.repeat(20)), theirs]);
  expect(copy).toMatchObject({ narrative: 'overview', of: { agency: '浔溪县教育局', year: 2025 } });
  expect(copy?.share).toBeGreaterThan(0.9);
  expect(copy?.wholeShare).toBe(copy?.share);
});

test('last year’s report is asked for by itself', () => {
  const last = report(own.agency, 2024);
  expect(copiesOf(own, [], last)[0]?.of.year).toBe(2024);
});

test('no copy is another draft of the same report, or a later one that was copied from it', () => {
  expect(copiesOf(own, [report(own.agency, 2025), report(own.agency, 2026), report('浔溪县教育局', 2026)])).toEqual([]);
  expect(copiesOf(own, [report(own.agency, 2022)])[0]?.of.year).toBe(2022);
});

test('what everyone must write, and what is short, is no copy', () => {
  const stock =
    '根据《中华人民共和国政府信息公开条例》要求编制本报告。全年未收到政府信息公开申请。没有收取信息处理费。';
  expect(copiesOf(report('甲县水利局', 2025, stock), [report('乙县水利局', 2025, stock)])).toEqual([]);
});

test('reports that are no longer there are forgotten', () => {
  const library = createLibrary();
  library.know(marked(report('浔溪县教育局', 2025)));
  expect(atOnce(library.copies(own, undefined))).toHaveLength(1);
  library.know([]);
  expect(atOnce(library.copies(own, undefined))).toEqual([]);
});

test('the stretches stand where the repeated words do, numbers within them included', () => {
  const text = '今年换了做法。在网站开设“家门口的服务”专栏，按街道列出诊所和学校的地址，更新96次。';
  const { stretches, share } = repeatedIn(shapeOf(text, ''), runSet([shapeOf(overview, '')]));
  expect(stretches.map(({ from, to }) => text.slice(from, to))).toEqual([
    '在网站开设“家门口的服务”专栏，按街道列出诊所和学校的地址',
  ]);
  expect(share).toBeGreaterThan(0.6);
});
