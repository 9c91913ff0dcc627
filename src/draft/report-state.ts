// What a report that is being filled in is at one moment: everything its readers may ask for, but for the texts themselves.
import type { ReadClaim } from '../checks/text/words.ts';
import type { Narratives } from '../report/draft.ts';
import type { FigureLink } from '../report/figure-links.ts';
import type { Explanations } from './explanations.ts';
import type { Judged } from './judged.ts';
import type { Undo } from './undo.ts';

/** The report of the year before, of the same agency. */
export type LastYear = {
  /** By this year's cell numbers, NaN where unknown; undefined where its format is not known. */
  readonly figures: Float64Array | undefined;
  readonly narratives: Narratives;
};

export type ReportState = Judged &
  Explanations & {
    /** Figures in the narratives that follow their cells. */
    readonly links: readonly FigureLink[];
    /** What an import left over. */
    readonly note: string;
    readonly undo: Undo;
    /** What the narratives say of the tables. */
    readonly claims: readonly ReadClaim[];
    /** Why the deferred checks are not made, in words. */
    readonly notChecked: string | undefined;
    readonly lastYear: LastYear | undefined;
    /** By cell number: last year's figures as text, empty where unknown. */
    readonly lastShown: readonly string[];
  };

/** Whether it can be made final: it has a name, every must-check holds and no cell is blank. */
export function isReady({ progress }: Pick<ReportState, 'progress'>): boolean {
  const { must, basics, cells } = progress;
  return must === 0 && basics.filled === basics.of && cells.filled === cells.of;
}
