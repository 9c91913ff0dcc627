// One box of a grid: an uncontrolled input that the form holds. React draws it once; its text and how it looks are the grid control's.
import { memo, type ReactNode, useCallback } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import type { Cell } from '../../report/format.ts';
import type { GridControl } from './grid-control.ts';
import { LastYearFigure } from './last-year.tsx';

type Props = { cell: Cell; colSpan: number; report: ReportModel; control: GridControl };

export const GridCell = memo(function GridCell({ cell, colSpan, report, control }: Props): ReactNode {
  const { id } = cell;
  const attach = useCallback(
    (input: HTMLInputElement | null) => {
      if (!input) return undefined;
      const { ref } = report.registerCell(id);
      ref(input);
      const detach = control.attach(id, input);
      return () => {
        detach();
        ref(null);
      };
    },
    [report, control, id],
  );
  return (
    <td colSpan={colSpan} className={cell.total ? 'total-box' : undefined}>
      <input
        ref={attach}
        name={id}
        data-cell={id}
        type="text"
        readOnly={report.readOnly}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
      />
      <LastYearFigure id={id} report={report} />
      {moneyUnit(cell) && <span className="cell-unit">{moneyUnit(cell)}</span>}
    </td>
  );
});

/** Shown in the box where the heading does not say it. */
function moneyUnit({ unit, column }: Cell): string | undefined {
  return unit === '元' && !column.label.includes('元') ? unit : undefined;
}
