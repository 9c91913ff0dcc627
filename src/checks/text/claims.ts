// What the narratives say in numbers about the subjects of the tables: found by words, each linked to the boxes that it must agree
// with. It reads a clause only when its subject, its object and its scope are plain; what is not plain is passed over.
// Every pattern is bounded: it may fail from each place of a clause, and then costs no more than its bounds.
import { numberOf, numberPattern, type Said } from './numerals.ts';
import { bounded } from './sentences.ts';

export type Claim = {
  /** As it stands in the text: 「新收政府信息公开申请59件」. */
  readonly words: string;
  readonly said: Said;
  /** Sums of rows, by row, any of which it may mean: 收到 is 一, or 一 and 二. */
  readonly means: readonly Meaning[];
  /** A share of all results, if one is given beside it: percent, and how many decimals. */
  readonly share?: { readonly percent: number; readonly decimals: number };
};

/** Cells, by id, whose sum is meant; the first stands for all. */
export type Meaning = readonly string[];

const total = (row: string): string => `requests/${row}/total`;
const received: Meaning = [total('received')];
const carriedIn: Meaning = [total('carried-in')];
const groups = {
  予以公开: [total('granted')],
  部分公开: [total('partly-granted')],
  不予公开: ['refused'],
  无法提供: ['unavailable'],
  不予处理: ['unprocessed'],
  其他处理: ['other'],
} as const;

type Group = keyof typeof groups;
const groupWords = Object.keys(groups).join('|');

/** Rows of a group by the beginning of their ids; the form decides which those are. */
export const groupPrefixes = ['refused', 'unavailable', 'unprocessed', 'other'] as const;

type Rule = {
  /** The first group is the number, the second a share. */
  readonly pattern: RegExp;
  readonly means: (match: RegExpExecArray) => readonly Meaning[];
  /** What must stand in the same sentence, or in the heading of its paragraph. */
  readonly context: RegExp;
  /** It may stand after 其中. */
  readonly isPart?: true;
};

const number = `(${numberPattern})`;
const count = `${number}\\s{0,4}(?:件|份|条|起|部|个|宗)(?:次)?`;
const about = /信息公开申请|依申请公开|公开申请/;
const documents = /规范性文件/;
const documentCell = (column: string): readonly Meaning[] => [[`article-20-1/normative-documents/${column}`]];
const litigation: Meaning = ['disputes/direct-litigation/total', 'disputes/litigation-after-reconsideration/total'];

const rules: readonly Rule[] = [
  {
    pattern: new RegExp(`(?:上(?:一)?年度?|去年)结转(?:[^，\\d一二两三四五六七八九十]{0,12})${count}`),
    means: () => [carriedIn],
    context: about,
  },
  {
    pattern: new RegExp(`结转(?:至|到|入)?(?:下(?:一)?年度?|次年|明年)(?:[^，\\d一二两三四五六七八九十]{0,8})${count}`),
    means: () => [[total('carried-out')]],
    context: about,
  },
  {
    pattern: new RegExp(`(?:新收到?|收到|接收|受理|收办)(?:[^，\\d一二两三四五六七八九十]{0,18}?)${count}`),
    means: () => [received, [...received, ...carriedIn]],
    context: about,
  },
  {
    pattern: new RegExp(`(?:办结|答复)(?:[^，\\d一二两三四五六七八九十]{0,12}?)${count}`),
    means: () => [[total('concluded')]],
    context: about,
  },
  {
    pattern: new RegExp(
      `((?:${groupWords})(?:(?:和|及|与|、|或)(?:${groupWords})){0,5})(?:的)?(?:[^，\\d一二两三四五六七八九十]{0,4}?)${count}(?:[（(，]?占?(?:比|总数的)?\\s{0,4}(\\d{1,3}(?:\\.\\d{1,6})?)[%％])?`,
    ),
    means: (match) => [(match[1] ?? '').split(/和|及|与|、|或/).flatMap((word) => [...(groups[word as Group] ?? [])])],
    context: about,
    isPart: true,
  },
  {
    pattern: new RegExp(`行政复议(?:[^，\\d一二两三四五六七八九十诉讼]{0,10}?)${count}`),
    means: () => [['disputes/reconsideration/total']],
    context: /信息公开|依申请/,
  },
  {
    pattern: new RegExp(`行政诉讼(?:[^，\\d一二两三四五六七八九十]{0,10}?)${count}`),
    means: () => [litigation, ...litigation.map((cell) => [cell])],
    context: /信息公开|依申请/,
  },
  {
    pattern: new RegExp(`(?:制发|制定|出台|印发)(?:[^，\\d一二两三四五六七八九十]{0,6})规范性文件\\s{0,4}${count}`),
    means: () => documentCell('issued'),
    context: documents,
  },
  {
    pattern: new RegExp(`废止(?:失效|和失效)?(?:[^，\\d一二两三四五六七八九十章]{0,10}?)${count}`),
    means: () => documentCell('repealed'),
    context: documents,
  },
  {
    pattern: new RegExp(`现行有效(?:的)?(?:[^，\\d一二两三四五六七八九十章]{0,10}?)${count}`),
    means: () => documentCell('in-force'),
    context: documents,
  },
];

