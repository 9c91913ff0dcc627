// The service worker: keeps every file of the build on this machine and answers from there, so that the app starts, works,
// exports and prints without a network. It keeps nothing that is not, byte for byte, what was built, and never takes over
// by itself (docs/decisions/015-service-worker.md). The build fills in the version and its files (scripts/offline-plugin.ts).
declare const __VERSION__: string;
/** Each file's path from the app's folder, and the SHA-256 of its bytes. */
declare const __FILES__: Readonly<Record<string, string>>;

// TypeScript's own types of a worker exclude those of a page; these are the ones needed.
type Waiting = { waitUntil(work: Promise<unknown>): void };
type Fetching = Waiting & { readonly request: Request; respondWith(answer: Promise<Response | undefined>): void };
type Told = Waiting & { readonly data: unknown; readonly source: { postMessage(message: unknown): void } | null };
type ServiceWorkerEvents = { install: Waiting; activate: Waiting; fetch: Fetching; message: Told };
type Scope = {
  readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof ServiceWorkerEvents>(
    name: Name,
    listener: (event: ServiceWorkerEvents[Name]) => void,
  ): void;
};

const scope = self as unknown as Scope;
const folder = scope.registration.scope;
const home = new URL('index.html', folder).href;
// A version is a cache. The folder is in its name because all apps of a server share one list of caches.
const family = `nianbao ${folder} `;
const own = family + __VERSION__;
// No file has this address: files are asked for without what follows a question mark.
const stateAddress = `${home}?state`;

/** `whole`: every file is here as it was built. `failed`: so it is, but its page did not start. Otherwise undefined. */
type State = 'whole' | 'failed';

scope.addEventListener('install', (event) => {
  event.waitUntil(install());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropUnused().then(() => scope.clients.claim()));
});

scope.addEventListener('message', (event) => {
  const { data, source } = event;
  // A new version waits until the person says so: it never takes over under work that is going on.
  if (data === 'take over') event.waitUntil(scope.skipWaiting());
  // From a page that runs (src/offline/offline.ts): files may have been damaged or lost since.
  if (data === 'check files') event.waitUntil(fill().catch(() => undefined));
  // From src/offline/start-guard.ts: the address of the script that did not start.
  if (typeof data === 'object' && data !== null && 'failed' in data) {
    event.waitUntil(giveWay(String(data.failed)).then((changed) => changed && source?.postMessage('reload')));
  }
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, '');
  if (request.method !== 'GET' || !address.startsWith(folder)) return;
  if (request.mode !== 'navigate') {
    event.respondWith(file(address).then((kept) => kept ?? fetch(request)));
    return;
  }
  // Other pages below this folder are not the app's.
  if (address !== folder && address !== home) return;
  const kept = startPage().catch(() => undefined);
  event.respondWith(kept.then((page) => page ?? fetch(request).catch(() => file(home))));
  event.waitUntil(dropUnused());
});

/** All of the new version or nothing: what a full disk or a broken line leaves behind would take space from drafts. */
async function install(): Promise<void> {
  const before = await stateOf(own);
  try {
    await fill();
  } catch (error) {
    if (!before) await caches.delete(own);
    throw error;
  }
}

/** Fetches what this version has not, or not as it was built; returns how many files. Throws where one is not to be had. */
async function fill(): Promise<number> {
  const cache = await caches.open(own);
  const filled = await Promise.all(
    Object.entries(__FILES__).map(async ([name, sum]) => {
      const address = new URL(name, folder).href;
      if (await bytesOf(await cache.match(address), sum)) return false;
      await cache.delete(address);
      // Unchanged since another version, or past the browser's own cache from the server.
      const bytes =
        (await bytesOf(await caches.match(address), sum)) ??
        (await bytesOf(await fetch(address, { cache: 'reload' }), sum));
      if (!bytes) throw new Error(`${name} is not what was built`);
      // A new answer: of what the server says of a file, nothing is believed.
      await cache.put(address, new Response(bytes, { headers: { 'Content-Type': typeOf(name) } }));
      return true;
    }),
  );
  // Last: without it a version is not whole, whatever stopped it.
  if (!(await stateOf(own))) await setState(own, 'whole');
  return filled.filter(Boolean).length;
}

/** The bytes of an answer, if they are those that were built. Login pages and other errors that say 200 are not. */
async function bytesOf(answer: Response | undefined, sum: string): Promise<ArrayBuffer | undefined> {
  // It may break off, and a disk may not give back what it was given.
  const bytes = answer?.ok ? await answer.arrayBuffer().catch(() => undefined) : undefined;
  if (!bytes) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sum ? bytes : undefined;
}

function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    svg: 'image/svg+xml',
    png: 'image/png',
    json: 'application/json',
    webmanifest: 'application/manifest+json',
  };
  return types[ending] ?? 'application/octet-stream';
}

/** The app's page: of this version; where that cannot start, of the newest other one that may. */
async function startPage(): Promise<Response | undefined> {
  for (const version of await versions()) {
    const kept = (await stateOf(version)) === 'whole' && (await match(home, version));
    if (kept) return kept;
  }
  return undefined;
}

/** Any other file. Names change with what is in a file, so a tab finds the parts of its own version wherever they are. */
async function file(address: string): Promise<Response | undefined> {
  try {
    return (await match(address, own)) ?? (await caches.match(address));
  } catch {
    return undefined; // What the disk does not give back, the server may.
  }
}

/** The version that starts with this script does not start. Returns whether another try would be of something else. */
async function giveWay(script: string): Promise<boolean> {
  for (const version of await versions()) {
    if ((await stateOf(version)) !== 'whole' || !(await match(script, version))) continue;
    if (version === own) {
      // Its files may have been damaged: then it deserves another try with sound ones, now or when they are to be had.
      const repaired = await fill().catch(() => undefined);
      if (repaired === undefined) await setState(own, undefined);
      if (repaired !== 0) return true;
    }
    await setState(version, 'failed');
    return true;
  }
  // Given up already, from another tab or at an earlier try.
  return (await startPage()) !== undefined;
}

/** While a page is open or a version is on its way, nothing goes. Then this version stays, and one to fall back to. */
async function dropUnused(): Promise<void> {
  if (scope.registration.installing || scope.registration.waiting) return;
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.some(({ url }) => url.startsWith(folder))) return;
  let fallback: string | undefined;
  for (const version of (await versions()).slice(1)) {
    if (!fallback && (await stateOf(version)) === 'whole') fallback = version;
    else await caches.delete(version);
  }
}

/** This version first, then the others, newest first. */
async function versions(): Promise<string[]> {
  const others = (await caches.keys()).filter((name) => name.startsWith(family) && name !== own);
  return [own, ...others.reverse()];
}

async function stateOf(version: string): Promise<State | undefined> {
  return (await (await match(stateAddress, version))?.text()) as State | undefined;
}

async function setState(version: string, state: State | undefined): Promise<void> {
  const cache = await caches.open(version);
  if (state) await cache.put(stateAddress, new Response(state));
  else await cache.delete(stateAddress);
}

/** Unlike opening, it makes no cache where there is none. */
function match(address: string, version: string): Promise<Response | undefined> {
  return caches.match(address, { cacheName: version });
}
