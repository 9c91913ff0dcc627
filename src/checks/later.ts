// The checks that take longer than a keystroke may: sought a moment after the last change, and loaded when first needed.
import { culpritFindings } from './culprit/culprit-finding.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judge.ts';
import type { Law } from './law.ts';
import { lintFindings, type Written } from './text/lint.ts';

/** Culprits first: they stand before the sums that they explain. */
export function laterFindings(law: Law, judged: Judgement, written: Written): readonly Finding[] {
  return [...culpritFindings(law, judged), ...lintFindings(law, judged, written)];
}
