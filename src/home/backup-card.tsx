// Backups: all drafts to one file and back, into a folder by itself where the browser can, and a reminder when one is due.
import { type ReactNode, useEffect, useState } from 'react';
import type { Draft } from '../report/draft.ts';
import type { AutoBackup } from '../storage/auto-backup.ts';
import type { BackupRead } from '../storage/backup.ts';
import type { Database } from '../storage/database.ts';
import type { TextStore } from '../storage/journal.ts';
import { type LastBackup, noteBackup, unsavedInBackup } from '../storage/last-backup.ts';
import { askToKeep, type Persistence } from '../storage/persistence.ts';
import { download } from '../ui/download.ts';
import { load } from '../ui/load.ts';
import { inDialog, part } from '../ui/part.tsx';
import { timeWords } from '../ui/time-words.ts';

const FolderControl = part(
  () => import('./folder-control.tsx').then(({ FolderControl }) => FolderControl),
  '自动备份到文件夹',
);
const RestoreDialog = part(
  () => import('./restore-dialog.tsx').then(({ RestoreDialog }) => RestoreDialog),
  '恢复备份',
  { failed: inDialog },
);
const backupFiles = () => load(() => import('../storage/backup.ts'), '备份');

type Props = {
  database: Database;
  store: () => TextStore;
  now: () => string;
  appVersion: string;
  /** All that are stored, deleted ones too. */
  drafts: readonly Draft[];
  /** What could not be saved: it goes into the backup all the same. */
  inMemory: readonly Draft[];
  /** Not before there is something to back up. */
  autoBackup: AutoBackup | undefined;
  /** The last backup, and whether it is time for another. */
  last: LastBackup | undefined;
  isDue: boolean;
  onBackedUp: () => void;
  /** Opened from a file: no browser promises to keep anything there. */
  isCarried: boolean;
  onTrouble: (error: unknown) => void;
};

export function BackupCard(props: Props): ReactNode {
  const { database, store, now, appVersion, drafts, inMemory, autoBackup, last, isDue, isCarried, onTrouble } = props;
  const [read, setRead] = useState<BackupRead>();
  const changed = unsavedInBackup(drafts, last);

  async function backUp(): Promise<void> {
    const { backupText, wholeShelf } = await backupFiles();
    const time = now();
    const text = backupText(wholeShelf(drafts, inMemory, time), { app: appVersion, now: time });
    download(`年报填报备份-${fileTime(time)}.json`, text, 'application/json');
    noteBackup(store, database, time, drafts);
    props.onBackedUp();
  }

  async function choose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await file.text().catch(() => '');
    input.value = '';
    const [{ readBackup }, { agreesWithCode }] = await Promise.all([
      backupFiles(),
      load(() => import('../files/json/check-code.ts'), '核对定稿'),
    ]);
    setRead(readBackup(text, agreesWithCode));
  }

  return (
    <section className={isDue ? 'card backup backup-due' : 'card backup'} aria-labelledby="backup">
      <h2 id="backup">备份</h2>
      {isDue ? (
        <p role="status">
          <strong>该备份了：</strong>
          {last ? `上次备份（${lastWords(last)}）以后` : '还没有备份过，'}有 {changed} 份报告新填或改过。
        </p>
      ) : (
        <p className="small soft">
          {last
            ? `上次备份：${lastWords(last)}${changed === 0 ? '，之后没有改动。' : `，之后改过 ${changed} 份。`}`
            : '草稿只在这台电脑的这个浏览器里。把全部草稿存成一个文件，放到 U 盘或单位的共享盘上留底；换电脑时用它恢复。'}
        </p>
      )}
      <div className="row">
        <button
          type="button"
          className={isDue ? 'button button-main' : 'button'}
          data-action="backup"
          disabled={drafts.length + inMemory.length === 0}
          onClick={() => void backUp().catch(onTrouble)}
        >
          备份全部
        </button>
        <label className="button import-button">
          恢复备份
          <input
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            data-action="restore"
            onChange={(event) => void choose(event.target).catch(onTrouble)}
          />
        </label>
        {autoBackup && <FolderControl autoBackup={autoBackup} />}
      </div>
      {drafts.length > 0 && !isCarried && <Kept />}
      {read && (
        <RestoreDialog
          database={database}
          here={drafts}
          inMemory={inMemory}
          read={read}
          now={now}
          onClose={() => setRead(undefined)}
          onTrouble={onTrouble}
        />
      )}
    </section>
  );
}

const lastWords = ({ time }: LastBackup): string => (time ? timeWords(time) : '时间不详，当时电脑的时钟不准');

const keptWords: Readonly<Record<Persistence, string>> = {
  kept: '浏览器已答应长期保留这些草稿。',
  refused: '浏览器未同意长期保留数据：磁盘很满或清理浏览数据时草稿可能被清掉。请定期“备份全部”留底。',
  unknown: '这个浏览器不说明会不会长期保留草稿。请定期“备份全部”留底。',
};

function Kept(): ReactNode {
  const [answer, setAnswer] = useState<Persistence>();
  useEffect(() => void askToKeep(navigator.storage).then(setAnswer), []);
  return answer && <p className="soft small">{keptWords[answer]}</p>;
}

/** 2026-01-20T08:05:00Z → 20260120-0805 in local time, for a file's name. */
function fileTime(time: string): string {
  const at = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`;
}
