// @ts-check
// Registers the service worker that keeps the product's files on this machine (web/service_worker.js), and offers
// a new version when one has been fetched. Nothing changes under the hands of who is working: the new version
// is taken when asked for, or when no tab is open any more.

import { announce } from './announcer.js';
import { is_single_file } from './product.js';
import { service_worker_url } from './trusted_scripts.js';

const hour = 3_600_000;

/** @param {ServiceWorkerRegistration} registration */
function take_new_version(registration) {
  const { waiting } = registration;
  // Another tab may have taken it already.
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ kind: 'activate' });
}

/** @param {string} language @param {string} text */
function words(language, text) {
  const element = document.createElement('span');
  element.lang = language;
  element.textContent = text;
  return element;
}

/** @param {string} vietnamese @param {string} english @param {() => void} action */
function button(vietnamese, english, action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.append(words('vi', vietnamese), words('en', english));
  element.addEventListener('click', action);
  // The keys of the page's shortcuts are not for here.
  element.addEventListener('keydown', (event) => event.stopPropagation());
  return element;
}

/** A bar under the stage, which makes room for it. @param {ServiceWorkerRegistration} registration */
function offer(registration) {
  if (document.getElementById('update')) return;
  const root = document.documentElement;
  const bar = document.createElement('aside');
  bar.id = 'update';
  bar.className = 'by-language';
  bar.setAttribute('aria-label', 'Bản mới – New version');
  bar.append(
    button('Có bản mới – tải lại', 'A new version is here – reload', () => take_new_version(registration)),
    button('Để sau', 'Later', () => {
      bar.remove();
      root.classList.remove('with-update');
    }),
  );
  document.body.append(bar);
  root.classList.add('with-update');
  announce(root.lang === 'en' ? 'A new version is here. Reload to use it.' : 'Có bản mới. Tải lại trang để dùng.');
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {ServiceWorker | null} controller that gave this page, null on the first visit and after a forced reload
 */
function watch(registration, controller) {
  // Without one, the worker that comes first keeps what is shown already. Whether it has taken the page over when it
  // says that it is installed, is chance.
  let own = controller ?? registration.active;
  /** @param {ServiceWorker | null} worker */
  const follow = (worker) => {
    own ??= worker;
    if (!worker || worker === own) return;
    const tell = () => worker.state === 'installed' && navigator.serviceWorker.controller && offer(registration);
    worker.addEventListener('statechange', tell);
    tell();
  };
  follow(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  // Another tab has taken the new version.
  if (controller) {
    navigator.serviceWorker.addEventListener('controllerchange', () => offer(registration), { once: true });
  }

  // A tab may stay open for weeks: coming back to it looks for a new version, at most once an hour, without a timer.
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - looked < hour) return;
    looked = performance.now();
    registration.update().catch(() => {}); // offline
  });
}

/** Where there are no service workers (file://, plain HTTP, a private window) the page works without. */
export async function connect_offline() {
  if (is_single_file || !('serviceWorker' in navigator)) return;
  try {
    const { controller } = navigator.serviceWorker;
    watch(await navigator.serviceWorker.register(service_worker_url(), { updateViaCache: 'none' }), controller);
  } catch {
    // Blocked by the browser's settings, or the server has no sw.js: so it was decided.
  }
}
