// Fetches what `npm run e2e:browsers` drives and nobody else needs, into .browsers/: Chromium of then, packed for servers, and what drives
// Firefox. Firefox and WebKit themselves are the system's (firefox-esr, webkit2gtk-driver).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../.browsers');
const chromiums = {
  'chromium-102': '@sparticuz/chrome-aws-lambda@14.0.0',
  'chromium-109': '@sparticuz/chromium@109.0.6',
};
const drivers = ['puppeteer-core@24.15.0'];

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
const npm = (...args) =>
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
for (const [name, pack] of Object.entries(chromiums)) {
  if (existsSync(join(folder, name))) continue;
  npm(
    'install',
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    pack,
  );
  const packed = join(folder, 'node_modules', pack.slice(0, pack.lastIndexOf('@')), 'bin/chromium.br');
  writeFileSync(join(folder, name), brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
}
if (!existsSync(join(folder, 'node_modules/puppeteer-core'))) {
  npm('install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', ...drivers);
}
