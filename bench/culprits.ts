// How often the wrong box is named, and named first, when slips are put into the figures of clean published reports.
import { answerOf, caseOf, figuresOf, situations } from '../fixtures/calibration.ts';
import { type Injected, pairsOf, slipsOf, totalsTyped } from '../fixtures/slips.ts';
import { suspicions } from '../src/checks/culprit/suspicion.ts';
import { judgeAnswers } from '../src/checks/judge.ts';
import { atOnce } from '../src/checks/steps.ts';
import { lawOf } from '../src/formats/registry.ts';
import type { Content } from '../src/report/draft.ts';
import { type Line, median, ms } from './table.ts';

type Count = { all: number; first: number; figure: number; ties: number };

type Found = {
  readonly kinds: ReadonlyMap<string, Count>;
  readonly slowest: number;
  readonly falseAlarms: number;
};

/** From so sure on a figure is put forward. */
const sure = 0.9;
/** Cases a situation, counted from a seed that is above all that the weights were fitted with. */
const [cases, unseen] = [1000, 1_000_000];

/** Over all the reports; ms. */
function measureCulprits(reports: readonly Content[]): Found {
  const kinds = new Map<string, Count>();
  let slowest = 0;
  let falseAlarms = 0;
  for (const { format, answers } of reports) {
    const law = lawOf(format);
    const right = totalsTyped(law, answers);
    if (atOnce(suspicions(law, judgeAnswers(law, right))).length > 0) falseAlarms++;
    const slips = slipsOf(law, right);
    for (const injected of [...slips, ...pairsOf(slips, 400)]) {
      const judged = judgeAnswers(law, injected.wrong);
      const found = atOnce(suspicions(law, judged));
      slowest = Math.max(
        slowest,
        time(() => atOnce(suspicions(law, judged))),
      );
      const count = kinds.get(injected.kind) ?? { all: 0, first: 0, figure: 0, ties: 0 };
      kinds.set(injected.kind, count);
      count.all++;
      const named = found.flatMap(({ hypotheses }) => hypotheses[0]?.changes ?? []);
      const isNamed = injected.cells.every((id) => named.some(({ cell }) => law.cells[cell]?.id === id));
      const isRight = named.every(({ cell, to }) => String(to) === rightFigure(injected, law.cells[cell]?.id ?? ''));
      if (isNamed) count.first++;
      if (isNamed && isRight) count.figure++;
      if (found.some(({ hypotheses: [best] }) => (best?.probability ?? 0) < sure)) count.ties++;
    }
  }
  return { kinds, slowest, falseAlarms };
}

/** ms; the best of three, so that it is the work that is timed and not what the machine did beside it. */
function time(act: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const rightFigure = ({ right }: Injected, id: string): string => right[id] ?? '';

export function culpritLines(reports: readonly Content[]): Line[] {
  const { kinds, slowest, falseAlarms } = measureCulprits(reports);
  const share = (part: number, all: number): string => `${((part / all) * 100).toFixed(1)} %`;
  const lines = [...kinds].map(([kind, { all, first, figure, ties }]): Line => {
    const aim = kind === 'two slips' ? 0.9 : 1;
    return {
      what: `slip found: ${kind} (${all})`,
      app: `cell ${share(first, all)}, figure ${share(figure, all)}, not sure ${ties}`,
      aim: kind === 'two slips' ? 'both cells ≥ 90 %' : 'cell 100 %, figure ≥ 95 %',
      met: first / all >= aim && (aim < 1 || figure / all >= 0.95),
    };
  });
  return [
    ...lines,
    ...calibrationLines(reports),
    { what: 'suspicion on a report that holds', app: String(falseAlarms), aim: 'none', met: falseAlarms === 0 },
    { what: 'slip found: slowest', app: ms(slowest), aim: '≤ 50 ms', met: slowest <= 50 },
  ];
}

/** How often the likeliest slip is spoken of as all but sure, and is right then; on cases the weights were not fitted on. */
function calibrationLines(reports: readonly Content[]): Line[] {
  const figures = reports.filter(({ format }) => format === '2021').map(figuresOf);
  const share = (part: number, all: number): string => `${((part / Math.max(1, all)) * 100).toFixed(1)} %`;
  const bins = Array.from({ length: 10 }, () => ({ all: 0, said: 0, right: 0 }));
  const lines = situations.map((situation): Line => {
    const answers = [...Array(cases).keys()].flatMap((seed) => {
      const made = caseOf(unseen + seed, situation, figures);
      return made ? [answerOf(made)] : [];
    });
    for (const { probability, isRight } of answers.flatMap(({ said }) => said)) {
      const bin = bins[Math.min(9, Math.floor(probability * 10))];
      if (!bin) continue;
      bin.all++;
      bin.said += probability;
      if (isRight) bin.right++;
    }
    const speaks = answers.filter(({ said }) => said.some(({ probability }) => probability >= sure));
    const right = speaks.filter(({ said }) => said.every(({ probability, isRight }) => probability < sure || isRight));
    const innocent = answers.filter(
      ({ said, isNamed }) => !isNamed && said.some(({ probability }) => probability >= 0.5),
    );
    const times = answers.map(({ time }) => time);
    const isRight = right.length / Math.max(1, speaks.length) >= 0.95;
    return {
      what: `culprits, ${situation.name}: speaks, right then, named at all, only innocents`,
      app: `${share(speaks.length, answers.length)}, ${share(right.length, speaks.length)}, ${share(
        answers.filter(({ isNamed }) => isNamed).length,
        answers.length,
      )}, ${share(innocent.length, answers.length)}; ${ms(median(times))}, at most ${ms(Math.max(...times))}`,
      aim: 'right ≥ 95 %',
      met: isRight,
    };
  });
  const table = bins
    .filter(({ all }) => all > 0)
    .map(({ all, said, right }) => `${(said / all).toFixed(2)} → ${(right / all).toFixed(2)} (${all})`);
  return [...lines, { what: 'culprits: said with this probability → right', app: table.join(', ') }];
}
