// Shows what the chosen files hold, or why they cannot be read, before anything is written: one in full, several as a table.
import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { Imported } from '../files/read/read-file.ts';
import type { FileRead } from '../files/read/read-files.ts';
import type { Content } from '../report/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { fileKey, type ImportNames, importNames, NameInputs, withNames } from './import-names.tsx';
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
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { register, handleSubmit, watch, formState } = useForm<ImportNames, unknown, z.infer<typeof importNames>>({
    resolver: resolverWithout(left),
    defaultValues: { names: {} },
  });
  const { errors, submitCount } = formState;
  // The first wrong field has the focus; what is wrong with it came below it, where the list may end.
  useEffect(() => {
    if (submitCount > 0) document.activeElement?.closest('.import-names')?.scrollIntoView({ block: 'nearest' });
  }, [submitCount]);
  const typed = watch('names');
  const contents = reads.map(({ read }, at) =>
    read.ok ? withNames(read.content, read.offers, typed[fileKey(at)]) : undefined,
  );
  const readable = contents.filter((content) => content !== undefined);
  const chosen = contents.flatMap((content, at) => (content && !left.has(at) ? [content] : []));
  const [only] = reads;

  const names = (at: number, { content, offers }: Imported & { ok: true }): ReactNode => (
    <NameInputs {...{ at, content, offers, register }} typed={typed[fileKey(at)]} errors={errors} />
  );

  return (
    <Dialog label="导入报告" onClose={onClose} isHeld={isStoring} wide full={reads.length > 1}>
      <form
        className="stack"
        noValidate
        onSubmit={handleSubmit(() => onConfirm(chosen, readable.length - chosen.length))}
      >
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
              下载这 {chosen.length} 份
            </button>
          </div>
        )}
        <div className="row dialog-ends">
          <p role="status" className="import-storing">
            {isStoring && '正在存入本机…请不要关闭或刷新本页。'}
          </p>
          <button type="button" className="button" disabled={isStoring} onClick={onClose}>
            {readable.length > 0 ? '不导入' : '关闭'}
          </button>
          {readable.length > 0 && (
            <button
              type="submit"
              className="button button-main"
              data-action="import-confirm"
              disabled={isStoring || props.isReading || chosen.length === 0}
            >
              {chosen.length === 1 ? '导入并打开' : `导入这 ${chosen.length} 份`}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

const readNames = zodResolver(importNames);

/** What was typed for a file that is not chosen stays, and nothing is asked of it. */
const resolverWithout =
  (left: ReadonlySet<number>): Resolver<ImportNames, unknown, z.infer<typeof importNames>> =>
  ({ names }, context, options) => {
    const unasked = new Set([...left].map(fileKey));
    const asked = Object.entries(names).filter(([key]) => !unasked.has(key));
    return readNames({ names: Object.fromEntries(asked) }, context, options);
  };
