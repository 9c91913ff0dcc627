// Shows what the chosen files hold, or why they cannot be read, before anything is written: one in full, several as a table.
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { FileRead } from '../read-files.ts';
import type { Content } from '../report/draft.ts';
import type { Imported } from '../transfer/read-file.ts';
import { Dialog } from '../ui/dialog.tsx';
import { NameInputs, type Names, offeredNames, withNames } from './import-names.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportTable } from './import-table.tsx';
import './import.css';

type Props = {
  reads: readonly FileRead[];
  /** Files that were not read because a person stopped it. */
  unread: number;
  /** Whether a draft of the same agency and year is already here. */
  isHere: (content: Content) => boolean;
  /** More files are on their way. */
  isReading: boolean;
  isStoring: boolean;
  /** Why they could not be stored. */
  trouble: string | undefined;
  /** `left`: how many could be imported and were not chosen. */
  onConfirm: (contents: readonly Content[], left: number) => void;
  onDownload: (contents: readonly Content[]) => void;
  onClose: () => void;
};

export function ImportDialog({ reads, isHere, isStoring, trouble, onConfirm, onClose, ...props }: Props): ReactNode {
  const [named, setNamed] = useState<Readonly<Record<number, Names>>>({});
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const namesOf = (at: number, { offers }: Imported & { ok: true }): Names => named[at] ?? offeredNames(offers);
  const contents = reads.map(({ read }, at) => (read.ok ? withNames(read.content, namesOf(at, read)) : undefined));
  const good = contents.flatMap((content, at) => (content && !left.has(at) ? [{ at, content }] : []));
  const chosen = good.map(({ content }) => content);
  const [only] = reads;

  function confirm(event: FormEvent): void {
    event.preventDefault();
    const nameless = good.find(({ content }) => content.agency === '' || content.year === 0);
    if (!nameless) {
      setProblem(undefined);
      onConfirm(chosen, contents.filter((content) => content !== undefined).length - good.length);
      return;
    }
    const name = nameless.content.agency === '' ? 'agency' : 'year';
    setProblem(
      name === 'agency'
        ? '文件的标题里没有机关名称，请填机关全称。'
        : '文件的标题里没有年度，请填 2008 到 2100 之间的年份。',
    );
    form.current?.querySelector<HTMLInputElement>(`[name=import-${name}-${nameless.at}]`)?.focus();
  }

  const names = (at: number, read: Imported & { ok: true }): ReactNode => (
    <NameInputs
      at={at}
      content={read.content}
      offers={read.offers}
      names={namesOf(at, read)}
      onNames={(next) => setNamed((all) => ({ ...all, [at]: next }))}
    />
  );

  return (
    <Dialog label="导入报告" onClose={onClose} isHeld={isStoring} wide full={reads.length > 1}>
      <form ref={form} className="stack" onSubmit={confirm} noValidate>
        <h2>导入报告</h2>
        {reads.length === 1 && only ? (
          <div className="card import-file">
            <p className="soft small">{only.name}</p>
            {only.read.ok ? (
              <ImportPreview read={only.read} here={contents[0] !== undefined && isHere(contents[0])}>
                {names(0, only.read)}
              </ImportPreview>
            ) : (
              <p role="alert" className="notice notice-bad">
                没有导入。{only.read.message}
              </p>
            )}
          </div>
        ) : (
          <ImportTable reads={reads} contents={contents} left={left} isHere={isHere} names={names} onLeft={setLeft} />
        )}
        {props.unread > 0 && (
          <p className="notice notice-doubt">已停止：另有 {props.unread} 份没有读。读过的可以导入，也可以都不导入。</p>
        )}
        {problem && (
          <p role="alert" className="notice notice-bad">
            {problem}
          </p>
        )}
        {trouble && (
          <div role="alert" className="notice notice-bad row">
            <p>
              <strong>没有导入，一份也没有写入本机。</strong>
              {trouble}读到的内容还在本窗口里：可以再点一次“导入”，或先下载成一个文件，以后用“恢复备份”读回来。
            </p>
            <button
              type="button"
              className="button button-small"
              data-action="import-download"
              onClick={() => props.onDownload(chosen)}
            >
              下载这 {good.length} 份
            </button>
          </div>
        )}
        <div className="row dialog-ends">
          <p role="status" className="import-storing">
            {isStoring && '正在存入本机…请不要关闭或刷新本页。'}
          </p>
          <button type="button" className="button" disabled={isStoring} onClick={onClose}>
            {contents.some((content) => content) ? '不导入' : '关闭'}
          </button>
          {contents.some((content) => content) && (
            <button
              type="submit"
              className="button button-main"
              data-action="import-confirm"
              disabled={isStoring || props.isReading || good.length === 0}
            >
              {good.length === 1 ? '导入并打开' : `导入这 ${good.length} 份`}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
