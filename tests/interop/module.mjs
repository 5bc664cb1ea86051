// @ts-check
// The page's module in this process, for what a program started anew each time cannot show: what stays in its memory,
// and how fast it is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bridge } from '../../web/bridge.js';
import { root } from './sokenh.mjs';

const folder = join(root, 'build', 'wasm');
const none = new Uint8Array();

/** With the dictionary of passwords. */
export async function start_module() {
  const { default: start } = await import(pathToFileURL(join(folder, 'sokenh.js')).href);
  const module = new WebAssembly.Module(readFileSync(join(folder, 'sokenh.wasm')));
  const exports = await start({
    instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) => {
      const instance = new WebAssembly.Instance(module, imports);
      return done(instance, module);
    },
  });
  const bridge = new Bridge(exports);
  const words = new Uint8Array(readFileSync(join(root, 'build', 'words.bin')));
  const answer = bridge.command({ command: 'words', language: 'vi' }, words, none);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const encoder = new TextEncoder();
  return {
    /** @returns {Uint8Array} */
    memory: () => exports.HEAPU8,
    /** @param {string} lines @param {boolean} [brief] @returns {any} as wasm/app/password_command.h says */
    check(lines, brief = false) {
      const request = { command: 'password', language: 'vi', today: '2026-11-26', brief };
      return bridge.command(request, none, encoder.encode(lines));
    },
  };
}
