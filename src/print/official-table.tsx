// A table as the official form prints it, or the rows of it that stand on one page. No inputs; what a box says is handed in.
import type { ReactNode } from 'react';
import { figureParts } from '../files/paper/figure-parts.ts';
import { figureSize } from '../files/paper/figure-size.ts';
import type { Head, Layout } from '../formats/layout.ts';
import { type DrawnPart, type DrawnRow, drawnRows, type PaperRow } from './table-rows.ts';

/** Width of the type area in mm: the official widths are scaled to fill it. */
const typeArea = 156;

type Words = ReadonlyMap<string, string>;
type Props = { layout: Layout; rows: readonly PaperRow[]; words: Words; block: number };

export function OfficialTable({ layout, rows, words, block }: Props): ReactNode {
  const scale = typeArea / layout.widths.reduce((sum, width) => sum + width, 0);
  const columns = layout.widths.map((width, at) => ({ key: `column-${at}`, width: width * scale }));
  // The boxes stand in the last columns, which are equally wide.
  const boxWidth = columns[columns.length - 1]?.width ?? 0;
  const drawn = (lines: readonly DrawnRow[]) =>
    lines.map(({ key, parts }) => (
      <tr key={key}>
        {parts.map((part) =>
          part.kind === 'head' ? (
            <HeadCell key={part.key} head={part} />
          ) : (
            <FigureCell key={part.key} box={part} words={words} width={boxWidth * part.colSpan} />
          ),
        )}
      </tr>
    ));
  return (
    <table className={`print-table print-table-${layout.id}`} data-block={block}>
      <caption>{layout.caption}</caption>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width: `${width.toFixed(3)}mm` }} />
        ))}
      </colgroup>
      {layout.head.length > 0 && <thead>{drawn(layout.head as readonly DrawnRow[])}</thead>}
      {drawnRows(layout, rows).map((body) => (
        <tbody key={body[0]?.key}>{drawn(body)}</tbody>
      ))}
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

type FigureProps = { box: Exclude<DrawnPart, Head>; words: Words; width: number };

function FigureCell({ box: { cell, colSpan, cut, isContinued }, words, width }: FigureProps): ReactNode {
  const text = words.get(cell.id) ?? '';
  const [from, to] = cut ?? [0, text.length];
  // The remark stands small under its figure where the column is narrow.
  const { figure, remark } = figureParts(text);
  const begin = figure.length;
  const small = remark.slice(Math.max(0, from - begin), Math.max(0, to - begin));
  return (
    <td
      data-cell={isContinued ? undefined : cell.id}
      data-continues={isContinued ? cell.id : undefined}
      colSpan={colSpan}
      className={`print-figure-${figureSize(text, width)}`}
    >
      {figure.slice(from, to)}
      {small && <small>{small}</small>}
    </td>
  );
}
