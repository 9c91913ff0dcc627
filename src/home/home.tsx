// The first screen: the drafts on this machine, and the ways to start one.
import {
  type DragEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FileRead } from '../read-files.ts';
import { type Content, type Draft, reopened } from '../report/draft.ts';
import type { AutoBackup } from '../storage/auto-backup.ts';
import type { Database } from '../storage/database.ts';
import { type Shelf, setDeleted, watchShelf } from '../storage/drafts.ts';
import type { TextStore } from '../storage/journal.ts';
import { isBackupDue, lastBackup } from '../storage/last-backup.ts';
import { storageTrouble } from '../storage/trouble.ts';
import { download } from '../ui/download.ts';
import { CarriedNote } from './carried-note.tsx';
import { NewDialog } from './new-dialog.tsx';
import './home.css';

// What reads files, the table and the samples come when they are needed: the first screen does without.
const ImportDialog = lazy(() => import('./import-dialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })));
const BackupCard = lazy(() => import('./backup-card.tsx').then(({ BackupCard }) => ({ default: BackupCard })));
const DraftTable = lazy(() => import('./draft-table.tsx').then(({ DraftTable }) => ({ default: DraftTable })));

/** Opened from a file, as the single edition is: no browser promises to keep anything there. */
const isCarried = location.protocol === 'file:';

export type HomeProps = {
  database: Database;
  store: () => TextStore;
  now: () => string;
  appVersion: string;
  likelyYear: number;
  hrefOf: (id: string) => string;
  /** Makes a draft of the content and opens it. */
  onCreate: (content: Content) => void;
  /** Makes drafts of all; opens none. Rejects when one cannot be saved. */
  onCreateAll: (contents: readonly Content[]) => Promise<void>;
  onExport: (draft: Draft) => void;
  /** Reads files, or what was copied elsewhere. Never rejects. */
  onRead: (files: readonly File[]) => Promise<readonly FileRead[]>;
  onReadCopied: (copied: { readonly html: string; readonly text: string }) => Promise<FileRead>;
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
  const [creating, setCreating] = useState(false);
  const [reads, setReads] = useState<readonly FileRead[]>();
  const [reading, setReading] = useState(false);
  const [dragged, setDragged] = useState(false);
  const [autoBackup, setAutoBackup] = useState<AutoBackup>();
  const [deleted, setDeletedDraft] = useState<Draft>();
  /** Each new value watches the database anew. */
  const [attempt, setAttempt] = useState({ database });
  const files = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onShelf = (next: Shelf): void => {
      setShelf(next);
      setTrouble(undefined);
    };
    return watchShelf(attempt.database, onShelf, (error) => setTrouble(storageTrouble(error)));
  }, [attempt]);

  const { autoBackup: loadAutoBackup, store } = props;
  const [last, setLast] = useState(() => lastBackup(store, database));
  const onBackedUp = useCallback(() => setLast(lastBackup(store, database)), [store, database]);
  const isAnyHere = (shelf?.drafts.length ?? 0) > 0;
  // What was changed since the last time the list was open is backed up at once.
  useEffect(() => {
    if (!isAnyHere) return;
    const loading = loadAutoBackup().then((loaded) => {
      setAutoBackup(loaded);
      void loaded.run();
      return loaded.watch(onBackedUp);
    });
    return () => void loading.then((stop) => stop());
  }, [isAnyHere, loadAutoBackup, onBackedUp]);

  const failed = (error: unknown): void => setTrouble(storageTrouble(error));
  // The same list as long as the shelf is the same: what hangs on it is not done again.
  const drafts = useMemo(() => shelf?.drafts.filter(({ deletedAt }) => deletedAt === undefined) ?? [], [shelf]);
  const removed = shelf?.drafts.filter(({ deletedAt }) => deletedAt !== undefined) ?? [];
  const latest = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt))[0];

  async function read(from: Promise<readonly FileRead[]>): Promise<void> {
    setReading(true);
    setReads(await from.finally(() => setReading(false)));
  }

  function choose(list: FileList | null): void {
    const chosen = [...(list ?? [])];
    // The same file chosen again should be read again.
    if (files.current) files.current.value = '';
    if (chosen.length > 0) void read(props.onRead(chosen));
  }

  // A page, a document or a file copied elsewhere may be pasted anywhere on the list.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isInField = target instanceof Element && target.closest('input, textarea, dialog') !== null;
      if (isInField || !clipboardData) return;
      const html = clipboardData.getData('text/html');
      const text = clipboardData.getData('text/plain');
      const pasted = [...clipboardData.files];
      if (text.trim() !== '' || html !== '') void read(props.onReadCopied({ html, text }).then((one) => [one]));
      else if (pasted.length > 0) void read(props.onRead(pasted));
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });

  function drag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop') choose(event.dataTransfer.files);
    // Moving over what is inside the page also leaves the page.
    const { relatedTarget: to } = event;
    const isLeaving = event.type === 'dragleave' && !(to instanceof Node && event.currentTarget.contains(to));
    setDragged(event.type === 'dragover' || (event.type === 'dragleave' && !isLeaving));
  }

  async function openSample(): Promise<void> {
    const { samples } = await import('../formats/samples.ts');
    props.onCreate(samples['2021']);
  }

  async function startNextYear(draft: Draft): Promise<void> {
    const { nextYear } = await import('../formats/next-year.ts');
    props.onCreate(nextYear(draft));
  }

  function confirm(contents: readonly Content[]): void {
    setReads(undefined);
    const [only] = contents;
    if (contents.length === 1 && only) props.onCreate(only);
    else props.onCreateAll(contents).catch(failed);
  }

  // The one that is due stands before the drafts, where it is seen.
  const isDue =
    shelf !== undefined && autoBackup?.state().kind !== 'on' && isBackupDue(shelf.drafts, last, startOfDay(now()));
  const backup = shelf && (
    <Suspense fallback={null}>
      <BackupCard
        database={database}
        store={store}
        now={now}
        appVersion={props.appVersion}
        drafts={shelf.drafts}
        autoBackup={autoBackup}
        last={last}
        isDue={isDue}
        onBackedUp={onBackedUp}
        isCarried={isCarried}
        onTrouble={failed}
      />
    </Suspense>
  );

  return (
    <main className={dragged ? 'home home-dropping' : 'home'} onDragOver={drag} onDragLeave={drag} onDrop={drag}>
      <header className="home-head">
        <div>
          <h1>年报填报</h1>
          <p>政府信息公开工作年度报告：分步填写，边填边核对，草稿存在本机，不联网也能用。</p>
        </div>
        <div className="row home-actions">
          <button type="button" className="button button-main" data-action="new" onClick={() => setCreating(true)}>
            新建报告
          </button>
          <label className="button import-button">
            {reading ? '正在读…' : '导入文件'}
            <input
              ref={files}
              type="file"
              multiple
              accept=".docx,.html,.htm,.txt,.xlsx,.json,.doc,.wps,.pdf"
              className="visually-hidden"
              data-action="import"
              onChange={(event) => choose(event.target.files)}
            />
          </label>
        </div>
      </header>

      {isCarried && <CarriedNote />}
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
                <button type="button" className="button button-small" onClick={() => props.onExport(draft)}>
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

      {shelf && drafts.length === 0 && <FirstRun onNew={() => setCreating(true)} onSample={() => void openSample()} />}
      {isDue && backup}
      {drafts.length > 0 && (
        <Suspense fallback={null}>
          <DraftTable
            drafts={drafts}
            hrefOf={props.hrefOf}
            onExport={props.onExport}
            onDuplicate={(draft) => props.onCreateAll([reopened(draft)]).catch(failed)}
            onNextYear={(draft) => void startNextYear(draft)}
            onDelete={(draft) => {
              setDeletedDraft(draft);
              setDeleted(database, draft.id, now(), true).catch(failed);
            }}
          />
        </Suspense>
      )}
      {shelf && <SetAside damaged={shelf.damaged} />}
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
      {reads && (
        <Suspense fallback={null}>
          <ImportDialog
            reads={reads}
            isHere={({ agency, year }) => drafts.some((draft) => draft.agency === agency && draft.year === year)}
            onConfirm={confirm}
            onClose={() => setReads(undefined)}
          />
        </Suspense>
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

function SetAside({ damaged }: { damaged: Shelf['damaged'] }): ReactNode {
  if (damaged.length === 0) return null;
  return (
    <section className="notice notice-bad" role="alert">
      <p>
        <strong>有 {damaged.length} 份草稿读不出来，已放在一边，没有删除。</strong>
        请下载保存，交给技术人员处理；其他草稿不受影响。
      </p>
      <ul>
        {damaged.map(({ id, reason, row }) => (
          <li key={id} className="row small">
            <span>
              编号 {id}（{reason}）
            </span>
            <button
              type="button"
              className="button button-small"
              onClick={() => download(`读不出的草稿-${id}.json`, JSON.stringify(row, null, 2), 'application/json')}
            >
              下载原始内容
            </button>
          </li>
        ))}
      </ul>
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
