// Kills the browser, all its processes at once, while someone types without pause; then opens the same profile again.
// What must never break is asserted, however slow the machine is: what the page had said to be saved is there, and what is
// there is one whole state of the draft. How much of the rest was lost is told in ms, for others to judge.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { serve } from './dist-server.ts';
import { type Killable, launchKillable, randomFrom } from './killable.ts';
import { ReportPage } from './report-page.ts';

const cells = ['natural-person', 'business', 'research', 'nonprofit', 'legal-service', 'other'].map(
  (column) => `requests/received/${column}`,
);
const narrative = 'overview';

export type Killed = {
  /** Input events up to the kill; of these, the first `confirmed` the page had said to be saved, the first `kept` are there. */
  readonly inputs: number;
  readonly confirmed: number;
  readonly kept: number;
  /** From the first input that is not there to the kill; 0 where all are. */
  readonly lostMs: number;
};

/** One input event: which box, what it said then, and when (ms, as Date.now in the page). */
type Input = { readonly box: string; readonly text: string; readonly at: number };
type Log = { readonly inputs: Input[]; confirmed: number };
type Boxes = Readonly<Record<string, string>>;

export async function killWhileTyping(kills: number, seed: number): Promise<Killed[]> {
  const random = randomFrom(seed);
  const profile = mkdtempSync(join(tmpdir(), 'nianbao-crash-'));
  let log: Log = { inputs: [], confirmed: 0 };
  const { address, stop } = await serve(join(import.meta.dirname, '../dist'), (path) => hear(path, log));
  const killed: Killed[] = [];
  let killable = await launchKillable(profile);
  let alive = true;
  try {
    let app = await appOf(killable, address);
    await app.action('new').click();
    await app.page.locator('dialog [name=agency]').fill('云溪市数据服务局');
    await app.page.locator('dialog [name=year]').fill('2025');
    await app.action('create').click();
    await app.open('3');
    await app.saved();
    const draft = new URL(app.page.url()).hash.split('/')[2] ?? '';
    let before = await readBoxes(app);
    for (let round = 1; round <= kills; round++) {
      log = { inputs: [], confirmed: 0 };
      await tellAll(app.page);
      const typing = typeOn(app, random).catch(() => undefined);
      // Some words on, at any moment between two saves.
      const enough = 10 + Math.floor(random() * 80);
      await expect.poll(() => log.inputs.length, { message: `typed in round ${round}` }).toBeGreaterThan(enough);
      await app.page.waitForTimeout(random() * 400);
      const killedAt = await killable.kill();
      alive = false;
      await typing;
      killable = await launchKillable(profile);
      alive = true;
      app = await appOf(killable, address);
      await expect(app.page.locator('[data-draft]'), `drafts after kill ${round}`).toHaveCount(1);
      await expect(app.page.getByRole('alert')).toHaveCount(0);
      await app.page.goto(`${address}/#/draft/${draft}/3`);
      const found = await readBoxes(app);
      await expect(app.page.getByRole('alert')).toHaveCount(0);
      const { inputs, confirmed } = log;
      const kept = lastStateThatSays(found, before, inputs);
      const firstLost = inputs[kept];
      killed.push({ inputs: inputs.length, confirmed, kept, lostMs: firstLost ? killedAt - firstLost.at : 0 });
      expect(kept, `inputs kept by kill ${round}, of those said to be saved`).toBeGreaterThanOrEqual(confirmed);
      before = found;
    }
  } finally {
    if (alive) await killable.kill();
    await stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  return killed;
}

async function appOf({ context }: Killable, address: string): Promise<ReportPage> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${address}/`);
  const app = new ReportPage(page);
  await expect(app.action('new')).toBeVisible();
  return app;
}

/** Types until the browser is gone: cell after cell of section 三, then some words of section 一, and again; now and then
 * only when the page has said that all is saved. */
async function typeOn(app: ReportPage, random: () => number): Promise<never> {
  const { keyboard } = app.page;
  for (;;) {
    await app.open('3');
    await app.cell(cells[0] as string).focus();
    for (let at = 0; at < 8; at++) {
      const digits = 1 + Math.floor(random() * 4);
      for (let digit = 0; digit < digits; digit++) await keyboard.press(String(1 + Math.floor(random() * 9)));
      await keyboard.press(at % cells.length === cells.length - 1 ? 'Home' : 'Tab');
    }
    if (random() < 0.5) await app.saved();
    await app.open('1');
    await app.narrative(narrative).focus();
    await keyboard.press('Control+End');
    for (let at = 0; at < 12; at++) await keyboard.press(String.fromCharCode(97 + Math.floor(random() * 26)));
  }
}

/** Has the page tell the server of every input from now on before the app hears of it, and of each time that it says 已存. */
async function tellAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    let inputs = 0;
    // It waits for the answer: nothing can be on disk that has not been told.
    const tell = (what: object): void => {
      const request = new XMLHttpRequest();
      request.open('POST', `/told/${encodeURIComponent(JSON.stringify(what))}`, false);
      request.send();
    };
    window.addEventListener(
      'input',
      ({ target }) => {
        const at = Date.now();
        inputs++;
        const { value, dataset } = target as HTMLInputElement | HTMLTextAreaElement;
        tell({ box: dataset.cell ?? dataset.narrative ?? '?', text: value, at });
      },
      { capture: true },
    );
    new MutationObserver((changes) => {
      const isSaved = changes.some(({ target }) => (target as HTMLElement).dataset.saveState === 'saved');
      if (isSaved) tell({ confirmed: inputs });
    }).observe(document, { subtree: true, attributeFilter: ['data-save-state'] });
  });
}

function hear(path: string, log: Log): void {
  const [, text] = /^\/told\/(.+)$/.exec(path) ?? [];
  if (!text) return;
  const told = JSON.parse(decodeURIComponent(text)) as Input | Pick<Log, 'confirmed'>;
  if ('box' in told) log.inputs.push(told);
  else log.confirmed = told.confirmed;
}

async function readBoxes(app: ReportPage): Promise<Boxes> {
  const boxes: Record<string, string> = {};
  await app.open('3');
  for (const id of cells) boxes[id] = await app.cell(id).inputValue();
  await app.open('1');
  boxes[narrative] = await app.narrative(narrative).inputValue();
  return boxes;
}

/** How many inputs the boxes found have in them. Fails where they are no state the draft ever was in. */
function lastStateThatSays(found: Boxes, before: Boxes, inputs: readonly Input[]): number {
  const now: Record<string, string> = { ...before };
  const says = (): boolean => Object.keys(found).every((box) => now[box] === found[box]);
  let kept = says() ? 0 : -1;
  for (const [at, { box, text }] of inputs.entries()) {
    now[box] = text;
    if (says()) kept = at + 1;
  }
  expect(kept, `${JSON.stringify(found)} is no state of the draft`).toBeGreaterThanOrEqual(0);
  return kept;
}
