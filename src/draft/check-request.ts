// What is checked away from the page, as it is sent to the worker and back, and how it is checked: the same in the worker and,
// where no worker can be made, on the page.
import { type DeferredFindings, deferredChecks } from '../checks/deferred-checks.ts';
import { judgeAnswers } from '../checks/judge.ts';
import type { Progress } from '../checks/progress.ts';
import type { Steps } from '../checks/steps.ts';
import { createLibrary, type Library } from '../checks/text/copies.ts';
import type { Written } from '../checks/text/written.ts';
import { lawOf } from '../formats/registry.ts';
import type { Answers, Draft } from '../report/draft.ts';
import { judgeDraft } from './judge-draft.ts';

export { createLibrary };

/** The open report, or drafts of the list with the reports of the year before. */
export type CheckRequest =
  | {
      readonly kind: 'report';
      readonly format: string;
      readonly answers: Answers;
      readonly lastYear: Float64Array | undefined;
      readonly written: Written;
    }
  | {
      readonly kind: 'drafts';
      readonly drafts: readonly { readonly draft: Draft; readonly last: Draft | undefined }[];
    };

export type CheckAnswer<Kind extends CheckRequest['kind']> = Kind extends 'report'
  ? DeferredFindings
  : readonly (Progress | undefined)[];

/** `library` has the other reports on this machine. */
export function* check(request: CheckRequest, library: Library): Steps<CheckAnswer<'report'> | CheckAnswer<'drafts'>> {
  if (request.kind === 'report') {
    const law = lawOf(request.format);
    const judgement = judgeAnswers(law, request.answers, request.lastYear);
    yield;
    return yield* deferredChecks(law, judgement, request.written, library);
  }
  const known: (Progress | undefined)[] = [];
  for (const { draft, last } of request.drafts) {
    known.push(yield* judgeDraft(draft, last, library));
    yield;
  }
  return known;
}
