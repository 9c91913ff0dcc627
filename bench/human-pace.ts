// Types at the pace of a person, so that everything that waits for a moment of rest gets its turn between two keys, into a report as
// it is while it is being filled in: columns that do not balance, a few boxes blank. In turns into the floor page, a hand-tuned
// React page and the app; proved at the end of each turn, outside what is timed.
import { type Browser, expect, type Page } from '@playwright/test';
import { published, ReportPage } from '../e2e/report-page.ts';
import type { Law } from '../src/checks/law.ts';
import { createExpected, type Expected, type Figures } from './expected.ts';
import { floorPage } from './floor.ts';
import { type Probed, probe } from './probe.ts';
import { serve } from './server.ts';
import { storePage, storeScript } from './store.ts';
import { type Line, median, ms, p95 } from './table.ts';
import { type LongTask, withScript } from './typing.ts';

const keys = 53;
const turn = 9;
/** ms between two keys, in turns: as measured of people who copy figures from paper. */
const gaps = [180, 230, 260, 310, 420];

const report = published('suqian-2024');
const which = ['floor', 'store', 'app'] as const;
type Which = (typeof which)[number];
type Measured = { readonly dom: number[]; readonly script: number[]; readonly longTasks: LongTask[] };

/** Columns that do not balance, and three boxes of section 四 blank. */
function halfDone(): Figures {
  return {
    ...report.figures,
    'requests/received/natural-person': 3404,
    'requests/received/business': 57,
    'requests/carried-out/legal-service': 0,
    'requests/carried-out/total': 124,
    'requests/received/total': 3471,
    'disputes/reconsideration/pending': null,
    'disputes/direct-litigation/pending': null,
    'disputes/litigation-after-reconsideration/pending': null,
  } as Figures;
}

export async function humanPace(browser: Browser, dist: string, law: Law): Promise<Line[]> {
  const script = await storeScript();
  const lines: Line[] = [];
  for (const { name, typed, rates } of [
    { name: 'totals computed', typed: [], rates: [1, 4] },
    {
      name: 'totals typed',
      // The last is 31 apart since the one before it is typed.
      typed: [
        'requests/received/total',
        'requests/granted/total',
        'requests/concluded/business',
        'requests/concluded/total',
      ],
      rates: [4],
    },
  ]) {
    const figures = { ...halfDone(), ...Object.fromEntries(typed.map((id, at) => [id, 31 + at])) };
    const pages = { '/floor': floorPage(law, figures, typed), '/store': storePage(script, figures, typed) };
    const { address, stop } = await serve(dist, pages);
    for (const rate of rates) {
      const measured = await measure(browser, address, law, { figures, typed }, rate);
      lines.push(...linesOf(measured, `${name}, ${rate}×`, rate));
    }
    stop();
  }
  return lines;
}

async function measure(
  browser: Browser,
  address: string,
  law: Law,
  { figures, typed }: { figures: Figures; typed: readonly string[] },
  rate: number,
): Promise<Record<Which, Measured>> {
  const context = await browser.newContext();
  await context.addInitScript(probe);
  const pages = { floor: await context.newPage(), store: await context.newPage(), app: await context.newPage() };
  await pages.floor.goto(`${address}/floor`);
  await pages.store.goto(`${address}/store`);
  await openReport(pages.app, address, figures);
  const expected = Object.fromEntries(which.map((one) => [one, createExpected(law, figures, typed)]));
  const measured = Object.fromEntries(
    which.map((one) => [one, { dom: [], script: [], longTasks: [] } as Measured]),
  ) as Record<Which, Measured>;
  for (let from = 0; from < keys; from += turn) {
    for (const one of which) {
      const to = Math.min(keys, from + turn);
      await typeTurn(pages[one], expected[one] as Expected, rate, { from, to }, measured[one]);
    }
  }
  await context.close();
  return measured;
}

