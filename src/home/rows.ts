// The rows of the list: each draft with how far it is and what is wrong, judged anew whenever it is shown.
import { judgeAnswers, lastYearFigures } from '../checks/judge.ts';
import { laterChecks } from '../checks/later.ts';
import { openFindings, type Progress, progressOf } from '../checks/progress.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';

export type DraftRow = { readonly draft: Draft; readonly progress: Progress | undefined };

/** A draft of a format that this version does not know has no progress; it is listed all the same. */
export function rowsOf(drafts: readonly Draft[]): DraftRow[] {
  const latest = new Map<string, Draft>();
  for (const draft of [...drafts].sort((a, b) => a.savedAt.localeCompare(b.savedAt))) latest.set(keyOf(draft), draft);
  return drafts.map((draft) => ({
    draft,
    progress: progressOfDraft(draft, latest.get(keyOf({ ...draft, year: draft.year - 1 }))),
  }));
}

const keyOf = ({ agency, year }: Pick<Draft, 'agency' | 'year'>): string => `${year} ${agency}`;

function progressOfDraft(draft: Draft, last: Draft | undefined): Progress | undefined {
  if (!isFormatId(draft.format)) return undefined;
  const law = lawOf(draft.format);
  const lastLaw = last && isFormatId(last.format) ? lawOf(last.format) : undefined;
  const lastYear = last && lastLaw ? lastYearFigures(law, lastLaw, judgeAnswers(lastLaw, last.answers)) : undefined;
  const judged = judgeAnswers(law, draft.answers, lastYear);
  const later = laterChecks(law, judged, { ...draft, lastNarratives: last?.narratives, isFinalising: false });
  return progressOf(law, judged, draft, openFindings([...later.findings, ...judged.findings], draft.explanations));
}
