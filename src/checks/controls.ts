// 核对总计: totals as they stand on someone's paper, held against those of the form. They bring back what computed totals cannot tell.

import type { Answers } from '../report/draft.ts';
import { figureNumber, figureText } from '../report/figure.ts';
import { cellName } from '../report/format.ts';
import { read } from '../report/reading.ts';
import type { SaidSum } from './culprit/suspicion.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judge.ts';
import type { Law } from './law.ts';

/** Paper was added up by hand, and may be wrong too. */
const sure = 0.97;

type Controlled = {
  readonly findings: readonly Finding[];
  /** For whoever looks for wrong boxes. */
  readonly said: readonly SaidSum[];
};

/** Of the totals that can be read, in official order. */
export function weighControls(law: Law, judged: Judgement, controls: Answers = {}): Controlled {
  const said: SaidSum[] = [];
  const findings: Finding[] = [];
  for (const cell of law.cells) {
    const text = controls[cell.id];
    if (text === undefined) continue;
    const reading = read(text, cell);
    if (reading.kind !== 'figure') continue;
    const paper = figureText(reading.figure, cell);
    said.push({
      sums: [[cell.id]],
      said: figureNumber(reading.figure, cell),
      sure,
      words: `底稿上${cellName(cell)}是 ${paper}`,
    });
    const { figure } = judged.at(cell.id);
    if (figure === undefined || figure === reading.figure) continue;
    const off = reading.figure - figure;
    findings.push({
      kind: 'sum',
      id: `sum/${cell.id}`,
      level: 'confirm',
      section: cell.table.section,
      sentence: `${cellName(cell)}：底稿上的总计是 ${paper}，表中是 ${figureText(figure, cell)}，${off > 0 ? '少' : '多'} ${figureText(Math.abs(off), cell)}。`,
      cells: [cell.id],
      figures: { [cell.id]: figureNumber(figure, cell), [`control/${cell.id}`]: figureNumber(reading.figure, cell) },
      hint: '底稿上的总计填错了的，在“核对总计”里改。',
    });
  }
  return { findings, said };
}
