// From weighed slips to faults: each slip's probability, given that every broken sum has to be explained once.
import type { Change } from './equations.ts';
import type { TypingKind } from './typing.ts';

export type SlipKind =
  | TypingKind
  /** Of several cells at once. */
  | 'exchanged'
  | 'shifted'
  /** The figure of one cell stands in another of the line. */
  | 'moved'
  /** One case is counted in another cell of the line than everywhere else. */
  | 'two-kinds'
  /** A row that has nothing but 0. */
  | 'row-missed';

export type Hypothesis = {
  readonly kind: SlipKind;
  readonly changes: readonly Change[];
  /** 0 to 1. Those of one fault are at most 1 together: what is left is something else. */
  readonly probability: number;
};

/** Sums that are broken together: by one slip, or by several that cannot be told apart. */
export type Fault = {
  /** The likeliest first. */
  readonly hypotheses: readonly Hypothesis[];
};

/** A slip that puts some groups of broken equations right; `mask` has their bits, `log` is ln of its weight. */
export type Weighed = {
  readonly kind: SlipKind;
  readonly changes: readonly Change[];
  readonly mask: number;
  readonly log: number;
};

/** Something that is not among the hypotheses, per broken sum; slips in one cell weigh `slip` (decode.ts) times their likelihood. */
const somethingElse = 8e-6;
/** Groups of broken equations to explanations: the sum over all ways to put each group right once, by subsets of groups. */
export function faultsOf(groups: readonly (readonly number[])[], found: readonly Weighed[]): readonly Fault[] {
  const all = 2 ** groups.length - 1;
  const else_ = groups.map((group) => Math.log(somethingElse) * Math.sqrt(group.length));
  const byMask = new Map<number, Weighed[]>();
  for (const one of found) byMask.set(one.mask, [...(byMask.get(one.mask) ?? []), one]);
  const masks = [...byMask].map(([mask, some]) => ({ mask, log: logSum(some.map(({ log }) => log)) }));
  /** By the groups still open: the log of the sum over all explanations of them. */
  const total = new Float64Array(all + 1).fill(Number.NEGATIVE_INFINITY);
  total[0] = 0;
  for (let open = 1; open <= all; open++) {
    const first = 31 - Math.clz32(open & -open);
    const ways = [(else_[first] ?? 0) + (total[open & ~(1 << first)] ?? 0)];
    for (const { mask, log } of masks) {
      if ((mask & (1 << first)) !== 0 && (mask & ~open) === 0) ways.push(log + (total[open & ~mask] ?? 0));
    }
    total[open] = logSum(ways);
  }
  const hypotheses = found
    .map(({ kind, changes, mask, log }) => ({
      kind,
      changes,
      mask,
      probability: Math.exp(log + (total[all & ~mask] ?? 0) - (total[all] ?? 0)),
    }))
    .filter(({ probability }) => probability > 0.01)
    .sort((a, b) => b.probability - a.probability);
  // Groups that one slip may have broken together are one fault.
  const faults: { mask: number; hypotheses: (typeof hypotheses)[number][] }[] = groups.map((_, at) => ({
    mask: 1 << at,
    hypotheses: [],
  }));
  for (const hypothesis of hypotheses) {
    const [kept, ...joined] = faults.filter(({ mask }) => (mask & hypothesis.mask) !== 0);
    // What is hardly likely joins nothing.
    if (!kept || (joined.length > 0 && hypothesis.probability < joins)) continue;
    for (const other of joined) {
      kept.mask |= other.mask;
      kept.hypotheses.push(...other.hypotheses);
      faults.splice(faults.indexOf(other), 1);
    }
    kept.hypotheses.push(hypothesis);
  }
  return faults.map(({ hypotheses }) => ({
    hypotheses: hypotheses
      .sort((a, b) => b.probability - a.probability)
      .map(({ kind, changes, probability }) => ({ kind, changes, probability: Math.min(1, probability) })),
  }));
}

const joins = 0.2;

/** ln of a sum of probabilities given as ln. */
export function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
