// What a person should look at in a report before it is published: slips in its sentences, what section 五 or 六 does not say, figures
// that such a body hardly has. Every one of these may be right in some report, so all of them are please-confirm findings.
import type { Narratives } from '../../report/draft.ts';
import { figureNumber } from '../../report/figure.ts';
import { type NarrativeId, narrativeIds, narrativePlaces, type SectionNumber } from '../../report/format.ts';
import { longestAgency, looked } from '../../report/limits.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import { isKnown } from '../verdict.ts';
import { sentencesOf, similarity, textMark } from './sentences.ts';
import { debris, otherBody, personalNumber, placeholder } from './slips.ts';
import { staleYear } from './stale-year.ts';

export type Written = {
  readonly agency: string;
  readonly year: number;
  readonly narratives: Narratives;
  /** Last year's, where that report is here. */
  readonly lastNarratives: Narratives | undefined;
  /** Someone wants the report to be final: what is not written at all counts too. */
  readonly isFinalising: boolean;
};

/** Where a narrative stands. The preamble has no section of its own; it is printed before the first. */
const sectionOf: Readonly<Record<NarrativeId, SectionNumber>> = { preamble: 1, overview: 1, problems: 5, others: 6 };

const document = '政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）';

export function lintFindings(law: Law, judged: Judgement, all: Written): readonly Finding[] {
  const written: Written = { ...all, agency: looked(all.agency, longestAgency) };
  return [
    ...inNarratives(written, 'debris', '有 Word 留下的标记，发布前应删去', debris),
    ...inNarratives(written, 'placeholder', '有没填的空位', placeholder),
    ...inNarratives(written, 'body', '写的像是别的机关', (sentence) => otherBody(sentence, written.agency)),
    ...inNarratives(written, 'year', `像是上年没有改过来的年份（本报告是 ${written.year} 年度）`, (sentence) =>
      staleYear(sentence, written.year),
    ),
    ...inNarratives(written, 'personal', '像是个人的证件号、手机号或银行卡号，不应公开', personalNumber),
    ...problems(written),
    ...fees(law, judged, written),
    ...regulations(law, judged, written),
  ];
}

/** One finding a kind, on the first place, with all places in its mark. */
function inNarratives(
  { narratives }: Written,
  kind: string,
  says: string,
  find: (sentence: string, narrative: NarrativeId) => string | undefined,
): readonly Finding[] {
  const found = narrativeIds.flatMap((id) =>
    sentencesOf(looked(narratives[id])).flatMap((sentence) => {
      const what = find(sentence, id);
      return what === undefined ? [] : [{ id, sentence, what }];
    }),
  );
  const [first] = found;
  if (!first) return [];
  const more = found.length > 1 ? `，另有 ${found.length - 1} 处` : '';
  const all = found.map(({ sentence }) => sentence).join('\n');
  return [textFinding(kind, first.id, `${narrativePlaces[first.id]}「${clip(first.what)}」：${says}${more}。`, all)];
}

const clip = (what: string): string => (what.length > 40 ? `${what.slice(0, 40)}…` : what);

function textFinding(kind: string, narrative: NarrativeId, sentence: string, about: string): Finding {
  return {
    kind: 'lint',
    id: `lint/${kind}`,
    level: 'confirm',
    section: sectionOf[narrative],
    sentence,
    cells: [],
    figures: { [`text/${narrative}`]: textMark(about) },
  };
}

/** Nearly last year's: as much alike as only a copy is. */
const copied = 0.9;
/** Characters. Of shorter texts likeness says nothing. */
const comparable = 40;

