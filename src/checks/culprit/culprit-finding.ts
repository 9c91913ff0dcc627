// A suspicion said in the form's own words: which box, what it should probably say, and what kind of slip it looks like.
import { figureNumber, figureText } from '../../report/figure.ts';
import { type Cell, cellName, rowName } from '../../report/format.ts';
import { write } from '../../report/reading.ts';
import type { Finding, Suspect } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import type { Steps } from '../steps.ts';
import { computedTotal, isKnown } from '../verdict.ts';
import { type Forgotten, forgottenRows } from './forgotten.ts';
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
export function* culpritFindings(law: Law, judged: Judgement): Steps<readonly Finding[]> {
  const found = yield* suspicions(law, judged);
  yield;
  const likely = found.filter(({ isLikely }) => isLikely);
  const told = new Set(likely.flatMap(({ mends }) => mends));
  const forgotten = forgottenRows(law, judged).filter(({ mends }) => !mends.some((at) => told.has(at)));
  const possible = found.filter(({ isLikely }) => !isLikely);
  const alone = possible.filter(({ mends }) => !forgotten.some((row) => row.mends.some((at) => mends.includes(at))));
  return [
    ...likely.flatMap((suspicion) => findingOf(law, judged, suspicion, likelySuspects(law, judged, suspicion)) ?? []),
    ...forgotten.flatMap((row) => {
      // What else may be behind the same sums stands after it.
      const others = possible.filter(({ mends }) => mends.every((at) => row.mends.includes(at)));
      const suspects = [forgottenSuspect(law, judged, row), ...others.flatMap((one) => possibleSuspects(law, one))];
      const isSaid = new Set(row.changes.map(({ cell }) => law.cells[cell]?.id));
      return (
        findingOf(
          law,
          judged,
          { mends: row.mends, isLikely: false },
          suspects.filter(({ changes }, at) => at === 0 || !changes.some(({ cell }) => isSaid.has(cell))),
        ) ?? []
      );
    }),
    ...alone.flatMap((suspicion) => findingOf(law, judged, suspicion, possibleSuspects(law, suspicion)) ?? []),
  ];
}

function findingOf(
  law: Law,
  judged: Judgement,
  { mends, isLikely }: Pick<Suspicion, 'mends' | 'isLikely'>,
  suspects: readonly Suspect[],
): Finding | undefined {
  const [first] = suspects;
  const ids = [...new Set(suspects.flatMap(({ changes }) => changes.map(({ cell }) => cell)))];
  const numbers = ids.map((id) => law.indexOf.get(id) ?? -1);
  const cells = numbers.flatMap((at) => law.cells[at] ?? []);
  const [leading] = cells;
  if (!first || !leading) return undefined;
  const figure = (at: number, cell: Cell): number | null =>
    isKnown(judged.states[at]) ? figureNumber(judged.values[at] ?? 0, cell) : null;
  return {
    kind: 'culprit',
    id: `culprit/${leading.id}`,
    level: 'must',
    section: leading.table.section,
    sentence: first.sentence,
    // Boxes that only may be wrong are not marked in the table: most of them are innocent.
    cells: isLikely ? ids : [],
    figures: Object.fromEntries(cells.map((cell, at) => [cell.id, figure(numbers[at] ?? -1, cell)])),
    suspects,
    isLikely,
    mends: mends.flatMap((at) => law.relations[at]?.id ?? []),
  };
}

const likelySuspects = (law: Law, judged: Judgement, { alternatives, mends }: Suspicion): readonly Suspect[] =>
  alternatives.map((slip) => suspectOf(law, judged, slip, mends.length));

/** The boxes alone, in official order: any of them would do, so no figure is put forward. */
function possibleSuspects(law: Law, { alternatives }: Suspicion): readonly Suspect[] {
  const name = (at: number): string => {
    const cell = law.cells[at];
    return cell ? cellName(cell) : '';
  };
  return [...alternatives]
    .sort((a, b) => (a.changes[0]?.cell ?? 0) - (b.changes[0]?.cell ?? 0))
    .map(({ kind, changes }) => {
      const boxes = changes.map(({ cell }) => name(cell));
      const why = words[kind] && `（像是${words[kind]}）`;
      const most = 2;
      const said = boxes.length > most ? `${boxes[0]} 等 ${boxes.length} 格` : boxes.join('、');
      return {
        sentence: `${said}${why}`,
        changes: changes.map(({ cell }) => ({ cell: law.cells[cell]?.id ?? '', figure: '', write: '' })),
      };
    });
}

/** 「四、结转下年度继续办理是不是漏填了？自然人填的是 0，与其他各项差 103」 */
function forgottenSuspect(law: Law, judged: Judgement, { changes }: Forgotten): Suspect {
  const cells = changes.flatMap(({ cell: at, to }) => {
    const cell = law.cells[at];
    return cell ? [{ cell, at, to }] : [];
  });
  const [first] = cells;
  const parts = cells.map(({ cell, at, to }) => {
    const is = isKnown(judged.states[at]) ? '填的是 0' : '没有填';
    return `${cell.column.label}${is}，与其他各项差 ${figureText(to, cell)}`;
  });
  return {
    sentence: `${first ? rowName(first.cell.row) : ''}是不是漏填了？${parts.join('；')}`,
    changes: cells.map(({ cell, to }) => ({ cell: cell.id, figure: figureText(to, cell), write: '' })),
  };
}

function suspectOf(law: Law, judged: Judgement, { kind, changes }: Slip, mended: number): Suspect {
  const holds = mended > 1 ? `${counted[mended] ?? ` ${mended} `}处合计全部相符` : '这处合计相符';
  const why = words[kind] && `（${words[kind]}）`;
  return {
    sentence: `${said(law, judged, kind, changes)}${holds}${why}`,
    changes: changes.flatMap(({ cell: at, to }) => {
      const cell = law.cells[at];
      return cell ? [{ cell: cell.id, figure: figureText(to, cell), write: written(law, judged, cell, to) }] : [];
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
function written(law: Law, judged: Judgement, cell: Cell, to: number): string {
  if (cell.total && computedTotal(law, judged, cell.id) === to) return '';
  const { reading } = judged.at(cell.id);
  return write(to, cell.decimals, reading?.kind === 'figure' ? reading.remark : undefined);
}
