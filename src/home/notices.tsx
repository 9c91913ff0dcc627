// What the list has to say above the drafts: what went wrong, what is not saved, and a deletion that can be undone.
import type { ReactNode } from 'react';
import type { Draft } from '../report/draft.ts';

type Props = {
  /** What is wrong with the storage. */
  trouble: string | undefined;
  onRetry: () => void;
  /** What was asked for and not done. */
  undone: string | undefined;
  onUndoneRead: () => void;
  /** Titles of drafts that were kept apart at the start because they could not be merged. */
  keptApart: readonly string[];
  /** Drafts that could not be saved and live only as long as the page. */
  inMemory: readonly Draft[];
  hrefOf: (id: string) => string;
  onExport: (draft: Draft) => void;
  /** The one deleted last. */
  deleted: Draft | undefined;
  onRestore: (draft: Draft) => void;
};

export function Notices(props: Props): ReactNode {
  const { trouble, undone, keptApart, inMemory, deleted } = props;
  return (
    <>
      {trouble && (
        <div className="notice notice-bad row" role="alert">
          <p>
            <strong>读写本机的草稿出了问题。</strong>
            {trouble}仍然可以新建、导入和填写，但请在关闭页面前下载数据文件。
          </p>
          <button type="button" className="button button-small" onClick={props.onRetry}>
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
          <button type="button" className="button button-small" onClick={props.onUndoneRead}>
            知道了
          </button>
        </div>
      )}
      {keptApart.length > 0 && (
        <p className="notice notice-doubt" role="status">
          上次关闭前没来得及保存的内容，与后来保存的不一致，已另存为单独的一份：{keptApart.join('；')}
          。请打开两份比较后再删除一份。
        </p>
      )}
      {inMemory.length > 0 && <InMemory drafts={inMemory} hrefOf={props.hrefOf} onExport={props.onExport} />}
      {deleted && (
        <p className="notice row" role="status">
          已删除 {deleted.agency} {deleted.year} 年度。
          <button type="button" className="button button-small" onClick={() => props.onRestore(deleted)}>
            撤销删除
          </button>
        </p>
      )}
    </>
  );
}

type InMemoryProps = Pick<Props, 'hrefOf' | 'onExport'> & { drafts: readonly Draft[] };

function InMemory({ drafts, hrefOf, onExport }: InMemoryProps): ReactNode {
  return (
    <div className="notice notice-bad" role="alert">
      <strong>下面的报告还没有存上，只在本页里。请不要关闭或刷新本页。</strong>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <a href={hrefOf(draft.id)}>
              {draft.agency} {draft.year} 年度
            </a>
            <button type="button" className="button button-small" onClick={() => onExport(draft)}>
              下载
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
