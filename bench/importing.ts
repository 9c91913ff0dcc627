// 300 Word files at once, as the office above gets them: until all are read, and from the confirmation until all are stored.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect } from '@playwright/test';
import { ReportPage } from '../e2e/report-page.ts';
import { writeDocx } from '../src/files/docx/write-docx.ts';
import { printed } from '../src/files/paper/printed.ts';
import { samples } from '../src/formats/samples.ts';
import { type Line, ms } from './table.ts';

const many = 300;

export async function importing(browser: Browser, address: string): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-import-'));
  const paths: string[] = [];
  for (let at = 0; at < many; at++) {
    const paper = printed({ ...samples['2021'], agency: `云溪市第${at}机关` }, { withExplanations: false });
    const path = join(folder, `${at}.docx`);
    writeFileSync(path, new Uint8Array(await writeDocx(paper)));
    paths.push(path);
  }
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const app = new ReportPage(page);
  await page.goto(`${address}/app/`);
  await expect(app.action('new')).toBeVisible();
  const now = (): Promise<number> => page.evaluate(() => performance.now());
  const start = await now();
  await app.action('import').setInputFiles(paths);
  await app.action('import-confirm').waitFor();
  const read = await now();
  await app.action('import-confirm').click();
  await page.getByText(`已导入 ${many} 份`).waitFor();
  const stored = await now();
  // The first of them are drawn; the heading counts them all.
  await page.waitForFunction(
    (count) => document.querySelector('.drafts h2')?.textContent?.includes(`（${count}）`),
    many,
  );
  const listed = await now();
  await context.close();
  rmSync(folder, { recursive: true });
  return [
    { what: `${many} .docx chosen, until all are read`, app: ms(read - start) },
    { what: `${many} of them confirmed, until all are stored`, app: ms(stored - read) },
    { what: `${many} of them confirmed, until all are listed`, app: ms(listed - read) },
  ];
}
