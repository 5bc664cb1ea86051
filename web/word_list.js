// @ts-check
// The words passwords are made of: a file of its own, fetched when the screen that needs it is first used. The service
// worker has it, so this works without a network; in the single file it is part of the page, compressed.

import { load_parts } from './parts.js';
import { word_list } from './product.js';

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {import('./page.js').Page} page */
export function connect_word_list(page) {
  page.on('loadWordList', async () => {
    try {
      const [bytes] = await load_parts([word_list], () => {});
      page.bridge.file('wordList', word_list.name, word_list.base64 === undefined ? bytes : await unpacked(bytes));
    } catch {
      page.bridge.event({ kind: 'wordListFailed' });
    }
    page.frame_now();
  });
}