function problems({ narratives, lastNarratives, isFinalising }: Written): readonly Finding[] {
  const text = looked(narratives.problems).trim();
  const source = { document, place: '五、存在的主要问题及改进情况' };
  if (text === '' && !isFinalising) return [];
  if (/^(?:暂?无|没有|无问题|不存在问题|未发现问题)?[。.]?$/.test(text)) {
    const says = text === '' ? '第五部分没有写' : `第五部分只写了「${text}」`;
    return [{ ...textFinding('problems', 'problems', `${says}：应写存在的问题和改进情况。`, text), source }];
  }
  const last = looked(lastNarratives?.problems ?? '').trim();
  if (text.length < comparable || last.length < comparable) return [];
  const alike = similarity(text, last);
  if (alike < copied) return [];
  const percent = Math.floor(alike * 100);
  return [
    {
      ...textFinding('problems', 'problems', `第五部分与去年的有 ${percent}% 相同：请写今年的问题和改进。`, text),
      hint: '去年的文字在第五部分一步里，与今年的并排。',
      source,
    },
  ];
}

function fees(law: Law, judged: Judgement, { narratives, isFinalising }: Written): readonly Finding[] {
  const text = looked(narratives.others).trim();
  const source = { document, place: '六、其他需要报告的事项：信息处理费' };
  if (text === '' && !isFinalising) return [];
  const isAsked = law.sections.some(
    ({ number, asks }) => number === 6 && asks.some((line) => line.includes('信息处理费')),
  );
  const told = /处理费|收费|收取/.test(text);
  const unpaid = law.cells.flatMap((cell, at) =>
    cell.id.startsWith('requests/other-fee-unpaid/') && !cell.total && isKnown(judged.states[at])
      ? [{ cell, figure: figureNumber(judged.values[at] ?? 0, cell) }]
      : [],
  );
  const many = unpaid.reduce((sum, { figure }) => sum + figure, 0);
  if (many > 0 && !/[1-9一二两三四五六七八九十]\d{0,12}[件份笔元]/.test(told ? text : '')) {
    const [first] = unpaid.filter(({ figure }) => figure > 0);
    return [
      {
        kind: 'lint',
        id: 'lint/fee-unpaid',
        level: 'confirm',
        section: 6,
        sentence: `三（六）2 有 ${many} 件因逾期不缴费不再处理，第六部分没有写发出收费通知的件数和金额。`,
        cells: first ? [first.cell.id] : [],
        figures: {
          ...Object.fromEntries(unpaid.map(({ cell, figure }) => [cell.id, figure])),
          'text/others': textMark(text),
        },
        source,
      },
    ];
  }
  if (told || !isAsked) return [];
  return [{ ...textFinding('fee', 'others', '第六部分没有写信息处理费的收取情况：没有收取也要写明。', text), source }];
}

/** 立法法: 国务院部门, and governments of provinces, cities with districts and autonomous prefectures. */
function regulations(law: Law, judged: Judgement, { agency }: Written): readonly Finding[] {
  if (agency.trim() === '' || canMakeRegulations(agency)) return [];
  const claimed = law.cells.flatMap((cell, at) => {
    const value = judged.values[at] ?? 0;
    const isOne = cell.id.startsWith('article-20-1/regulations/') && isKnown(judged.states[at]) && value > 0;
    return isOne ? [{ cell, figure: figureNumber(value, cell) }] : [];
  });
  const [first] = claimed;
  if (!first) return [];
  return [
    {
      kind: 'lint',
      id: 'lint/regulations',
      level: 'confirm',
      section: 2,
      sentence: `规章填了 ${first.figure} 件：规章只由国务院部门和省、设区的市、自治州人民政府制定，其他机关一般填 0。`,
      cells: claimed.map(({ cell }) => cell.id),
      figures: Object.fromEntries(claimed.map(({ cell, figure }) => [cell.id, figure])),
      source: { document: '中华人民共和国立法法', place: '第九十一条、第九十三条' },
    },
  ];
}

function canMakeRegulations(agency: string): boolean {
  const name = agency.replace(/（[^（）]*）|\([^()]*\)/g, '').trim();
  if (/^(?:国家|中华人民共和国|国务院|中国)|^[一-龥]{2,6}部$/.test(name)) return true;
  const government = /^(.*?)(?:人民政府|政府)(?:办公厅|办公室)?$/.exec(name)?.[1];
  // A city may be one with districts or of a county's rank: its name does not tell.
  return government !== undefined && !/(?:县|旗|[^地]区|乡|镇|街道)$/.test(government.replace(/自治区$/, '省'));
}
