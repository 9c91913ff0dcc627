// The first screen: the drafts on this machine, and the ways to start one.
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Readable } from '../read-files.ts';
import type { Content, Draft } from '../report/draft.ts';
import type { AutoBackup } from '../storage/auto-backup.ts';
import type { Database } from '../storage/database.ts';
import { type Shelf, setDeleted, watchShelf } from '../storage/drafts.ts';
import type { TextStore } from '../storage/journal.ts';
import { isBackupDue, lastBackup } from '../storage/last-backup.ts';
import { storageTrouble } from '../storage/trouble.ts';
import { failureWords, load, NotLoaded } from '../ui/load.ts';
import { part } from '../ui/part.tsx';
import { CarriedNote } from './carried-note.tsx';
import type { Importing } from './importing.ts';
import { useIntake } from './intake.ts';
import { NewDialog } from './new-dialog.tsx';
import { PlainHttpNote } from './plain-http-note.tsx';
import { SetAside } from './set-aside.tsx';
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
  const { database, now } = props;
  const [shelf, setShelf] = useState<Shelf>();
  const [trouble, setTrouble] = useState<string>();
  const [undone, setUndone] = useState<string>();
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState<Importing>();
  const [autoBackup, setAutoBackup] = useState<AutoBackup>();
  const [deleted, setDeletedDraft] = useState<Draft>();
  /** Each new value watches the database anew. */
  const [attempt, setAttempt] = useState({ database });

  useEffect(() => {
    const onShelf = (next: Shelf): void => {
      setShelf(next);
      setTrouble(undefined);
    };
    return watchShelf(attempt.database, onShelf, (error) => setTrouble(storageTrouble(error)));
  }, [attempt]);

  const { autoBackup: loadAutoBackup, store } = props;
  const [last, setLast] = useState(() => lastBackup(store, database, now()));
  const onBackedUp = useCallback(() => setLast(lastBackup(store, database, now())), [store, database, now]);
  const isAnyHere = (shelf?.drafts.length ?? 0) > 0;
  // What was changed since the last time the list was open is backed up at once.
  useEffect(() => {
    if (!isAnyHere) return;
    const loading = loadAutoBackup().then((loaded) => {
      setAutoBackup(loaded);
      void loaded.run();
      return loaded.watch(onBackedUp);
    });
    loading.catch((error) => setUndone(failureWords(error)));
    return () => void loading.then((stop) => stop()).catch(() => undefined);
  }, [isAnyHere, loadAutoBackup, onBackedUp]);

  const notDone = (error: unknown): void => setUndone(failureWords(error));
  const failed = (error: unknown): void =>
    error instanceof NotLoaded ? notDone(error) : setTrouble(storageTrouble(error));
  // The same list as long as the shelf is the same: what hangs on it is not done again.
  const drafts = useMemo(() => shelf?.drafts.filter(({ deletedAt }) => deletedAt === undefined) ?? [], [shelf]);
  const removed = shelf?.drafts.filter(({ deletedAt }) => deletedAt !== undefined) ?? [];
  const latest = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0];

  const { importOf } = props;
  useEffect(() => void importOf(false)?.then(setImporting), [importOf]);
  const { isDragged, onDrag } = useIntake(take);

  function take(all: readonly Readable[]): void {
    if (all.length === 0) return;
    importOf(true)?.then((importing) => {
      importing.take(all);
      setImporting(importing);
    }, notDone);
  }

  async function openSample(): Promise<void> {
    const { samples } = await load(() => import('../formats/samples.ts'), '示例');
    props.onCreate(samples['2021']);
  }

  async function startNextYear(draft: Draft): Promise<void> {
    const { nextYear } = await load(() => import('../formats/next-year.ts'), '下一年度');
    props.onCreate(nextYear(draft));
  }

  // The one that is due stands before the drafts, where it is seen.
  const isDue =
    shelf !== undefined && autoBackup?.state().kind !== 'on' && isBackupDue(shelf.drafts, last, startOfDay(now()));
  // Without a database, what is in memory is all there is.
  const backup = (shelf || (trouble && props.inMemory.length > 0)) && (
    <BackupCard
      database={database}
      store={store}
      now={now}
      appVersion={props.appVersion}
      drafts={shelf?.drafts ?? []}
      inMemory={props.inMemory}
      autoBackup={autoBackup}
      last={last}
      isDue={isDue}
      onBackedUp={onBackedUp}
      isCarried={isCarried}
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
      <header className="home-head">
        <div>
          <h1>年报填报</h1>
          <p>政府信息公开工作年度报告：分步填写，边填边核对，草稿存在本机{isPlainHttp ? '' : '，不联网也能用'}。</p>
        </div>
        <div className="row home-actions">
          <button type="button" className="button button-main" data-action="new" onClick={() => setCreating(true)}>
            新建报告
          </button>
          <label className="button import-button">
            导入文件
            <input
              type="file"
              multiple
              accept=".docx,.html,.htm,.txt,.xlsx,.json,.doc,.wps,.pdf"
              className="visually-hidden"
              data-action="import"
              onChange={({ target }) => {
                take([...(target.files ?? [])]);
                // The same file chosen again should be read again.
                target.value = '';
              }}
            />
          </label>
        </div>
      </header>

      {isCarried && <CarriedNote />}
      {isPlainHttp && <PlainHttpNote store={store} name={database.name} />}
      {trouble && (
        <div className="notice notice-bad row" role="alert">
          <p>
            <strong>读写本机的草稿出了问题。</strong>
            {trouble}仍然可以新建、导入和填写，但请在关闭页面前下载数据文件。
          </p>
          <button type="button" className="button button-small" onClick={() => setAttempt({ database })}>
            再试一次
          </button>
        </div>
      )}
      {undone && (
        <div className="notice notice-bad row" role="alert">
          <p>
            <strong>没有做成。</strong>
            {undone} 本机的草稿都在，没有受影响。
          </p>
          <button type="button" className="button button-small" onClick={() => setUndone(undefined)}>
            知道了
          </button>
        </div>
      )}
      {props.keptApart.length > 0 && (
        <p className="notice notice-doubt" role="status">
          上次关闭前没来得及保存的内容，与后来保存的不一致，已另存为单独的一份：{props.keptApart.join('；')}
          。请打开两份比较后再删除一份。
        </p>
      )}
      {props.inMemory.length > 0 && (
        <div className="notice notice-bad" role="alert">
          <strong>下面的报告还没有存上，只在本页里。请不要关闭或刷新本页。</strong>
          <ul>
            {props.inMemory.map((draft) => (
              <li key={draft.id} className="row">
                <a href={props.hrefOf(draft.id)}>
                  {draft.agency} {draft.year} 年度
                </a>
                <button
                  type="button"
                  className="button button-small"
                  onClick={() => void props.onExport(draft).catch(notDone)}
                >
                  下载
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {deleted && (
        <p className="notice row" role="status">
          已删除 {deleted.agency} {deleted.year} 年度。
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              setDeletedDraft(undefined);
              setDeleted(database, deleted.id, now(), false).catch(failed);
            }}
          >
            撤销删除
          </button>
        </p>
      )}

      {importing && <ImportView importing={importing} drafts={drafts} onCreate={props.onCreate} />}

      {shelf && drafts.length === 0 && (
        <FirstRun onNew={() => setCreating(true)} onSample={() => void openSample().catch(notDone)} />
      )}
      {isDue && backup}
      {drafts.length > 0 && (
        <DraftTable
          drafts={drafts}
          hrefOf={props.hrefOf}
          onExport={(draft) => void props.onExport(draft).catch(notDone)}
          onDuplicate={(draft) => props.onDuplicate(draft).catch(failed)}
          onNextYear={(draft) => void startNextYear(draft).catch(notDone)}
          onDelete={(draft) => {
            setDeletedDraft(draft);
            setDeleted(database, draft.id, now(), true).catch(failed);
          }}
        />
      )}
      {shelf && shelf.damaged.length > 0 && <SetAside damaged={shelf.damaged} />}
      {removed.length > 0 && (
        <Removed drafts={removed} onBack={(draft) => setDeleted(database, draft.id, now(), false).catch(failed)} />
      )}
      {!isDue && backup}
      <p className="soft small">
        导入：去年的 Word 文件（.docx）、网页、Excel 表、数据文件都可以，拖到这里或复制后在这里粘贴（Ctrl+V）也行。
      </p>

      {creating && (
        <NewDialog
          likelyYear={props.likelyYear}
          likelyAgency={latest && !latest.agency.includes('示例') ? latest.agency : ''}
          onCreate={props.onCreate}
          onClose={() => setCreating(false)}
        />
      )}
    </main>
  );
}

function startOfDay(time: string): string {
  const at = new Date(time);
  at.setHours(0, 0, 0, 0);
  return at.toISOString();
}

function FirstRun({ onNew, onSample }: { onNew: () => void; onSample: () => void }): ReactNode {
  return (
    <section className="card first-run" aria-labelledby="first-run">
      <h2 id="first-run">还没有报告</h2>
      <ol>
        <li>
          <b>新建</b>
          填机关全称和年度，八个步骤任意顺序填。有去年的报告，先导入它，上年结转会自动核对。
        </li>
        <li>
          <b>填写</b>
          表格可以用键盘，也可以从 Excel、WPS 粘贴；合计自动算，勾稽关系随时核对。
        </li>
        <li>
          <b>导出</b>
          打印成公文版式，导出 Word 送审、网页发布、Excel 和数据文件交给上级。
        </li>
      </ol>
      <p className="soft">每次输入都会自动存在这台电脑的浏览器里，不上传到任何地方。换电脑时用“导出”“导入”带走。</p>
      <div className="row">
        <button type="button" className="button button-main" onClick={onNew}>
          新建第一份报告
        </button>
        <button type="button" className="button" onClick={onSample}>
          先看一份填好的示例
        </button>
      </div>
    </section>
  );
}

function Removed({ drafts, onBack }: { drafts: readonly Draft[]; onBack: (draft: Draft) => void }): ReactNode {
  return (
    <details className="removed">
      <summary>最近删除（{drafts.length}），保留 30 天</summary>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <span>
              {draft.agency} {draft.year} 年度
            </span>
            <button type="button" className="button button-small" onClick={() => onBack(draft)}>
              恢复
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
