// All drafts in one file, and back. Restoring says first what it will do with each draft; it never puts an older state over
// a newer one and removes nothing.

import * as z from 'zod/mini';
import { type Draft, reopened } from '../report/draft.ts';
import { withoutMark } from '../report/text-forms.ts';
import { type Database, ready } from './database.ts';
import { contentOf, type DamagedRow, nextRevision, readRow, sameContent } from './draft-row.ts';
import { recordState } from './history.ts';

z.config({ jitless: true });

const backupKind = 'zfxxgk-annual-report-backup';
const backupVersion = 1;

const backupFile = z.object({
  kind: z.literal(backupKind),
  version: z.number(),
  savedAt: z.string(),
  drafts: z.array(z.unknown()),
});

/**
 * What belongs into a backup: all that is stored, and in its place what could not be saved, which is the newer. That counts as
 * saved in the backup, at `now`.
 */
export function wholeShelf(stored: readonly Draft[], inMemory: readonly Draft[], now: string): readonly Draft[] {
  const others = stored.filter(({ id }) => !inMemory.some((draft) => draft.id === id));
  return [...others, ...inMemory.map((draft) => ({ ...draft, savedAt: now }))];
}

/** The file's text. `app` is the program's version, `now` an ISO time. */
export function backupText(drafts: readonly Draft[], { app, now }: { app: string; now: string }): string {
  return `${JSON.stringify({ kind: backupKind, version: backupVersion, app, savedAt: now, drafts }, null, 1)}\n`;
}

export type BackupRead =
  | {
      readonly ok: true;
      readonly savedAt: string;
      readonly drafts: readonly Draft[];
      readonly damaged: readonly DamagedRow[];
      /** By id, of drafts that were final: whether they still say what they said then. Undefined where nobody here can tell. */
      readonly agrees: ReadonlyMap<string, boolean | undefined>;
    }
  | { readonly ok: false; readonly message: string };

/** Whether a final report has the code of what it says; undefined for one that cannot be weighed here. */
export type Verifier = (draft: Draft) => boolean | undefined;

/**
 * Never throws. Drafts in it that cannot be read are set aside; one that was changed after it was final is given back as an
 * ordinary draft; of two with one id the later counts.
 */
export function readBackup(text: string, verify: Verifier): BackupRead {
  let value: unknown;
  try {
    value = JSON.parse(withoutMark(text));
  } catch {
    return { ok: false, message: '文件不是完好的备份：内容不完整，或不是 JSON。可能没有复制完。' };
  }
  const read = z.safeParse(backupFile, value);
  if (!read.success) {
    return { ok: false, message: '这不是“备份全部”生成的备份文件。单份报告的数据文件请用“导入文件”。' };
  }
  if (read.data.version > backupVersion) {
    return { ok: false, message: `备份由更新的程序写出（第 ${read.data.version} 版），请先更新本程序。` };
  }
  const drafts = new Map<string, Draft>();
  const damaged: DamagedRow[] = [];
  for (const row of read.data.drafts.map(readRow)) {
    if ('damaged' in row) damaged.push(row.damaged);
    else if ((drafts.get(row.draft.id)?.savedAt ?? '') <= row.draft.savedAt) drafts.set(row.draft.id, row.draft);
  }
  const agrees = new Map<string, boolean | undefined>();
  for (const draft of drafts.values()) {
    if (!draft.finalised) continue;
    const isSame = verified(draft, verify);
    agrees.set(draft.id, isSame);
    if (isSame === false) drafts.set(draft.id, reopened(draft));
  }
  return { ok: true, savedAt: read.data.savedAt, drafts: [...drafts.values()], damaged, agrees };
}

function verified(draft: Draft, verify: Verifier): boolean | undefined {
  try {
    return verify(draft);
  } catch {
    return undefined;
  }
}

/** `keep`: what is here is newer, or says the same. */
export type Restoring = { readonly draft: Draft; readonly how: 'add' | 'replace' | 'keep'; readonly isSame: boolean };

/** `inMemory` are drafts that are not, or not as they are now, in the database: newer than any backup. */
export function planRestore(
  here: readonly Draft[],
  backup: readonly Draft[],
  inMemory: readonly Draft[] = [],
): readonly Restoring[] {
  return backup.map((draft) => {
    if (inMemory.some(({ id }) => id === draft.id)) return { draft, how: 'keep', isSame: false };
    const own = here.find(({ id }) => id === draft.id);
    if (!own) return { draft, how: 'add', isSame: false };
    const isSame = sameContent(own, draft) && own.deletedAt === draft.deletedAt;
    return { draft, how: !isSame && draft.savedAt > own.savedAt ? 'replace' : 'keep', isSame };
  });
}

/**
 * Plans anew inside the transaction, so that what another tab has saved meanwhile counts. What is replaced stays in the
 * draft's history. `now` is an ISO time. Resolves to how many drafts were written; where it rejects, none were.
 */
export async function restore(
  database: Database,
  backup: readonly Draft[],
  now: string,
  inMemory: readonly Draft[] = [],
): Promise<number> {
  await ready(database);
  return database.transaction('rw', database.drafts, database.states, async () => {
    const rows = await database.drafts.bulkGet(backup.map(({ id }) => id));
    const here = rows.flatMap((row) => {
      const read = row === undefined ? undefined : readRow(row);
      return read && 'draft' in read ? [read.draft] : [];
    });
    // What stands there and cannot be read is not replaced: it was promised to stay.
    const damaged = new Set(
      backup.flatMap(({ id }, at) => (rows[at] === undefined || 'draft' in readRow(rows[at]) ? [] : [id])),
    );
    const planned = planRestore(here, backup, inMemory).filter(
      ({ how, draft }) => how !== 'keep' && !damaged.has(draft.id),
    );
    for (const { draft } of planned) {
      const own = here.find(({ id }) => id === draft.id);
      // After either, so that a tab with the draft open notices.
      const revision = nextRevision(draft.revision, ...(own ? [own.revision] : []));
      await database.drafts.put({ ...draft, revision });
      if (own) await recordState(database, { draft: own.id, at: now, why: '恢复备份前', content: contentOf(own) });
    }
    return planned.length;
  });
}
