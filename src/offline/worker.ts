// The service worker: keeps every file of the build on this machine and answers from there, so that the app starts, works,
// exports and prints without a network. It asks the network for nothing but what it does not have.
// The build fills in version and files (scripts/offline-plugin.ts).
declare const __VERSION__: string;
declare const __FILES__: readonly string[];

// TypeScript's own types of a worker exclude those of a page; these are the ones needed.
type Waiting = { waitUntil(work: Promise<unknown>): void };
type Fetching = { readonly request: Request; respondWith(answer: Promise<Response>): void };
type ServiceWorkerEvents = {
  install: Waiting;
  activate: Waiting;
  fetch: Fetching;
  message: { readonly data: unknown };
};
type Scope = {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof ServiceWorkerEvents>(
    name: Name,
    listener: (event: ServiceWorkerEvents[Name]) => void,
  ): void;
};

const scope = self as unknown as Scope;
const family = 'nianbao-';
const version = family + __VERSION__;

scope.addEventListener('install', (event) => {
  // Past the browser's own cache: a page and its scripts must be of one build.
  const fresh = __FILES__.map((name) => new Request(name, { cache: 'reload' }));
  event.waitUntil(caches.open(version).then((cache) => cache.addAll(fresh)));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      const older = names.filter((name) => name.startsWith(family) && name !== version);
      // The version before stays: a tab that still runs it may yet ask for a part of it.
      await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
      await scope.clients.claim();
    }),
  );
});

// A new version waits until the person says so: it never takes over under work that is going on.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take over') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const home = new URL('index.html', scope.registration.scope);
  if (request.method !== 'GET' || url.origin !== home.origin) return;
  // The one file to carry is a page of its own.
  if (url.pathname.endsWith('/nianbao-tianbao.html')) return;
  const wanted = request.mode === 'navigate' ? home.href : url.origin + url.pathname;
  event.respondWith(find(wanted).then((kept) => kept ?? fetch(request)));
});

/** First in this version, then in any that is still here. */
async function find(address: string): Promise<Response | undefined> {
  const own = await caches.open(version);
  const options = { ignoreVary: true };
  return (await own.match(address, options)) ?? caches.match(address, options);
}
