// Every current finding, whatever step is open: what is wrong, by which rule, and the way to its cells.
import type { ReactNode } from 'react';
import { leadingFindings, type Progress } from '../../checks/progress.ts';
import { useRead } from '../../ui/use-read.ts';
import { CulpritItem } from './culprit-item.tsx';
import { FindingItem, type FindingListProps, isDrawnAlike } from './finding-item.tsx';

/** Nothing found is good news only where something was filled in. */
function Nothing({ cells: { filled, of } }: { cells: Progress['cells'] }): ReactNode {
  if (filled === 0) return <p className="soft">还没有填数。填的时候会随时核对合计和勾稽关系，问题列在这里。</p>;
  return (
    <p className="finding-none">
      {filled < of ? '已填的数都相符。' : '全部相符。'}
      {filled < of && <span className="soft">还有 {of - filled} 格未填。</span>}
    </p>
  );
}

export function FindingList({ report, onGo }: FindingListProps): ReactNode {
  const findings = useRead(report, ({ findings }) => findings, isDrawnAlike);
  const explanations = useRead(report, ({ explanations }) => explanations);
  const notChecked = useRead(report, ({ notChecked }) => notChecked);
  const cells = useRead(report, ({ progress }) => progress.cells);
  const leading = leadingFindings(findings);
  const missing = notChecked !== undefined && (
    <div className="notice notice-doubt small failure" role="alert">
      <p>{notChecked} 现在只核对合计和勾稽关系，不找可能填错的格，也不核对文字。</p>
      <button type="button" className="button button-small" onClick={report.seek}>
        重试
      </button>
    </div>
  );
  if (findings.length === 0) {
    return missing || <Nothing cells={cells} />;
  }
  return (
    <>
      {missing}
      <ul className="findings">
        {leading.map((finding) =>
          finding.suspects ? (
            <CulpritItem key={finding.id} finding={finding} report={report} onGo={onGo} />
          ) : (
            <FindingItem
              key={finding.id}
              finding={finding}
              explanation={explanations[finding.id]}
              report={report}
              onGo={onGo}
            />
          ),
        )}
      </ul>
    </>
  );
}
