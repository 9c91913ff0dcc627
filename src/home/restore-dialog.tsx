// Says what restoring a backup will add, replace and keep, before anything is written.
import { type ReactNode, useState } from 'react';
import type { Draft } from '../report/draft.ts';
import { type BackupRead, planRestore, type Restoring, restore } from '../storage/backup.ts';
import type { Database } from '../storage/database.ts';
import { Dialog } from '../ui/dialog.tsx';
import { timeWords } from '../ui/time-words.ts';

type Props = {
  database: Database;
  here: readonly Draft[];
  /** What could not be saved and is newer than any backup. */
  inMemory: readonly Draft[];
  read: BackupRead;
  now: () => string;
  onClose: () => void;
  onTrouble: (error: unknown) => void;
};

export function RestoreDialog({ database, here, inMemory, read, now, onClose, onTrouble }: Props): ReactNode {
  const [writing, setWriting] = useState(false);
  if (!read.ok) {
    return (
      <Dialog label="恢复备份" onClose={onClose}>
        <div className="stack">
          <h2>恢复备份</h2>
          <p role="alert" className="notice notice-bad">
            没有恢复。{read.message}
          </p>
          <div className="row dialog-ends">
            <button type="button" className="button" onClick={onClose}>
              关闭
            </button>
          </div>
        </div>
      </Dialog>
    );
  }
  const { drafts, savedAt, damaged, agrees } = read;
  const planned = planRestore(here, drafts, inMemory);
  const of = (how: Restoring['how']): readonly Restoring[] => planned.filter((one) => one.how === how);
  const count = planned.length - of('keep').length;

  async function confirm(): Promise<void> {
    setWriting(true);
    try {
      await restore(database, drafts, now(), inMemory);
    } catch (error) {
      onTrouble(error);
    }
    onClose();
  }

  return (
    <Dialog label="恢复备份" onClose={onClose} wide>
      <div className="stack">
        <h2>恢复备份</h2>
        <p>
          备份时间：{timeWords(savedAt)}，共 {drafts.length} 份。
        </p>
        {damaged.length > 0 && (
          <div className="notice notice-bad">
            <p>另有 {damaged.length} 份读不出来，不能恢复。其他的不受影响，备份文件也没有动：</p>
            <ul>
              {damaged.map(({ name, reason }, at) => (
                // The file does not change while it is shown.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={at}>
                  {name}（{reason}）
                </li>
              ))}
            </ul>
          </div>
        )}
        <Group title="本机没有，将添加" rows={of('add')} agrees={agrees} />
        <Group title="备份里的较新，将替换本机的" rows={of('replace')} agrees={agrees} />
        <Group title="保留本机的，不动" rows={of('keep')} agrees={agrees} />
        <div className="row dialog-ends">
          <button type="button" className="button" onClick={onClose}>
            {count > 0 ? '不恢复' : '关闭'}
          </button>
          {count > 0 && (
            <button
              type="button"
              className="button button-main"
              data-action="restore-confirm"
              disabled={writing}
              onClick={() => void confirm()}
            >
              恢复这 {count} 份
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

type Agrees = ReadonlyMap<string, boolean | undefined>;

function Group({ title, rows, agrees }: { title: string; rows: readonly Restoring[]; agrees: Agrees }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>
        {title}（{rows.length}）
      </h3>
      <ul>
        {rows.map(({ draft, how, isSame }) => (
          <li key={draft.id}>
            {draft.agency || '（未填机关）'} {draft.year} 年度，保存于 {timeWords(draft.savedAt)}
            {agrees.has(draft.id) && finalWords(agrees.get(draft.id), how)}
            {isSame && '（内容相同）'}
            {draft.deletedAt !== undefined && '（在最近删除里）'}
          </li>
        ))}
      </ul>
    </div>
  );
}

function finalWords(isSame: boolean | undefined, how: Restoring['how']): string {
  if (isSame === undefined) return '（已定稿，本版本核验不了）';
  if (isSame) return '（与定稿一致）';
  return how === 'keep' ? '（备份里的与定稿不一致）' : '（与定稿不一致，恢复后按普通草稿处理）';
}
