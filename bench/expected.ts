// What both pages must show after each keystroke. Totals and balances are added up here in the plainest way, apart from
// the app's own code; the sentences are the judge's.
import { judgeAnswers } from '../src/checks/judge.ts';
import type { Law } from '../src/checks/law.ts';
import type { Cell } from '../src/report/format.ts';

export type Figures = Readonly<Record<string, number | null>>;

export type Expected = ReturnType<typeof createExpected>;

/** For section 三 of a report whose totals are computed, but for those in `typed`. */
export function createExpected(law: Law, figures: Figures, typed: readonly string[] = []) {
  const table = law.tables.find(({ id }) => id === 'requests');
  const all = law.cells.filter((cell) => cell.table === table);
  const plain = all.filter(({ total }) => !total);
  const results = table?.rows.filter((row) => row.under && !row.total) ?? [];
  const columns = table?.columns ?? [];
  const answers: Record<string, string> = {};
  for (const { id, total } of law.cells) if (!total || typed.includes(id)) answers[id] = String(figures[id] ?? '');

  /** A cell by its row and column, totals included. */
  function figure(row: string, column: string): number {
    const sum = (parts: readonly number[]): number => parts.reduce((sofar, part) => sofar + part, 0);
    const id = `requests/${row}/${column}`;
    if (typed.includes(id)) return Number(answers[id]);
    const isTotal = columns.find(({ id }) => id === column)?.total;
    if (isTotal) return sum(columns.filter(({ total }) => !total).map(({ id }) => figure(row, id)));
    if (row === 'concluded') return sum(results.map(({ id }) => figure(id, column)));
    return Number(answers[id]);
  }

  return {
    /** The nth cell to type into: steps through the whole grid, so that no two of the first 144 are the same. */
    cell: (at: number): Cell => plain[(at * 37) % plain.length] as Cell,
    /** A digit that the cell does not hold yet, so that something really changes. */
    digit: ({ id }: Cell, at: number): string => {
      const digit = String((at % 9) + 1);
      return answers[id] === digit ? String(((at + 1) % 9) + 1) : digit;
    },
    typed({ id }: Cell, text: string): void {
      answers[id] = text;
    },
    values: (): Record<string, string> =>
      Object.fromEntries(all.map(({ id, row, column }) => [id, String(figure(row.id, column.id))])),
    balances: () =>
      columns.map(({ id }) => ({
        column: id,
        left: figure('received', id) + figure('carried-in', id),
        right: figure('concluded', id) + figure('carried-out', id),
      })),
    sentences: (): string[] => judgeAnswers(law, answers).findings.map(({ sentence }) => sentence),
  };
}
