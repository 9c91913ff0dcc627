// Drafts that were deleted lately, to be taken back.
import type { ReactNode } from 'react';
import type { Draft } from '../report/draft.ts';

type Props = { drafts: readonly Draft[]; onRestore: (draft: Draft) => void };

export function DeletedDrafts({ drafts, onRestore }: Props): ReactNode {
  if (drafts.length === 0) return null;
  return (
    <details className="removed">
      <summary>最近删除（{drafts.length}），保留 30 天</summary>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <span>
              {draft.agency} {draft.year} 年度
            </span>
            <button type="button" className="button button-small" onClick={() => onRestore(draft)}>
              恢复
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
