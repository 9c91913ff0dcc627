// Serves a built folder over plain http on a free port, as any static web server does, and can be switched off. It can
// also do what goes wrong on the way: send another page in place of a file, or break off in the middle of one.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const loginPage = '<!doctype html><title>登录</title><p>请先登录。</p>';

/** `login page`: answers 200 with it, as a captive portal does. `cut off`: half of the file, then the line is dead. */
type Fault = 'login page' | 'cut off';

type DistServer = {
  readonly address: string;
  stop(): Promise<void>;
  /** From now on this folder, as after an update of the server. */
  show(folder: string): void;
  /** From now on every path that the pattern fits goes wrong; without a pattern none does. */
  spoil(fault: Fault, paths?: RegExp): void;
};

/** `onRequest` hears of every path that is asked for. */
export async function serve(folder: string, onRequest?: (path: string) => void): Promise<DistServer> {
  let shown = folder;
  let spoilt: { fault: Fault; paths: RegExp | undefined } | undefined;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    onRequest?.(path);
    const file = join(shown, normalize(path).replace(/\/$/, '/index.html'));
    const fault = spoilt?.paths?.test(path) ? spoilt.fault : undefined;
    if (fault === 'login page') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(loginPage);
      return;
    }
    if (!file.startsWith(shown) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(file);
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
    });
    if (fault === 'cut off') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    else response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    show(folder) {
      shown = folder;
    },
    spoil(fault, paths) {
      spoilt = { fault, paths };
    },
  };
}
