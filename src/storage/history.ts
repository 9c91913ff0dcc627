// Earlier states of drafts: what a draft said when it was opened, when a step was left, before something changed much of it.
// Recording never stands in the way of saving, and older states are thinned out, never the only one of their day.
import * as z from 'zod/mini';
import { type Content, contentSchema, text } from '../report/draft.ts';
import type { Database } from './database.ts';
import { sameContent, time } from './draft-row.ts';

/** `why` is said to the person: 打开时, 离开“三”, 粘贴整张表前. */
export type PastState = {
  readonly key: number;
  readonly draft: string;
  /** ISO time, or empty when nobody knows. */
  readonly at: string;
  readonly why: string;
  readonly content: Content;
};

const stateRow = z.object({ key: z.int(), draft: z.string(), at: time, why: text, content: contentSchema });

/** Newest first. States that cannot be read are left out: the draft itself does not depend on them. */
export async function listStates(database: Database, draft: string): Promise<readonly PastState[]> {
  const rows = await database.states.where('draft').equals(draft).toArray();
  return rows
    .flatMap((row) => {
      const read = z.safeParse(stateRow, row);
      return read.success ? [read.data as PastState] : [];
    })
    .sort((a, b) => b.at.localeCompare(a.at) || b.key - a.key);
}

/** Records what a draft says now, unless the latest state says the same. Resolves to whether it did. */
export async function recordState(database: Database, state: Omit<PastState, 'key'>): Promise<boolean> {
  return database.transaction('rw', database.states, async () => {
    const states = await listStates(database, state.draft);
    if (states[0] && sameContent(states[0].content, state.content)) return false;
    await database.states.add(state);
    await database.states.bulkDelete(surplus(states, state.at));
    return true;
  });
}

const hour = 60 * 60 * 1000;

/** Of how much time one state is enough, by how long ago it was (ms): all of today, then one an hour, a day, a week. */
const grains: readonly { readonly until: number; readonly grain: number }[] = [
  { until: 24 * hour, grain: 0 },
  { until: 7 * 24 * hour, grain: hour },
  { until: 90 * 24 * hour, grain: 24 * hour },
  { until: Number.POSITIVE_INFINITY, grain: 7 * 24 * hour },
];
/** Of one day's, however busy it was. */
const mostRecent = 100;

/** Keys of the states that may go: of each stretch of time the last one stays. `states` are newest first. */
export function surplus(states: readonly Pick<PastState, 'key' | 'at'>[], now: string): number[] {
  const kept = new Set<string>();
  let recent = 0;
  return states.flatMap(({ key, at }) => {
    const age = Math.max(0, Date.parse(now) - Date.parse(at));
    const grain = grains.find(({ until }) => age < until)?.grain ?? 0;
    if (grain === 0) return ++recent > mostRecent ? [key] : [];
    const stretch = `${grain}/${Math.floor(Date.parse(at) / grain)}`;
    if (kept.has(stretch)) return [key];
    kept.add(stretch);
    return [];
  });
}
