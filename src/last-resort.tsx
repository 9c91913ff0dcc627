// Says that something went wrong where nothing else says it: an error or a rejected promise that nobody has caught.
import { type ReactNode, useEffect, useState } from 'react';
import { Safety } from './failure-view.tsx';

export function LastResort(): ReactNode {
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const off = new AbortController();
    const { signal } = off;
    const tell = (thrown: unknown): void => {
      if (isOurs(thrown)) setError(thrown);
    };
    window.addEventListener('error', (event) => tell(event.error), { signal });
    window.addEventListener('unhandledrejection', (event) => tell(event.reason), { signal });
    return () => off.abort();
  }, []);
  if (error === undefined) return null;
  return (
    <div className="bottom-bar" role="alert">
      <span>
        程序出了点问题，刚才的操作可能没有做成。
        <Safety />
        可以接着用；再出现，请刷新页面。<span className="soft small">（{String(error).slice(0, 120)}）</span>
      </span>
      <button type="button" className="button button-small" onClick={() => setError(undefined)}>
        知道了
      </button>
    </div>
  );
}

/** What security software and other extensions put into the page goes wrong in it too, and is nothing to frighten people with. */
function isOurs(thrown: unknown): boolean {
  return (thrown instanceof Error || thrown instanceof DOMException) && !/-extension:\/\//.test(thrown.stack ?? '');
}
