// What the checks of texts are given of a report, beside its figures.
import type { Content, Narratives } from '../../report/draft.ts';

export type Written = Pick<Content, 'agency' | 'year' | 'date' | 'due' | 'narratives' | 'controls'> & {
  /** Last year's, where that report is here. */
  readonly lastNarratives: Narratives | undefined;
  /** Someone wants the report to be final: what is not written at all counts too. */
  readonly isFinalising: boolean;
};
