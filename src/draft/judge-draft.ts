// Judges one draft of the list whole: what its page would say of it.

import { deferredChecks } from '../checks/deferred-checks.ts';
import { judgeAnswers, lastYearFigures } from '../checks/judge.ts';
import { countCells, openFindings, type Progress, progressOf } from '../checks/progress.ts';
import type { Steps } from '../checks/steps.ts';
import type { Library } from '../checks/text/copies.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';

/** Undefined for a format that this version does not know. `last` is the report of the year before. */
export function* judgeDraft(draft: Draft, last: Draft | undefined, library: Library): Steps<Progress | undefined> {
  if (!isFormatId(draft.format)) return undefined;
  const law = lawOf(draft.format);
  const lastLaw = last && isFormatId(last.format) ? lawOf(last.format) : undefined;
  const lastYear = last && lastLaw ? lastYearFigures(law, lastLaw, judgeAnswers(lastLaw, last.answers)) : undefined;
  const judged = judgeAnswers(law, draft.answers, lastYear);
  const written = { ...draft, lastNarratives: last?.narratives, isFinalising: false };
  const later = yield* deferredChecks(law, judged, written, library);
  return progressOf(
    law,
    countCells(law, judged),
    draft,
    openFindings([...later.findings, ...judged.findings], draft.explanations),
  );
}
