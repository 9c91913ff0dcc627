// The least that section 三 can cost: the same grid and the same sums in bare DOM, written for speed, without a framework,
// without drafts, undo, remarks or sentences for people. Hooks are the app's, so one check proves both.
import type { Law } from '../src/checks/law.ts';
import { type LayoutRow, layoutOf } from '../src/formats/layout.ts';
import type { Figures } from './expected.ts';

/** Of both pages that the app is held against. */
export const gridStyle = `
body{margin:0;font:13px sans-serif}table{table-layout:fixed;width:870px;border-spacing:0}th,td{border:1px solid #ccc;padding:0}
input{width:100%;height:27px;border:0;text-align:right;font:14px sans-serif}
thead{position:sticky;top:0;background:#fff}tfoot{position:sticky;bottom:0;background:#fff}main{height:700px;overflow:auto;width:900px;float:left}
output{display:block;contain:content}
`;

/** `typed`: the totals that were typed, and so are not computed. */
export function floorPage(law: Law, figures: Figures, typed: readonly string[] = []): string {
  const layout = layoutOf(law, 3);
  const { rows, columns } = law.tables.find(({ id }) => id === layout.id) ?? { rows: [], columns: [] };
  const line = ({ parts }: LayoutRow): string =>
    `<tr>${parts
      .map((part) =>
        part.kind === 'head'
          ? `<th scope="${part.scope}" colspan="${part.colSpan}" rowspan="${part.rowSpan}">${part.label}</th>`
          : `<td><input data-cell="${part.cell.id}" type="text" inputmode="decimal" value="${figures[part.cell.id] ?? ''}"></td>`,
      )
      .join('')}</tr>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>floor</title>
<style>${gridStyle}</style>
<main><table><colgroup><col style="width:34px"><col style="width:76px"><col>${columns.map(() => '<col style="width:8.4%">').join('')}</colgroup>
<thead>${layout.head.map(line).join('')}</thead>
<tbody>${layout.bodies.flat().map(line).join('')}</tbody>
<tfoot><tr><th colspan="3"></th>${columns.map(({ id }) => `<td><output data-balance="${id}"><span></span><span></span><b></b></output></td>`).join('')}</tr></tfoot></table></main>
<ul id="findings"></ul>
<script>(${script.toString()})(${JSON.stringify({
    rows: rows.map(({ id, under, total }) => ({ id, result: Boolean(under) && !total })),
    columns: columns.map(({ id }) => id),
    typed,
  })})</script></html>`;
}

// Runs in the page; stands alone.
function script(given: { rows: { id: string; result: boolean }[]; columns: string[]; typed: readonly string[] }): void {
  const { rows, columns } = given;
  const typed = new Set(given.typed);
  const input = new Map<string, HTMLInputElement>();
  for (const element of document.querySelectorAll('input')) input.set(element.dataset.cell ?? '', element);
  const grid = rows.map(({ id }) => columns.map((column) => input.get(`requests/${id}/${column}`) as HTMLInputElement));
  const value = grid.map((line) =>
    line.map((element) => (/^\d+$/.test(element.value) ? Number(element.value) : Number.NaN)),
  );
  const place = new Map<Element, [number, number]>();
  grid.forEach((line, row) => {
    for (const [column, element] of line.entries()) place.set(element, [row, column]);
  });
  const at = (id: string): number => rows.findIndex((row) => row.id === id);
  const [received, carriedIn, concluded, carriedOut] = ['received', 'carried-in', 'concluded', 'carried-out'].map(
    at,
  ) as [number, number, number, number];
  const results = rows.flatMap(({ result }, row) => (result ? [row] : []));
  const boxes = columns.map(
    (column) => document.querySelector(`[data-balance="${column}"]`)?.children as HTMLCollection,
  );
  const list = document.getElementById('findings') as HTMLElement;
  const shown = new Map<number, HTMLElement>();
  const last = columns.length - 1;
  const cell = (row: number, column: number): number => (value[row] as number[])[column] as number;

  function set(row: number, column: number, figure: number): void {
    if (Object.is(cell(row, column), figure) || typed.has(`requests/${rows[row]?.id}/${columns[column]}`)) return;
    (value[row] as number[])[column] = figure;
    // Blank while a part is blank or no number.
    const shown = Number.isNaN(figure) ? '' : String(figure);
    ((grid[row] as HTMLInputElement[])[column] as HTMLInputElement).value = shown;
  }
  function total(row: number): void {
    let sum = 0;
    for (let column = 0; column < last; column++) sum += cell(row, column);
    set(row, last, sum);
  }
  function text(element: Element | undefined, words: string): void {
    if (element && element.textContent !== words) element.textContent = words;
  }
  function balance(column: number): void {
    const left = cell(received, column) + cell(carriedIn, column);
    const right = cell(concluded, column) + cell(carriedOut, column);
    const box = boxes[column] as HTMLCollection;
    text(box[0], String(left));
    text(box[1], String(right));
    text(box[2], left === right ? '✓' : `差 ${Math.abs(left - right)}`);
    const old = shown.get(column);
    if (left === right) {
      old?.remove();
      shown.delete(column);
      return;
    }
    const item = old ?? list.appendChild(document.createElement('li'));
    item.dataset.finding = `requests/balance/${columns[column]}`;
    text(item, `${columns[column]}：${left}，${right}，差 ${Math.abs(left - right)}`);
    shown.set(column, item);
  }

  document.querySelector('table')?.addEventListener('input', (event) => {
    const element = event.target as HTMLInputElement;
    const [row, column] = place.get(element) as [number, number];
    (value[row] as number[])[column] = /^\d+$/.test(element.value) ? Number(element.value) : Number.NaN;
    total(row);
    let sum = 0;
    for (const result of results) sum += cell(result, column);
    set(concluded, column, sum);
    total(concluded);
    balance(column);
    balance(last);
  });
  document.querySelector('table')?.addEventListener('focusin', (event) => (event.target as HTMLInputElement).select());
  for (const column of columns.keys()) balance(column);
}
