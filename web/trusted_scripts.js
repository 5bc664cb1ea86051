// @ts-check
// The addresses of scripts that are started beside the page's own: the service worker and the workers of tasks. The
// page's policy requires a TrustedScriptURL for them; the one policy it allows makes these two and nothing else. Made
// with the page, so that no other script can take its name.

const service_worker = new URL('sw.js', document.baseURI).href;

/** Made here. @type {Set<string>} */
const workers = new Set();

/** @param {string} url */
function known(url) {
  if (url !== service_worker && !workers.has(url)) throw new TypeError(url);
  return url;
}

const types = /** @type {any} */ (globalThis).trustedTypes;
const policy = types?.createPolicy('sokenh', { createScriptURL: known });

/** @param {string} url @returns {any} */
const trusted = (url) => (policy ? policy.createScriptURL(url) : url);

export const service_worker_url = () => trusted(service_worker);

/**
 * From bytes that have been checked, so that a worker is as much of this build as the page is. It also has the page's
 * policy then, and may connect to no more than the page; one with an address of its own would have the server's.
 * @param {Uint8Array<ArrayBuffer>} script
 */
export function start_worker(script) {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  workers.add(url);
  const worker = new Worker(trusted(url));
  workers.delete(url);
  return { worker, forget: () => URL.revokeObjectURL(url) };
}
