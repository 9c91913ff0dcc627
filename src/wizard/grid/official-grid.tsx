// A table of the form as a grid of inputs, with the official headings. It draws; keys and clipboard are grid-control's.
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { boxRows, type Head, type Layout, type LayoutRow } from '../../formats/layout.ts';
import { BalanceRows } from './balance-rows.tsx';
import { CellNote } from './cell-note.tsx';
import { GridCell } from './grid-cell.tsx';
import { createGridControl, type GridControl } from './grid-control.ts';
import { listen } from './grid-listen.ts';
import { LastYearLine } from './last-year.tsx';
import { RangeFrame, RangeSum } from './range-frame.tsx';

type Props = {
  layout: Layout;
  report: ReportModel;
  tell: (message: string) => void;
  /** The cell that the address or a finding asks for. */
  wanted: string | undefined;
  onArrived: () => void;
};

export function OfficialGrid({ layout, report, tell, wanted, onArrived }: Props): ReactNode {
  const control = useMemo(() => createGridControl(report, boxRows(layout), tell), [report, layout, tell]);
  const table = useRef<HTMLTableElement>(null);

  useEffect(() => (table.current ? listen(table.current, control) : undefined), [control]);

  useEffect(() => {
    if (wanted !== undefined && control.goTo(wanted)) onArrived();
  }, [control, wanted, onArrived]);

  const columns = layout.widths.map((width, at) => ({ key: String(at), width }));
  return (
    <div className="grid-frame">
      <LastYearLine report={report} control={control} />
      <table className={`grid grid-${layout.id}`} ref={table}>
        <caption className="visually-hidden">{layout.caption}</caption>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} className={width > 40 ? 'wide' : width > 12.5 ? 'label' : 'figure'} />
          ))}
        </colgroup>
        {layout.head.length > 0 && (
          <thead>
            {layout.head.map((row) => (
              <Line key={row.key} row={row} report={report} control={control} />
            ))}
          </thead>
        )}
        {layout.bodies.map((rows) => (
          <tbody key={rows[0]?.key}>
            {rows.map((row) => (
              <Line key={row.key} row={row} report={report} control={control} />
            ))}
          </tbody>
        ))}
        {layout.id === 'requests' && <BalanceRows report={report} control={control} />}
      </table>
      <RangeSum report={report} control={control} />
      <RangeFrame control={control} />
      <CellNote report={report} control={control} />
    </div>
  );
}

function Line({ row, report, control }: { row: LayoutRow; report: ReportModel; control: GridControl }): ReactNode {
  return (
    <tr>
      {row.parts.map((part) =>
        part.kind === 'head' ? (
          <Heading key={part.key} head={part} />
        ) : (
          <GridCell key={part.key} cell={part.cell} colSpan={part.colSpan} report={report} control={control} />
        ),
      )}
    </tr>
  );
}

function Heading({ head }: { head: Head }): ReactNode {
  return (
    <th
      scope={head.scope}
      colSpan={head.colSpan}
      rowSpan={head.rowSpan}
      className={head.rowSpan > 9 ? 'upright' : undefined}
      data-head={head.key === 'corner' ? 'rule' : undefined}
    >
      <span>{head.label}</span>
      {head.term !== undefined && (
        // The keyboard asks with F1 in a box.
        <button
          type="button"
          className="term-mark"
          tabIndex={-1}
          data-term={head.term}
          aria-label={`说明：${head.label}`}
        >
          ?
        </button>
      )}
    </th>
  );
}
