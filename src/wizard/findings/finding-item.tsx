// One finding: what is wrong, by which rule, the way to its cells, and where it may be explained.
import { memo, type ReactNode, useCallback, useRef, useState } from 'react';
import { type Finding, isExplained } from '../../checks/finding.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import type { ReportState } from '../../draft/report-state.ts';
import type { Explanation } from '../../report/draft.ts';
import { placeWords } from '../../report/format.ts';
import { longestExplanation, refusedWords } from '../../report/limits.ts';
import { LiveText } from '../../ui/by-hand.tsx';
import { useLengthLimit } from '../../ui/length-limit.ts';
import { inDialog, part } from '../../ui/part.tsx';

export type FindingListProps = { report: ReportModel; onGo: (finding: Finding) => void };

const CopyDialog = part(() => import('./copy-dialog.tsx').then(({ CopyDialog }) => CopyDialog), '并排对照', {
  failed: inDialog,
});
export const loadCopyDialog = CopyDialog.load;

/** What such a case most often is, to begin with, by what the finding is about. */
const phrases: Readonly<Partial<Record<Finding['kind'], readonly string[]>>> = {
  relation: ['已与底账核对，数字无误。', '因机构改革、职能调整，口径与去年不同。', '文件清理后重新核定。'],
  jump: ['已与底账核对，数字无误。', '因机构改革、职能调整，口径与去年不同。'],
  sum: ['已与底账核对，数字无误。', '底稿的总计有误，以表中为准。'],
  words: ['文字所述范围与表格不同。', '已与底账核对，数字无误。'],
  lint: ['已核对，文字无误。', '按上级要求这样写。'],
};

export const FindingItem = memo(function FindingItem({
  finding,
  explanation,
  report,
  onGo,
}: FindingListProps & { finding: Finding; explanation: Explanation | undefined }): ReactNode {
  const explained = isExplained(finding, explanation);
  const must = finding.level === 'must';
  const sentence = useCallback(({ findings }: ReportState) => sentenceOf(findings, finding), [finding]);
  return (
    <li data-finding={finding.id} data-level={finding.level} data-explained={explained || undefined}>
      <p className="finding-head">
        <strong>{must ? '必须改正' : explained ? '已说明' : '请核对'}</strong>
        <span className="soft">{placeWords(finding.section)}</span>
      </p>
      <p className="finding-sentence">
        <LiveText store={report} select={sentence} />
      </p>
      {finding.hint && !explained && <p className="soft small">{finding.hint}</p>}
      <div className="row finding-actions">
        <button type="button" className="button button-small" onClick={() => onGo(finding)}>
          {finding.cells.length > 0 ? '到这一格' : '到这一步'}
        </button>
        {finding.kind === 'words' && (
          <button type="button" className="button button-small" onClick={() => onGo({ ...finding, cells: [] })}>
            到文字
          </button>
        )}
        {finding.copied && <Copied {...finding.copied} report={report} />}
        {(finding.rule ?? finding.source) && (
          <details className="finding-rule">
            <summary>依据</summary>
            <p className="small">
              {finding.rule}
              {finding.rule && <br />}
              {finding.source?.document} {finding.source?.place}
            </p>
          </details>
        )}
      </div>
      {!must && !report.readOnly && (
        <ExplanationBox finding={finding} explanation={explanation} explained={explained} report={report} />
      )}
    </li>
  );
});

/** The way to both texts side by side. */
function Copied({
  narrative,
  of,
  report,
}: NonNullable<Finding['copied']> & Pick<FindingListProps, 'report'>): ReactNode {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <button type="button" className="button button-small" data-action="show-copied" onClick={() => setShown(true)}>
        并排对照…
      </button>
      {isShown && (
        <CopyDialog narrative={narrative} own={report.content()} other={of} onClose={() => setShown(false)} />
      )}
    </>
  );
}

/** Its numbers may have moved on since it was drawn; one that is gone keeps its words until it is taken away. */
function sentenceOf(findings: readonly Finding[], drawn: Finding): string {
  return (findings.find(({ id }) => id === drawn.id) ?? drawn).sentence;
}

/** Whether they look the same: the sentence of a broken sum is kept up by itself, and nothing else of it shows its numbers. */
export function isDrawnAlike(drawn: readonly Finding[], now: readonly Finding[]): boolean {
  return (
    drawn.length === now.length &&
    drawn.every((one, at) => {
      const other = now[at];
      return one === other || (one.kind === 'relation' && one.level === 'must' && one.id === other?.id);
    })
  );
}

function ExplanationBox(props: {
  finding: Finding;
  explanation: Explanation | undefined;
  explained: boolean;
  report: ReportModel;
}): ReactNode {
  const { finding, explanation, explained, report } = props;
  const [text, setText] = useState(report.get().unconfirmed[finding.id] ?? explanation?.text ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const refused = useLengthLimit(field, longestExplanation);
  const written = text.trim() !== '';
  const isUnconfirmed = written && text !== explanation?.text;
  function take(said: string): void {
    setText(said);
    report.beginExplanation(finding, said);
  }
  return (
    <details className="explanation" open={written && !explained ? true : undefined}>
      <summary>
        {explained ? '情况说明（已附）' : finding.kind === 'lint' ? '没有问题，写情况说明' : '数字无误，写情况说明'}
      </summary>
      {(isUnconfirmed || (explanation && !explained)) && (
        <p className="small">
          {isUnconfirmed
            ? '写下的文字随草稿存着。点“保存说明”以后，才算作说明。'
            : '这条说明所依据的数字或文字已经变了，请重新核对后确认。'}
        </p>
      )}
      <textarea
        ref={field}
        className="text-input"
        rows={3}
        aria-label={`情况说明：${finding.sentence}`}
        value={text}
        onChange={(event) => take(event.target.value)}
      />
      {refused !== undefined && (
        <p role="alert" className="notice notice-bad small">
          {refusedWords(refused, longestExplanation)}
        </p>
      )}
      <div className="row phrases">
        {(phrases[finding.kind] ?? []).map((phrase) => (
          <button
            key={phrase}
            type="button"
            className="link-button small"
            onClick={() => take(text.trim() === '' ? phrase : `${text.trim()}${phrase}`)}
          >
            {phrase}
          </button>
        ))}
      </div>
      <div className="row">
        <button
          type="button"
          className="button button-small"
          disabled={!written && !explanation}
          onClick={() => report.explain(finding, text)}
        >
          {written || !explanation ? '保存说明' : '删除说明'}
        </button>
      </div>
    </details>
  );
}
