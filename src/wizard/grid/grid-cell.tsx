// One box of a grid: an uncontrolled input that the form holds. React draws its state; its text is the grid control's.
import { memo, type ReactNode, useCallback } from 'react';
import { lookOf } from '../../draft/cell-look.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import { type Cell, cellName } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import type { GridControl } from './grid-control.ts';
import { LastYearFigure } from './last-year.tsx';

type Props = { cell: Cell; colSpan: number; report: ReportModel; control: GridControl };

export const GridCell = memo(function GridCell({ cell, colSpan, report, control }: Props): ReactNode {
  const { id } = cell;
  const { kind, level } = lookOf(useRead(report.cell(id), ({ look }) => look));
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
  const bad = kind === 'unreadable' || level === 'must';
  return (
    <td
      colSpan={colSpan}
      data-kind={kind}
      data-level={level === 'fine' ? undefined : level}
      className={cell.total ? 'total-box' : undefined}
    >
      <input
        ref={attach}
        name={id}
        data-cell={id}
        type="text"
        readOnly={report.readOnly}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={`${cellName(cell)}${kind === 'computed' ? '（自动计算）' : ''}`}
        aria-invalid={bad || undefined}
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
