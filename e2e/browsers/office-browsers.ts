// The browsers of the offices that can be had here, and where they are: old Chromium from npm packages, Firefox and WebKit from Debian.
// `node scripts/get-browsers.mjs` fetches the packages into .browsers/; what is missing is named and left out.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Driver, fetchedFolder } from './driver.ts';
import { firefox } from './firefox.ts';
import { oldChromium } from './old-chromium.ts';
import { webkit } from './webkit.ts';

export type OfficeBrowser = {
  readonly name: string;
  /** Undefined where it is not here. */
  readonly path: string | undefined;
  readonly start: (path: string) => Promise<Driver>;
};

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((one) => names.map((name) => join(one, name))).find((path) => existsSync(path));
}

function fetched(name: string): string | undefined {
  const path = join(fetchedFolder, name);
  return existsSync(path) ? path : undefined;
}

export const officeBrowsers: readonly OfficeBrowser[] = [
  { name: 'Chromium 102', path: fetched('chromium-102'), start: oldChromium },
  { name: 'Chromium 109', path: fetched('chromium-109'), start: oldChromium },
  {
    name: 'Firefox ESR',
    path: existsSync(join(fetchedFolder, 'node_modules/puppeteer-core')) ? onPath('firefox-esr', 'firefox') : undefined,
    start: firefox,
  },
  { name: 'WebKitGTK', path: onPath('WebKitWebDriver'), start: webkit },
];
