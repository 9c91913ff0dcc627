// Holds what the narratives say against the tables: what agrees is told so, what does not is a please-confirm finding with both.
import { figureNumber, figureText } from '../../report/figure.ts';
import { type Cell, type NarrativeId, narrativeIds, narrativePlaces, rowName } from '../../report/format.ts';
import { longestAgency, looked } from '../../report/limits.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import type { Steps } from '../steps.ts';
import { isKnown } from '../verdict.ts';
import { type Claim, claimsOf, groupPrefixes, type Meaning } from './claims.ts';
import type { Written } from './lint.ts';
import { fits } from './numerals.ts';
import { textMark } from './sentences.ts';

export type Agreement = { readonly narrative: NarrativeId; readonly words: string; readonly cells: readonly string[] };

/** A meaning with its figure: the sum of its cells, in their unit. */
type Weighed = { readonly cells: readonly Cell[]; readonly figure: number };

const sections = { preamble: 1, overview: 1, problems: 5, others: 6 } as const;

export function* weighWords(
  law: Law,
  judged: Judgement,
  { narratives, agency }: Pick<Written, 'narratives' | 'agency'>,
): Steps<{ readonly agreements: readonly Agreement[]; readonly findings: readonly Finding[] }> {
  const agreements: Agreement[] = [];
  const findings = new Map<string, Finding>();
  for (const narrative of narrativeIds) {
    yield;
    for (const claim of claimsOf(looked(narratives[narrative]), looked(agency, longestAgency))) {
      const meanings = claim.means.flatMap((meaning) => weigh(law, judged, meaning) ?? []);
      const [first] = meanings;
      // A box that is blank says nothing yet, in any of the meanings.
      if (!first || meanings.length < claim.means.length) continue;
      const agreeing = meanings.find(({ figure }) => fits(claim.said, figure) && shareFits(claim, figure, law, judged));
      if (agreeing) {
        agreements.push({ narrative, words: claim.words, cells: agreeing.cells.map(({ id }) => id) });
        continue;
      }
      const finding = findingOf(narrative, claim, meanings, law, judged);
      if (finding && !findings.has(finding.id)) findings.set(finding.id, finding);
    }
  }
  return { agreements, findings: [...findings.values()] };
}

/** Undefined while a box of it is blank or unreadable. */
function weigh(law: Law, judged: Judgement, meaning: Meaning): Weighed | undefined {
  const ids = meaning.flatMap((id) => ((groupPrefixes as readonly string[]).includes(id) ? groupOf(law, id) : [id]));
  const numbers = ids.map((id) => law.indexOf.get(id) ?? -1);
  if (numbers.length === 0 || !numbers.every((at) => isKnown(judged.states[at]))) return undefined;
  const cells = numbers.flatMap((at) => law.cells[at] ?? []);
  return { cells, figure: numbers.reduce((sum, at) => sum + (judged.values[at] ?? 0), 0) };
}

/** The 总计 boxes of a group's rows: 不予公开 is the sum of its eight. */
function groupOf(law: Law, prefix: string): readonly string[] {
  return law.cells.flatMap(({ id, row, column }) =>
    id.startsWith('requests/') && column.id === 'total' && (row.id === prefix || row.id.startsWith(`${prefix}-`))
      ? [id]
      : [],
  );
}

/** A share is of all results; it may be rounded or cut off. */
function shareFits({ share }: Claim, figure: number, law: Law, judged: Judgement): boolean {
  const all = weigh(law, judged, ['requests/concluded/total'])?.figure;
  if (!share || all === undefined || all === 0) return true;
  return Math.abs((figure / all) * 100 - share.percent) < 10 ** -share.decimals;
}

function findingOf(
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
    id: `words/${narrative}/${leading.id}`,
    level: 'confirm',
    section: sections[narrative],
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

/** One row by its name, several of a group by the group's, otherwise the rows with a plus. */
function meaningName(cells: readonly Cell[]): string {
  const [first] = cells;
  if (!first) return '';
  const group = first.row.under?.at(-1);
  if (cells.length > 1 && group !== undefined && cells.every(({ row }) => row.under?.at(-1) === group)) return group;
  return cells
    .map(({ row, column, table }) => (table.section === 3 ? rowName(row) : `${rowName(row)}${column.label}`))
    .join('＋');
}
