// How likely a hand that means one number writes another. Shares of the kinds of slips and what each may make of a number; all that is
// said of how people mistype stands in this table.
import { editDistance } from '../../report/edit-distance.ts';

export type TypingKind =
  | 'transposed'
  | 'changed'
  | 'dropped'
  | 'added'
  | 'repeated'
  | 'times-ten'
  /** By one, more seldom by a few. */
  | 'miscounted'
  | 'missed'
  | 'sign'
  | 'other';

/**
 * Of the slips in one figure. Damerau (1964) has four fifths of misspellings in four kinds (a sign wrong, missing, too many, two
 * exchanged), the first most common; Scholtus (2009) and Scholtus (2014) find the same kinds in figures of business surveys, with
 * signs and powers of ten; figures left at 0, miscounts by one or a few and figures of another source are what office forms add (our
 * estimate, fitted with fixtures/calibration.ts).
 */
const shares: Readonly<Record<TypingKind, number>> = {
  changed: 0.27,
  dropped: 0.13,
  added: 0.1,
  repeated: 0.05,
  transposed: 0.1,
  'times-ten': 0.07,
  miscounted: 0.1,
  missed: 0.1,
  sign: 0.01,
  other: 0.07,
};

/** Digits beside one another on the number pad or alike to the eye or to the hand: they are taken for one another twice as often. */
const confused: Readonly<Record<string, string>> = {
  '0': '6189',
  '1': '7240',
  '2': '1357',
  '3': '2685',
  '4': '1759',
  '5': '2468',
  '6': '3590',
  '7': '1480',
  '8': '7593',
  '9': '8604',
};

export type Typed = {
  /** The likeliest way. */
  readonly kind: TypingKind;
  /** P(written | meant, something went wrong in this figure). Above 0. */
  readonly likelihood: number;
};

/** Whole numbers, and not the same. */
export function mistyped(written: number, meant: number): Typed {
  const ways: [TypingKind, number][] = [['other', 1 / (8 + 2 * Math.max(Math.abs(written), Math.abs(meant)))]];
  if (written === -meant) ways.push(['sign', 1]);
  if (written === 0) ways.push(['missed', 1]);
  const by = Math.abs(written - meant);
  if (by <= 9) ways.push(['miscounted', by === 1 ? 0.3 : 0.06 * 0.7 ** (by - 2)]);
  if (written === meant * 10 || meant === written * 10) ways.push(['times-ten', 1 / 2]);
  const byHand = handOf(String(Math.abs(written)), String(Math.abs(meant)));
  if (byHand && written < 0 === meant < 0 && meant !== 0) ways.push(byHand);
  let kind: TypingKind = 'other';
  let likelihood = 0;
  let most = 0;
  for (const [way, chance] of ways) {
    const p = shares[way] * chance;
    likelihood += p;
    if (p > most) [kind, most] = [way, p];
  }
  return { kind, likelihood };
}

function handOf(written: string, meant: string): [TypingKind, number] | undefined {
  if (editDistance(written, meant) !== 1) return undefined;
  if (written.length < meant.length) return ['dropped', 1 / meant.length];
  if (written.length > meant.length) {
    const at = [...written].findIndex((digit, at) => digit !== meant[at]);
    const isRepeated = written[at] === written[at - 1] || written[at] === written[at + 1];
    return isRepeated ? ['repeated', 1 / meant.length] : ['added', 1 / (10 * (meant.length + 1))];
  }
  const differing = [...written].flatMap((digit, at) => (digit === meant[at] ? [] : [at]));
  if (differing.length === 2) return ['transposed', 1 / (meant.length - 1)];
  const [at = 0] = differing;
  // Four digits twice as often as the other five.
  const isConfused = confused[meant[at] ?? '']?.includes(written[at] ?? '') ?? false;
  return ['changed', (isConfused ? 2 : 1) / 13 / meant.length];
}
