// The bench's numbers and its table.

export type Line = {
  readonly what: string;
  readonly floor?: string;
  /** Of the hand-tuned React page. */
  readonly store?: string;
  readonly app: string;
  readonly aim?: string;
  readonly met?: boolean;
};

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const at = (numbers: readonly number[], share: number): number =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;

export const median = (numbers: readonly number[]): number => at(numbers, 0.5);
export const p95 = (numbers: readonly number[]): number => at(numbers, 0.95);
export const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
export const us = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} µs`;

export function markdown(lines: readonly Line[]): string {
  const rows = lines.map(({ what, floor = '', store = '', app, aim = '', met }) => [
    what,
    floor,
    store,
    app,
    aim,
    met === undefined ? '' : met ? 'yes' : 'no',
  ]);
  const all = [['what', 'floor', 'store', 'app', 'aim', 'met'], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - [...text].length)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
