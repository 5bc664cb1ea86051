// @ts-check
// dist/sw-remove.js: put in the place of sw.js, it takes the service worker and the kept files off every machine that
// visits. What people entered is not in those files and stays.

// TypeScript's library for workers excludes the one for pages.
const worker = /** @type {any} */ (globalThis);
const prefix = `sokenh ${worker.registration.scope} `;

async function remove() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(remove()));
