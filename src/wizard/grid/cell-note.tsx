// What is to be said about the cell that has the focus or the pointer, in words and beside it. One note for the whole grid:
// a keystroke neither redraws what nobody sees nor measures the page, because the note is put in place on arrival.
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { cellName } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import { type GridControl, notedCell, noteId } from './grid-control.ts';

const width = 300;

export function CellNote({ report, control }: { report: ReportModel; control: GridControl }): ReactNode {
  // A text, so that it is the same until a word changes; it is empty for a cell of which nothing is to be said.
  const says = (): string => {
    const noted = notedCell(control.get());
    const { lines, computable } = noted === undefined ? { lines: [], computable: false } : report.notes(noted);
    return lines.length === 0 ? '' : [noted, computable ? '!' : '', ...lines].join('\n');
  };
  const said = useRead(control, says);
  useRead(report, says);
  const [id, computable, ...lines] = said === '' ? [] : said.split('\n');
  const note = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    // Measuring makes the browser lay the page out: only where there is something to say.
    const box = id === undefined ? null : control.input(id)?.closest('td');
    const frame = box?.closest('.grid-frame');
    if (!note.current || !box || !frame) return;
    const [cell, origin] = [box.getBoundingClientRect(), frame.getBoundingClientRect()];
    const left = Math.max(0, Math.min(cell.right - origin.left - width, origin.width - width));
    Object.assign(note.current.style, { width: `${width}px`, top: `${cell.bottom - origin.top}px`, left: `${left}px` });
  }, [id, control]);

  const cell = id === undefined ? undefined : report.law.cell(id);
  return (
    <div className="cell-note" id={noteId} ref={note} hidden={lines.length === 0}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {computable && cell && !report.readOnly && (
        <button
          type="button"
          tabIndex={-1}
          className="button button-small"
          onClick={() => report.edit(`${cellName(cell)}：改为计算值`, [{ cell: cell.id, to: '' }])}
        >
          改为计算值
        </button>
      )}
    </div>
  );
}
