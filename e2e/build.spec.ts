// What was built: no larger than promised, and nothing in it that the content security policy would stop.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { tooNewInScript, tooNewInStyle } from '../scripts/too-new.ts';
import { ReportPage } from './report-page.ts';

/** Bytes after gzip of everything the page has loaded, or of what of it `which` tells. */
function weigh(page: Page): (which?: RegExp) => number {
  const loaded = new Map<string, number>();
  page.on('response', async (response) => {
    if (!response.url().startsWith('http')) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    const url = response.url().replace(/[?#].*/, '');
    // What the browser has kept comes back as nothing.
    loaded.set(url, Math.max(loaded.get(url) ?? 0, gzipSync(body, { level: 9 }).length));
  });
  return (which = /./) => [...loaded].reduce((sum, [url, size]) => (which.test(url) ? sum + size : sum), 0);
}

test('the first screen loads at most 140 kB, section 三 at most 215 kB and its checks 48 kB', async ({ page }) => {
  const weight = weigh(page);
  const app = new ReportPage(page);
  await app.home();
  await page.waitForLoadState('networkidle');
  expect(weight()).toBeLessThanOrEqual(140_000);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await page.waitForLoadState('networkidle');
  const worker = weight(/check-worker/);
  expect(worker).toBeGreaterThan(0);
  expect(worker).toBeLessThanOrEqual(48_000);
  expect(weight() - worker).toBeLessThanOrEqual(215_000);
});

test('no built script makes code from text or asks for anything outside', () => {
  const folder = new URL('../dist/assets/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text, name).not.toMatch(/\beval\(|@import|url\(["']?http/);
  }
});

test('the page forbids what it promises not to do', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  page.on('pageerror', (error) => broken.push(error.message));
  const app = new ReportPage(page);
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.open('review');
  await app.action('print-view').click();
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
  expect(broken).toEqual([]);
  const refused = await page.evaluate(async () => {
    try {
      await fetch('http://127.0.0.1:9/');
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
  expect(broken.some((text) => text.includes('Content Security Policy'))).toBe(true);
});

/** What is newer than promised and stands there all the same, by the part of the build; each with the reason why nothing fails without it. */
const accepted: Readonly<Record<string, readonly (readonly [what: RegExp, why: string])[]>> = {
  '': [
    [/^Error\.captureStackTrace$/, 'zod and docx ask whether it is there'],
    [/^\.startViewTransition\(\)$/, 'React, for a component that is not used'],
  ],
  'write-docx': [[/^\.with\(\)$/, 'a method of docx’s own']],
  'pdf-worker': [
    [
      /^(Promise\.(try|withResolvers)|\.try\(\)|URL\.parse|AbortSignal\.any|Math\.sumPrecise|\.(toHex|toBase64|fromBase64|setFromBase64|with|transferToFixedLength)\(\)|Uint8Array\.fromBase64)$/,
      'the legacy build of pdf.js brings what is missing (core-js)',
    ],
    [/^(CompressionStream|DecompressionStream|Float16Array)$/, 'pdf.js asks whether it is there, or does without'],
    [/^OffscreenCanvas$|^ImageDecoder/, 'pictures are not decoded'],
    [/^\.dump\(\)$/, 'a method of pdf.js’s own'],
  ],
};
const decorations = /^(accent-color|outline|text-spacing-trim|text-align-last|zoom|size)$/;

test('what was built, dependencies included, asks for nothing that the promised browsers lack', () => {
  const folder = new URL('../dist/assets/', import.meta.url);
  const parts = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
  for (const { name, text } of parts.filter(({ name }) => name.endsWith('.js'))) {
    const part = name.replace(/-[\w-]{8}\.js$/, '');
    const known = [...(accepted[''] ?? []), ...(accepted[part] ?? [])];
    const found = tooNewInScript(text).filter((what) => !known.some(([one]) => one.test(what)));
    expect(found, name).toEqual([]);
  }
  for (const { name, text } of parts.filter(({ name }) => name.endsWith('.css'))) {
    expect(
      tooNewInStyle(text).filter((what) => !decorations.test(what)),
      name,
    ).toEqual([]);
  }
});
