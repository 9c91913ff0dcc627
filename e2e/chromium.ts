// Where the browser for the tests is. The one place that looks for it.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// The shell that Playwright's own download is too: no windows, and tests in two thirds of the time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  ),
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** CHROMIUM_PATH, Playwright's own download, PATH, then the usual places. Ends the process with one line when there is none. */
export function chromiumPath(): string {
  const given = process.env.CHROMIUM_PATH;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
  const found = [...(given ? [given] : []), chromium.executablePath(), ...onPath, ...usual].find(isExecutable);
  if (found) return found;
  const how =
    process.platform === 'linux' && process.getuid?.() === 0
      ? 'apt-get install chromium-headless-shell fonts-noto-cjk'
      : 'npx playwright install chromium';
  process.stderr.write(`No Chromium found for the browser tests. Get one with: ${how} (or set CHROMIUM_PATH).\n`);
  process.exit(1);
}
