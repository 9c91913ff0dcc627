// Reading narratives, in Node: how much of what people write is read (fixtures/words/), how long it takes, and what comparing one report
// with a thousand others costs.
import copies from '../fixtures/words/copies.json' with { type: 'json' };
import copiesUnseen from '../fixtures/words/copies-unseen.json' with { type: 'json' };
import lint from '../fixtures/words/lint.json' with { type: 'json' };
import lintUnseen from '../fixtures/words/lint-unseen.json' with { type: 'json' };
import { type Labelled, measure } from '../fixtures/words/measure.ts';
import { measureCopies, measureLint, measureYears, type Told } from '../fixtures/words/measure-findings.ts';
import seen from '../fixtures/words/seen.json' with { type: 'json' };
import unseen from '../fixtures/words/unseen.json' with { type: 'json' };
import years from '../fixtures/words/years.json' with { type: 'json' };
import yearsUnseen from '../fixtures/words/years-unseen.json' with { type: 'json' };
import { judgeAnswers } from '../src/checks/judge.ts';
import { atOnce } from '../src/checks/steps.ts';
import { createLibrary } from '../src/checks/text/copies.ts';
import { lintFindings } from '../src/checks/text/lint.ts';
import { weighWords } from '../src/checks/text/words.ts';
import { lawOf } from '../src/formats/registry.ts';
import { noNarratives } from '../src/report/draft.ts';
import { type Line, median, ms } from './table.ts';

const law = lawOf('2021');
const agency = '云溪市数据服务局';

export function readingWords(): Line[] {
  return [
    ...claims('texts the reader was written with', seen as readonly Labelled[]),
    ...claims('texts kept apart', unseen as readonly Labelled[]),
    told('years left over', measureYears(years), measureYears(yearsUnseen)),
    told('copies', measureCopies(copies), measureCopies(copiesUnseen)),
    told('what a section should or should not hold', measureLint(lint), measureLint(lintUnseen)),
    ...times(),
    ...comparing(),
  ];
}

function claims(which: string, texts: readonly Labelled[]): Line[] {
  const { claims, linked, wrong } = measure(texts);
  const recall = linked / claims;
  const what = `numbers in ${which}`;
  return [
    { what: `${what}: read`, app: `${linked} of ${claims}`, aim: '≥ 85 %', met: recall >= 0.85 },
    { what: `${what}: read wrongly`, app: `${wrong.length}`, aim: '0', met: wrong.length === 0 },
  ];
}

function told(what: string, seen: Told, unseen: Told): Line {
  const words = ({ told, of, falsely }: Told): string => `${told} of ${of}, falsely ${falsely}`;
  return { what: `${what}: told, and in texts kept apart`, app: `${words(seen)}; ${words(unseen)}` };
}

/** Texts that are bad for careless patterns, and what people write: 200,000 bytes each. */
const long: Readonly<Record<string, string>> = {
  digits: '1234567890'.repeat(20_000),
  brackets: '「（'.repeat(33_333),
  'one clause': '其中予以公开5件，'.repeat(8000),
  'a report': (seen as readonly Labelled[])
    .map(({ text }) => text)
    .join('\n')
    .repeat(10)
    .slice(0, 68_000),
};

function times(): Line[] {
  const answers = Object.fromEntries(law.cells.map(({ id, total }) => [id, total ? '' : '7']));
  const judged = judgeAnswers(law, answers);
  return Object.entries(long).map(([what, text]) => {
    const narratives = { ...noNarratives, overview: text };
    const written = { agency, year: 2025, date: '', narratives, lastNarratives: undefined, isFinalising: true };
    const each = rounds(5, () => {
      atOnce(weighWords(law, judged, written));
      lintFindings(law, judged, written);
    });
    const per10k = (each / new TextEncoder().encode(text).length) * 10_000;
    return { what: `words and lint of 200 kB of ${what}, per 10 kB`, app: ms(per10k), aim: '≤ 1 ms', met: per10k <= 1 };
  });
}

/** As many reports of other bodies, no two alike. */
const others = 1000;

function comparing(): Line[] {
  const sentences = [...new Set((seen as readonly Labelled[]).flatMap(({ text }) => text.split(/[。\n]/)))];
  const textOf = (at: number): string =>
    Array.from({ length: 25 }, (_, i) => sentences[(at * 31 + i * (1 + (at % 17))) % sentences.length]).join('。');
  const known = Array.from({ length: others }, (_, at) => ({
    mark: `${at}`,
    agency: `青石县第${at}局`,
    year: 2025,
    narratives: { ...noNarratives, overview: textOf(at), problems: textOf(at + 7) },
  }));
  const own = { agency, year: 2025, narratives: { ...noNarratives, overview: textOf(5) } };
  const library = createLibrary();
  library.know(known);
  const start = performance.now();
  let longest = 0;
  let since = start;
  const work = library.copies(own, undefined);
  for (let step = work.next(); ; step = work.next()) {
    longest = Math.max(longest, performance.now() - since);
    since = performance.now();
    if (!step.done) continue;
    if (step.value[0]?.of.agency !== '青石县第5局') throw new Error('the copy was not found');
    break;
  }
  const first = performance.now() - start;
  const again = rounds(20, () => atOnce(library.copies(own, undefined)));
  return [
    { what: `one report against ${others} others: the first time`, app: `${ms(first)}, longest step ${ms(longest)}` },
    { what: `one report against ${others} others: again`, app: ms(again) },
  ];
}

/** ms, the median of so many. */
function rounds(times: number, act: () => void): number {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      act();
      return performance.now() - start;
    }),
  );
}
