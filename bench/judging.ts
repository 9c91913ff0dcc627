// Judging one whole report, in Node: the median of 40 batches.
import { expect } from '@playwright/test';
import { judgeAnswers } from '../src/checks/judge.ts';
import type { Law } from '../src/checks/law.ts';
import { judgeFigures, noFigures, noVerdicts, state, verdict } from '../src/checks/verdict.ts';
import { figureFromNumber } from '../src/report/figure.ts';
import type { Figures } from './expected.ts';
import { type Line, median, us } from './table.ts';

export function judging(law: Law, report: Figures): Line[] {
  const figures = noFigures(law);
  const answers: Record<string, string> = {};
  law.cells.forEach((cell, at) => {
    const figure = figureFromNumber(report[cell.id] ?? Number.NaN, cell);
    // Totals untouched, as they are after an import: so they are computed each time.
    if (figure === undefined || cell.total) return;
    figures.states[at] = state.figure;
    figures.values[at] = figure;
    answers[cell.id] = String(report[cell.id]);
  });
  const out = noVerdicts(law);
  const toVerdicts = timePerCall(() => judgeFigures(law, figures, undefined, out), 5000);
  const toFindings = timePerCall(() => judgeAnswers(law, answers), 100);
  const weighed = law.flat.map(({ needsLastYear }, at) => needsLastYear || out.verdicts[at] === verdict.holds);
  expect(weighed).not.toContain(false);
  return [
    { what: 'figures → verdicts, one report', app: us(toVerdicts), aim: '≤ 5 µs', met: toVerdicts <= 5 },
    { what: 'text → findings, one report', app: us(toFindings) },
  ];
}

/** In µs. */
function timePerCall(act: () => void, times: number): number {
  const batches = Array.from({ length: 40 }, () => {
    const start = performance.now();
    for (let at = 0; at < times; at++) act();
    return ((performance.now() - start) * 1000) / times;
  });
  return median(batches);
}
