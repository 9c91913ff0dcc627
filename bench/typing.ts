// Types 60 digits into different cells of section 三, in turns into the floor page and the app, and proves each time that
// the sums, the balance and the findings on the page are those of the figures on the page.
import { expect, type Page } from '@playwright/test';
import type { Cell } from '../src/report/format.ts';
import type { Keystroke } from './probe.ts';

export type Typed = { readonly keystrokes: Keystroke[]; readonly longTasks: number[] };

const keystrokes = 60;
const batch = 10;

export async function typeInTurns(
  pages: { readonly floor: Page; readonly app: Page },
  cells: readonly Cell[],
  throttling: number,
): Promise<{ floor: Typed; app: Typed }> {
  const plain = cells.filter(({ total }) => !total);
  // Steps through the whole grid, so that no two keystrokes meet in a cell.
  const chosen = Array.from({ length: keystrokes }, (_, at) => plain[(at * 37) % plain.length] as Cell);
  const typed = { floor: [] as Keystroke[], app: [] as Keystroke[] };
  const long = { floor: [] as number[], app: [] as number[] };
  for (let from = 0; from < keystrokes; from += batch) {
    for (const which of ['floor', 'app'] as const) {
      const page = pages[which];
      await page.bringToFront();
      const client = await page.context().newCDPSession(page);
      await client.send('Emulation.setCPUThrottlingRate', { rate: throttling });
      await page.evaluate(() => {
        Object.assign(window, { keystrokes: [], longTasks: [] });
      });
      for (const [at, cell] of chosen.slice(from, from + batch).entries()) {
        await page.locator(`[data-cell="${cell.id}"]`).focus();
        await page.keyboard.press(String(((from + at + throttling) % 9) + 1));
        await page.waitForFunction(
          (count) => (window as unknown as { keystrokes: unknown[] }).keystrokes.length > count,
          at,
        );
        await prove(page, cell);
        // As people type: the autosave gets its turn between keystrokes.
        await page.waitForTimeout(60);
      }
      const { keys, tasks } = await page.evaluate(() => {
        const { keystrokes: keys, longTasks: tasks } = window as unknown as {
          keystrokes: Keystroke[];
          longTasks: number[];
        };
        return { keys, tasks };
      });
      typed[which].push(...keys);
      long[which].push(...tasks);
      await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await client.detach();
    }
  }
  return {
    floor: { keystrokes: typed.floor, longTasks: long.floor },
    app: { keystrokes: typed.app, longTasks: long.app },
  };
}

async function prove(page: Page, { row, column }: Cell): Promise<void> {
  const seen = await page.evaluate(
    ({ rowId, columnId }) => {
      const value = (id: string): number =>
        Number(document.querySelector<HTMLInputElement>(`[data-cell="requests/${id}"]`)?.value);
      const columns = ['natural-person', 'business', 'research', 'nonprofit', 'legal-service', 'other'];
      const left = value(`received/${columnId}`) + value(`carried-in/${columnId}`);
      const right = value(`concluded/${columnId}`) + value(`carried-out/${columnId}`);
      const results = [
        ...document.querySelectorAll<HTMLInputElement>(`[data-cell^="requests/"][data-cell$="/${columnId}"]`),
      ]
        .filter((input) => !/\/(received|carried-in|concluded|carried-out)\//.test(input.dataset.cell ?? ''))
        .reduce((sum, input) => sum + Number(input.value), 0);
      return {
        rowTotal: value(`${rowId}/total`),
        rowSum: columns.reduce((sum, id) => sum + value(`${rowId}/${id}`), 0),
        concluded: value(`concluded/${columnId}`),
        results,
        left,
        right,
        balance: document.querySelector(`[data-balance="${columnId}"]`)?.textContent ?? '',
        finding: document.querySelectorAll(`[data-finding="requests/balance/${columnId}"]`).length,
      };
    },
    { rowId: row.id, columnId: column.id },
  );
  expect(seen.rowTotal).toBe(seen.rowSum);
  expect(seen.concluded).toBe(seen.results);
  expect(seen.balance).toContain(String(seen.left));
  expect(seen.balance).toContain(seen.left === seen.right ? '✓' : `差 ${Math.abs(seen.left - seen.right)}`);
  expect(seen.finding).toBe(seen.left === seen.right ? 0 : 1);
}
