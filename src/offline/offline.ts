// Installs the service worker, and tells when a new version of the app is ready. It never reloads a page by itself.

export type Update = {
  /** Lets the new version take over and reloads this page; other pages go on until they are reloaded. */
  readonly take: () => void;
};

/** Where service workers are not to be had (plain http, file://, private windows) nothing happens. */
export function watchVersions(onUpdate: (update: Update) => void): void {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  const { serviceWorker } = navigator;

  function ready(worker: ServiceWorker): void {
    onUpdate({
      take() {
        // Another page has let it take over already, or a still newer one has: no change of controller will come.
        if (worker.state !== 'installed') {
          location.reload();
          return;
        }
        serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        worker.postMessage('take over');
      },
    });
  }

  function watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      // The very first version waits for nobody: there is no older one to take over from.
      if (worker.state === 'installed' && serviceWorker.controller) ready(worker);
    });
  }

  serviceWorker.controller?.postMessage('check files');
  serviceWorker
    .register('./sw.js', { updateViaCache: 'none' })
    .then((registration) => {
      if (registration.waiting && serviceWorker.controller) ready(registration.waiting);
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration.installing));
      // A page that stays open for days would not hear of a new version.
      const look = (): void => void registration.update().catch(() => undefined);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
    })
    // Without it the app works as long as its server can be reached.
    .catch(() => undefined);
}
