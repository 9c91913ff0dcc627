// What a narrative should hold and does not, or holds and should not: figures of its own, the notice's own instructions, a rate of 100 %
// beside cases carried over, the parts that a preamble names, a person's name.
import { levelOf } from './bodies.ts';

const unit =
  '(?:件次|人次|条|件|次|个|篇|期|场|人|名|份|项|部|起|宗|批|处|家|户|小时|版|栏|类|辆|张|幅|块|轮|册|字|万|亿|元|余|多|%|％)';
const figure = new RegExp(`(?:^|[^第\\d.〔\\[])\\d{1,12}(?:[.,，]\\d{1,6})?\\s?${unit}`);
/** 一个 and 一批 count nothing. */
const figureInCharacters =
  /(?:^|[^第二两三四五六七八九十百千])(?:[二两三四五六七八九十百千]{1,8}|[零〇])(?:件|条|次|篇|期|场|人|份)/;
const zeroInWords = /(?:未|没有|无)[^，,。；;]{0,24}(?:申请|复议|诉讼)/;

/** Whether a text has a number of something, and not only dates, articles and ordinals. */
export function hasFigures(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/“[^”]{0,40}”/g, '')
    .replace(/\d{1,4}年|\d{1,2}月|\d{1,2}日|\d{1,4}号/g, '');
  return figure.test(plain) || figureInCharacters.test(plain) || zeroInWords.test(plain);
}

const general = /部分地区|一些地区|个别地区|一些部门|部分部门|各级政府部门|有的地方|一些地方|部分单位和地区/;

/** Words about others in general, where a body should tell of itself; a whole area may speak of its parts with figures. */
export function generalWords(text: string, agency: string): string | undefined {
  const level = levelOf(agency);
  if (level !== undefined && !/[镇乡]/.test(level) && hasFigures(text)) return undefined;
  return general.exec(text)?.[0];
}

/** The notice's words on how to fill the form in. */
const instructionWords =
  /该部分以表格形式报告|[（(]\s{0,4}文字描述[^）)]{0,60}[）)]|收取信息处理费情况在此处报告|[（(]\s{0,4}此处[^）)]{0,20}填写[^）)]{0,20}[）)]/;

export const instruction = (sentence: string): string | undefined => instructionWords.exec(sentence)?.[0];

const wholeRate =
  /([^，,。；;：:]{0,24}?)(?:办结率|答复率|办复率|回复率|答结率)[^，,。；;]{0,10}?(?:100(?:\.0{1,2})?\s?%|百分之百|百分百)/g;

/** A rate of answers of 100 % that is not said to be of those that were due; `sentence` has a bound. */
export function wholeRateOf(sentence: string): string | undefined {
  if (!sentence.includes('率')) return undefined;
  const plain = sentence.normalize('NFKC');
  if (/建议|提案|热线|留言|工单|信访|来信|信箱|信件|咨询|投诉|诉求|求助/.test(plain)) return undefined;
  for (const [found, before = ''] of plain.matchAll(wholeRate)) {
    if (!/按时|按期|及时|限时|如期|期限|时限|到期|期内/.test(before)) return found;
  }
  return undefined;
}

/** The six parts by the words that only their titles have. */
const parts: readonly (readonly [name: string, words: RegExp])[] = [
  ['总体情况', /总体情况|总体概况|基本情况/],
  ['主动公开政府信息情况', /主动公开/],
  ['收到和处理政府信息公开申请情况', /收到和处理|申请/],
  ['政府信息公开行政复议、行政诉讼情况', /复议/],
  ['存在的主要问题及改进情况', /问题/],
  ['其他需要报告的事项', /其[他它][^，。；、]{0,8}(?:事项|情况|内容)/],
];

/** Of a preamble that says that the report has six parts and names them: those it does not name. */
export function unnamedParts(preamble: string): readonly string[] {
  const said = /(?:六|6)\s?(?:个|大)?(?:部分|方面)/.exec(preamble.normalize('NFKC'));
  if (!said) return [];
  const named = parts.filter(([, words]) => words.test(preamble));
  return named.length < 2 ? [] : parts.filter((part) => !named.includes(part)).map(([name]) => name);
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const compound = '欧阳|上官|司马|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|申屠|长孙';
/** Words of their own after 联系人, where no colon stands. */
const rarely = /[于时和向成方应常全关连项及万单毕涂门明]/g;
const who =
  '(?:联\\s{0,3}[系络]|经\\s{0,3}办|填\\s{0,3}报|责\\s{0,3}任|咨\\s{0,3}询|负\\s{0,3}责|审\\s{0,3}核)\\s{0,3}人';
const office = '(?:[一-龥]{1,12}[科室局办处股部]\\s{0,3})?';
const name = (first: string): string => `(?:${compound}|[${first}])\\s{0,3}[一-龥](?:\\s{0,3}[一-龥])?`;
const end = '(?=$|[\\s，,、；;。（()）]|电话|联系|主任|科长|先生|女士|同志|邮箱|负责)';
const person = new RegExp(
  `${who}\\s{0,3}(?:(?:姓\\s{0,3}名)?(?:[：:]|为|是)\\s{0,3}${office}(${name(surnames)})|[\\s]{0,3}(${name(surnames.replace(rarely, ''))}))${end}`,
);

/** A person named as the one to turn to; the place is an office's. */
export function personName(text: string): string | undefined {
  const found = person.exec(text);
  const said = found?.[1] ?? found?.[2];
  const name = said?.replace(/\s/g, '') ?? '';
  return name === '' || /[科室局办处股部委]$/.test(name) ? undefined : found?.[0].replace(/\s+/g, ' ').trim();
}
