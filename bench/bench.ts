// `npm run bench`: one run, one table. Nothing fails for being slow.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ReportPage } from '../e2e/report-page.ts';
import { judgeAnswers } from '../src/checks/judge.ts';
import { judgeFigures, noFigures, noVerdicts, state } from '../src/checks/verdict.ts';
import { lawOf } from '../src/formats/registry.ts';
import { floorPage } from './floor.ts';
import { probe } from './probe.ts';
import { serve } from './server.ts';
import { type Line, markdown, median, ms, p95, us } from './table.ts';
import { type Typed, typeInTurns } from './typing.ts';

const root = join(import.meta.dirname, '..');
const law = lawOf('2021');
const report = JSON.parse(readFileSync(join(root, 'fixtures/suqian-2024.json'), 'utf8'));
const cells = law.cells.filter(({ table }) => table.id === 'requests');

test('bench', async ({ browser }) => {
  const { address, stop } = await serve(join(root, 'dist'), floorPage(cells, report.figures));
  const lines: Line[] = [...judging(), ...(await sizes(browser, address))];
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(probe);
  const floor = await context.newPage();
  await floor.goto(`${address}/floor`);
  const app = await context.newPage();
  const draft = await openReport(app, address);
  expect(await app.evaluate(() => crossOriginIsolated)).toBe(true);
  for (const throttling of [1, 4]) {
    const typed = await typeInTurns({ floor, app }, cells, throttling);
    lines.push(...typingLines(typed.floor, typed.app, throttling));
  }
  await expect(app.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
  for (const throttling of [1, 4]) lines.push(await coldLoad(context.newPage.bind(context), draft, throttling));
  stop();

  const text = markdown(lines);
  writeFileSync(join(root, 'bench/results.md'), text);
  writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(lines, null, 2)}\n`);
  process.stdout.write(`\n${text}\n`);
});

/** Imports the report by the app's own way and opens section 三; gives the address. */
async function openReport(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/app/`);
  const model = new ReportPage(page);
  await model.importFiles({ name: 'x.json', text: ReportPage.file(report) });
  await model.action('import-confirm').click();
  await model.open('3');
  await model.saved();
  return page.url();
}

function typingLines(floor: Typed, app: Typed, throttling: number): Line[] {
  const of = (typed: Typed, what: 'dom' | 'paint'): number[] => typed.keystrokes.map((keystroke) => keystroke[what]);
  const at = `${throttling}×`;
  const [floorDom, appDom] = [of(floor, 'dom'), of(app, 'dom')];
  const ratio = median(appDom) / median(floorDom);
  const longest = (typed: Typed): string =>
    typed.longTasks.length === 0 ? 'none' : `${typed.longTasks.length}, longest ${ms(Math.max(...typed.longTasks))}`;
  return [
    {
      what: `input → DOM, median, ${at}`,
      floor: ms(median(floorDom)),
      app: ms(median(appDom)),
      aim: `${ratio.toFixed(2)}× of ≤ 3×`,
      met: ratio <= 3,
    },
    {
      what: `input → DOM, p95, ${at}`,
      floor: ms(p95(floorDom)),
      app: ms(p95(appDom)),
      ...(throttling === 4 ? { aim: '< 16.7 ms', met: p95(appDom) < 16.7 } : {}),
    },
    { what: `input → paint, median, ${at}`, floor: ms(median(of(floor, 'paint'))), app: ms(median(of(app, 'paint'))) },
    { what: `input → paint, p95, ${at}`, floor: ms(p95(of(floor, 'paint'))), app: ms(p95(of(app, 'paint'))) },
    {
      what: `long tasks while typing, ${at}`,
      floor: longest(floor),
      app: longest(app),
      aim: 'none',
      met: app.longTasks.length === 0,
    },
  ];
}

async function coldLoad(newPage: () => Promise<Page>, address: string, throttling: number): Promise<Line> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const page = await newPage();
    const client = await page.context().newCDPSession(page);
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttling });
    await page.goto(address);
    const cell = page.locator('main [data-cell]').first();
    await cell.waitFor();
    times.push(
      await page.evaluate(() => performance.getEntriesByName('first-cell')[0]?.startTime ?? performance.now()),
    );
    await cell.fill(String(run + 1));
    await expect(cell).toHaveValue(String(run + 1));
    await page.close();
  }
  return { what: `cold load to the first usable cell, ${throttling}×`, app: ms(median(times)) };
}

async function sizes(browser: Browser, address: string): Promise<Line[]> {
  const page = await browser.newPage();
  const loaded = new Map<string, number>();
  page.on('response', async (response) => {
    if (!response.url().startsWith('http')) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    loaded.set(response.url(), gzipSync(body, { level: 9 }).length);
  });
  const sum = (): number => [...loaded.values()].reduce((total, size) => total + size, 0);
  const line = (what: string, size: number, most: number): Line => ({
    what,
    app: `${(size / 1000).toFixed(1)} kB`,
    aim: `≤ ${most} kB`,
    met: size <= most * 1000,
  });
  await page.goto(`${address}/app/`);
  await page.waitForLoadState('networkidle');
  const first = sum();
  const model = new ReportPage(page);
  await model.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await model.action('create').click();
  await model.open('3');
  await page.waitForLoadState('networkidle');
  const grid = sum();
  await page.close();
  return [line('first screen, gzip', first, 140), line('section 三 usable, gzip', grid, 175)];
}

function judging(): Line[] {
  const figures = noFigures(law);
  const answers: Record<string, string> = {};
  law.cells.forEach((cell, at) => {
    figures.states[at] = state.figure;
    figures.values[at] = report.figures[cell.id] * 10 ** cell.decimals;
    answers[cell.id] = String(report.figures[cell.id]);
  });
  const out = noVerdicts(law);
  const once = (act: () => void, times: number): number => {
    const runs = Array.from({ length: 40 }, () => {
      const start = performance.now();
      for (let at = 0; at < times; at++) act();
      return ((performance.now() - start) * 1000) / times;
    });
    return median(runs);
  };
  const figuresToVerdicts = once(() => judgeFigures(law, figures, undefined, out), 5000);
  return [
    { what: 'figures → verdicts, one report', app: us(figuresToVerdicts), aim: '≤ 5 µs', met: figuresToVerdicts <= 5 },
    { what: 'text → findings, one report', app: us(once(() => judgeAnswers(law, answers), 100)) },
  ];
}
