// A suspicion said in the form's own words, only as strongly as it is known: which box, what it should say, what slip it looks like, and
// what speaks for it.
import { figureNumber, figureText } from '../../report/figure.ts';
import { type Cell, cellName, rowName } from '../../report/format.ts';
import { write } from '../../report/reading.ts';
import type { Finding, Suspect } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import type { Steps } from '../steps.ts';
import { computedTotal, isKnown } from '../verdict.ts';
import type { Change } from './equations.ts';
import type { Hypothesis, SlipKind } from './faults.ts';
import { madeOf, type SaidSum, type Suspicion, suspicions } from './suspicion.ts';

const words: Readonly<Record<SlipKind, string>> = {
  transposed: '数字颠倒',
  repeated: '数字重复',
  dropped: '漏了一位数字',
  added: '多了一位数字',
  changed: '有一位数字不同',
  'times-ten': '差一个 0',
  miscounted: '差了一点',
  sign: '正负号',
  missed: '漏填了',
  other: '',
  exchanged: '两格填反了',
  shifted: '错位了一格',
  moved: '填到了另一格',
  'two-kinds': '同一件在两处算作不同的申请人',
  'row-missed': '整行漏填了',
};

/** As they are said before 处. */
const counted = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** From so sure on a figure is put forward, with a button; from `possible` on boxes are named; below, the broken sum says as much. */
const likely = 0.9;
const possible = 0.5;
/** Or where a few together are so sure. */
const several = 0.8;
/** Of those that may be, the ones that are listed. */
const listed = 0.08;
const mostListed = 4;

/** One for each fault that can be told; none where the sums hold. */
export function* culpritFindings(
  law: Law,
  judged: Judgement,
  said: readonly SaidSum[] = [],
): Steps<readonly Finding[]> {
  const found = yield* suspicions(law, judged, said);
  yield;
  return found.flatMap((suspicion) => findingOf(law, judged, suspicion, said) ?? []);
}

function findingOf(
  law: Law,
  judged: Judgement,
  { hypotheses, mends }: Suspicion,
  said: readonly SaidSum[],
): Finding | undefined {
  const [best] = hypotheses;
  const few = hypotheses.filter(({ probability }) => probability >= listed).slice(0, mostListed);
  const together = few.reduce((sum, { probability }) => sum + probability, 0);
  if (!best || (best.probability < possible && together < several)) return undefined;
  const isLikely = best.probability >= likely;
  const told = isLikely ? [best] : few;
  const suspects = told.map((hypothesis) => suspectOf(law, judged, hypothesis, mends.length, said));
  const numbers = [...new Set(told.flatMap(({ changes }) => changes.map(({ cell }) => cell)))];
  const cells = numbers.flatMap((at) => law.cells[at] ?? []);
  const [leading] = cells;
  const [first] = suspects;
  if (!leading || !first) return undefined;
  const figure = (at: number, cell: Cell): number | null =>
    isKnown(judged.states[at]) ? figureNumber(judged.values[at] ?? 0, cell) : null;
  return {
    kind: 'culprit',
    id: `culprit/${leading.id}`,
    level: 'must',
    section: leading.table.section,
    sentence: first.sentence,
    // Boxes that only may be wrong are not marked in the table: most of them are innocent.
    cells: isLikely ? cells.map(({ id }) => id) : [],
    figures: Object.fromEntries(cells.map((cell, at) => [cell.id, figure(numbers[at] ?? -1, cell)])),
    suspects,
    isLikely,
    mends: mends.flatMap((at) => law.relations[at]?.id ?? []),
  };
}

function suspectOf(
  law: Law,
  judged: Judgement,
  hypothesis: Hypothesis,
  mended: number,
  said: readonly SaidSum[],
): Suspect {
  const { kind, changes, probability } = hypothesis;
  const holds = mended > 1 ? `${counted[mended] ?? ` ${mended} `}处合计全部相符` : '这处合计相符';
  const why = words[kind] && `（${words[kind]}）`;
  return {
    sentence: `${sentenceOf(law, judged, kind, changes)}${holds}${why}`,
    changes: changes.flatMap(({ cell: at, to }) => {
      const cell = law.cells[at];
      return cell ? [{ cell: cell.id, figure: figureText(to, cell), write: written(law, judged, cell, to) }] : [];
    }),
    probability,
    reasons: reasonsOf(law, judged, changes, said),
  };
}

type Part = { readonly cell: Cell; readonly from: string; readonly to: string };

function sentenceOf(law: Law, judged: Judgement, kind: SlipKind, changes: readonly Change[]): string {
  const parts = changes.flatMap(({ cell: at, to }): Part[] => {
    const cell = law.cells[at];
    if (!cell) return [];
    return [{ cell, from: figureText(judged.values[at] ?? 0, cell), to: figureText(to, cell) }];
  });
  const [first, second] = parts;
  if (!first) return '';
  if (kind === 'row-missed') {
    const each = parts.map(({ cell, to }) => `${cell.column.label}填的是 0，与其他各项差 ${to}`);
    return `${rowName(first.cell.row)}是不是漏填了？${each.join('；')}。补上则`;
  }
  if (kind === 'exchanged' && second) {
    return `${cellName(first.cell)}填的是 ${first.from}，${cellName(second.cell)}填的是 ${second.from}，若对调则`;
  }
  if (kind === 'shifted') {
    const isRow = parts.every(({ cell }) => cell.row === first.cell.row);
    return `${isRow ? '一行' : '一列'}里从 ${cellName(first.cell)}起有 ${parts.length} 格，若移回一格则`;
  }
  return `${parts.map(({ cell, from, to }) => `${cellName(cell)}：填的是 ${from}，若为 ${to}`).join('；')} 则`;
}

/** What else speaks for it: what the words say, and last year's figure. */
function reasonsOf(
  law: Law,
  judged: Judgement,
  changes: readonly Change[],
  said: readonly SaidSum[],
): readonly string[] {
  const change = new Map(changes.map(({ cell, to }) => [cell, to - (judged.values[cell] ?? 0)]));
  const made = madeOf(law, judged);
  const fits = (ids: readonly string[], sum: number, isAfter: boolean): boolean =>
    sum ===
    ids
      .flatMap((id) => made(law.indexOf.get(id) ?? -1) ?? [])
      .reduce((all, at) => all + (judged.values[at] ?? 0) + (isAfter ? (change.get(at) ?? 0) : 0), 0);
  const agreeing = said.filter(
    ({ sums, said }) => sums.some((ids) => fits(ids, said, true)) && !sums.some((ids) => fits(ids, said, false)),
  );
  const [only, ...more] = changes;
  const cell = only && more.length === 0 ? law.cells[only.cell] : undefined;
  const last = only ? (judged.lastYear?.[only.cell] ?? Number.NaN) : Number.NaN;
  return [
    ...new Set(agreeing.map(({ words }) => words)),
    ...(cell && !Number.isNaN(last) ? [`去年 ${figureText(last, cell)}`] : []),
  ];
}

/** A total that then equals its parts goes back to being computed; a remark stays beside its figure. */
function written(law: Law, judged: Judgement, cell: Cell, to: number): string {
  if (cell.total && computedTotal(law, judged, cell.id) === to) return '';
  const { reading } = judged.at(cell.id);
  return write(to, cell.decimals, reading?.kind === 'figure' ? reading.remark : undefined);
}
