// One mistake: the box that is probably wrong, the ways it may have come about, and, folded, the broken sums that go with it.
import type { ReactNode } from 'react';
import type { Finding, Suspect } from '../checks/finding.ts';
import { FindingItem, type FindingListProps, sectionNames } from './finding-list.tsx';

export function CulpritItem({
  finding,
  under,
  editing,
  onGo,
}: FindingListProps & { finding: Finding; under: readonly Finding[] }): ReactNode {
  const { suspects = [] } = finding;
  const [first, ...others] = suspects;
  return (
    <li
      data-finding={finding.id}
      data-level="must"
      data-suspect={first?.changes[0]?.cell}
      data-proposed={first?.changes[0]?.figure}
    >
      <p className="finding-head">
        <strong>很可能填错</strong>
        <span className="soft">第{sectionNames[finding.section]}部分</span>
      </p>
      {first && <SuspectRow suspect={first} finding={finding} editing={editing} onGo={onGo} />}
      {others.length > 0 && <p className="soft small">也可能是下面的情况，同样说得通，请对照底稿：</p>}
      {others.map((suspect) => (
        <div
          key={suspect.sentence}
          data-suspect={suspect.changes[0]?.cell}
          data-proposed={suspect.changes[0]?.figure}
          className="suspect"
        >
          <SuspectRow suspect={suspect} finding={finding} editing={editing} onGo={onGo} />
        </div>
      ))}
      <details className="finding-rule">
        <summary>由此不符的合计（{under.length}）</summary>
        <ul className="findings-under">
          {under.map((one) => (
            <FindingItem key={one.id} finding={one} explanation={undefined} editing={editing} onGo={onGo} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function SuspectRow({
  suspect,
  finding,
  editing,
  onGo,
}: FindingListProps & { suspect: Suspect; finding: Finding }): ReactNode {
  const [first, ...others] = suspect.changes;
  if (!first) return null;
  return (
    <>
      <p className="finding-sentence">{suspect.sentence}</p>
      {others.length === 1 && others[0] && (
        <span data-suspect={others[0].cell} data-proposed={others[0].figure} hidden />
      )}
      <div className="row finding-actions">
        <button
          type="button"
          className="button button-small"
          data-action="look-at"
          onClick={() => onGo({ ...finding, cells: [first.cell] })}
        >
          查看
        </button>
        {!editing.readOnly && (
          <button
            type="button"
            className="button button-small"
            data-action="mend"
            onClick={() => editing.mend(suspect)}
          >
            {others.length > 0 ? '照此改正' : `改为 ${first.figure}`}
          </button>
        )}
      </div>
    </>
  );
}
