// Under each column of section 三: 一＋二, 三（七）＋四, and whether they agree, live while people type.
import { memo, type ReactNode, useMemo } from 'react';
import type { Balance } from '../../draft/balance.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import type { ReportState } from '../../draft/report-state.ts';
import { LiveText } from '../../ui/by-hand.tsx';
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

/** Its numbers change with every key and are set by hand; React draws what they amount to. */
const BalanceBox = memo(function BalanceBox({
  column,
  label,
  report,
  control,
}: Props & { column: string; label: string }): ReactNode {
  const verdict = useRead(report, ({ balances }) => balances.get(column)?.verdict);
  const isOffered = useRead(report, (state) => isOfferOf(state, column));
  const of = useMemo(() => textsOf(column), [column]);
  return (
    <td className="balance-box" data-verdict={verdict}>
      {/* Read when it is asked for: seven of them speaking at each key say nothing. */}
      <output aria-live="off" data-balance={column} data-verdict={verdict} aria-label={`${label}列勾稽`}>
        <LiveText store={report} select={of.left} />
        <LiveText store={report} select={of.right} />
        <strong>
          <LiveText store={report} select={of.verdict} />
        </strong>
      </output>
      {isOffered && !report.readOnly && (
        <button
          type="button"
          // Not the next stop after the last box: whoever only goes on with Tab and Enter must not fill it in.
          tabIndex={-1}
          className="offer"
          data-offer={report.get().balances.get(column)?.offer?.cell}
          title="使本列相符的数，点一下填入“四、结转下年度继续办理”"
          onClick={() => {
            const { offer } = report.get().balances.get(column) ?? {};
            if (!offer) return;
            const { cell, text } = offer;
            report.edit(`四、结转下年度继续办理 · ${label}：填入 ${text}`, [{ cell, to: text }]);
            control.goTo(cell);
          }}
        >
          <LiveText store={report} select={of.offer} />
        </button>
      )}
    </td>
  );
});

/** Not where a box is known that is all but surely wrong: the figure of 四 would only hide it. */
function isOfferOf({ balances, caused }: ReportState, column: string): boolean {
  return balances.get(column)?.offer !== undefined && !caused.has(`requests/balance/${column}`);
}

type Select = (state: ReportState) => string | undefined;

function textsOf(column: string): Readonly<Record<'left' | 'right' | 'verdict' | 'offer', Select>> {
  const of = ({ balances }: ReportState): Balance | undefined => balances.get(column);
  return {
    left: (state) => of(state)?.left || '–',
    right: (state) => of(state)?.right || '–',
    verdict: (state) => verdictWords(of(state)),
    offer(state) {
      const { offer } = of(state) ?? {};
      return offer && `四改为 ${offer.text} 即相符`;
    },
  };
}

function verdictWords(balance: Balance | undefined): string {
  if (balance?.verdict === 'holds') return '✓ 相符';
  return balance?.verdict === 'fails' ? `✗ 差 ${balance.difference}` : '待填';
}
