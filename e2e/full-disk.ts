// A disk without room, as Chromium shows it to the page.
import type { Page } from '@playwright/test';

/** Leaves the origin so many bytes. Chromium remembers for half a minute that there was room. Returns what gives room again. */
export async function fillDisk(page: Page, origin = '', quotaSize = 1): Promise<() => Promise<void>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  return async () => {
    await client.send('Storage.overrideQuotaForOrigin', { origin });
  };
}
