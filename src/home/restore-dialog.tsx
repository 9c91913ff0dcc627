// Says what restoring a backup will add, replace and keep, before anything is written.
import { type ReactNode, useState } from 'react';
import type { Draft } from '../report/draft.ts';
import { type BackupRead, planRestore, type Restoring, restore } from '../storage/backup.ts';
import type { Database } from '../storage/database.ts';
import { Dialog } from '../ui/dialog.tsx';

type Props = {
  database: Database;
  here: readonly Draft[];
  read: BackupRead;
  now: () => string;
  onClose: () => void;
  onTrouble: (error: unknown) => void;
};

export function RestoreDialog({ database, here, read, now, onClose, onTrouble }: Props): ReactNode {
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
  const { drafts, savedAt, damaged } = read;
  const planned = planRestore(here, drafts);
  const of = (how: Restoring['how']): readonly Restoring[] => planned.filter((one) => one.how === how);
  const count = planned.length - of('keep').length;

  async function confirm(): Promise<void> {
    setWriting(true);
    try {
      await restore(database, drafts, now());
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
          备份时间：{new Date(savedAt).toLocaleString('zh-CN')}，共 {drafts.length} 份。
        </p>
        {damaged > 0 && <p className="notice notice-bad">另有 {damaged} 份读不出来，不能恢复。</p>}
        <Group title="本机没有，将添加" rows={of('add')} />
        <Group title="备份里的较新，将替换本机的" rows={of('replace')} />
        <Group title="保留本机的，不动" rows={of('keep')} />
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

function Group({ title, rows }: { title: string; rows: readonly Restoring[] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>
        {title}（{rows.length}）
      </h3>
      <ul>
        {rows.map(({ draft, isSame }) => (
          <li key={draft.id}>
            {draft.agency || '（未填机关）'} {draft.year} 年度，保存于 {new Date(draft.savedAt).toLocaleString('zh-CN')}
            {isSame && '（内容相同）'}
            {draft.deletedAt !== undefined && '（在最近删除里）'}
          </li>
        ))}
      </ul>
    </div>
  );
}
