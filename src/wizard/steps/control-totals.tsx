// 核对总计: the totals of someone's paper, typed beside the table to check by. They fill no box of the report.
import { type ReactNode, useState } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { controlName, isControlled } from '../../draft/texts.ts';
import { figureText } from '../../report/figure.ts';
import { type Cell, rowName, type TableSection } from '../../report/format.ts';
import { read } from '../../report/reading.ts';
import { useRead } from '../../ui/use-read.ts';

type Props = { section: TableSection; report: ReportModel };

export function ControlTotals({ section, report }: Props): ReactNode {
  const cells = report.law.cells.filter((cell) => cell.table.section === section && isControlled(cell));
  const ofColumns = cells.filter(({ row }) => row.total);
  const ofRows = cells.filter(({ row }) => !row.total);
  const counts = useRead(report, () => summary(report, cells));
  // Thirty boxes that look at each keystroke of the table are made when they are asked for.
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="controls" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>核对总计（可不填）{counts}</summary>
      <p className="small soft">
        底稿、Excel 里已有总计的，照着填在这里，只用来核对：不印在报告里，也不改表里的数。填得越多，填错的格越容易找准。
      </p>
      {isOpen && ofColumns.length > 0 && (
        <List title="（七）总计这一行" cells={ofColumns} report={report} by="column" />
      )}
      {isOpen && <List title="右边“总计”这一列" cells={ofRows} report={report} by="row" />}
    </details>
  );
}

function List(props: { title: string; cells: readonly Cell[]; report: ReportModel; by: 'row' | 'column' }): ReactNode {
  const { title, cells, report, by } = props;
  return (
    <fieldset>
      <legend className="small">{title}</legend>
      {cells.map((cell) => (
        <label key={cell.id} className="control-total small">
          <span>{by === 'column' ? cell.column.label : labelOf(cell)}</span>
          <input
            {...report.registerWords(controlName(cell.id))}
            data-control={cell.id}
            inputMode="numeric"
            autoComplete="off"
            readOnly={report.readOnly}
          />
          <State cell={cell} report={report} />
        </label>
      ))}
    </fieldset>
  );
}

const labelOf = ({ row, table }: Cell): string => (table.section === 4 ? row.label : rowName(row));

function State({ cell, report }: { cell: Cell; report: ReportModel }): ReactNode {
  const words = useRead(report, () => wordsOf(report, cell));
  return (
    <span data-agrees={words === '' ? undefined : words.startsWith('✓') ? 'yes' : 'no'} className="soft">
      {words}
    </span>
  );
}

function wordsOf(report: ReportModel, cell: Cell): string {
  const text = report.text(controlName(cell.id));
  if (text === '') return '';
  const reading = read(text, cell);
  if (reading.kind === 'blank') return '';
  if (reading.kind === 'unreadable') return `✗ ${reading.reason}`;
  const { figure } = report.get().judgement.at(cell.id);
  if (figure === undefined) return '表中还没填';
  if (figure === reading.figure) return '✓';
  return `✗ 表中是 ${figureText(figure, cell)}`;
}

/** 「3 处相符，1 处不符」 */
function summary(report: ReportModel, cells: readonly Cell[]): string {
  const words = cells.map((cell) => wordsOf(report, cell)).filter((said) => said !== '');
  const agree = words.filter((said) => said.startsWith('✓')).length;
  const differ = words.filter((said) => said.startsWith('✗')).length;
  const said = [...(agree > 0 ? [`${agree} 处相符`] : []), ...(differ > 0 ? [`${differ} 处不符`] : [])];
  return said.length > 0 ? ` ${said.join('，')}` : '';
}
