// The checks that take longer than a keystroke may: sought a moment after the last change, and loaded when first needed.
import { weighControls } from './controls.ts';
import { culpritFindings } from './culprit/culprit-finding.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judge.ts';
import { jumpFindings } from './jump.ts';
import type { Law } from './law.ts';
import type { Steps } from './steps.ts';
import type { Library } from './text/copies.ts';
import { copyFindings, lintFindings } from './text/lint.ts';
import { type ReadClaim, weighWords } from './text/words.ts';
import type { Written } from './text/written.ts';

export type DeferredFindings = {
  /** Culprits first: they stand before the sums that they explain. */
  readonly findings: readonly Finding[];
  /** What the narratives say of the tables. */
  readonly claims: readonly ReadClaim[];
};

/** In steps; the search for culprits is the longest of them. `library` has the other reports on this machine. */
export function* deferredChecks(
  law: Law,
  judged: Judgement,
  written: Written,
  library: Library,
): Steps<DeferredFindings> {
  const { findings, claims, said } = yield* weighWords(law, judged, written);
  const controlled = weighControls(law, judged, written.controls);
  // What the words and the paper say is evidence.
  const culprits = yield* culpritFindings(law, judged, [...said, ...controlled.said]);
  const jumps = jumpFindings(law, judged);
  yield;
  const lints = lintFindings(law, judged, written);
  yield;
  const copies = copyFindings(yield* library.copies(written, written.lastNarratives), written);
  return { findings: [...culprits, ...controlled.findings, ...jumps, ...findings, ...lints, ...copies], claims };
}
