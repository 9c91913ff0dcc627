// What a person should look at in a report before it is published: slips in its sentences, what its sections do not say, what repeats
// another report, the wrong form. Every one of these but the form may be right in some report, so they are please-confirm findings.
import { narrativeIds, narrativePlaces } from '../../report/format.ts';
import { longestAgency, looked } from '../../report/limits.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import { instruction, personName, unnamedParts } from './contents.ts';
import type { Copy } from './copies.ts';
import { late, regulations, wrongForm } from './formal.ts';
import { missedSum } from './lists.ts';
import { fees, overview, problems } from './sections.ts';
import { debris, otherBody, personalNumber, placeholder } from './slips.ts';
import { staleYear } from './stale-year.ts';
import { inSentences, textFinding } from './text-finding.ts';
import type { Written } from './written.ts';

export function lintFindings(law: Law, judged: Judgement, all: Written): readonly Finding[] {
  const written: Written = { ...all, agency: looked(all.agency, longestAgency) };
  return [
    wrongForm(law, written.year),
    late(written),
    ...slips(written),
    person(written),
    parts(written),
    ...overview(law, judged, written),
    problems(written),
    fees(law, judged, written),
    regulations(law, judged, written.agency),
  ].filter((finding) => finding !== undefined);
}

type Slip = {
  readonly kind: string;
  readonly says: (words: string) => string;
  readonly find: (sentence: string) => string | undefined;
  /** Each narrative has a finding of its own; otherwise the first that has it has the one of the report. */
  readonly isEach?: true;
};

const after =
  (says: string) =>
  (words: string): string =>
    `「${words}」：${says}`;

function slips({ narratives, agency, year }: Written): readonly Finding[] {
  const all: readonly Slip[] = [
    { kind: 'debris', says: after('有 Word 留下的标记，发布前应删去'), find: debris },
    { kind: 'placeholder', says: after('有没填的空位'), find: placeholder },
    { kind: 'instructions', says: after('是格式里的填写要求，发布前应删去'), find: instruction },
    { kind: 'body', says: after('写的像是别的机关'), find: (sentence) => otherBody(sentence, agency) },
    {
      kind: 'year',
      says: after(`像是上年没有改过来的年份（本报告是 ${year} 年度）`),
      find: (sentence) => staleYear(sentence, year),
      isEach: true,
    },
    {
      kind: 'sum',
      says: (words) => words,
      find(sentence) {
        const missed = missedSum(sentence);
        return missed && `「${missed.words}」：各项加起来是 ${missed.sum}`;
      },
      isEach: true,
    },
    { kind: 'personal', says: after('像是个人的证件号、手机号或银行卡号，不应公开'), find: personalNumber },
  ];
  return all.flatMap(({ kind, says, find, isEach }) => {
    const found = narrativeIds.flatMap((id) => {
      const finding = inSentences(isEach ? `${kind}/${id}` : kind, id, looked(narratives[id]), says, find);
      return finding ?? [];
    });
    return isEach ? found : found.slice(0, 1);
  });
}

/** The name may stand on the line after its label. */
function person({ narratives }: Written): Finding | undefined {
  for (const id of narrativeIds) {
    const words = personName(looked(narratives[id]));
    if (words === undefined) continue;
    const says = '写了个人姓名，联系方式写到科室和办公电话即可';
    return textFinding('person', id, `${narrativePlaces[id]}「${words}」：${says}。`, words);
  }
  return undefined;
}

function parts({ narratives }: Written): Finding | undefined {
  const text = looked(narratives.preamble);
  const unnamed = unnamedParts(text);
  if (unnamed.length === 0) return undefined;
  return textFinding(
    'parts-named',
    'preamble',
    `引言说报告有六个部分，没有列出或名称不同：${unnamed.join('；')}。`,
    text,
  );
}

/** `narratives` are those in which the copies were found. */
export function copyFindings(copies: readonly Copy[], { agency, year, narratives }: Written): readonly Finding[] {
  return copies.map(({ narrative, share, wholeShare, of }) => {
    const isOwn = of.agency.trim() === agency.trim();
    const whose =
      isOwn && of.year === year - 1
        ? '去年的报告'
        : isOwn
          ? `${of.year} 年度的报告`
          : `${of.agency || '另一份草稿'} ${of.year} 年度的报告`;
    const sentence = `${narrativePlaces[narrative]}有 ${percent(share)} 的文字与${whose}相同（全文 ${percent(wholeShare)}，数字和名称不算）。`;
    return {
      ...textFinding(`copied/${narrative}`, narrative, sentence, `${whose} ${looked(narratives[narrative])}`),
      hint: isOwn
        ? '评比时，一半以上与上年相同要扣分：请写今年的情况。'
        : '评比时，与其他单位雷同要扣分：请写本机关自己的情况。',
      copied: { narrative, of },
    };
  });
}

const percent = (share: number): string => `${Math.floor(share * 100)}%`;
