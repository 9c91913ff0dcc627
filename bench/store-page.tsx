// The same grid and sums as the floor page in React, on a store with a subscription per value: what section 三 costs when somebody
// tunes it by hand and leaves out drafts, undo, remarks, sentences and every check but the balances.
import { memo, type ReactNode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { type LayoutRow, layoutOf } from '../src/formats/layout.ts';
import { lawOf } from '../src/formats/registry.ts';
import type { Cell } from '../src/report/format.ts';
import type { Figures } from './expected.ts';

/** `typed`: the totals that were typed, and so are not computed. */
declare const given: { readonly figures: Figures; readonly typed: readonly string[] };
const { figures, typed } = given;
const law = lawOf('2021');
const layout = layoutOf(law, 3);
const { rows, columns } = law.tables.find(({ id }) => id === layout.id) ?? { rows: [], columns: [] };

type Signal<Value> = { get(): Value; set(next: Value): void; subscribe(listener: () => void): () => void };

function signal<Value>(start: Value): Signal<Value> {
  let value = start;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const read = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);
const id = (row: string, column: string): string => `requests/${row}/${column}`;
const texts = new Map(
  law.cells.filter(({ table }) => table.section === 3).map((cell) => [cell.id, signal(String(figures[cell.id] ?? ''))]),
);
const said = (row: string, column: string): number => read(texts.get(id(row, column))?.get() ?? '');
const results = rows.filter(({ under, total }) => under && !total).map((row) => row.id);
const plain = columns.filter(({ total }) => !total).map((column) => column.id);
const sums = new Map(columns.map((column) => [column.id, signal('')]));
const broken = signal<readonly string[]>([]);
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

function total(row: string, column: string, parts: readonly number[]): void {
  const cell = id(row, column);
  const next = sum(parts);
  if (!typed.includes(cell)) texts.get(cell)?.set(Number.isNaN(next) ? '' : String(next));
}

function balance(column: string): void {
  const left = said('received', column) + said('carried-in', column);
  const right = said('concluded', column) + said('carried-out', column);
  sums.get(column)?.set(`${left} ${right}`);
  const others = broken.get().filter((one) => !one.startsWith(`${column}：`));
  const now = left === right ? [] : [`${column}：${left}，${right}，差 ${Math.abs(left - right)}`];
  if (now.length > 0 || others.length < broken.get().length) broken.set([...others, ...now]);
}

function type(cell: Cell, text: string): void {
  texts.get(cell.id)?.set(text);
  const [row, column] = [cell.row.id, cell.column.id];
  total(
    row,
    'total',
    plain.map((one) => said(row, one)),
  );
  total(
    'concluded',
    column,
    results.map((one) => said(one, column)),
  );
  total(
    'concluded',
    'total',
    plain.map((one) => said('concluded', one)),
  );
  balance(column);
  balance('total');
}

const Box = memo(function Box({ cell, span }: { cell: Cell; span: number }): ReactNode {
  const text = texts.get(cell.id) ?? signal('');
  return (
    <td colSpan={span}>
      <input
        data-cell={cell.id}
        type="text"
        inputMode="decimal"
        value={useSyncExternalStore(text.subscribe, text.get)}
        onChange={({ target }) => type(cell, target.value)}
        onFocus={({ target }) => target.select()}
      />
    </td>
  );
});

const Line = ({ row }: { row: LayoutRow }): ReactNode => (
  <tr>
    {row.parts.map((part) =>
      part.kind === 'head' ? (
        <th key={part.key} scope={part.scope} colSpan={part.colSpan} rowSpan={part.rowSpan}>
          {part.label}
        </th>
      ) : (
        <Box key={part.key} cell={part.cell} span={part.colSpan} />
      ),
    )}
  </tr>
);

const BalanceBox = memo(function BalanceBox({ column }: { column: string }): ReactNode {
  const own = sums.get(column) ?? signal('');
  const [left, right] = useSyncExternalStore(own.subscribe, own.get).split(' ');
  return (
    <output data-balance={column}>
      <span>{left}</span>
      <span>{right}</span>
      <b>{left === right ? '✓' : `差 ${Math.abs(Number(left) - Number(right))}`}</b>
    </output>
  );
});

const Findings = (): ReactNode => (
  <ul id="findings">
    {useSyncExternalStore(broken.subscribe, broken.get).map((words) => {
      const [column] = words.split('：');
      return (
        <li key={column} data-finding={`requests/balance/${column}`}>
          {words}
        </li>
      );
    })}
  </ul>
);

for (const { id } of columns) balance(id);
createRoot(document.getElementById('root') as HTMLElement).render(
  <>
    <main>
      <table>
        <colgroup>
          <col style={{ width: 34 }} />
          <col style={{ width: 76 }} />
          <col />
          {columns.map(({ id }) => (
            <col key={id} style={{ width: '8.4%' }} />
          ))}
        </colgroup>
        <thead>
          {layout.head.map((row) => (
            <Line key={row.key} row={row} />
          ))}
        </thead>
        <tbody>
          {layout.bodies.flat().map((row) => (
            <Line key={row.key} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={3} />
            {columns.map(({ id }) => (
              <td key={id}>
                <BalanceBox column={id} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </main>
    <Findings />
  </>,
);
