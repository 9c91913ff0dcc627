// Under each column of section 三: 一＋二, 三（七）＋四, and whether they agree, live while people type.
import { memo, type ReactNode } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { useRead } from '../../ui/use-read.ts';
import type { GridControl } from './grid-control.ts';

type Props = { report: ReportModel; control: GridControl };

export function BalanceRows({ report, control }: Props): ReactNode {
  const columns = report.law.tables.find(({ id }) => id === 'requests')?.columns ?? [];
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3} className="balance-rule">
          <span>一 ＋ 二</span>
          <span>三（七）＋ 四</span>
          <span>应当相等</span>
        </th>
        {columns.map((column) => (
          <BalanceBox key={column.id} column={column.id} label={column.label} report={report} control={control} />
        ))}
      </tr>
    </tfoot>
  );
}

const BalanceBox = memo(function BalanceBox({
  column,
  label,
  report,
  control,
}: Props & { column: string; label: string }): ReactNode {
  const balance = useRead(report, ({ balances }) => balances.get(column));
  const { offer } = balance ?? {};
  return (
    <td className="balance-box" data-verdict={balance?.verdict}>
      <output data-balance={column} data-verdict={balance?.verdict} aria-label={`${label}列勾稽`}>
        <span>{balance?.left || '–'}</span>
        <span>{balance?.right || '–'}</span>
        <strong>
          {balance?.verdict === 'holds' && '✓ 相符'}
          {balance?.verdict === 'fails' && `✗ 差 ${balance.difference}`}
          {balance?.verdict === 'waiting' && '待填'}
        </strong>
      </output>
      {offer && !report.readOnly && (
        <button
          type="button"
          className="offer"
          data-offer={offer.cell}
          title="使本列相符的数，点一下填入“四、结转下年度继续办理”"
          onClick={() => {
            report.edit(`四、结转下年度继续办理 · ${label}：填入 ${offer.text}`, [
              { cell: offer.cell, to: offer.text },
            ]);
            control.goTo(offer.cell);
          }}
        >
          四填 {offer.text}
        </button>
      )}
    </td>
  );
});