async function typeTurn(
  page: Page,
  expected: Expected,
  rate: number,
  { from, to }: { from: number; to: number },
  into: Measured,
): Promise<void> {
  await page.bringToFront();
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(() => {
    Object.assign(window, { keystrokes: [], longTasks: [], scripts: [] });
  });
  const scriptTime = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  };
  const before = await scriptTime();
  for (let at = from; at < to; at++) {
    const cell = expected.cell(at);
    const digit = expected.digit(cell, at);
    await page.locator(`[data-cell="${cell.id}"]`).focus();
    await page.keyboard.press(digit);
    expected.typed(cell, digit);
    await page.waitForTimeout(gaps[at % gaps.length] ?? 0);
  }
  into.script.push(((await scriptTime()) - before) * 1000);
  const { keystrokes, longTasks, scripts } = await page.evaluate((): Probed => {
    const { keystrokes, longTasks, scripts } = window as unknown as Probed;
    return { keystrokes, longTasks, scripts };
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await client.detach();
  expect(keystrokes).toHaveLength(to - from);
  into.dom.push(...keystrokes.map(({ dom }) => dom));
  into.longTasks.push(...longTasks.map((task) => withScript(task, scripts)));
  await prove(page, expected);
}

async function prove(page: Page, expected: Expected): Promise<void> {
  const values = await page
    .locator('[data-cell^="requests/"]')
    .evaluateAll((all: HTMLInputElement[]) => Object.fromEntries(all.map((one) => [one.dataset.cell, one.value])));
  expect(values).toEqual(expected.values());
  for (const { column, left, right } of expected.balances()) {
    const words = page.locator(`[data-balance="${column}"]`).locator(':scope > *');
    await expect(words.nth(0)).toHaveText(String(left));
    await expect(words.nth(1)).toHaveText(String(right));
    await expect(words.nth(2)).toContainText(left === right ? '✓' : `差 ${Math.abs(left - right)}`);
  }
}

async function openReport(page: Page, address: string, figures: Figures): Promise<void> {
  await page.goto(`${address}/app/`);
  const model = new ReportPage(page);
  const narratives = {
    overview: `${'全年按规定主动公开政府信息，及时更新各栏目。'.repeat(20)}本年新收政府信息公开申请3525件，上年结转121件，办结3521件，其中予以公开1431件，结转下年度125件。`,
    problems: '公开的内容还不够细，更新还不够及时，下一年将改进。'.repeat(8),
    others: '本年未收取信息处理费。',
  };
  await model.importFiles({ name: 'report.json', text: ReportPage.file({ ...report, figures }, narratives) });
  await model.action('import-confirm').click();
  await model.open('3');
  await model.saved();
  // What waits for a moment of rest has been loaded and done once.
  await expect(page.locator('[data-finding="lint/aspects"]')).toBeAttached();
}

function linesOf(measured: Record<Which, Measured>, at: string, rate: number): Line[] {
  const { floor, store, app } = measured;
  const ratio = median(app.dom) / median(floor.dom);
  const perKey = ({ script }: Measured): number => script.reduce((sum, part) => sum + part, 0) / keys;
  const against = perKey(app) / perKey(store);
  const aimed = rate === 4;
  const ours = app.longTasks.filter(({ script }) => script > 0);
  return [
    {
      what: `at human pace: input → DOM, median, ${at}`,
      floor: ms(median(floor.dom)),
      store: ms(median(store.dom)),
      app: ms(median(app.dom)),
      ...(aimed ? { aim: `${ratio.toFixed(2)}× of ≤ 3× the floor`, met: ratio <= 3 } : {}),
    },
    {
      what: `…, p95`,
      floor: ms(p95(floor.dom)),
      store: ms(p95(store.dom)),
      app: ms(p95(app.dom)),
      ...(aimed ? { aim: '≤ 16 ms', met: p95(app.dom) <= 16 } : {}),
    },
    {
      what: `…, script per key in all`,
      floor: ms(perKey(floor)),
      store: ms(perKey(store)),
      app: ms(perKey(app)),
      ...(aimed ? { aim: `${against.toFixed(2)}× of ≤ 2× the store`, met: against <= 2 } : {}),
    },
    {
      what: `…, long tasks of ours`,
      app: ours.length === 0 ? 'none' : `${ours.length}, longest ${ms(Math.max(...ours.map(({ script }) => script)))}`,
      ...(aimed ? { aim: 'none', met: ours.length === 0 } : {}),
    },
  ];
}
