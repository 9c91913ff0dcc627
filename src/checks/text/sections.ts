// What a section should hold and does not: aspects and figures in 一, problems in 五, fees in 六.
import { figureNumber } from '../../report/figure.ts';
import { looked } from '../../report/limits.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import { isKnown } from '../verdict.ts';
import { missingAspects } from './aspects.ts';
import { generalWords, hasFigures, wholeRateOf } from './contents.ts';
import { textMark } from './sentences.ts';
import { inSentences, lintFinding, textFinding } from './text-finding.ts';
import type { Written } from './written.ts';

const document = '政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）';
const asked = { document, place: '一、总体情况' };

/** Characters. A shorter text has only been begun. */
const begun = 40;

export function overview(law: Law, judged: Judgement, written: Written): readonly (Finding | undefined)[] {
  const text = looked(written.narratives.overview).trim();
  if (text === '') return [];
  return [
    aspects(law, text, written),
    figures(text, written),
    inSentences('all-done', 'overview', text, allDone, hasCarriedOut(law, judged) ? wholeRateOf : () => undefined),
  ];
}

const allDone = (words: string): string =>
  `「${words}」：表三“四、结转下年度继续办理”不是 0，还有没办完的。如指到期的全部按时办结，请写明“按时”`;

function hasCarriedOut(law: Law, judged: Judgement): boolean {
  const at = law.indexOf.get('requests/carried-out/total') ?? -1;
  return isKnown(judged.states[at]) && (judged.values[at] ?? 0) > 0;
}

/** Only the form of 2021 says which. */
function aspects(law: Law, text: string, { isFinalising }: Written): Finding | undefined {
  const asksAll = law.sections.some(({ number, asks }) => number === 1 && asks.length > 0) && law.id !== '2019';
  const missing = asksAll ? missingAspects(text, isFinalising) : [];
  if (missing.length === 0) return undefined;
  const sentence = `第一部分没有写到${missing.join('、')}：总体情况应当包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。`;
  return { ...textFinding('aspects', 'overview', sentence, text), source: asked };
}

function figures(text: string, { agency, isFinalising }: Written): Finding | undefined {
  const general = generalWords(text, agency);
  const isEmpty = (text.length >= begun || isFinalising) && !hasFigures(text);
  if (general === undefined && !isEmpty) return undefined;
  const sentence =
    general === undefined
      ? '第一部分没有一个本机关的数字：请写明公开了多少条、收到多少件等。'
      : `第一部分说的是「${general}」：请写本机关自己的情况，最好有数字。`;
  return { ...textFinding('no-figures', 'overview', sentence, text), source: asked };
}

export function problems({ narratives, isFinalising }: Written): Finding | undefined {
  const text = looked(narratives.problems).trim();
  if (text === '' && !isFinalising) return undefined;
  if (!/^(?:暂?无|没有|无问题|不存在问题|未发现问题)?[。.]?$/.test(text)) return undefined;
  const says = text === '' ? '第五部分没有写' : `第五部分只写了「${text}」`;
  return {
    ...textFinding('problems', 'problems', `${says}：应写存在的问题和改进情况。`, text),
    source: { document, place: '五、存在的主要问题及改进情况' },
  };
}

export function fees(law: Law, judged: Judgement, { narratives, isFinalising }: Written): Finding | undefined {
  const text = looked(narratives.others).trim();
  const source = { document, place: '六、其他需要报告的事项：信息处理费' };
  if (text === '' && !isFinalising) return undefined;
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
    const sentence = `三（六）2 有 ${many} 件因逾期不缴费不再处理，第六部分没有写发出收费通知的件数和金额。`;
    return {
      ...lintFinding('fee-unpaid', 6, sentence),
      cells: first ? [first.cell.id] : [],
      figures: {
        ...Object.fromEntries(unpaid.map(({ cell, figure }) => [cell.id, figure])),
        'text/others': textMark(text),
      },
      source,
    };
  }
  if (told || !isAsked) return undefined;
  return { ...textFinding('fee', 'others', '第六部分没有写信息处理费的收取情况：没有收取也要写明。', text), source };
}
