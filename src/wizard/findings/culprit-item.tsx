// One mistake behind broken sums. Where it is all but sure: the box, with what it should say and what speaks for it. Otherwise the sums
// first, then the boxes that may be behind them, with how likely each is, and nothing to press that would make the sums agree.
import { memo, type ReactNode } from 'react';
import type { Finding, Suspect } from '../../checks/finding.ts';
import { placeWords } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import { FindingItem, type FindingListProps, isDrawnAlike } from './finding-item.tsx';

type Props = FindingListProps & { finding: Finding };

export const CulpritItem = memo(function CulpritItem(props: Props): ReactNode {
  return props.finding.isLikely ? <Likely {...props} /> : <Possible {...props} />;
});

function Likely({ finding, report, onGo }: Props): ReactNode {
  const [first] = finding.suspects ?? [];
  const [change, other, ...others] = first?.changes ?? [];
  if (!first || !change) return null;
  return (
    <li data-finding={finding.id} data-level="must" data-suspect={change.cell} data-proposed={change.figure}>
      <Head finding={finding} says="很可能填错" />
      <p className="finding-sentence">{first.sentence}</p>
      <Reasons suspect={first} />
      {other && others.length === 0 && <span data-suspect={other.cell} data-proposed={other.figure} hidden />}
      <div className="row finding-actions">
        <LookAt finding={finding} suspect={first} onGo={onGo} />
        {!report.readOnly && (
          <button
            type="button"
            className="button button-small"
            data-action="mend"
            onClick={() => report.mend(finding, first)}
          >
            {other ? '照此改正' : `改为 ${change.figure}`}
          </button>
        )}
      </div>
      <details className="finding-rule">
        <summary>受影响的合计（{finding.mends?.length ?? 0}）</summary>
        <Under of={finding} report={report} onGo={onGo} />
      </details>
    </li>
  );
}

function Possible({ finding, report, onGo }: Props): ReactNode {
  return (
    <li data-finding={finding.id} data-level="must">
      <Head finding={finding} says="合计不符" />
      <Under of={finding} report={report} onGo={onGo} />
      <p className="small">只凭这些数还定不了是哪一格，请对照底稿。可能是：</p>
      <ul className="suspects">
        {(finding.suspects ?? []).map((suspect) => (
          <li key={suspect.sentence} data-suspect={suspect.changes[0]?.cell}>
            <div>
              {suspect.sentence}
              <span className="soft">，{shareWords(suspect.probability)}</span>
              <Reasons suspect={suspect} />
            </div>
            <LookAt finding={finding} suspect={suspect} onGo={onGo} />
          </li>
        ))}
      </ul>
    </li>
  );
}

const Head = ({ finding, says }: { finding: Finding; says: string }): ReactNode => (
  <p className="finding-head">
    <strong>{says}</strong>
    <span className="soft">{placeWords(finding.section)}</span>
  </p>
);

function Reasons({ suspect: { reasons } }: { suspect: Suspect }): ReactNode {
  return reasons.length > 0 && <p className="soft small">{reasons.join('；')}</p>;
}

/** 「约七成可能」 */
function shareWords(probability: number): string {
  const tenths = Math.round(probability * 10);
  return tenths < 1 ? '可能性小' : `约${'零一二三四五六七八九九'.charAt(tenths)}成可能`;
}

/** The sums that it is behind. */
function Under({ of, report, onGo }: FindingListProps & { of: Finding }): ReactNode {
  const under = useRead(report, ({ findings }) => findings.filter(({ id }) => of.mends?.includes(id)), isDrawnAlike);
  return (
    <ul className="findings-under">
      {under.map((one) => (
        <FindingItem key={one.id} finding={one} explanation={undefined} report={report} onGo={onGo} />
      ))}
    </ul>
  );
}

function LookAt({ finding, suspect, onGo }: Pick<Props, 'finding' | 'onGo'> & { suspect: Suspect }): ReactNode {
  const [first] = suspect.changes;
  if (!first) return null;
  return (
    <button
      type="button"
      className="button button-small"
      data-action="look-at"
      onClick={() => onGo({ ...finding, cells: [first.cell] })}
    >
      查看
    </button>
  );
}
