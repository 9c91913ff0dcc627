// Whose report it may be and of which year, from sentences that say so, where the title does not: 「现公布…2024年…」,
// 「统计期限为2024年1月1日至12月31日」, the name under the report. A person looks at it before it is taken.
import { reportYearOf } from '../../report/report-year.ts';
import { folded } from './wording.ts';

export type Offers = { readonly agency?: string; readonly year?: number };

const digits = '(\\d{4}|[〇○零一二三四五六七八九]{4})';

const period = new RegExp(
  `${digits}年(?:1|01|一|元)月(?:1|01|一)日?[^。；\\d〇一二三四五六七八九]{0,6}(?:${digits}年)?(?:12|十二)月(?:31|三十一)日`,
);
const named = new RegExp(
  `(?:^|[，。；：、])(?:现|特)(?:将|予|向社会)?(?:公布|发布|公开)?([^，。；《》\\d]{3,40}?)${digits}年度?(?:的)?(?:政府信息|信息公开|政务公开)`,
);
const madeBy = /(?:报告|年报)(?:是|系)?由([^，。；《》]{3,40}?)(?:负责)?(?:编制|编写|撰写|制作|发布)/;
const accordingly =
  /(?:^|[。；])([^，。；《》]{3,30}?)(?:根据|依据|按照|依照)(?:新修订的)?《(?:中华人民共和国)?政府信息公开条例》/;

const officeEnd = /(?:府|局|委|委员会|办|厅|院|会|处|站|队|所|中心|公司|室|部|社|行|校|学|馆|园|科|组|台|（示例）)$/;
/** 本机关, 我局, 全市各部门 name nobody. */
const nobody = /^(?:本|我|该|各|全|其|有关|相关)/;

/** `texts` are the paragraphs of the report, `signed` is the name under it or empty. */
export function offersOf(texts: readonly string[], signed: string): Offers {
  const plain = texts.map((text) => text.replace(/\s+/g, ''));
  const agency = [
    ...plain.map((text) => named.exec(text)?.[1]),
    ...plain.map((text) => madeBy.exec(text)?.[1]),
    signed,
    ...plain.map((text) => accordingly.exec(text)?.[1]),
  ]
    .map((name) => (name ?? '').replace(/^(?:公布|发布|公开|将)/, '').replace(/的$/, ''))
    .find(isAgency);
  const year = yearIn(plain);
  return { ...(agency ? { agency } : {}), ...(year ? { year } : {}) };
}

const isAgency = (name: string): boolean => name.length >= 3 && officeEnd.test(name) && !nobody.test(name);

/** The year of the period, if just one is named; a sentence that calls it that goes before others. */
function yearIn(texts: readonly string[]): number | undefined {
  const sentences = texts.flatMap((text) => text.split(/[。；]/)).map(folded);
  const years = (among: readonly string[]): readonly number[] => [
    ...new Set(
      among.flatMap((sentence) => {
        const [, from = '', to = from] = period.exec(sentence) ?? [];
        return from !== '' && reportYearOf(from) === reportYearOf(to) ? (reportYearOf(from) ?? []) : [];
      }),
    ),
  ];
  const said = years(sentences.filter((sentence) => /统计|期限|时限|起止|数据/.test(sentence)));
  const found = said.length > 0 ? said : years(sentences);
  const [only] = found;
  if (found.length === 1) return only;
  const titled = new Set(sentences.flatMap((sentence) => reportYearOf(named.exec(sentence)?.[2] ?? '') ?? []));
  return found.length === 0 && titled.size === 1 ? [...titled][0] : undefined;
}
