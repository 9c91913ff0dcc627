// The first screen: the drafts on this machine, and the ways to start one.
import { type ReactNode, useCallback, useState } from 'react';
import type { Content, Draft } from '../report/draft.ts';
import type { AutoBackup } from '../storage/auto-backup.ts';
import type { Database } from '../storage/database.ts';
import { setDeleted } from '../storage/drafts.ts';
import type { TextStore } from '../storage/journal.ts';
import { failureWords, load, NotLoaded } from '../ui/load.ts';
import { part } from '../ui/part.tsx';
import { useBackups } from './backups.ts';
import { CarriedNote } from './carried-note.tsx';
import { DeletedDrafts } from './deleted-drafts.tsx';
import { FirstRun } from './first-run.tsx';
import { HomeHead } from './home-head.tsx';
import type { Importing } from './importing.ts';
import { useIntake } from './intake.ts';
import { NewDialog } from './new-button.tsx';
import { Notices } from './notices.tsx';
import { PlainHttpNote } from './plain-http-note.tsx';
import { SetAside } from './set-aside.tsx';
import { useShelf } from './shelf.ts';
import './home.css';

// What reads files, the table and the samples come when they are needed: the first screen does without.
const ImportView = part(() => import('./import-view.tsx').then(({ ImportView }) => ImportView), '导入');
const BackupCard = part(() => import('./backup-card.tsx').then(({ BackupCard }) => BackupCard), '备份');
const DraftTable = part(() => import('./draft-table.tsx').then(({ DraftTable }) => DraftTable), '报告列表', {
  failed: (message, { drafts, hrefOf }) => (
    <>
      {message}
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={hrefOf(draft.id)}>
              {draft.agency} {draft.year} 年度
            </a>
          </li>
        ))}
      </ul>
    </>
  ),
});

/** Opened from a file, as the single edition is: no browser promises to keep anything there. */
const isCarried = location.protocol === 'file:';
/** Where browsers withhold what they keep for secure addresses. */
const isPlainHttp = location.protocol === 'http:' && !isSecureContext;

export type HomeProps = {
  database: Database;
  store: () => TextStore;
  now: () => string;
  appVersion: string;
  likelyYear: number;
  hrefOf: (id: string) => string;
  /** Makes a draft of the content and opens it. */
  onCreate: (content: Content) => void;
  /** Stores a copy to be worked on, and opens nothing. */
  onDuplicate: (draft: Draft) => Promise<void>;
  onExport: (draft: Draft) => Promise<void>;
  /** The import that goes on whatever page is shown: asked for with `begin` when something is first imported. */
  importOf: (begin: boolean) => Promise<Importing> | undefined;
  /** Titles of drafts that were kept apart at the start because they could not be merged. */
  keptApart: readonly string[];
  /** Runs as long as the page; comes a little after the first screen. */
  autoBackup: () => Promise<AutoBackup>;
  /** Drafts that could not be saved and live only as long as the page. */
  inMemory: readonly Draft[];
};

export function Home(props: HomeProps): ReactNode {
  const { database, store, now, hrefOf, inMemory, onCreate } = props;
  const { shelf, drafts, deleted, trouble, onTrouble, retry } = useShelf(database);
  const [undone, setUndone] = useState<string>();
  const [isCreating, setCreating] = useState(false);
  const [justDeleted, setJustDeleted] = useState<Draft>();

  const notDone = useCallback((error: unknown): void => setUndone(failureWords(error)), []);
  const failed = (error: unknown): void => (error instanceof NotLoaded ? notDone(error) : onTrouble(error));
  const { importing, take, isDragged, onDrag } = useIntake(props.importOf, notDone);
  const backups = useBackups(shelf, { database, store, now, load: props.autoBackup, onFailed: notDone });

  const exportDraft = (draft: Draft): void => void props.onExport(draft).catch(notDone);
  const openNew = (): void => setCreating(true);

  function markDeleted(draft: Draft, isDeleted: boolean): void {
    setJustDeleted(isDeleted ? draft : undefined);
    setDeleted(database, draft.id, now(), isDeleted).catch(failed);
  }

  // Without a database, what is in memory is all there is.
  const backupCard = (shelf || (trouble && inMemory.length > 0)) && (
    <BackupCard
      {...{ database, store, now, inMemory, isCarried }}
      {...backups}
      appVersion={props.appVersion}
      drafts={shelf?.drafts ?? []}
      onTrouble={failed}
    />
  );

  return (
    <main
      className={isDragged ? 'home home-dropping' : 'home'}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrag}
    >
      <HomeHead isPlainHttp={isPlainHttp} onNew={openNew} onFiles={take} />
      {isCarried && <CarriedNote />}
      {isPlainHttp && <PlainHttpNote store={store} name={database.name} />}
      <Notices
        {...{ trouble, undone, inMemory, hrefOf }}
        keptApart={props.keptApart}
        deleted={justDeleted}
        onRetry={retry}
        onUndoneRead={() => setUndone(undefined)}
        onExport={exportDraft}
        onRestore={(draft) => markDeleted(draft, false)}
      />
      {importing && <ImportView importing={importing} drafts={drafts} onCreate={onCreate} />}
      {shelf && drafts.length === 0 && (
        <FirstRun onNew={openNew} onSample={() => void openSample(onCreate).catch(notDone)} />
      )}
      {/* One that is due stands before the drafts, where it is seen. */}
      {backups.isDue && backupCard}
      {drafts.length > 0 && (
        <DraftTable
          drafts={drafts}
          hrefOf={hrefOf}
          onExport={exportDraft}
          onDuplicate={(draft) => void props.onDuplicate(draft).catch(failed)}
          onNextYear={(draft) => void startNextYear(draft, onCreate).catch(notDone)}
          onDelete={(draft) => markDeleted(draft, true)}
        />
      )}
      {shelf && shelf.damaged.length > 0 && <SetAside damaged={shelf.damaged} />}
      <DeletedDrafts
        drafts={deleted}
        onRestore={(draft) => setDeleted(database, draft.id, now(), false).catch(failed)}
      />
      {!backups.isDue && backupCard}
      <p className="soft small">
        导入：去年的 Word 文件（.docx）、网页、Excel 表、数据文件都可以，拖到这里或复制后在这里粘贴（Ctrl+V）也行。
      </p>
      {isCreating && (
        <NewDialog
          likelyYear={props.likelyYear}
          likelyAgency={likelyAgency(drafts)}
          onCreate={onCreate}
          onClose={() => setCreating(false)}
        />
      )}
    </main>
  );
}

/** The latest draft's, where it is no sample. */
function likelyAgency(drafts: readonly Draft[]): string {
  const latest = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0];
  return latest && !latest.agency.includes('示例') ? latest.agency : '';
}

async function openSample(onCreate: (content: Content) => void): Promise<void> {
  const { samples } = await load(() => import('../formats/samples.ts'), '示例');
  onCreate(samples['2021']);
}

async function startNextYear(draft: Draft, onCreate: (content: Content) => void): Promise<void> {
  const { nextYear } = await load(() => import('../compare/next-year.ts'), '下一年度');
  onCreate(nextYear(draft));
}
