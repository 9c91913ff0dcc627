// Says that a new version of the app is ready. It never reloads by itself: the person says when.
import { type ReactNode, useEffect, useState } from 'react';
import { load } from '../ui/load.ts';
import type { Update } from './offline.ts';

export function NewVersion(): ReactNode {
  const [update, setUpdate] = useState<Update>();
  useEffect(() => {
    // After the first screen stands: installing downloads the whole app once more.
    const later = setTimeout(() => {
      load(() => import('./offline.ts'), '新版本')
        .then(({ watchVersions }) => watchVersions(setUpdate))
        // It is looked for again at the next start.
        .catch(() => undefined);
    }, 1500);
    return () => clearTimeout(later);
  }, []);
  if (!update) return null;
  return (
    <div className="bottom-bar" role="status">
      <span>新版本已就绪。</span>
      <button type="button" className="button button-small button-main" data-action="update" onClick={update.take}>
        刷新并更新
      </button>
      <button type="button" className="button button-small" onClick={() => setUpdate(undefined)}>
        以后再说
      </button>
    </div>
  );
}
