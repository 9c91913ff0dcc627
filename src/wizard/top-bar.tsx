// The bar above every step: which report this is, whether it is safe on disk, how many findings, undo and redo.
import type { ReactNode } from 'react';
import type { ReportModel } from '../draft/report-model.ts';
import type { SaveState } from '../storage/autosave.ts';
import { useByHand, writeText } from '../ui/by-hand.tsx';
import type { Store } from '../ui/store.ts';
import { useRead } from '../ui/use-read.ts';

type Props = {
  report: ReportModel;
  saving: Store<SaveState>;
  homeHref: string;
  historyHref: string;
  yearsHref: string;
  findingsShown: boolean;
  onFindings: () => void;
  onUndo: () => void;
  onRedo: () => void;
};

export function TopBar(props: Props): ReactNode {
  const { report, homeHref, historyHref, yearsHref, onUndo, onRedo } = props;
  const agency = useRead(report, () => report.text('agency'));
  const year = useRead(report, () => report.text('year'));
  const canUndo = useRead(report, ({ undo }) => undo.past.length > 0);
  const canRedo = useRead(report, ({ undo }) => undo.future.length > 0);
  return (
    <header className="top-bar">
      <a className="top-home" href={homeHref}>
        ‹ 全部报告
      </a>
      <p className="top-title">
        <strong>{agency.trim() || '（未填机关）'}</strong>
        <span>{year} 年度报告</span>
      </p>
      <SaveMark saving={props.saving} />
      <span className="top-tools">
        <button
          type="button"
          className="button button-small"
          data-action="undo"
          disabled={!canUndo}
          onClick={onUndo}
          title="Ctrl+Z"
        >
          撤销
        </button>
        <button
          type="button"
          className="button button-small"
          data-action="redo"
          disabled={!canRedo}
          onClick={onRedo}
          title="Ctrl+Y"
        >
          重做
        </button>
        <a className="button button-small" data-action="history" href={historyHref}>
          历史
        </a>
        <a className="button button-small" data-action="years" href={yearsHref}>
          逐年
        </a>
        <FindingCount {...props} />
      </span>
    </header>
  );
}

/** Twice a key: by hand. */
const SaveMark = ({ saving }: Pick<Props, 'saving'>): ReactNode => (
  <p className="save-mark" role="status" ref={useByHand(saving, drawSaveMark)} />
);

function drawSaveMark(mark: HTMLElement, current: SaveState): void {
  mark.dataset.saveState = current.kind;
  writeText(mark, saveWords(current));
}

function saveWords(current: SaveState): string {
  if (current.kind === 'saved') return `已存在本机 ${clock(current.at)}`;
  if (current.kind === 'saving') return '正在保存';
  return current.kind === 'failed' ? '未能保存' : '未能保存：别处已改';
}

export function clock(time: string): string {
  const at = new Date(time);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

function FindingCount({ report, findingsShown, onFindings }: Props): ReactNode {
  const { must, confirm, cells } = useRead(report, ({ progress }) => progress);
  const level = must > 0 ? 'must' : confirm > 0 ? 'confirm' : 'none';
  return (
    <button
      type="button"
      className="button button-small finding-count"
      data-level={level}
      aria-expanded={findingsShown}
      aria-controls="findings"
      onClick={onFindings}
    >
      {must + confirm === 0 ? stateWords(cells) : `发现 ${must + confirm} 处`}
      <span aria-hidden="true">{findingsShown ? '›' : '‹'}</span>
    </button>
  );
}

/** With nothing found: there may be nothing yet to find anything in. */
function stateWords({ filled, of }: { readonly filled: number; readonly of: number }): string {
  if (filled === 0) return '尚未填写';
  return filled < of ? `已填 ${filled} / ${of} 格` : '全部相符';
}
