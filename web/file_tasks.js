// @ts-check
// Files of any size, chosen or dropped for a purpose that a task in a worker serves (web/tasks.js): the module hears what
// comes of it, and never has the file. One task at a time; the next one ends it.

import { load_parts } from './parts.js';
import { worker as worker_part } from './product.js';
import { start_worker } from './trusted_scripts.js';

/**
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./tasks.js').Modules} Modules
 */

/** By purpose. @type {Record<string, {kind: string, input: (files: File[]) => unknown}>} */
const purposes = {
  backup: { kind: 'hash', input: ([file]) => ({ file }) },
};

export class FileTasks {
  /** @param {Page} page @param {() => Promise<Modules>} modules */
  constructor(page, modules) {
    this.page = page;
    this.modules = modules;
    /** What a dropped file is for on the screen that is shown. */
    this.dropped_for = 'any';
    /** @type {AbortController | undefined} */
    this.running = undefined;
    page.on('dropPurpose', (effect) => {
      this.dropped_for = effect.purpose;
    });
    page.on('cancelTask', () => this.running?.abort());
  }

  /** @param {string} purpose */
  takes(purpose) {
    return Object.hasOwn(purposes, purpose);
  }

  /**
   * @param {string} kind @param {unknown} input
   * @param {{on_progress?: (progress: import('./tasks.js').Progress) => void, signal?: AbortSignal}} [options]
   */
  async run(kind, input, options = {}) {
    const [{ run_task }, [script], modules] = await Promise.all([
      import('./tasks.js'),
      load_parts([worker_part], () => {}),
      this.modules(),
    ]);
    return run_task({ start_worker: () => start_worker(script), modules, kind, input, ...options });
  }

  /** @param {string} purpose one of takes() @param {File[]} files */
  async start(purpose, files) {
    this.running?.abort();
    const own = new AbortController();
    this.running = own;
    const { signal } = own;
    /** @param {string} state @param {Record<string, unknown>} [details] */
    const tell = (state, details) => {
      // Of one that has been ended the module hears no more.
      if (this.running !== own) return;
      this.page.bridge.event({ kind: 'task', text: purpose, state, ...details });
      this.page.request_frame();
    };
    const size = files.reduce((sum, file) => sum + file.size, 0);
    tell('started', { name: files[0].name.normalize('NFC'), value: size });
    try {
      const { kind, input } = purposes[purpose];
      const result = await this.run(kind, input(files), {
        on_progress: ({ done }) => tell('progress', { value: done }),
        signal,
      });
      tell('done', { result });
    } catch (error) {
      if (signal.aborted) tell('cancelled');
      else tell('failed', { code: /** @type {any} */ (error).code ?? 'not_loaded' });
    } finally {
      if (this.running === own) this.running = undefined;
    }
  }
}
