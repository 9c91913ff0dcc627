// A suspicion said in the form's own words: which box, what it should probably say, and what kind of slip it looks like.
import { figureNumber, figureText } from '../../report/figure.ts';
import { type Cell, cellName } from '../../report/format.ts';
import { write } from '../../report/reading.ts';
import type { Finding, Suspect } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import { computedTotal } from '../verdict.ts';
import type { Change, Slip } from './localise.ts';
import type { SlipKind } from './slip.ts';
import { type Suspicion, suspicions } from './suspicion.ts';

const words: Readonly<Record<SlipKind, string>> = {
  transposed: '数字颠倒',
  repeated: '数字重复',
  dropped: '漏了一位数字',
  added: '多了一位数字',
  changed: '有一位数字不同',
  'times-ten': '差一个 0',
  sign: '正负号',
  missed: '漏填了',
  other: '',
  exchanged: '两格填反了',
  shifted: '错位了一格',
};

/** As they are said before 处. */
const counted = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** One for each mistake that can be told; none where the sums hold. */
export function culpritFindings(law: Law, judged: Judgement): readonly Finding[] {
  return suspicions(law, judged).flatMap((suspicion) => findingOf(law, judged, suspicion) ?? []);
}

function findingOf(law: Law, judged: Judgement, { alternatives, mends }: Suspicion): Finding | undefined {
  const suspects = alternatives.map((slip) => suspectOf(law, judged, slip, mends.length));
  const [first] = suspects;
  const numbers = [...new Set(alternatives.flatMap(({ changes }) => changes.map(({ cell }) => cell)))];
  const cells = numbers.flatMap((at) => law.cells[at] ?? []);
  const [leading] = cells;
  if (!first || !leading) return undefined;
  return {
    id: `culprit/${leading.id}`,
    level: 'must',
    section: leading.table.section,
    sentence: first.sentence,
    cells: cells.map(({ id }) => id),
    figures: Object.fromEntries(
      cells.map((cell, at) => [cell.id, figureNumber(judged.values[numbers[at] ?? -1] ?? 0, cell)]),
    ),
    suspects,
    mends: mends.flatMap((at) => law.relations[at]?.id ?? []),
  };
}

function suspectOf(law: Law, judged: Judgement, { kind, changes }: Slip, mended: number): Suspect {
  const holds = mended > 1 ? `${counted[mended] ?? ` ${mended} `}处合计全部相符` : '这处合计相符';
  const why = words[kind] && `（${words[kind]}）`;
  return {
    sentence: `${said(law, judged, kind, changes)}${holds}${why}`,
    changes: changes.flatMap(({ cell: at, to }) => {
      const cell = law.cells[at];
      return cell ? [{ cell: cell.id, figure: figureText(to, cell), write: written(law, judged, at, cell, to) }] : [];
    }),
  };
}

function said(law: Law, judged: Judgement, kind: SlipKind, changes: readonly Change[]): string {
  const parts = changes.flatMap(({ cell: at, to }) => {
    const cell = law.cells[at];
    return cell ? [{ cell, from: figureText(judged.values[at] ?? 0, cell), to: figureText(to, cell) }] : [];
  });
  const [first, second] = parts;
  if (!first) return '';
  if (kind === 'exchanged' && second) {
    return `${cellName(first.cell)}填的是 ${first.from}，${cellName(second.cell)}填的是 ${second.from}，若对调则`;
  }
  if (kind === 'shifted') {
    const isRow = parts.every(({ cell }) => cell.row === first.cell.row);
    return `${isRow ? '一行' : '一列'}里从 ${cellName(first.cell)}起有 ${parts.length} 格，若移回一格则`;
  }
  return `${cellName(first.cell)}：填的是 ${first.from}，若为 ${first.to} 则`;
}

/** A total that then equals its parts goes back to being computed; a remark stays beside its figure. */
function written(law: Law, judged: Judgement, at: number, cell: Cell, to: number): string {
  if (cell.total && computedTotal(law, judged, at) === to) return '';
  const reading = judged.readings[at];
  return write(to, cell.decimals, reading?.kind === 'figure' ? reading.remark : undefined);
}
