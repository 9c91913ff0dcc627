// Serves the built app under /app/ and the pages it is held against, cross-origin isolated: only then does the browser's clock tell µs.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** `pages` are HTML by path. */
export async function serve(
  dist: string,
  pages: Readonly<Record<string, string>>,
): Promise<{ address: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[path];
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': types['.html'], ...isolated });
      response.end(page);
      return;
    }
    const file = join(dist, normalize(path.replace(/^\/app\/?/, '/')).replace(/\/$/, '/index.html'));
    if (!file.startsWith(dist) || !existsSync(file)) {
      response.writeHead(404, isolated).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', ...isolated });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
