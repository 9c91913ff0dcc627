// The bar above every step: which report this is, whether it is safe on disk, how many findings, undo and redo.
import type { ReactNode } from 'react';
import type { SaveState } from '../storage/autosave.ts';
import { type Signals, useSignal } from '../ui/signals.ts';
import type { Editing } from './editing.ts';

type Props = {
  editing: Editing;
  saving: Signals;
  saveState: () => SaveState;
  homeHref: string;
  historyHref: string;
  yearsHref: string;
  findingsShown: boolean;
  onFindings: () => void;
  onUndo: () => void;
  onRedo: () => void;
};

export function TopBar(props: Props): ReactNode {
  const { editing, homeHref, historyHref, yearsHref, onUndo, onRedo } = props;
  const { signals, acts } = editing;
  const agency = useSignal(signals, 'agency', () => editing.text('agency'));
  const year = useSignal(signals, 'year', () => editing.text('year'));
  const canUndo = useSignal(signals, 'acts', acts.canUndo);
  const canRedo = useSignal(signals, 'acts', acts.canRedo);
  return (
    <header className="top-bar">
      <a className="top-home" href={homeHref}>
        ‹ 全部报告
      </a>
      <p className="top-title">
        <strong>{agency.trim() || '（未填机关）'}</strong>
        <span>{year} 年度报告</span>
      </p>
      <SaveMark saving={props.saving} saveState={props.saveState} />
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

function SaveMark({ saving, saveState }: Pick<Props, 'saving' | 'saveState'>): ReactNode {
  const current = useSignal(saving, 'state', saveState);
  return (
    <p className="save-mark" data-save-state={current.kind} role="status">
      {saveWords(current)}
    </p>
  );
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

function FindingCount({ editing, findingsShown, onFindings }: Props): ReactNode {
  const { must, confirm } = useSignal(editing.signals, 'progress', editing.progress);
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
      {must + confirm === 0 ? '没有发现问题' : `发现 ${must + confirm} 处`}
      <span aria-hidden="true">{findingsShown ? '›' : '‹'}</span>
    </button>
  );
}
