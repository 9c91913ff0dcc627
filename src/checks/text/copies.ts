// Which other report a narrative repeats: last year's, and every other report on this machine. Offices above deduct for half a text
// that stands in an earlier report or in another unit's.
import type { Content, Narratives } from '../../report/draft.ts';
import { type NarrativeId, narrativeIds } from '../../report/format.ts';
import { longestAgency, looked } from '../../report/limits.ts';
import type { Steps } from '../steps.ts';
import { repeatedIn, runSet, type Shape, shapeOf } from './shape.ts';

export type OtherReport = Pick<Content, 'agency' | 'year' | 'narratives'>;
/** Another state of a report has another mark. */
export type KnownReport = OtherReport & { readonly mark: string };

export type Copy = {
  readonly narrative: NarrativeId;
  /** Of the narrative's letters, above half. */
  readonly share: number;
  /** Of all its narratives' letters. */
  readonly wholeShare: number;
  readonly of: OtherReport;
};

/** The other reports on this machine, made ready to be asked about many times. */
export type Library = {
  /** From now on these and no others. What was made ready of a report with the same mark stays. */
  know(reports: readonly KnownReport[]): void;
  /** What each narrative repeats most; `last` is last year's report. */
  copies(report: OtherReport, last: Narratives | undefined): Steps<readonly Copy[]>;
};

/** Told from here on. */
const told = 0.5;
/** Letters. Of a shorter text likeness says nothing: who has nothing to report has few words for it. */
const comparable = 60;
/** One run in so many is looked up to find the reports worth comparing, and so much of what is looked up makes one so. */
const sampled = 4;
const worth = 0.3;
/** Of the reports that were compared last, kept ready. */
const mostRead = 100;
/** Of the reports that have a run, so many are looked at. */
const mostHaving = 40;
/** So many of them are compared letter by letter. */
const most = 3;
/** Reports between two rests. */
const lot = 8;

function lookedUp(shapes: readonly Shape[]): Uint32Array {
  const looked: number[] = [];
  for (const { runs } of shapes) for (const run of runs) if (run !== 0 && run % sampled === 0) looked.push(run);
  return Uint32Array.from(looked);
}

type Shapes = Readonly<Record<NarrativeId, Shape>>;
/** Of a report only the runs that are looked up are kept; it is read again where it is worth comparing. */
type Known = { readonly report: OtherReport; readonly looked: Uint32Array };

export function createLibrary(): Library {
  let wanted: readonly KnownReport[] = [];
  let ready = new Map<string, Known>();
  /** By run, of those that are looked up: the reports that have it. Made with `ready`, anew when reports changed. */
  let having: ReadonlyMap<number, readonly Known[]> | undefined;

  function* prepare(): Steps<ReadonlyMap<number, readonly Known[]>> {
    if (having) return having;
    const next = new Map<string, Known>();
    const index = new Map<number, Known[]>();
    for (const [at, { mark, ...report }] of wanted.entries()) {
      const known = ready.get(mark) ?? { report, looked: lookedUp(Object.values(shapesOf(report))) };
      ready.set(mark, known);
      next.set(mark, known);
      for (const run of known.looked) {
        const list = index.get(run);
        if (!list) index.set(run, [known]);
        // A run may stand in a report several times.
        else if (list[list.length - 1] !== known) list.push(known);
      }
      if (at % lot === lot - 1) yield;
    }
    ready = next;
    having = index;
    return index;
  }

  /** Those that share much of one of the narratives, the likeliest first. */
  function candidates(
    index: ReadonlyMap<number, readonly Known[]>,
    shape: Shape,
    report: OtherReport,
  ): readonly Known[] {
    const hits = new Map<Known, number>();
    let asked = 0;
    for (const run of new Set(shape.runs)) {
      if (run === 0 || run % sampled !== 0) continue;
      asked++;
      // What hundreds have they have from one another: the first of them will do.
      for (const known of (index.get(run) ?? []).slice(0, mostHaving)) hits.set(known, (hits.get(known) ?? 0) + 1);
    }
    return [...hits]
      .filter(([known, many]) => many >= asked * worth && isOther(known.report, report))
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([known]) => known);
  }

  /** The same few are compared again and again. */
  let read = new Map<OtherReport, ReadonlySet<number>>();
  function runsIn(other: OtherReport): ReadonlySet<number> {
    const runs = read.get(other) ?? runSet(Object.values(shapesOf(other)));
    if (read.size >= mostRead) read = new Map();
    read.set(other, runs);
    return runs;
  }

  return {
    know(reports) {
      const isSame = reports.length === wanted.length && reports.every(({ mark }, at) => mark === wanted[at]?.mark);
      if (isSame) return;
      wanted = reports;
      having = undefined;
    },
    *copies(report, last) {
      const shapes = shapesOf(report);
      const long = narrativeIds.filter((id) => shapes[id].places.length >= comparable);
      if (long.length === 0) return [];
      const index = yield* prepare();
      const lastYear = last && { agency: report.agency, year: report.year - 1, narratives: last };
      const copies: Copy[] = [];
      for (const narrative of long) {
        const others = candidates(index, shapes[narrative], report).map(({ report }) => report);
        let best: { readonly of: OtherReport; readonly share: number } | undefined;
        for (const of of lastYear ? [lastYear, ...others] : others) {
          const { share } = repeatedIn(shapes[narrative], runsIn(of));
          if (share >= told && share > (best?.share ?? 0)) best = { of, share };
        }
        if (best) copies.push({ narrative, ...best, wholeShare: wholeShare(shapes, runsIn(best.of)) });
        yield;
      }
      return copies;
    },
  };
}

/**
 * Whether a report may have been copied from `other`. One of the same agency and year is another draft of the same report, last year's is
 * asked for by itself, and a later one was copied from this.
 */
function isOther(other: OtherReport, { agency, year }: OtherReport): boolean {
  return other.agency.trim() === agency.trim() ? other.year < year - 1 : other.year <= year;
}

function shapesOf({ agency, narratives }: OtherReport): Shapes {
  const name = looked(agency, longestAgency);
  const shape = (id: NarrativeId): Shape => shapeOf(looked(narratives[id]), name);
  return {
    preamble: shape('preamble'),
    overview: shape('overview'),
    problems: shape('problems'),
    others: shape('others'),
  };
}

function wholeShare(shapes: Shapes, runs: ReadonlySet<number>): number {
  const all = Object.values(shapes);
  const letters = all.reduce((sum, { places }) => sum + places.length, 0);
  return all.reduce((sum, shape) => sum + repeatedIn(shape, runs).share * shape.places.length, 0) / letters;
}
