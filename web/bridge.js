// @ts-check
// The only module that touches the heap: calls the exports of wasm/api/api.h with JavaScript values.

/**
 * @typedef {Object} Exports
 * @property {(size: number) => number} _malloc
 * @property {(pointer: number) => void} _free
 * @property {() => void} _sk_start
 * @property {() => number} _sk_draw_with_webgl
 * @property {(weight: number, pointer: number, size: number) => void} _sk_font
 * @property {(width: number, height: number, ratio: number) => void} _sk_resize
 * @property {(now: number, length: number, time: number) => number} _sk_frame
 * @property {() => void} _sk_paper
 * @property {() => number} _sk_pixels
 * @property {(which: number) => number} _sk_output
 * @property {(x: number, y: number, pressed: number) => void} _sk_pointer
 * @property {(x: number, y: number) => void} _sk_wheel
 * @property {(phase: number, x: number, y: number, time: number) => number} _sk_touch
 * @property {(id: number, visible: number) => number} _sk_focus
 * @property {(id: number, shift: number) => void} _sk_activate
 * @property {(id: number, kind: number, text: number, length: number) => void} _sk_text
 * @property {(id: number) => number} _sk_secret
 * @property {(id: number, key: number, length: number, modifiers: number) => number} _sk_key
 * @property {(id: number, text: number, length: number, html: number, htmlLength: number) => number} _sk_paste
 * @property {(id: number, cut: number) => number} _sk_copy
 * @property {(purpose: number, purposeLength: number, name: number, nameLength: number, bytes: number, size: number) => void} _sk_file
 * @property {(json: number, length: number) => void} _sk_event
 * @property {() => void} _sk_context_restored
 * @property {(json: number, length: number, file: number, fileSize: number, key: number, keySize: number) => void} _sk_command
 * @property {(begins: number, bytes: number, size: number) => void} _sk_ip_list
 * @property {(begins: number, bytes: number, size: number) => void} _sk_hash
 * @property {Uint8Array} HEAPU8
 */

