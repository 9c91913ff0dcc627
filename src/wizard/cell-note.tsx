// What is to be said about the cell that has the focus or the pointer, in words and beside it. One note for the whole grid,
// moved into the cell's box, so that a keystroke neither redraws what nobody sees nor measures the page.
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { cellName } from '../report/format.ts';
import { useSignal } from '../ui/signals.ts';
import type { Editing } from './editing.ts';
import { type GridControl, noteId } from './grid-control.ts';

export function CellNote({ editing, control }: { editing: Editing; control: GridControl }): ReactNode {
  const id = useSignal(control.signals, 'noted', control.noted);
  const box = id === undefined ? null : control.input(id)?.closest('td');
  return id !== undefined && box ? createPortal(<Note key={id} id={id} editing={editing} />, box) : null;
}

function Note({ id, editing }: { id: string; editing: Editing }): ReactNode {
  const at = editing.law.indexOf.get(id) ?? -1;
  // A text, so that it is the same until a word changes.
  const said = useSignal(editing.signals, 'judged', () => {
    const { lines, computable } = editing.notes(at);
    return lines.length === 0 ? '' : [computable ? '!' : '', ...lines].join('\n');
  });
  const [computable, ...lines] = said.split('\n');
  const cell = editing.law.cells[at];
  return (
    <div className="cell-note" id={noteId} hidden={lines.length === 0}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {computable && cell && (
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
  );
}
