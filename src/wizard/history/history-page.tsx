// Earlier states of a draft: when and why each was kept, what differs from now, and the way back to it.
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Changed, difference } from '../../compare/difference.ts';
import type { Content } from '../../report/draft.ts';
import type { Database } from '../../storage/database.ts';
import { listStates, type PastState } from '../../storage/history.ts';
import { storageTrouble } from '../../storage/trouble.ts';
import './history.css';

type Props = {
  database: Database;
  id: string;
  /** What the draft says now. */
  content: Content;
  backHref: string;
  /** Resolves when the draft goes on with that state; what it said before is then in the history too. */
  onRestore: ((state: PastState) => Promise<void>) | undefined;
};

export function HistoryPage({ database, id, content, backHref, onRestore }: Props): ReactNode {
  const [states, setStates] = useState<readonly PastState[]>();
  const [trouble, setTrouble] = useState<string>();
  const [chosen, setChosen] = useState<number>();
  const [restored, setRestored] = useState<{ readonly state: PastState; readonly before: PastState }>();

  // After restoring, what was there before has been kept: the list is read anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    listStates(database, id).then(setStates, (error) => setTrouble(`读不出历史。${storageTrouble(error)}`));
  }, [database, id, restored]);

  const state = states?.find(({ key }) => key === chosen) ?? states?.[0];

  return (
    <main className="history">
      <header className="row history-head">
        <a className="button" href={backHref}>
          ‹ 返回填报
        </a>
        <h1>
          {content.agency} {content.year} 年度：历史
        </h1>
      </header>
      <p className="soft small">打开时、离开每一步时、每十分钟、大批改动之前各留一份；越早的留得越疏。只存在本机。</p>
      {!onRestore && (
        <p className="notice small">
          {content.finalised
            ? '报告已定稿，重新打开后才能恢复到以前的内容。'
            : '这份报告正在另一个窗口里填写，这里只能看。'}
        </p>
      )}
      {trouble && (
        <p role="alert" className="notice notice-bad">
          {trouble}
        </p>
      )}
      {restored && (
        <div className="notice row" role="status">
          <p>已恢复到 {timeWords(restored.state.at)} 的内容。恢复前的内容也留在历史里。</p>
          {onRestore && (
            <button
              type="button"
              className="button button-small"
              data-action="undo-restore"
              onClick={() => void take(restored.before)}
            >
              撤销这次恢复
            </button>
          )}
        </div>
      )}
      {states?.length === 0 && <p>还没有历史。</p>}
      {states && state && (
        <div className="history-body">
          <ol className="history-list" aria-label="历史">
            {states.map(({ key, at, why }) => (
              <li key={key}>
                <button type="button" aria-current={key === state.key} onClick={() => setChosen(key)}>
                  <strong>{timeWords(at)}</strong>
                  <span>{why}</span>
                </button>
              </li>
            ))}
          </ol>
          <Shown state={state} content={content} onRestore={onRestore && (() => void take(state))} />
        </div>
      )}
    </main>
  );

  async function take(state: PastState): Promise<void> {
    const before: PastState = { ...state, at: new Date().toISOString(), why: '恢复前', content };
    try {
      await onRestore?.(state);
    } catch (error) {
      // What is here could not be kept in the history, so it stays.
      setTrouble(`没有恢复，现在的内容没有动。${storageTrouble(error)}`);
      return;
    }
    setChosen(undefined);
    setRestored({ state, before });
  }
}

function Shown(props: { state: PastState; content: Content; onRestore: (() => void) | undefined }): ReactNode {
  const { state, content, onRestore } = props;
  const { basics, cells, narratives } = useMemo(() => difference(state.content, content), [state, content]);
  const isSame = basics.length + cells.length + narratives.length === 0;
  return (
    <section className="card history-shown" aria-label="与现在的差别">
      <div className="row">
        <h2>{timeWords(state.at)} 与现在的差别</h2>
        {!isSame && onRestore && (
          <button type="button" className="button button-main" data-action="restore-state" onClick={onRestore}>
            恢复到这时
          </button>
        )}
      </div>
      {isSame && <p className="soft">与现在的内容相同。</p>}
      <Changes title="基本信息" rows={basics} />
      <Changes title={`表格里 ${cells.length} 格不同`} rows={cells} />
      {narratives.map(({ name, pieces }) => (
        <div key={name}>
          <h3>{name}</h3>
          <p className="history-text">
            {pieces.map(({ kind, text }, at) => {
              // The pieces of one comparison do not change.
              const key = `${at}-${kind}`;
              if (kind === 'same') return <span key={key}>{text}</span>;
              return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
            })}
          </p>
        </div>
      ))}
      {narratives.length > 0 && <p className="soft small">划线的是那时有、现在没有的；下划线的是后来加的。</p>}
    </section>
  );
}

function Changes({ title, rows }: { title: string; rows: readonly Changed[] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <table className="history-table">
        <thead>
          <tr>
            <th scope="col">格</th>
            <th scope="col">那时</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before || '（空）'}</td>
              <td>{after || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function timeWords(time: string): string {
  if (time === '') return '时间不详';
  return new Date(time).toLocaleString('zh-CN', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