export const frame_flags = { again: 1, semantics: 2, effects: 4, pixels: 8 };
export const text_kinds = { input: 0, commit: 1, cancel: 2 };
const outputs = { semantics: 0, effects: 1, command: 2, clipboard: 3 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Bridge {
  /** @param {Exports} exports */
  constructor(exports) {
    this.exports = exports;
  }

  /**
   * Copies each text or byte array into the heap for the time of one call.
   * @template T
   * @param {(string | Uint8Array)[]} values
   * @param {(...places: number[]) => T} call given pointer and length of each value
   * @param {boolean} [wipe] overwrite the copies made here afterwards: they hold a secret
   */
  with_bytes(values, call, wipe = false) {
    const arrays = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
    const pointers = arrays.map((bytes) => this.exports._malloc(Math.max(bytes.length, 1)));
    try {
      arrays.forEach((bytes, i) => this.exports.HEAPU8.set(bytes, pointers[i]));
      return call(...arrays.flatMap((bytes, i) => [pointers[i], bytes.length]));
    } finally {
      if (wipe) {
        arrays.forEach((bytes, i) => this.exports.HEAPU8.fill(0, pointers[i], pointers[i] + bytes.length));
        arrays.forEach((bytes, i) => bytes !== values[i] && bytes.fill(0));
      }
      pointers.forEach((pointer) => this.exports._free(pointer));
    }
  }

  /** @param {number} which */
  output(which) {
    return this.text_at(this.exports._sk_output(which));
  }

  /** @param {number} address of two words: where a text is, and its length */
  text_at(address) {
    const heap = this.exports.HEAPU8;
    const words = new Uint32Array(heap.buffer, address, 2);
    return decoder.decode(heap.subarray(words[0], words[0] + words[1]));
  }

  start() {
    this.exports._sk_start();
  }

  /** On the canvas that is in the document now. @returns {boolean} whether it can be */
  draw_with_webgl() {
    return this.exports._sk_draw_with_webgl() === 1;
  }

  /** @param {number} weight 0 regular, 1 medium, 2 semibold @param {Uint8Array} bytes */
  font(weight, bytes) {
    this.with_bytes([bytes], (pointer, size) => this.exports._sk_font(weight, pointer, size));
  }

  /** @param {number} width @param {number} height @param {number} ratio */
  resize(width, height, ratio) {
    this.exports._sk_resize(width, height, ratio);
  }

  /**
   * @param {string} now local time, ISO 8601 with offset
   * @param {number} time of the same clock as events' timeStamp
   * @returns {number} frame_flags
   */
  frame(now, time) {
    return this.with_bytes([now], (pointer, length) => this.exports._sk_frame(pointer, length, time));
  }

  semantics() {
    return JSON.parse(this.output(outputs.semantics));
  }

  /** The tree of the whole screen, also of what is scrolled out of view. */
  paper() {
    this.exports._sk_paper();
    return this.semantics();
  }

  effects() {
    return JSON.parse(this.output(outputs.effects));
  }

  /** The picture of the CPU renderer and the part of it that changed. */
  pixels() {
    const heap = this.exports.HEAPU8;
    const [address, width, height, left, top, right, bottom] = new Uint32Array(
      heap.buffer,
      this.exports._sk_pixels(),
      7,
    );
    const memory = /** @type {ArrayBuffer} */ (heap.buffer); // never shared: the module has no threads
    const bytes = new Uint8ClampedArray(memory, address, width * height * 4);
    return { bytes, width, height, left, top, right, bottom };
  }

  /** @param {number} x @param {number} y @param {boolean} pressed */
  pointer(x, y, pressed) {
    this.exports._sk_pointer(x, y, pressed ? 1 : 0);
  }

  /** @param {number} x @param {number} y */
  wheel(x, y) {
    this.exports._sk_wheel(x, y);
  }

  /** @param {number} phase @param {number} x @param {number} y @param {number} time @returns {boolean} no tap */
  touch(phase, x, y, time) {
    return this.exports._sk_touch(phase, x, y, time) !== 0;
  }

  /** @param {number} id @param {boolean} visible @returns {boolean} the module did not know */
  focus(id, visible) {
    return this.exports._sk_focus(id, visible ? 1 : 0) !== 0;
  }

  /** @param {number} id @param {boolean} [shift] the key is held */
  activate(id, shift = false) {
    this.exports._sk_activate(id, shift ? 1 : 0);
  }

  /** @param {number} id @param {number} kind text_kinds @param {string} value @param {boolean} secret */
  text(id, kind, value, secret) {
    this.with_bytes([value.normalize('NFC')], (pointer, length) => this.exports._sk_text(id, kind, pointer, length), secret);
  }

  /** What a secret field holds. @param {number} id */
  secret(id) {
    return this.text_at(this.exports._sk_secret(id));
  }

  /** @param {number} id @param {string} key @param {number} modifiers @returns {boolean} used */
  key(id, key, modifiers) {
    return this.with_bytes([key], (pointer, length) => this.exports._sk_key(id, pointer, length, modifiers)) !== 0;
  }

  /** @param {number} id @param {string} text @param {string} html @returns {boolean} used */
  paste(id, text, html) {
    return (
      this.with_bytes([text.normalize('NFC'), html.normalize('NFC')], (t, tl, h, hl) =>
        this.exports._sk_paste(id, t, tl, h, hl),
      ) !== 0
    );
  }

  /** @param {number} id @param {boolean} cut @returns {{text: string, html: string} | null} null: the field's own */
  copy(id, cut) {
    return this.exports._sk_copy(id, cut ? 1 : 0) === 0 ? null : JSON.parse(this.output(outputs.clipboard));
  }

  /** @param {string} purpose @param {string} name @param {Uint8Array} bytes */
  file(purpose, name, bytes) {
    this.with_bytes([purpose, name, bytes], (p, pl, n, nl, b, bl) => this.exports._sk_file(p, pl, n, nl, b, bl));
  }

  /** @param {{kind: string, text?: string, value?: unknown, [detail: string]: unknown}} event */
  event(event) {
    this.with_bytes([JSON.stringify(event)], (pointer, length) => this.exports._sk_event(pointer, length));
  }

  context_restored() {
    this.exports._sk_context_restored();
  }

  /** A piece of a list of addresses for the next command. @param {boolean} begins another list @param {Uint8Array} bytes UTF-8 */
  ip_list(begins, bytes) {
    this.with_bytes([bytes], (pointer, size) => this.exports._sk_ip_list(begins ? 1 : 0, pointer, size));
  }

  /** A piece of a file for the command «hash». @param {boolean} begins another file @param {Uint8Array} bytes */
  hash(begins, bytes) {
    this.with_bytes([bytes], (pointer, size) => this.exports._sk_hash(begins ? 1 : 0, pointer, size));
  }

  /** The command line's request and answer. @param {unknown} request @param {Uint8Array} file @param {Uint8Array} key */
  command(request, file, key) {
    this.with_bytes(
      [JSON.stringify(request), file, key],
      (r, rl, f, fl, k, kl) => this.exports._sk_command(r, rl, f, fl, k, kl),
      true,
    );
    return JSON.parse(this.output(outputs.command));
  }
}
