// A table as the official form prints it, drawn from its layout. No inputs; what a box says is handed in.
import type { ReactNode } from 'react';
import { figureParts } from '../files/paper/figure-parts.ts';
import { figureSize } from '../files/paper/figure-size.ts';
import type { Box, Head, Layout, LayoutRow } from '../formats/layout.ts';
import { sliceRows } from './slice-rows.ts';

/** mm: the official widths are scaled to fill the type area of 156 mm. Firefox draws half of the outer borders outside of the columns. */
const typeArea = 155.6;

export type Words = ReadonlyMap<string, string>;

type Props = {
  layout: Layout;
  words: Words;
  /** Which of its rows, heads not counted. */
  rows: { readonly from: number; readonly to: number };
  mark: object;
};

export function OfficialTable({ layout, words, rows: { from, to }, mark }: Props): ReactNode {
  const scale = typeArea / layout.widths.reduce((sum, width) => sum + width, 0);
  const columns = layout.widths.map((width, at) => ({ key: `column-${at}`, width: width * scale }));
  // The boxes stand in the last columns, which are equally wide.
  const boxWidth = columns[columns.length - 1]?.width ?? 0;
  const drawn = (lines: readonly LayoutRow[]) =>
    lines.map(({ key, parts }) => (
      <tr key={key}>
        {parts.map((part) =>
          part.kind === 'head' ? (
            <HeadCell key={part.key} head={part} />
          ) : (
            <FigureCell
              key={part.key}
              box={part}
              text={words.get(part.cell.id) ?? ''}
              width={boxWidth * part.colSpan}
            />
          ),
        )}
      </tr>
    ));
  return (
    <table className={`print-table print-table-${layout.id}`} {...mark}>
      <caption>{layout.caption}</caption>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width: `${width.toFixed(3)}mm` }} />
        ))}
      </colgroup>
      {layout.head.length > 0 && <thead>{drawn(layout.head)}</thead>}
      {layout.bodies.map((body, at) => {
        const before = layout.bodies.slice(0, at).reduce((sum, { length }) => sum + length, 0);
        const some = sliceRows(body, Math.max(0, from - before), Math.min(body.length, to - before));
        return some.length > 0 && <tbody key={body[0]?.key}>{drawn(some)}</tbody>;
      })}
    </table>
  );
}

function HeadCell({ head }: { head: Head }): ReactNode {
  const { label, colSpan, rowSpan, scope } = head;
  return (
    <th scope={scope} colSpan={colSpan} rowSpan={rowSpan} className={wrapping(head)}>
      {label}
    </th>
  );
}

/** Where a label breaks in a narrow column: 商业企业 into two and two, （三）不予公开 after its numeral, as the template does. */
function wrapping({ label, scope }: Head): string | undefined {
  if (scope === 'col' && label.length > 3) return 'print-pairs';
  return scope === 'rowgroup' && label.startsWith('（') ? 'print-numbered' : undefined;
}

function FigureCell({ box: { cell, colSpan }, text, width }: { box: Box; text: string; width: number }): ReactNode {
  // The remark stands small under its figure where the column is narrow.
  const { figure, remark } = figureParts(text);
  return (
    <td data-cell={cell.id} colSpan={colSpan} className={`print-figure-${figureSize(text, width)}`}>
      {figure}
      {remark && <small>{remark}</small>}
    </td>
  );
}
