// A database with a thousand drafts, as a city's office may have after years: the list of them, and one of them opened.
import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { ReportPage } from '../e2e/report-page.ts';
import { storeDrafts } from '../e2e/stored-drafts.ts';
import { type Line, median, ms } from './table.ts';

const many = 1000;
/** Of them, as long as nobody scrolls. */
const drawn = 60;
const runs = 5;

export async function manyDrafts(browser: Browser, address: string): Promise<Line[]> {
  const context = await browser.newContext();
  await store(context, address);
  const list: number[] = [];
  const judged: number[] = [];
  const open: number[] = [];
  const sought: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await context.newPage();
    const app = new ReportPage(page);
    await page.goto(`${address}/app/`);
    const rows = page.locator('[data-draft]');
    await expect(rows).toHaveCount(drawn);
    await expect(rows.locator('progress')).toHaveCount(drawn);
    list.push(await page.evaluate(timeOf, 'draft-rows'));
    judged.push(await page.evaluate(timeOf, 'draft-progress'));
    const filter = page.getByPlaceholder('机关名称或年度');
    let start = await page.evaluate(() => performance.now());
    await filter.fill('第777机关');
    await expect(rows).toHaveCount(1);
    sought.push((await page.evaluate(() => performance.now())) - start);
    start = await page.evaluate(() => performance.now());
    await rows.first().locator('th a').click();
    await app.step('3').click();
    await page.waitForFunction(() => document.querySelector('main [data-cell="requests/received/natural-person"]'));
    open.push((await page.evaluate(() => performance.now())) - start);
    await page.close();
  }
  await context.close();
  return [
    { what: `list of ${many} drafts, from the start to its first rows`, app: ms(median(list)) },
    { what: `…, to their progress and findings`, app: ms(median(judged)) },
    { what: `one of ${many} sought by its name`, app: ms(median(sought)) },
    { what: `one of ${many} opened at section 三, with two clicks`, app: ms(median(open)) },
  ];
}

/** Since the navigation began. The rows come all at once, what is known of them comes after. */
const timeOf = (name: string): number => {
  const [mark] = performance.getEntriesByName(name);
  return mark?.startTime ?? Number.NaN;
};

/** Writes the drafts, and marks in each page when the first rows are there, and when they are judged. */
async function store(context: BrowserContext, address: string): Promise<void> {
  await context.addInitScript((count) => {
    const marks = [
      ['draft-rows', '[data-draft]'],
      ['draft-progress', '[data-draft] progress'],
    ];
    const watch = new MutationObserver(() => {
      for (let [next] = marks; next; [next] = marks) {
        const [name = '', what = ''] = next;
        if (document.querySelectorAll(what).length < count) return;
        performance.mark(name);
        marks.shift();
      }
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  }, drawn);
  const page = await context.newPage();
  await page.goto(`${address}/app/`);
  await storeDrafts(page, many);
  await page.close();
}
