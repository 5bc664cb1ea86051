// @ts-check
// Fetches what the first picture needs, and compiles the module while it comes.

import { load_parts } from './parts.js';
import { font_lengths, fonts, wasm } from './product.js';
import { Compiler } from './split_module.js';

// A browser too old for it is told so by web/check.js.
const can_compile = typeof WebAssembly === 'object' && !('base64' in wasm);

const compiler = can_compile ? new Compiler(wasm.bytes) : null;

/** The module's bytes and the fonts'. */
const first_parts = load_parts(
  [wasm, fonts],
  (share) => {
    const progress = document.getElementById('loaded');
    if (progress instanceof HTMLProgressElement) progress.value = share;
  },
  (part, bytes) => part === wasm && compiler?.take(bytes),
);
// Whoever waits for them hears of it.
first_parts.catch(() => {});

/** Of bytes that have been checked. @returns {Promise<WebAssembly.Module>} */
export async function compiled_module() {
  const [bytes] = await first_parts;
  return compiler?.module ?? WebAssembly.compile(bytes);
}

/** By weight. @returns {Promise<Uint8Array<ArrayBuffer>[]>} */
export async function loaded_fonts() {
  const [, bytes] = await first_parts;
  let start = 0;
  return font_lengths.map((length) => {
    start += length;
    return bytes.subarray(start - length, start);
  });
}
