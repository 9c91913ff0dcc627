// A browser that sees the built app as most offices would: served over plain http under a name in their network, which is no
// secure context (127.0.0.1 is one). So there are no locks between tabs, no service worker, no folders to write into.
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { serve } from './dist-server.ts';

const host = 'nianbao.test';

export type PlainHttp = {
  /** Its pages share one storage, as tabs of one browser do; `page.goto('/')` opens the app. */
  readonly context: BrowserContext;
  /** Without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
};

export async function openPlainHttp(): Promise<PlainHttp> {
  const { address: local, stop } = await serve(join(import.meta.dirname, '../dist'));
  const address = local.replace('127.0.0.1', host);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [`--host-resolver-rules=MAP ${host} 127.0.0.1`, '--no-proxy-server'],
  });
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return {
    context,
    address,
    async close() {
      await browser.close();
      await stop();
    },
  };
}
