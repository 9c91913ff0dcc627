// What stands in the place of a draft, or above it, when it cannot simply be written: open elsewhere, final, not to be opened.
import type { ReactNode } from 'react';
import type { Finalised } from './report/draft.ts';
import { keptDeleted } from './storage/drafts.ts';
import { dayWords, timeWords } from './ui/time-words.ts';

type Ways = { onLook: () => void; onTakeOver: () => void };

export function Elsewhere({ homeHref, onLook, onTakeOver }: Ways & { homeHref: string }): ReactNode {
  return (
    <main className="page-problem">
      <div className="notice notice-doubt" role="status">
        <p>
          <strong>这份报告正在本机另一个窗口（或标签页）里填写。</strong>
          同一份报告一次只在一个窗口里填，免得互相覆盖。可以只看，也可以改到这里填：另一窗口会先保存，再转为只读。
        </p>
      </div>
      <div className="row">
        <button type="button" className="button button-main" data-action="take-over" onClick={onTakeOver}>
          在此继续
        </button>
        <button type="button" className="button" data-action="look" onClick={onLook}>
          只读查看
        </button>
        <a className="button" href={homeHref}>
          回到全部报告
        </a>
      </div>
    </main>
  );
}

export function LookedAt({ onLook, onTakeOver }: Ways): ReactNode {
  return (
    <div className="read-only-banner" role="status">
      <p>
        <strong>只读。</strong>这份报告正在另一个窗口里填写，这里显示的是打开时的内容。
      </p>
      <span className="row">
        <button type="button" className="button button-small" onClick={onLook}>
          刷新内容
        </button>
        <button type="button" className="button button-small" data-action="take-over" onClick={onTakeOver}>
          在此继续
        </button>
      </span>
    </div>
  );
}

export function Final({ at, code, onReopen }: Finalised & { onReopen: () => void }): ReactNode {
  return (
    <div className="read-only-banner final-banner" role="status">
      <p>
        <strong>已定稿</strong>（{timeWords(at)}），核验码 <b className="check-code">{code}</b>
        。内容已锁住，可以查看、导出、打印。
      </p>
      <button type="button" className="button button-small" data-action="reopen" onClick={onReopen}>
        重新打开修改
      </button>
    </div>
  );
}

/** `deletedAt` is an ISO time. */
export function Deleted(props: { deletedAt: string; homeHref: string; onUndelete: () => void }): ReactNode {
  const until = new Date(Date.parse(props.deletedAt) + keptDeleted).toISOString();
  return (
    <main className="page-problem">
      <div className="notice notice-doubt" role="status">
        <p>
          <strong>这份报告已删除</strong>（在“最近删除”里，保留到 {dayWords(until)}）。要接着填，先恢复。
        </p>
      </div>
      <div className="row">
        <button type="button" className="button button-main" data-action="undelete" onClick={props.onUndelete}>
          恢复并打开
        </button>
        <a className="button" href={props.homeHref}>
          回到全部报告
        </a>
      </div>
    </main>
  );
}

type ProblemProps = { text: string; homeHref: string; onRetry: () => void };

export function Problem({ text, homeHref, onRetry }: ProblemProps): ReactNode {
  return (
    <main className="page-problem">
      <div className="notice notice-bad" role="alert">
        <p>
          <strong>打不开这份报告。</strong>
          {text}
        </p>
      </div>
      <div className="row">
        <button type="button" className="button" onClick={onRetry}>
          再试一次
        </button>
        <a className="button" href={homeHref}>
          回到全部报告
        </a>
      </div>
    </main>
  );
}
