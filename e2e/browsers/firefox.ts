// Firefox as it is installed, by WebDriver BiDi. puppeteer-core is fetched for this job alone (scripts/get-browsers.mjs).
import { createRequire } from 'node:module';
import { type Driver, fetchedFolder } from './driver.ts';

/** What of puppeteer-core is used. */
type Page = {
  goto(address: string): Promise<unknown>;
  evaluate<Result>(script: string): Promise<Result>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  $(selector: string): Promise<{ click(): Promise<void>; uploadFile(path: string): Promise<void> } | null>;
  keyboard: { down(key: string): Promise<void>; up(key: string): Promise<void>; press(key: string): Promise<void> };
  reload(): Promise<unknown>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
};
type Browser = { newPage(): Promise<Page>; version(): Promise<string>; close(): Promise<void> };
type Puppeteer = { launch(options: object): Promise<Browser> };

export async function firefox(executablePath: string): Promise<Driver> {
  const puppeteer: Puppeteer = createRequire(`${fetchedFolder}/`)('puppeteer-core');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const size = { width: 1366, height: 768 };
  const first = await browser.newPage();
  await first.setViewport(size);
  let page = first;
  async function element(selector: string) {
    const found = await page.$(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }
  return {
    version: await browser.version(),
    goto: async (address) => void (await page.goto(address)),
    run: (body, ...args) => page.evaluate(`(function () { ${body} }).apply(null, ${JSON.stringify(args)})`),
    click: async (selector) => (await element(selector)).click(),
    async press(key) {
      const [last = '', ...held] = key.split('+').reverse();
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(last);
      for (const one of held) await page.keyboard.up(one);
    },
    upload: async (selector, path) => (await element(selector)).uploadFile(path),
    reload: async () => void (await page.reload()),
    async openTab(address) {
      page = await browser.newPage();
      await page.setViewport(size);
      await page.goto(address);
    },
    async back() {
      await page.close();
      page = first;
      await page.bringToFront();
    },
    end: () => browser.close(),
  };
}
