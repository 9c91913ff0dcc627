// Last year's figures beside this year's: small in each cell, and the change of the one that has the focus or the pointer.
import { type ReactNode, useState } from 'react';
import { sinceLastYear } from '../checks/jump.ts';
import { figureText } from '../report/figure.ts';
import { cellName } from '../report/format.ts';
import { useSignal } from '../ui/signals.ts';
import type { Editing } from './editing.ts';
import type { GridControl } from './grid-control.ts';

const key = 'nianbao-tianbao/last-year-shown';

/** Whether cells show it. Kept for the next time where storage can be had. */
function isShown(): boolean {
  try {
    return localStorage.getItem(key) !== 'no';
  } catch {
    return true;
  }
}

/** Last year's figure in a cell; nothing where it is not known. */
export function LastYearFigure({ at, editing }: { at: number; editing: Editing }): ReactNode {
  const text = useSignal(editing.signals, 'last year', () => {
    const last = editing.judgement().lastYear?.[at] ?? Number.NaN;
    const cell = editing.law.cells[at];
    return cell && !Number.isNaN(last) ? figureText(last, cell) : '';
  });
  return (
    text !== '' && (
      <span className="last-figure" aria-hidden="true">
        {text}
      </span>
    )
  );
}

/** Above a table: what the small figures are, and how the cell one is at has changed. */
export function LastYearLine({ editing, control }: { editing: Editing; control: GridControl }): ReactNode {
  const isKnown = useSignal(editing.signals, 'last year', () => editing.judgement().lastYear !== undefined);
  const noted = useSignal(control.signals, 'noted', control.noted);
  const at = editing.law.indexOf.get(noted ?? '') ?? -1;
  const change = useSignal(editing.signals, 'judged', () => sinceLastYear(editing.law, editing.judgement(), at));
  const [shown, setShown] = useState(isShown);
  const cell = editing.law.cells[at];
  if (!isKnown) return null;
  return (
    <div className="row small last-line" data-last-shown={shown}>
      <label className="row">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => {
            setShown(event.target.checked);
            try {
              localStorage.setItem(key, event.target.checked ? 'yes' : 'no');
            } catch {
              // Good for this visit.
            }
          }}
        />
        格内小字显示去年的数
      </label>
      <span className="soft">{cell && change && `${cellName(cell)}：${change}`}</span>
    </div>
  );
}
