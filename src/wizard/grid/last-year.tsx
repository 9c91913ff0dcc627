// Last year's figures beside this year's: small in each cell, and the change of the one that has the focus or the pointer.
import { type ReactNode, useState } from 'react';
import { sinceLastYear } from '../../checks/jump.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import { cellName } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import { type GridControl, notedCell } from './grid-control.ts';

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
export function LastYearFigure({ id, report }: { id: string; report: ReportModel }): ReactNode {
  const text = useRead(report.cell(id), ({ last }) => last);
  return (
    text !== '' && (
      <span className="last-figure" aria-hidden="true">
        {text}
      </span>
    )
  );
}

/** Above a table: what the small figures are, and how the cell one is at has changed. */
export function LastYearLine({ report, control }: { report: ReportModel; control: GridControl }): ReactNode {
  const isKnown = useRead(report, ({ lastYear }) => lastYear?.figures !== undefined);
  // Nobody is told of a cell where there is no last year.
  const noted = useRead(control, (state) => (isKnown ? notedCell(state) : undefined));
  const change = useRead(report, ({ judgement }) => sinceLastYear(report.law, judgement, noted));
  const [shown, setShown] = useState(isShown);
  const cell = noted === undefined ? undefined : report.law.cell(noted);
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
