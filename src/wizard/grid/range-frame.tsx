// The frame round a selected rectangle, drawn over the table, so that selecting redraws no cell; and its count and sum.
import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { useRead } from '../../ui/use-read.ts';
import type { GridControl } from './grid-control.ts';

type Frame = { readonly top: number; readonly left: number; readonly width: number; readonly height: number };

export function RangeFrame({ control }: { control: GridControl }): ReactNode {
  const range = useRead(control, ({ range }) => range);
  const [frame, setFrame] = useState<Frame>();

  useLayoutEffect(() => {
    if (!range) return setFrame(undefined);
    const cells = control.selected().flat();
    const boxes = cells.flatMap(({ id }) => control.input(id)?.closest('td') ?? []);
    const origin = boxes[0]?.closest('.grid-frame')?.getBoundingClientRect();
    if (!origin) return;
    const rects = boxes.map((box) => box.getBoundingClientRect());
    const top = Math.min(...rects.map((rect) => rect.top));
    const left = Math.min(...rects.map((rect) => rect.left));
    setFrame({
      top: top - origin.top,
      left: left - origin.left,
      width: Math.max(...rects.map((rect) => rect.right)) - left,
      height: Math.max(...rects.map((rect) => rect.bottom)) - top,
    });
  }, [range, control]);

  return frame && <div className="range-frame" style={frame} />;
}

/** At the foot of the table, as a spreadsheet's status bar has it. */
export function RangeSum({ report, control }: { report: ReportModel; control: GridControl }): ReactNode {
  const range = useRead(control, ({ range }) => range);
  const ids = range ? control.selected().flatMap((row) => row.map(({ id }) => id)) : [];
  const sum = useRead(report, () => (ids.length > 1 ? sumText(report, ids) : ''));
  return (
    <p className="range-sum small" role="status">
      {ids.length > 1 && (
        <span>
          已选 {ids.length} 格{sum}
        </span>
      )}
    </p>
  );
}

// Only figures of one unit add up to something.
function sumText({ law, get }: ReportModel, ids: readonly string[]): string {
  const known = ids.flatMap((id) => {
    const cell = law.cell(id);
    const { figure } = get().judgement.at(id);
    return cell && figure !== undefined ? [{ cell, figure }] : [];
  });
  const units = new Set(known.map(({ cell }) => cell.unit));
  if (units.size !== 1 || known[0]?.cell.decimals !== 0) return '';
  return ` · 合计 ${known.reduce((sum, { figure }) => sum + figure, 0)}`;
}
