// What is drawn in the cells of the list of drafts. Progress and findings are drawn as they come (rows.ts).
import type { ReactNode } from 'react';
import type { Progress } from '../checks/progress.ts';
import { isFormatId } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { dueOf } from '../report/due.ts';
import { daysLeftWords, daysUntil, dayWords } from '../ui/time-words.ts';
import { useRead } from '../ui/use-read.ts';
import { judgedRows, progressIn } from './rows.ts';

export type DraftHandlers = {
  onExport: (draft: Draft) => void;
  onDuplicate: (draft: Draft) => void;
  onNextYear: (draft: Draft) => void;
  onDelete: (draft: Draft) => void;
};

export const agencyWords = ({ agency }: Draft): string => agency || '（未填机关）';

const nameOf = (draft: Draft): string => `${agencyWords(draft)} ${draft.year} 年度`;

const useProgress = (draft: Draft): Progress | undefined => useRead(judgedRows, (known) => progressIn(known, draft));

const soon = 7;

export function YearCell({ draft }: { draft: Draft }): ReactNode {
  const due = dueOf(draft);
  const days = daysUntil(due, new Date());
  const words = daysLeftWords(days);
  return (
    <>
      {draft.year}
      {!draft.finalised && words !== undefined && (
        <span className={`small draft-due ${days <= soon ? 'draft-due-soon' : 'soft'}`} data-due={due}>
          {words}
        </span>
      )}
    </>
  );
}

export function ProgressCell({ draft, isFailed }: { draft: Draft; isFailed: boolean }): ReactNode {
  const progress = useProgress(draft);
  if (draft.finalised) {
    return (
      <span className="small final-mark" title={`核验码 ${draft.finalised.code}`}>
        已定稿 {dayWords(draft.finalised.at)}
      </span>
    );
  }
  if (!progress) {
    return (
      <span className="small soft">
        {!isFormatId(draft.format) ? `格式 ${draft.format} 本版本不认识` : isFailed ? '没有核对' : '正在核对…'}
      </span>
    );
  }
  const { filled, of } = progress.cells;
  return (
    <>
      <progress max={of} value={filled} aria-label={`${nameOf(draft)}填报进度`} />{' '}
      <span className="small">
        {filled} / {of} 格
      </span>
    </>
  );
}

export function FoundCell({ draft }: { draft: Draft }): ReactNode {
  const progress = useProgress(draft);
  if (!progress) return null;
  const { must, confirm } = progress;
  const { filled, of } = progress.cells;
  if (must + confirm === 0 && filled < of)
    return <span className="small soft">{filled === 0 ? '尚未填写' : '已填的相符'}</span>;
  if (must + confirm === 0) return <span className="small found-none">相符</span>;
  return (
    <span className="small">
      {must > 0 && <b className="found-must">必须改正 {must}</b>}
      {must > 0 && confirm > 0 && '，'}
      {confirm > 0 && <span className="found-confirm">请核对 {confirm}</span>}
    </span>
  );
}

type ActionsProps = { draft: Draft; href: string; handlers: DraftHandlers };

export function DraftActions({ draft, href, handlers }: ActionsProps): ReactNode {
  const isKnown = isFormatId(draft.format);
  const name = nameOf(draft);
  const next = draft.year + 1;
  return (
    <span className="row-actions">
      <a className="button button-small" href={href} aria-label={`打开 ${name}`}>
        打开
      </a>
      <Action
        act="export-json"
        words="导出"
        label={`导出 ${name}`}
        disabled={!isKnown}
        onClick={() => handlers.onExport(draft)}
      />
      <Action act="duplicate" words="复制" label={`复制 ${name}`} onClick={() => handlers.onDuplicate(draft)} />
      <Action
        act="next-year"
        words="下一年度"
        label={`以 ${name} 开始 ${next} 年度`}
        title={`新建 ${next} 年度的报告，带上机关名称和结转数`}
        disabled={!isKnown}
        onClick={() => handlers.onNextYear(draft)}
      />
      <Action act="delete" words="删除" label={`删除 ${name}`} onClick={() => handlers.onDelete(draft)} />
    </span>
  );
}

type ActionProps = {
  act: string;
  words: string;
  /** Says of which draft: the same words stand in every row. */
  label: string;
  title?: string;
  disabled?: boolean;
  onClick: () => void;
};

function Action({ act, words, label, ...button }: ActionProps): ReactNode {
  return (
    <button type="button" className="button button-small" data-action={act} aria-label={label} {...button}>
      {words}
    </button>
  );
}
