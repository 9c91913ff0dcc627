// Many drafts put into the database at once, as the app itself would have written them one by one over years.
import { expect, type Page } from '@playwright/test';
import { published } from './report-page.ts';

/** They are called 云溪市第0机关 and so on; the last is the latest saved. The page has the app open. */
export async function storeDrafts(page: Page, many: number): Promise<void> {
  const { figures, format } = published('suqian-2024');
  const answers = Object.fromEntries(
    Object.entries(figures).flatMap(([id, figure]) => (figure === null ? [] : [[id, String(figure)]])),
  );
  await expect(page.locator('[data-action=new]')).toBeVisible();
  await page.evaluate(
    ({ answers, format, count }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nianbao-tianbao');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('drafts', 'readwrite');
          for (let at = 0; at < count; at++) {
            const savedAt = new Date(Date.UTC(2025, 0, 1) + at * 60_000).toISOString();
            writing.objectStore('drafts').put({
              id: `draft-${at}`,
              agency: `云溪市第${at}机关`,
              year: 2021 + (at % 5),
              format,
              date: '2026-01-20',
              narratives: {
                preamble: '',
                overview: '全年按规定公开。'.repeat(150),
                problems: '还不够及时。'.repeat(40),
                others: '无。',
              },
              answers,
              explanations: {},
              note: '',
              revision: 1,
              createdAt: savedAt,
              savedAt,
            });
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    { answers, format, count: many },
  );
}
