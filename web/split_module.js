// @ts-check
// The module comes in two files (scripts/split_module.mjs): what a first visit runs, and the rest, which is fetched
// when the page is already there. Where the first file's functions call one of the rest, the table of functions holds
// a stand-in until the rest has been added, which puts its own functions there.

/** @typedef {import('./bridge.js').Exports} Exports */

/** Compiles a module while its bytes come. Nothing of it runs, so the bytes may be checked as a whole afterwards. */
export class Compiler {
  /** @param {number} length of the module, bytes */
  constructor(length) {
    this.missing = length;
    /** @param {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} controller */
    const start = (controller) => {
      this.controller = controller;
    };
    /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined} */
    this.controller = undefined;
    const headers = { 'Content-Type': 'application/wasm' };
    this.module = WebAssembly.compileStreaming(new Response(new ReadableStream({ start }), { headers }));
    // Whoever waits for it hears of it; where the bytes fail first, nobody does.
    this.module.catch(() => {});
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  take(bytes) {
    if (this.missing === 0) return; // nothing comes after the last byte but, perhaps, no bytes
    this.missing -= bytes.length;
    this.controller?.enqueue(bytes);
    if (this.missing === 0) this.controller?.close();
  }
}

export class SplitModule {
  /** @param {() => Uint8Array<ArrayBuffer>} rest_at_once the rest's bytes, for a call that comes before them */
  constructor(rest_at_once) {
    this.rest_at_once = rest_at_once;
    this.complete = false;
    /** Compiled, for other instances of the same. @type {{first?: WebAssembly.Module, rest?: WebAssembly.Module}} */
    this.modules = {};
    /** @type {WebAssembly.Exports} */
    this.exports = {};
    this.set_started = () => {};
    /** @type {Promise<void>} */
    this.started = new Promise((resolve) => (this.set_started = resolve));
  }

  /**
   * @param {typeof import('../sokenh.js').default} start_module the compiled module's glue
   * @param {Promise<WebAssembly.Module>} compiling the first file
   * @returns {Promise<Exports>}
   */
  start(start_module, compiling) {
    /** @param {object} target @param {string | symbol} slot */
    const get = (target, slot) => (/** @type {unknown[]} */ ...values) => this.stand_in(Number(slot), values);
    const placeholder = new Proxy({}, { get });
    return new Promise((resolve, reject) => {
      start_module({
        instantiateWasm: (imports, done) => {
          const instantiate = async () => {
            const module = await compiling;
            const instance = await WebAssembly.instantiate(module, { ...imports, placeholder });
            this.exports = instance.exports;
            this.modules.first = module;
            done(instance, module);
            this.set_started();
          };
          instantiate().catch(reject);
          return {};
        },
      }).then(resolve, reject);
    });
  }

  /** @param {Promise<WebAssembly.Module>} compiling the other file */
  async add_rest(compiling) {
    await this.started;
    const rest = await compiling;
    await WebAssembly.instantiate(rest, { primary: this.exports });
    this.modules.rest = rest;
    this.complete = true;
  }

  /** @param {number} slot @param {unknown[]} values */
  stand_in(slot, values) {
    if (!this.complete) {
      const rest = new WebAssembly.Module(this.rest_at_once());
      new WebAssembly.Instance(rest, { primary: this.exports });
      this.modules.rest = rest;
      this.complete = true;
    }
    const table = Object.values(this.exports).find((exported) => exported instanceof WebAssembly.Table);
    return /** @type {WebAssembly.Table} */ (table).get(slot)(...values);
  }
}
