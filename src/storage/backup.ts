// All drafts in one file, and back. Restoring says first what it will do with each draft; it never puts an older state over
// a newer one and removes nothing.
import * as z from 'zod/mini';
import type { Draft } from '../report/draft.ts';
import { type Database, ready } from './database.ts';
import { contentOf, readRow, sameContent } from './draft-row.ts';
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

/** The file's text. `app` is the program's version, `now` an ISO time. */
export function backupText(drafts: readonly Draft[], { app, now }: { app: string; now: string }): string {
  return `${JSON.stringify({ kind: backupKind, version: backupVersion, app, savedAt: now, drafts }, null, 1)}\n`;
}

export type BackupRead =
  | { readonly ok: true; readonly savedAt: string; readonly drafts: readonly Draft[]; readonly damaged: number }
  | { readonly ok: false; readonly message: string };

/** Never throws. Drafts in it that cannot be read are counted and left. */
export function readBackup(text: string): BackupRead {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
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
  const rows = read.data.drafts.map(readRow);
  const drafts = rows.flatMap((row) => ('draft' in row ? [row.draft] : []));
  return { ok: true, savedAt: read.data.savedAt, drafts, damaged: rows.length - drafts.length };
}

/** `keep`: what is here is newer, or says the same. */
export type Restoring = { readonly draft: Draft; readonly how: 'add' | 'replace' | 'keep'; readonly isSame: boolean };

export function planRestore(here: readonly Draft[], backup: readonly Draft[]): readonly Restoring[] {
  return backup.map((draft) => {
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
export async function restore(database: Database, backup: readonly Draft[], now: string): Promise<number> {
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
    const planned = planRestore(here, backup).filter(({ how, draft }) => how !== 'keep' && !damaged.has(draft.id));
    for (const { draft } of planned) {
      const own = here.find(({ id }) => id === draft.id);
      // One revision on from either, so that a tab with the draft open notices.
      const revision = Math.max(draft.revision, own?.revision ?? 0) + 1;
      await database.drafts.put({ ...draft, revision });
      if (own) await recordState(database, { draft: own.id, at: now, why: '恢复备份前', content: contentOf(own) });
    }
    return planned.length;
  });
}
