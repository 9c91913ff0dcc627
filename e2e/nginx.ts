// The nginx of docs/deploy.md, really run: the example is taken from the page, with other places and another port.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const find = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

const nginx = find('nginx');
const openssl = find('openssl');

export const hasNginx = nginx !== undefined && openssl !== undefined;
export const noNginx =
  'nginx or openssl is not here: docs/deploy.md is not tried (apt-get install nginx-light openssl)';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

type Options = {
  /** What it serves. */
  readonly served: string;
  /** For its own files; made here. */
  readonly folder: string;
  readonly https?: boolean;
  /** Changes the example, as an office's own habits do. */
  readonly change?: (example: string) => string;
};

export type Nginx = {
  /** Of the app, with a slash at its end. */
  readonly address: string;
  /** Of the public key of its certificate, as Chromium wants it to trust it. */
  readonly key: string;
  readonly stop: () => Promise<void>;
};

export async function runNginx(options: Options): Promise<Nginx> {
  const { served, folder, https = false, change = (example) => example } = options;
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const place = (name: string): string => join(folder, name);
  if (https) {
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', place('key'), '-out', place('crt')];
    execFileSync(openssl ?? '', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
      stdio: 'ignore',
    });
  }
  const page = readFileSync(new URL('../docs/deploy.md', import.meta.url), 'utf8');
  const [, example = ''] = /```nginx\n([\s\S]*?)```/.exec(page) ?? [];
  const here = change(example)
    .replaceAll('/srv/nianbao/', `${served}/`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port}${https ? ' ssl' : ''};`)
    .replace(/ssl_certificate(_key)? [^;]+;/g, (line) => (https ? line.replace(/\/\S+\.(\w+);/, `${folder}/$1;`) : ''));
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${place(what)};`);
  writeFileSync(
    place('nginx.conf'),
    `daemon off; master_process off; pid ${place('pid')}; error_log ${place('errors')};
events {}
http { include /etc/nginx/mime.types; access_log off; ${own.join(' ')}
${here}
}`,
  );
  const server = spawn(nginx ?? '', ['-p', folder, '-c', place('nginx.conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const origin = `${https ? 'https' : 'http'}://127.0.0.1:${port}`;
  await answers(port);
  return {
    address: `${origin}/nianbao/`,
    key: https ? keyOf(readFileSync(place('crt'))) : '',
    async stop() {
      server.kill();
      await ended;
    },
  };
}

function keyOf(certificate: Buffer): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

async function answers(port: number, tries = 100): Promise<void> {
  const isOpen = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
  if (isOpen) return;
  if (tries === 0) throw new Error('nginx did not start');
  await wait(100);
  await answers(port, tries - 1);
}
