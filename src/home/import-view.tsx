// What is shown of an import on the list: how far the reading is, what was read, and what came of it.
import type { ReactNode } from 'react';
import type { Progress } from '../files/read/read-files.ts';
import type { Content, Draft } from '../report/draft.ts';
import { useRead } from '../ui/use-read.ts';
import { ImportDialog } from './import-dialog.tsx';
import { keyOf } from './import-table.tsx';
import type { Importing, ImportReport } from './importing.ts';
import './import.css';

type Props = {
  importing: Importing;
  drafts: readonly Draft[];
  /** Makes a draft of the content and opens it. */
  onCreate: (content: Content) => void;
};

export function ImportView({ importing, drafts, onCreate }: Props): ReactNode {
  const { reading, reads, unread, lot, storing, trouble, report } = useRead(importing, (state) => state);
  const here = new Set(drafts.map(keyOf));

  function confirm(contents: readonly Content[], left: number): void {
    const [only] = contents;
    if (contents.length !== 1 || !only) {
      importing.storeAll(contents, left);
      return;
    }
    importing.drop();
    onCreate(only);
  }

  return (
    <>
      <Report report={report} onClose={importing.closeReport} />
      {reading && <Reading {...reading} onStop={importing.stop} />}
      {reads.length > 0 && (
        <ImportDialog
          key={lot}
          reads={reads}
          unread={unread}
          isHere={(content) => here.has(keyOf(content))}
          isReading={reading !== undefined}
          isStoring={storing}
          trouble={trouble}
          onConfirm={confirm}
          onDownload={(contents) => void importing.download(contents)}
          onClose={importing.drop}
        />
      )}
    </>
  );
}

const named = 3;

function Reading({ done, of, bad, onStop }: Progress & { onStop: () => void }): ReactNode {
  const places = `第 ${bad.slice(0, named).join('、')} 份${bad.length > named ? `等 ${bad.length} 份` : ''}有问题`;
  return (
    <div className="import-reading" data-progress={`${done}/${of}`}>
      <progress max={of} value={done} aria-label="读取进度" />
      <p>
        正在读取 {done} / {of}
        {bad.length > 0 && `，${places}`}
      </p>
      {/* A screen reader hears a quarter at a time, not each file. */}
      <p role="status" className="visually-hidden">
        正在读取文件{of >= 8 && done > 0 && `，${Math.floor((done / of) * 4) * 25}%`}
      </p>
      <button type="button" className="button button-small" data-action="import-stop" onClick={onStop}>
        停止
      </button>
    </div>
  );
}

function Report({ report, onClose }: { report: ImportReport | undefined; onClose: () => void }): ReactNode {
  const { stored = 0, failed = [], left = 0, unread = 0 } = report ?? {};
  const missed = failed.length + unread;
  // The status is there before it says anything: what comes together with its words is not always read out.
  return (
    <section className={report ? 'notice import-report' : 'visually-hidden'} data-import-report="">
      <div role="status">
        {report && stored > 0 && <strong>已导入 {stored} 份，都已存在本机。</strong>}
        {left > 0 && `没有选的 ${left} 份未导入。`}
      </div>
      {missed > 0 && (
        <div role="alert">
          <p>{missed} 份没有导入：</p>
          <ul className="small">
            {failed.map(({ name, message }, at) => (
              // Two files may have the same name, and the list does not change.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={at}>
                {name}（{message}）
              </li>
            ))}
            {unread > 0 && <li>另有 {unread} 份没有读（已停止）</li>}
          </ul>
        </div>
      )}
      {report && (
        <button type="button" className="button button-small" data-action="import-report-close" onClick={onClose}>
          关闭
        </button>
      )}
    </section>
  );
}
