// More drafts than anybody looks at: the list is there at once and goes on as one scrolls.
import { expect, test } from '@playwright/test';
import { ReportPage } from './report-page.ts';
import { storeDrafts } from './stored-drafts.ts';

test('of 300 reports the latest are listed, the others as one scrolls, and each is found by its name', async ({
  page,
}) => {
  const app = new ReportPage(page);
  await app.home();
  await storeDrafts(page, 300);
  await page.reload();
  const rows = page.locator('[data-draft]');
  await expect(page.getByRole('heading', { name: '本机上的报告（300）' })).toBeVisible();
  await expect(rows.first()).toContainText('云溪市第299机关');
  const first = await rows.count();
  expect(first).toBeLessThan(300);
  await expect(page.getByText(`还有 ${300 - first} 份`)).toHaveCount(1);
  for (let listed = first; listed < 300; listed = await rows.count()) {
    await rows.last().scrollIntoViewIfNeeded();
    await expect(async () => expect(await rows.count()).toBeGreaterThan(listed)).toPass();
  }
  await expect(page.getByText(/还有 \d+ 份/)).toHaveCount(0);
  await expect(rows.last()).toContainText('云溪市第0机关');
  // Judged as well, though nobody had seen it when the others were.
  await expect(rows.last().locator('progress')).toBeVisible();

  await page.reload();
  await page.getByPlaceholder('机关名称或年度').fill('第7机关');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('云溪市第7机关');
});
