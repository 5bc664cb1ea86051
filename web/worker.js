// @ts-check
// One task, in a worker: web/tasks.js gives it the page's compiled module, of which it makes an instance of its own.

import start_module from '../sokenh.js';
import { Bridge } from './bridge.js';
import { is_zip, read_first_sheet, SheetProblem, tsv_of } from './sheets.js';
import { SplitModule } from './split_module.js';
import { utf16_of } from './text_encoding.js';

/** @typedef {import('./tasks.js').Progress} Progress */

// TypeScript's library for workers excludes the one for pages.
const worker = /** @type {any} */ (globalThis);

// Large enough to keep a disk busy, small enough that two of them are nothing.
const piece_bytes = 4 * 1024 * 1024;
const progress_every = 100; // milliseconds

// Of a list's beginning, where its day is looked for.
const head_bytes = 2048;
const rows_at_once = 50_000;

const none = new Uint8Array();

/** Tells how far it has come, not too often. */
class Meter {
  /** @param {number} total bytes */
  constructor(total) {
    this.total = total;
    this.done = 0;
    this.told = performance.now();
  }

  /** @param {number} bytes */
  add(bytes) {
    this.done += bytes;
    const now = performance.now();
    if (now - this.told < progress_every) return;
    this.told = now;
    worker.postMessage({ progress: { done: this.done, total: this.total } });
  }
}

class FileUnreadable extends Error {}

/**
 * Hands out a file of any size in pieces, the same memory for each where the browser can.
 * @param {Blob} file
 * @param {Meter} meter
 * @param {(piece: Uint8Array<ArrayBuffer>) => void} take
 */
async function read_pieces(file, meter, take) {
  const reader = reader_of(file);
  let length = 0;
  try {
    for (let piece = await reader(); piece; piece = await reader()) {
      length += piece.length;
      take(piece);
      meter.add(piece.length);
    }
  } catch (error) {
    throw error instanceof DOMException ? new FileUnreadable(error.name) : error;
  }
  // A browser reads less of a file that has become shorter, without a word.
  if (length !== file.size) throw new FileUnreadable('size');
}

/** @param {Blob} file @returns {() => Promise<Uint8Array<ArrayBuffer> | undefined>} the next piece, undefined after the last */
function reader_of(file) {
  const stream = file.stream();
  try {
    const reader = stream.getReader({ mode: 'byob' });
    let buffer = new ArrayBuffer(piece_bytes);
    return async () => {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done || !value) return undefined;
      buffer = value.buffer;
      return value;
    };
  } catch {
    const reader = stream.getReader();
    return async () => (await reader.read()).value;
  }
}

/** @param {Blob} file */
const whole = (file) =>
  file.arrayBuffer().catch((/** @type {unknown} */ error) => {
    throw new FileUnreadable(String(error));
  });

/** @type {Record<string, (bridge: Bridge, input: any) => Promise<unknown>>} */
const tasks = {
  /** {file: Blob} -> {sha256, bytes} */
  async hash(bridge, { file }) {
    bridge.hash(true, none);
    await read_pieces(file, new Meter(file.size), (piece) => bridge.hash(false, piece));
    const { sha256, bytes } = bridge.command({ command: 'hash', language: 'vi' }, none, none);
    return { sha256, bytes };
  },

  /**
   * One list of addresses, asked for ranges given one a line (wasm/app/command_line.h, «match-ip»).
   * {file: Blob, ranges: string, language: 'vi' | 'en'} -> that command's answer, with sha256, bytes, and how the text begins, head
   */
  async ip_list(bridge, { file, ranges, language }) {
    const encoder = new TextEncoder();
    /** @type {TextDecoder | undefined} */
    let decoder;
    const begins = new Uint8Array(await whole(file.slice(0, head_bytes)));
    const sheet = is_zip(begins);
    let head = new TextDecoder(utf16_of(begins) || 'utf-8').decode(begins);
    bridge.hash(true, none);
    bridge.ip_list(true, none);
    const meter = new Meter(file.size);
    let first = true;
    await read_pieces(file, meter, (piece) => {
      bridge.hash(false, piece);
      if (sheet) return;
      const encoding = first ? utf16_of(piece) : '';
      first = false;
      if (encoding) decoder = new TextDecoder(encoding);
      bridge.ip_list(false, decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece);
    });
    if (sheet) {
      const rows = await read_first_sheet(new Uint8Array(await whole(file)));
      head = rows.slice(0, 20).map((row) => row.join(' ')).join('\n');
      // A row is a line, whatever its cells hold.
      for (let from = 0; from < rows.length; from += rows_at_once) {
        const lines = rows.slice(from, from + rows_at_once).map((row) => row.join('\t').replace(/[\r\n]+/g, ' '));
        bridge.ip_list(false, encoder.encode(`${lines.join('\n')}\n`));
      }
    }
    const answer = bridge.command({ command: 'match-ip', language }, encoder.encode(ranges), none);
    return { ...answer, head };
  },

  /** The first sheet of an .xlsx file. {file: Blob} -> {text} as tab-separated values */
  async sheet(_, { file }) {
    return { text: tsv_of(await read_first_sheet(new Uint8Array(await whole(file)))) };
  },
};

/** @param {import('./tasks.js').Modules} modules */
async function start({ first, rest }) {
  const split = new SplitModule(() => {
    throw new Error('the rest is given');
  });
  const exports = await split.start(start_module, Promise.resolve(first));
  await split.add_rest(Promise.resolve(rest));
  return new Bridge(exports);
}

worker.addEventListener('message', async (/** @type {MessageEvent} */ { data }) => {
  try {
    const bridge = await start(data.modules);
    worker.postMessage({ result: await tasks[data.kind](bridge, data.input) });
  } catch (error) {
    const code =
      error instanceof FileUnreadable ? 'file_unreadable' : error instanceof SheetProblem ? error.code : 'module_failed';
    worker.postMessage({ problem: { code, detail: error instanceof Error ? error.message : String(error) } });
  }
});
