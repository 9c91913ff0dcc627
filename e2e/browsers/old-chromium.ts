// Chromium of some years ago, driven by today's Playwright.
import { chromium, type Page } from '@playwright/test';
import type { Driver } from './driver.ts';

// They come from packages for servers without a sandbox or a GPU.
const args = ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote', '--disable-dev-shm-usage'];

export async function oldChromium(executablePath: string): Promise<Driver> {
  const browser = await chromium.launch({ executablePath, args });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const first = await context.newPage();
  let page: Page = first;
  return {
    version: browser.version(),
    goto: async (address) => void (await page.goto(address)),
    run: (body, ...args) => page.evaluate(`(function () { ${body} }).apply(null, ${JSON.stringify(args)})`),
    // Not by a locator: what Playwright puts into the page for it asks for more than Chromium had before 105.
    async click(selector) {
      const middle = `(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      })()`;
      const [x, y] = await page.evaluate<[number, number]>(middle);
      await page.mouse.click(x, y);
    },
    press: (key) => (/^[^!-~]$/.test(key) ? page.keyboard.insertText(key) : page.keyboard.press(key)),
    upload: (selector, path) => page.locator(selector).setInputFiles(path),
    reload: async () => void (await page.reload()),
    async openTab(address) {
      page = await context.newPage();
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
