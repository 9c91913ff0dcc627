// One box of a grid: an uncontrolled input that the form holds, and what is to be said about it.
import { memo, type ReactNode, useCallback, useLayoutEffect } from 'react';
import { totalComparison } from '../checks/sentence.ts';
import { type Cell, cellName } from '../report/format.ts';
import { useSignal } from '../ui/signals.ts';
import type { CellView } from './cell-view.ts';
import type { Editing } from './editing.ts';
import type { GridControl } from './grid-control.ts';

type Props = { cell: Cell; colSpan: number; editing: Editing; control: GridControl };

export const GridCell = memo(function GridCell({ cell, colSpan, editing, control }: Props): ReactNode {
  const { id } = cell;
  const at = editing.law.indexOf.get(id) ?? -1;
  const view = useSignal(editing.signals, id, () => editing.view(at));
  const attach = useCallback(
    (input: HTMLInputElement | null) => {
      editing.form.register(id).ref(input);
      control.attach(id, input);
    },
    [editing, control, id],
  );
  useLayoutEffect(() => control.show(id, view), [control, id, view]);

  const notes = notesOf(cell, view);
  const noteId = `note/${id}`;
  const level = levelOf(view);
  return (
    <td colSpan={colSpan} data-kind={view.kind} data-level={level} className={cell.total ? 'total-box' : undefined}>
      <input
        ref={attach}
        name={id}
        data-cell={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={`${cellName(cell)}${cell.total && view.kind === 'computed' ? '（自动计算）' : ''}`}
        aria-invalid={view.kind === 'unreadable' || level === 'must' || undefined}
        aria-describedby={notes.length > 0 ? noteId : undefined}
      />
      {notes.length > 0 && (
        <div className="cell-note" id={noteId}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {view.kind === 'typed-total' && view.computed !== undefined && view.computed !== view.typed && (
            <button
              type="button"
              tabIndex={-1}
              className="button button-small"
              onClick={() => editing.edit(`${cellName(cell)}：改为计算值`, [{ cell: id, to: '' }])}
            >
              改为计算值
            </button>
          )}
        </div>
      )}
    </td>
  );
});

function levelOf({ kind, findings }: CellView): 'must' | 'confirm' | undefined {
  if (kind === 'unreadable' || findings.some(({ level }) => level === 'must')) return 'must';
  return findings.length > 0 ? 'confirm' : undefined;
}

const most = 3;

function notesOf(cell: Cell, { kind, reading, findings, typed, computed }: CellView): readonly string[] {
  const notes: string[] = [];
  if (reading.kind === 'unreadable') notes.push(reading.reason);
  if (reading.kind === 'figure' && reading.converted) notes.push(`已换算：${reading.converted}`);
  if (kind === 'partial') notes.push('目前合计：还有未填的格。');
  if (typed !== undefined && computed !== undefined && typed !== computed) {
    notes.push(totalComparison(typed, computed, cell));
  }
  const relations = findings.filter(({ id }) => !id.startsWith('unreadable/'));
  notes.push(...relations.slice(0, most).map(({ sentence }) => sentence));
  return [...new Set(notes)];
}
