// Holds what the narratives say against the tables: each claim is told with the boxes it was compared with; what does not agree is a
// please-confirm finding with both.
import { figureNumber, figureText } from '../../report/figure.ts';
import { type Cell, type NarrativeId, narrativeIds, narrativePlaces, placeOfNarrative } from '../../report/format.ts';
import { longestAgency, looked } from '../../report/limits.ts';
import type { SaidSum } from '../culprit/suspicion.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import type { Steps } from '../steps.ts';
import { isKnown } from '../verdict.ts';
import type { Claim, Meaning } from './claim.ts';
import { claimSteps } from './claims.ts';
import { meaningName } from './meaning-name.ts';
import { fits } from './numerals.ts';
import { textMark } from './sentences.ts';
import type { Written } from './written.ts';

/** A claim that was compared, so that a person sees what with. */
export type ReadClaim = {
  readonly narrative: NarrativeId;
  readonly words: string;
  readonly said: number;
  /** Of the meaning that agrees, else of the likeliest; several are a sum. */
  readonly cells: readonly string[];
  /** Waiting: a box that it may mean is blank. */
  readonly agrees: 'yes' | 'no' | 'waiting';
};

/** A meaning with its figure: the sum of its cells, in their unit. */
type Weighed = { readonly cells: readonly Cell[]; readonly figure: number };

type Words = {
  readonly claims: readonly ReadClaim[];
  readonly findings: readonly Finding[];
  /** What they say of whole numbers, for whoever looks for wrong boxes. */
  readonly said: readonly SaidSum[];
};

/** How often a claim is right and rightly read, by how its subject was found: measured on texts kept apart (fixtures/words/). */
const sure: Readonly<Record<Claim['basis'], number>> = { named: 0.97, carried: 0.93, 'in-words': 0.95 };

export function* weighWords(
  law: Law,
  judged: Judgement,
  { narratives, agency, year }: Pick<Written, 'narratives' | 'agency' | 'year'>,
): Steps<Words> {
  const reader = { law, agency: looked(agency, longestAgency), year };
  const claims: ReadClaim[] = [];
  const said: SaidSum[] = [];
  const findings = new Map<string, Finding>();
  for (const narrative of narrativeIds) {
    for (const claim of yield* claimSteps(looked(narratives[narrative]), reader)) {
      const meanings = claim.means.flatMap((meaning) => weigh(law, judged, meaning) ?? []);
      const agreeing = meanings.find(({ figure }) => fits(claim.said, figure) && shareFits(claim, figure, law, judged));
      const isWaiting = !agreeing && meanings.length < claim.means.length;
      claims.push({
        narrative,
        words: claim.words,
        said: claim.said.number,
        cells: agreeing?.cells.map(({ id }) => id) ?? claim.means[0] ?? [],
        agrees: agreeing ? 'yes' : isWaiting ? 'waiting' : 'no',
      });
      if (!claim.said.isAbout && claim.means.flat().every((id) => law.cell(id)?.decimals === 0)) {
        const words = `文字写“${claim.words}”`;
        said.push({ sums: claim.means, said: claim.said.number, sure: sure[claim.basis], words });
      }
      if (agreeing || isWaiting) continue;
      // What is said of a box twice is one finding.
      const id = `words/${narrative}/${meanings[0]?.cells[0]?.id}`;
      const finding = findings.has(id) ? undefined : findingOf(id, narrative, claim, meanings, law, judged);
      if (finding) findings.set(id, finding);
    }
  }
  return { claims, findings: [...findings.values()], said };
}

/** Undefined while a box of it is blank or unreadable. */
function weigh(law: Law, judged: Judgement, meaning: Meaning): Weighed | undefined {
  const numbers = meaning.map((id) => law.indexOf.get(id) ?? -1);
  if (numbers.length === 0 || !numbers.every((at) => isKnown(judged.states[at]))) return undefined;
  const cells = numbers.flatMap((at) => law.cells[at] ?? []);
  return { cells, figure: numbers.reduce((sum, at) => sum + (judged.values[at] ?? 0), 0) };
}

/** A share is of all results; it may be rounded or cut off. */
function shareFits({ share }: Claim, figure: number, law: Law, judged: Judgement): boolean {
  const all = weigh(law, judged, ['requests/concluded/total'])?.figure;
  if (!share || all === undefined || all === 0) return true;
  return Math.abs((figure / all) * 100 - share.percent) < 10 ** -share.decimals;
}

function findingOf(
  id: string,
  narrative: NarrativeId,
  claim: Claim,
  meanings: readonly Weighed[],
  law: Law,
  judged: Judgement,
): Finding | undefined {
  const [first] = meanings;
  const [leading] = first?.cells ?? [];
  if (!first || !leading) return undefined;
  const cells = [...new Set(meanings.flatMap((meaning) => meaning.cells))];
  const figures = meanings.map(({ cells, figure }) => `${meaningName(cells)}是 ${figureText(figure, leading)}`);
  const isShare = claim.share && meanings.some(({ figure }) => fits(claim.said, figure));
  const about = isShare ? '占比与表格算出的不同，' : '';
  return {
    kind: 'words',
    id,
    level: 'confirm',
    section: placeOfNarrative[narrative],
    sentence: `${narrativePlaces[narrative]}写“${claim.words}”，表中${figures.join('，')}。${about}请核对。`,
    cells: cells.map(({ id }) => id),
    figures: {
      ...Object.fromEntries(
        cells.map((cell) => [cell.id, figureNumber(judged.values[law.indexOf.get(cell.id) ?? -1] ?? 0, cell)]),
      ),
      [`text/${narrative}`]: textMark(claim.words),
    },
    hint: '文字说的如果只是其中一部分（例如只是本级），写一句情况说明即可。',
  };
}
