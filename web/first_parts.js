// @ts-check
// Fetches what the first picture needs, and compiles the module while it comes. A script of its own, small enough to run
// while the page's own one is still on its way.

import { load_parts } from './parts.js';
import { fonts, wasm } from './product.js';
import { Compiler } from './split_module.js';

// One too old for it is told so by web/check.js.
const can_compile = typeof WebAssembly === 'object' && !('base64' in wasm);

const compiler = can_compile ? new Compiler() : null;

let loaded = 0;

function show_progress() {
  const progress = document.getElementById('loaded');
  if (progress instanceof HTMLProgressElement) progress.value = loaded;
}
// What came before the bar was there.
document.addEventListener('DOMContentLoaded', show_progress);

/** The module's bytes, then the fonts'. */
export const first_parts = load_parts(
  [wasm, ...fonts],
  (share) => {
    loaded = share;
    show_progress();
  },
  (part, bytes) => part === wasm && compiler?.take(bytes),
);
// Whoever waits for them hears of it.
first_parts.catch(() => {});

/** Of bytes that have been checked. @returns {Promise<WebAssembly.Module>} */
export async function compiled_module() {
  const [bytes] = await first_parts;
  return compiler?.end() ?? WebAssembly.compile(bytes);
}