/** Numbers after these are of another year or of a difference. */
const comparison = /较|比上|比去|比\d|同比|环比|相比|与去年|与上年|增长|增加|减少|下降/;
/** Parts of what is counted: by way, by applicant. */
const part = /网上|网络|线上|在线|当面|信函|邮寄|传真|邮件|平台收|自然人|法人|企业|商业|其中/;
/** Things counted that are no applications. */
const otherThings = /留言|来信|来电|咨询|提案|议案|建议|热线|投诉|举报|信访|问卷|舆情|回复|更正/;

/** All claims of a narrative, in order. */
export function claimsOf(text: string, agency: string): readonly Claim[] {
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    // A heading of a paragraph says what its sentences are about.
    const heading =
      /^\s{0,20}(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、是])[^。]{0,20}/.exec(line)?.[0] ?? '';
    return line
      .split(/[。；]/)
      .flatMap(bounded)
      .flatMap((sentence) => sentenceClaims(sentence, heading, agency));
  });
}

function sentenceClaims(sentence: string, heading: string, agency: string): readonly Claim[] {
  const claims: Claim[] = [];
  const told = rules.filter(({ context }) => context.test(sentence) || context.test(heading));
  if (told.length === 0) return [];
  let isPart = false;
  let isOwn = true;
  for (const clause of sentence.split(/[，,：](?!\d{3}(?!\d))/)) {
    if (/其中|分别|包括/.test(clause)) isPart = true;
    // 「，收到…」 goes on with whoever was named before.
    isOwn = scopeOf(clause, agency) ?? isOwn;
    const compared = comparison.exec(clause);
    const plain = compared ? clause.slice(0, compared.index) : clause;
    if (!isOwn || otherThings.test(plain)) continue;
    for (const rule of told) {
      if (isPart && !rule.isPart) continue;
      const match = rule.pattern.exec(plain);
      if (!match || isDenied(plain, match.index)) continue;
      if (!rule.isPart && part.test(plain)) continue;
      const claim = claimOf(rule, match);
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

function claimOf(rule: Rule, match: RegExpExecArray): Claim | undefined {
  const isGroup = rule.isPart === true;
  const said = numberOf(match[isGroup ? 2 : 1] ?? '');
  const percent = isGroup ? match[3] : undefined;
  if (!said) return undefined;
  return {
    words: match[0],
    said,
    means: rule.means(match),
    ...(percent === undefined
      ? {}
      : { share: { percent: Number(percent), decimals: percent.split('.')[1]?.length ?? 0 } }),
  };
}

/** 未收到, 不予以公开: the words before turn it round. */
function isDenied(clause: string, at: number): boolean {
  return /(?:未|没有|无|不|尚未)$/.test(clause.slice(Math.max(0, at - 2), at));
}

/** Whether a clause is of the body itself; undefined where it names nobody. */
function scopeOf(clause: string, agency: string): boolean | undefined {
  const subject = /(?:新收|收到|受理|收办|办结|答复|接收|发生|办理)/.exec(clause);
  const before = (subject ? clause.slice(0, subject.index) : clause)
    .replace(/\d{4}年度?|全年|本年度?|今年|年内|截至[^日]{0,30}日|共计?|累计|依法|按时|规范|已|均/g, '')
    .replace(/^[\s（(一二三四五六七八九十）)、]+/, '')
    .trim();
  if (!subject || before === '') return undefined;
  if (agency !== '' && (before.includes(agency) || agency.endsWith(before))) return true;
  if (/(?:本|我|全)(?:机关|单位|局|委|办|厅|部|院|中心|[省市县区旗镇乡街道]{1,2}|系统)/.test(before)) return true;
  if (/(?:办公室|政府办|[局委厅办镇乡]|街道|部门|单位|本级|[一-龥]{2}[县区市])$/.test(before)) return false;
  return undefined;
}
