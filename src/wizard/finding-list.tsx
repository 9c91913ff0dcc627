// Every current finding, whatever step is open: what is wrong, by which rule, and the way to its cells.
import type { ReactNode } from 'react';
import { leadingFindings } from '../checks/progress.ts';
import { useSignal } from '../ui/signals.ts';
import { CulpritItem } from './culprit-item.tsx';
import { FindingItem, type FindingListProps } from './finding-item.tsx';

export function FindingList({ editing, onGo }: FindingListProps): ReactNode {
  const findings = useSignal(editing.signals, 'findings', editing.findings);
  const explanations = useSignal(editing.signals, 'findings', editing.explanations);
  const unloaded = useSignal(editing.signals, 'findings', editing.unloaded);
  const leading = leadingFindings(findings);
  const missing = unloaded && (
    <div className="notice notice-doubt small failure" role="alert">
      <p>{unloaded} 现在只核对合计和勾稽关系，不找可能填错的格，也不核对文字。</p>
      <button type="button" className="button button-small" onClick={editing.seek}>
        重试
      </button>
    </div>
  );
  if (findings.length === 0) {
    return (
      missing || (
        <p className="finding-none">
          目前没有发现问题。<span className="soft">填数时会随时核对合计和勾稽关系。</span>
        </p>
      )
    );
  }
  return (
    <>
      {missing}
      <ul className="findings">
        {leading.map((finding) =>
          finding.suspects ? (
            <CulpritItem
              key={finding.id}
              finding={finding}
              under={findings.filter(({ id }) => finding.mends?.includes(id))}
              editing={editing}
              onGo={onGo}
            />
          ) : (
            <FindingItem
              key={finding.id}
              finding={finding}
              explanation={explanations[finding.id]}
              editing={editing}
              onGo={onGo}
            />
          ),
        )}
      </ul>
    </>
  );
}
