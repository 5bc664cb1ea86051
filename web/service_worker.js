// @ts-check
// dist/sw.js: keeps every file of one build, so that the page opens without a network; a new build is fetched whole
// beside it and takes over when the page says so. It knows only the product's own files and touches no other request.

import { build, files } from './kept_files.js';

/** @typedef {import('./kept_files.js').Kept} Kept */

// TypeScript's library for workers excludes the one for pages.
const worker = /** @type {any} */ (globalThis);
/** @type {string} */
const scope = worker.registration.scope;
// One site may carry several copies of the product; caches are the whole site's.
const prefix = `sokenh ${scope} `;
const cache_name = prefix + build;
const kept = new Set(files.map(({ name }) => new URL(name, scope).href));

/** @param {Kept} file */
async function get({ name, integrity }) {
  const url = new URL(name, scope).href;
  // A name holds its content's sum: what the build before had under it is the same. Only the page itself is not so.
  const is_page = url === scope;
  const known = is_page ? undefined : await caches.match(url, { ignoreVary: true });
  const response = known ?? (await fetch(url, { integrity, cache: is_page ? 'no-cache' : 'default' }));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // No browser shows a page that was redirected and then kept.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

async function fill() {
  const cache = await caches.open(cache_name);
  await Promise.all(files.map(async (file) => cache.put(new URL(file.name, scope).href, await get(file))));
}

async function drop_old() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cache_name);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {string} url @param {Request} request */
async function answer(url, request) {
  const cache = await caches.open(cache_name);
  return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(drop_old()));
worker.addEventListener('message', (/** @type {MessageEvent} */ event) => {
  if (event.data?.kind === 'activate') worker.skipWaiting();
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const is_page = request.mode === 'navigate' && (address === scope || address === `${scope}index.html`);
  const url = is_page ? scope : address;
  if (is_page || kept.has(url)) event.respondWith(answer(url, request));
});
