// Under each column of section 三: 一＋二, 三（七）＋四, and whether they agree, live while people type.
import { memo, type ReactNode } from 'react';
import { useSignal } from '../ui/signals.ts';
import type { Editing } from './editing.ts';
import type { GridControl } from './grid-control.ts';

type Props = { editing: Editing; control: GridControl };

export function BalanceRows({ editing, control }: Props): ReactNode {
  const columns = editing.law.tables.find(({ id }) => id === 'requests')?.columns ?? [];
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3} className="balance-rule">
          <span>一 ＋ 二</span>
          <span>三（七）＋ 四</span>
          <span>应当相等</span>
        </th>
        {columns.map((column) => (
          <BalanceBox key={column.id} column={column.id} label={column.label} editing={editing} control={control} />
        ))}
      </tr>
    </tfoot>
  );
}

const BalanceBox = memo(function BalanceBox({
  column,
  label,
  editing,
  control,
}: Props & { column: string; label: string }): ReactNode {
  const balance = useSignal(editing.signals, `balance/${column}`, () => editing.balance(column));
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
      {offer && !editing.readOnly && (
        <button
          type="button"
          className="offer"
          data-offer={offer.cell}
          title="使本列相符的数，点一下填入“四、结转下年度继续办理”"
          onClick={() => {
            editing.edit(`四、结转下年度继续办理 · ${label}：填入 ${offer.text}`, [
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
