// The letters of a text that count when two texts are held against each other: a copy has other numbers, another name and other
// paragraphs in front, and the phrases that every report must have are nobody's.
import { withoutAsides } from '../../report/agency-name.ts';

/** Letters. A run of so many that stands in both texts is a repeated one. */
const runLength = 8;

export type Shape = {
  readonly text: string;
  /** Places in `text` of the letters that count, in order. */
  readonly places: Int32Array;
  /** For each of these letters the hash of the run that begins with it; 0 where none does, because the text or a phrase ends. */
  readonly runs: Uint32Array;
};

/** A stretch of a text, in UTF-16 units. */
export type Stretch = { readonly from: number; readonly to: number };

/** What the form and its notices have everybody write. No pattern has an open repetition. */
const prescribed = new RegExp(
  [
    '中华人民共和国政府信息公开条例',
    '国务院办公厅政府信息与政务公开办公室',
    '关于印发.{0,4}(?:中华人民共和国)?政府信息公开工作年度报告格式.{0,8}的通知',
    '政府信息公开工作年度报告',
    '(?:根据|依据|按照).{0,6}条例.{0,20}(?:要求|规定)',
    '(?:编制|形成|发布|公布)(?:本|了本)?(?:年度)?报告',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '政府信息公开行政复议.{0,3}行政诉讼情况',
    '存在的主要问题(?:及|和)改进(?:情况|措施)',
    '其他需要报告的事项',
    '总体情况|主动公开情况|主动公开|依申请公开情况|依申请公开|政府信息管理情况|政府信息管理|政府信息公开平台建设|平台建设|监督保障情况|监督保障|改进情况|改进措施|下一步工作',
    '(?:本报告|报告)?(?:中)?所列数据的?统计(?:期限|时间)',
    '(?:年)?月日(?:起|止|至|到)',
    '(?:报告|年报)?(?:的)?电子版(?:可|请)?(?:在|从|到)?.{0,30}(?:下载|查阅|查询|查看)',
    '如(?:对|有).{0,12}(?:疑问|意见|建议).{0,4}请与.{0,20}联系',
    '(?:未|没有)(?:收到|接到)(?:政府信息公开|信息公开)?申请',
    '(?:未|没有)发生.{0,12}(?:行政复议|行政诉讼)(?:.{0,3}行政诉讼)?',
    '(?:本年度|全年|我局|本机关|本单位)?(?:未|没有|无|不存在)(?:收取|发出)?.{0,10}信息处理费(?:的?情况)?',
    '信息处理费(?:的)?收取情况',
    '认真(?:贯彻)?(?:落实|执行)',
    '习近平新时代中国特色社会主义思想',
    '党的二十(?:大|届.{0,2}中全会)精神',
  ].join('|'),
  'g',
);

/** By code: whether it is a letter that counts. Numbers, in characters too, and marks are none. */
const counts = new Uint8Array(0x10000).fill(1, 0x3400, 0xa000);
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') counts[sign.charCodeAt(0)] = 1;
for (const sign of '零〇一二三四五六七八九十百千万亿两') counts[sign.charCodeAt(0)] = 0;

/** The text's shape, with `agency`'s name left out in the ways people write it. */
export function shapeOf(text: string, agency: string): Shape {
  const skipped = new Uint8Array(text.length);
  const skip = ({ from, to }: Stretch, as: number): void => void skipped.fill(as, from, to);
  for (const name of namesOf(agency)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      skip({ from: at, to: at + name.length }, left);
    }
  }
  for (let at = 0; at < text.length; at++) if (counts[text.charCodeAt(at)] === 0) skipped[at] = left;
  // Phrases are looked for among the letters: a number or a mark in one is no other phrase.
  const all = placesOf(skipped);
  let letters = '';
  for (const place of all) letters += text.charAt(place);
  for (const { 0: phrase, index } of letters.matchAll(prescribed)) {
    for (let at = index; at < index + phrase.length; at++) skipped[all[at] ?? 0] = broken;
  }
  const places = placesOf(skipped);
  return { text, places, runs: runsOf(text, places, skipped) };
}

/** Left out, and what stands on both sides is one run. */
const left = 1;
/** Left out, and no run goes over it. */
const broken = 2;

function placesOf(skipped: Uint8Array): Int32Array {
  const places = new Int32Array(skipped.length);
  let many = 0;
  for (let at = 0; at < skipped.length; at++) if (skipped[at] === 0) places[many++] = at;
  return places.subarray(0, many);
}

function runsOf(text: string, places: Int32Array, skipped: Uint8Array): Uint32Array {
  const runs = new Uint32Array(places.length);
  /** Of each letter: how many phrases stand before it. */
  const phrases = new Int32Array(places.length);
  const codes = new Int32Array(places.length);
  let ends = 0;
  let from = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    for (; from < place; from++) if (skipped[from] === broken && skipped[from - 1] !== broken) ends++;
    phrases[at] = ends;
    codes[at] = text.charCodeAt(place);
  }
  for (let at = 0; at + runLength <= places.length; at++) {
    if (phrases[at] !== phrases[at + runLength - 1]) continue;
    // FNV-1a: two runs of one hash are as good as never two.
    let hash = 0x811c9dc5;
    for (let i = at; i < at + runLength; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x01000193);
    runs[at] = hash >>> 0 || 1;
  }
  return runs;
}

/** 柳荫区商务局: the whole, 柳荫区, 柳荫, 区商务局, 商务局. A single sign is no name. */
function namesOf(agency: string): readonly string[] {
  const name = withoutAsides(agency).trim();
  const [, region = '', sign = '', body = ''] = /^(.{1,20}?)([省市州县区旗镇乡]|街道|新区)(.{0,60})$/.exec(name) ?? [];
  const all = [name, region + sign, region, sign + body, body, ...['我', '本', '全'].map((mine) => mine + sign)];
  return [...new Set(all)].filter((part) => part.length >= 2).sort((a, b) => b.length - a.length);
}

/** How much of `shape` is repeated where `runs` are those of the other text: a share of its letters, and the stretches. */
export function repeatedIn(
  shape: Shape,
  runs: ReadonlySet<number>,
): { readonly share: number; readonly stretches: readonly Stretch[] } {
  const { places } = shape;
  const stretches: { from: number; to: number }[] = [];
  let repeated = 0;
  let end = 0;
  shape.runs.forEach((run, at) => {
    if (run === 0 || !runs.has(run)) return;
    const last = stretches[stretches.length - 1];
    const to = (places[at + runLength - 1] ?? 0) + 1;
    repeated += at + runLength - Math.max(at, end);
    if (last && at <= end) last.to = to;
    else stretches.push({ from: places[at] ?? 0, to });
    end = at + runLength;
  });
  return { share: places.length === 0 ? 0 : repeated / places.length, stretches };
}

export function runSet(shapes: readonly Shape[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { runs } of shapes) for (const run of runs) if (run !== 0) all.add(run);
  return all;
}
