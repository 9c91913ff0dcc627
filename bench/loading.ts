// What opening costs: the bytes of the first screen and of section 三, and the time to the first cell one can type into.
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { ReportPage } from '../e2e/report-page.ts';
import { watchFirstCell } from './probe.ts';
import { type Line, median, ms } from './table.ts';

const runs = 5;

/** Each time in a fresh context with the same stored draft and nothing cached. */
export async function coldLoad(
  browser: Browser,
  stored: Awaited<ReturnType<BrowserContext['storageState']>>,
  address: string,
  throttling: number,
  prove: (page: Page) => Promise<void>,
): Promise<Line> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ storageState: stored });
    await context.addInitScript(watchFirstCell);
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttling });
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('first-cell').length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName('first-cell')[0]?.startTime ?? Number.NaN));
    await prove(page);
    await typeOne(page);
    await context.close();
  }
  return { what: `cold load to the first usable cell, ${throttling}×`, app: ms(median(times)) };
}

// Usable means that what is typed is taken: the total of the row follows.
async function typeOne(page: Page): Promise<void> {
  const row = page.locator('main [data-cell^="requests/received/"]');
  const [first, total] = [row.first(), row.last()];
  const [before, sum] = [await first.inputValue(), await total.inputValue()];
  await first.focus();
  await page.keyboard.press('9');
  await expect(total).toHaveValue(String(Number(sum) - Number(before) + 9));
}

/** Of all responses, each compressed by itself; kB of 1000 bytes. */
export async function sizes(browser: Browser, address: string): Promise<Line[]> {
  const page = await browser.newPage();
  const loaded = new Map<string, Promise<number>>();
  const add = (url: string, body: Promise<Buffer>): void => {
    loaded.set(
      url,
      body.then((bytes) => gzipSync(bytes, { level: 9 }).length),
    );
  };
  page.on('response', (response) => {
    if (response.url().startsWith(address)) add(response.url(), response.body());
  });
  const line = async (what: string, most: number, which = /./): Promise<Line> => {
    const sizes = await Promise.all([...loaded].map(([url, size]) => (which.test(url) ? size : 0)));
    const size = sizes.reduce((total, part) => total + part, 0);
    return { what, app: `${(size / 1000).toFixed(1)} kB`, aim: `≤ ${most} kB`, met: size <= most * 1000 };
  };
  await page.goto(`${address}/app/`);
  await page.waitForLoadState('networkidle');
  // A headless browser does not ask for the icon; people's browsers do.
  const icon = await page.locator('link[rel=icon]').evaluate((link: HTMLLinkElement) => link.href);
  const reply = await page.request.get(icon);
  expect(reply.ok()).toBe(true);
  add(icon, reply.body());
  const first = await line('first screen, gzip', 140);
  const model = new ReportPage(page);
  await model.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await model.action('create').click();
  await model.open('3');
  await expect(page.locator('main [data-cell]').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const grid = await line('section 三 usable, gzip', 200, /^(?!.*check-worker)/);
  const checks = await line('…, and the worker of the deferred checks', 22, /check-worker/);
  await page.close();
  return [first, grid, checks];
}
