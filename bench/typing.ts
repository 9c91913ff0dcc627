// Types 60 digits into different cells of section 三, in turns into the floor page and the app, and proves each time,
// outside the timed part, that every figure, balance and finding on the page is what it should be by then.
import { expect, type Page } from '@playwright/test';
import type { Expected } from './expected.ts';
import type { Keystroke, Probed, Stretch } from './probe.ts';

/** In ms; `script` is the part of it in which script ran for 5 ms or longer at a time. */
export type LongTask = { readonly duration: number; readonly script: number };
export type Typed = { readonly keystrokes: Keystroke[]; readonly longTasks: LongTask[] };
type Subject = { readonly page: Page; readonly expected: Expected };

/** In a series. */
export const keystrokes = 60;
const batch = 10;

/** `first` numbers the first keystroke: a second series goes on in other cells. */
export async function typeInTurns(
  subjects: { readonly floor: Subject; readonly app: Subject },
  throttling: number,
  first: number,
): Promise<{ floor: Typed; app: Typed }> {
  const typed = {
    floor: { keystrokes: [], longTasks: [] } as Typed,
    app: { keystrokes: [], longTasks: [] } as Typed,
  };
  for (let from = first; from < first + keystrokes; from += batch) {
    for (const which of ['floor', 'app'] as const) {
      const part = await typeBatch(subjects[which], throttling, from, which);
      typed[which].keystrokes.push(...part.keystrokes);
      typed[which].longTasks.push(...part.longTasks);
    }
  }
  return typed;
}

async function typeBatch(
  { page, expected }: Subject,
  throttling: number,
  from: number,
  which: 'floor' | 'app',
): Promise<Typed> {
  await page.bringToFront();
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  await page.evaluate(() => {
    Object.assign(window, { keystrokes: [], longTasks: [], scripts: [] });
  });
  for (let at = from; at < from + batch; at++) {
    const cell = expected.cell(at);
    const digit = expected.digit(cell, at);
    await page.locator(`[data-cell="${cell.id}"]`).focus();
    await page.keyboard.press(digit);
    expected.typed(cell, digit);
    await page.waitForFunction((count) => (window as unknown as Probed).keystrokes.length > count, at - from);
    await prove(page, expected, which);
    // As people type: the autosave gets its turn between keystrokes.
    await page.waitForTimeout(60);
  }
  const probed = await page.evaluate((): Probed => {
    const { keystrokes, longTasks, scripts } = window as unknown as Probed;
    return { keystrokes, longTasks, scripts };
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await client.detach();
  return { keystrokes: probed.keystrokes, longTasks: probed.longTasks.map((task) => withScript(task, probed.scripts)) };
}

export function withScript({ startTime, duration }: Stretch, scripts: readonly Stretch[]): LongTask {
  const within = scripts.filter((script) => script.startTime >= startTime && script.startTime < startTime + duration);
  return { duration, script: within.reduce((sum, script) => sum + script.duration, 0) };
}

export async function prove(page: Page, expected: Expected, which: 'floor' | 'app'): Promise<void> {
  const seen = await page.evaluate(() => {
    const all = <Found extends HTMLElement>(selector: string): Found[] => [
      ...document.querySelectorAll<Found>(selector),
    ];
    return {
      values: Object.fromEntries(
        all<HTMLInputElement>('[data-cell^="requests/"]').map((input) => [input.dataset.cell ?? '', input.value]),
      ),
      balances: all('[data-balance]').map((box) => ({
        column: box.dataset.balance ?? '',
        words: [...box.children].map((child) => child.textContent ?? ''),
      })),
      // Beside the broken sums the app says which boxes may be behind them.
      findings: all('[data-finding]:not([data-finding^="culprit/"])').map((finding) => ({
        id: finding.dataset.finding ?? '',
        sentence: (finding.querySelector('.finding-sentence') ?? finding).textContent ?? '',
      })),
    };
  });
  expect(seen.values).toEqual(expected.values());
  const balances = expected.balances();
  expect(seen.balances.map(({ column }) => column)).toEqual(balances.map(({ column }) => column));
  for (const [at, { left, right }] of balances.entries()) {
    const words = seen.balances[at]?.words ?? [];
    expect(words.slice(0, 2)).toEqual([String(left), String(right)]);
    expect(words[2]).toContain(left === right ? '✓' : `差 ${Math.abs(left - right)}`);
  }
  const broken = balances.filter(({ left, right }) => left !== right);
  expect(seen.findings.map(({ id }) => id).sort()).toEqual(
    broken.map(({ column }) => `requests/balance/${column}`).sort(),
  );
  if (which === 'app') {
    // Those that one mistake may explain stand together.
    expect(seen.findings.map(({ sentence }) => sentence).sort()).toEqual(expected.sentences().sort());
    return;
  }
  for (const { column, left, right } of broken) {
    const { sentence } = seen.findings.find(({ id }) => id.endsWith(`/${column}`)) ?? {};
    expect(sentence).toMatch(new RegExp(`：${left}，${right}，差 ${Math.abs(left - right)}$`));
  }
}
