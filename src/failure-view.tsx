// What a failure says wherever it happens: what is not there, whether the draft is safe, and the ways on.
import { type ReactNode, useEffect, useState } from 'react';
import { type CurrentDraft, services } from './services.ts';
import { saveDraft } from './storage/drafts.ts';
import type { Failure } from './ui/boundary.tsx';
import { hashOf, hashParts } from './ui/hash.ts';
import { NotLoaded } from './ui/load.ts';
import { useRead } from './ui/use-read.ts';

export function FailureMessage({ error, name, isPage, again, retry, reset }: Failure): ReactNode {
  const isMissing = error instanceof NotLoaded;
  const [trying, setTrying] = useState(false);
  const [obstacle, setObstacle] = useState('');
  const [, draft] = hashParts(location.hash);

  async function tryAgain(): Promise<void> {
    if (!again) return retry();
    setTrying(true);
    setObstacle(await startAgain());
    setTrying(false);
  }

  // A browser may answer from memory what once did not come. Then only a new page helps, and that was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it is put up
  useEffect(() => {
    if (again && isMissing) void tryAgain();
  }, []);

  useEffect(() => {
    if (!isPage) return;
    if (draft !== undefined) storeWithoutPage(draft);
    window.addEventListener('hashchange', reset);
    return () => window.removeEventListener('hashchange', reset);
  }, [isPage, draft, reset]);

  const message = (
    <div className="notice notice-bad failure" role="alert">
      <p>
        <strong>
          “{name}”{isMissing ? '没有读进来。' : '出了问题，显示不出来。'}
        </strong>
        {isMissing && '可能连不上服务器，或者程序刚更新过。'}
        <Safety />
        {obstacle}
      </p>
      {!isMissing && (
        <details className="small">
          <summary>给技术人员看</summary>
          {String(error)}
        </details>
      )}
      <div className="row">
        <button type="button" className="button button-small" disabled={trying} onClick={() => void tryAgain()}>
          {trying ? '正在重试…' : '重试'}
        </button>
        {services.open && (
          <button type="button" className="button button-small" onClick={services.open.download}>
            下载当前内容
          </button>
        )}
        {isPage && services.open && (
          <a className="button button-small" href={hashOf('draft', services.open.id, 'basics')}>
            返回填报
          </a>
        )}
        {draft !== undefined && (
          <a className="button button-small" href={hashOf()}>
            回到列表
          </a>
        )}
      </div>
    </div>
  );
  return isPage ? <main className="page-problem">{message}</main> : message;
}

/** Whether what the person has written is safe, as long as it is shown. */
export function Safety(): ReactNode {
  const inMemory = useRead(services.memory.drafts, (drafts) => drafts);
  if (services.open) return <OpenSafety {...services.open} />;
  return inMemory.length > 0 ? '有报告还没有存上，请不要关闭或刷新本页。' : '已填的内容都存在本机，没有受影响。';
}

function OpenSafety({ saving }: CurrentDraft): ReactNode {
  const { kind } = useRead(saving, (state) => state);
  if (kind === 'saved') return '已填的内容都存在本机，没有受影响。';
  if (kind === 'saving') return '已填的内容正在存到本机。';
  return '已填的内容还没有存上，请不要关闭或刷新本页，先下载当前内容。';
}

/** What was just made is in memory only until its page opens. It is stored without. */
function storeWithoutPage(id: string): void {
  const draft = services.memory.get(id);
  if (!draft || services.closing.has(id)) return;
  const storing = saveDraft(services.database, draft, services.now())
    .then(
      () => services.memory.release(id),
      // It stays in memory, which is told.
      () => undefined,
    )
    .then(() => void services.closing.delete(id));
  services.closing.set(id, storing);
}

/** Reloads the page where nothing is lost by it; otherwise says why not. */
async function startAgain(): Promise<string> {
  await services.open?.flush();
  const isSaved = services.open === undefined || services.open.saving.get().kind === 'saved';
  if (!isSaved || services.memory.drafts.get().length > 0) return '';
  if (!(await answers())) return '现在还是连不上服务器，请稍后再试；先不要关闭或刷新本页。';
  location.reload();
  return '';
}

/** Whether the server, or the copy of the app that the browser keeps, is there: a page reloaded without either is lost. */
function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const picture = new Image();
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
    setTimeout(() => resolve(false), 10_000);
    picture.src = `./icon.svg?${Date.now()}`;
  });
}
