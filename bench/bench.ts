// `npm run bench`: one run, one table. Nothing fails for being slow; it fails when what was timed did not happen.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { published, ReportPage } from '../e2e/report-page.ts';
import { published as publishedReports } from '../fixtures/published.ts';
import { lawOf } from '../src/formats/registry.ts';
import { crashLines } from './crash.ts';
import { culpritLines } from './culprits.ts';
import { createExpected, type Figures } from './expected.ts';
import { floorPage } from './floor.ts';
import { humanPace } from './human-pace.ts';
import { importing } from './importing.ts';
import { judging } from './judging.ts';
import { coldLoad, sizes } from './loading.ts';
import { manyDrafts } from './many-drafts.ts';
import { probe } from './probe.ts';
import { reading } from './reading.ts';
import { serve } from './server.ts';
import { type Line, markdown, median, ms, p95 } from './table.ts';
import { keystrokes, type LongTask, prove, type Typed, typeInTurns } from './typing.ts';
import { readingWords } from './words.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const law = lawOf('2021');
const report = published('suqian-2024');

test('bench', async ({ browser }) => {
  const figures = report.figures as Figures;
  const { address, stop } = await serve(dist, { '/floor': floorPage(law, figures) });
  const lines: Line[] = [
    ...judging(law, figures),
    // Those whose sums hold.
    ...culpritLines(
      ['suqian2023', 'suqian2024', 'anonymised', 'shanghai'].flatMap((name) => publishedReports[name] ?? []),
    ),
    ...readingWords(),
    ...(await reading()),
    ...(await sizes(browser, address)),
  ];
  const context = await browser.newContext();
  await context.addInitScript(probe);
  const floor = { page: await context.newPage(), expected: createExpected(law, figures) };
  await floor.page.goto(`${address}/floor`);
  const app = { page: await context.newPage(), expected: createExpected(law, figures) };
  await openReport(app.page, address);
  for (const { page } of [floor, app]) expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  for (const [turn, throttling] of [1, 4].entries()) {
    const typed = await typeInTurns({ floor, app }, throttling, turn * keystrokes);
    lines.push(...typingLines(typed.floor, typed.app, throttling));
  }
  await new ReportPage(app.page).saved();
  // What the cold loads open is what the autosave has written.
  const stored = await context.storageState({ indexedDB: true });
  const draft = app.page.url();
  await context.close();
  for (const throttling of [1, 4]) {
    lines.push(await coldLoad(browser, stored, draft, throttling, (page) => prove(page, app.expected, 'app')));
  }
  lines.push(...(await humanPace(browser, dist, law)));
  lines.push(...(await manyDrafts(browser, address)));
  lines.push(...(await crashLines()));
  lines.push(...(await importing(browser, address)));
  stop();

  const text = `${markdown(lines)}\n`;
  writeFileSync(join(root, 'bench/results.md'), text);
  writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(lines, null, 2)}\n`);
  process.stdout.write(`\n${text}`);
});

/** Imports the report by the app's own way and opens section 三. */
async function openReport(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/app/`);
  const model = new ReportPage(page);
  await model.importFiles({ name: 'suqian-2024.json', text: ReportPage.file(report) });
  await model.action('import-confirm').click();
  await model.open('3');
  await model.saved();
}

function typingLines(floor: Typed, app: Typed, throttling: number): Line[] {
  const of = (typed: Typed, what: 'dom' | 'paint'): number[] => typed.keystrokes.map((keystroke) => keystroke[what]);
  const at = `${throttling}×`;
  const [floorDom, appDom] = [of(floor, 'dom'), of(app, 'dom')];
  const ratio = median(appDom) / median(floorDom);
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
      floor: tasksText(floor.longTasks),
      app: tasksText(app.longTasks),
      aim: 'none',
      met: app.longTasks.length === 0,
    },
  ];
}

function tasksText(tasks: readonly LongTask[]): string {
  const [longest] = [...tasks].sort((a, b) => b.duration - a.duration);
  return longest ? `${tasks.length}, longest ${ms(longest.duration)} (script ${ms(longest.script)})` : 'none';
}
