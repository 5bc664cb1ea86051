// @ts-check
// Lists of botnet addresses that were chosen, dropped or pasted: kept here as files while the page is open, and read by a
// worker (web/worker.js, «ip_list») as often as the module has new addresses to look for. The module hears what is in
// them.

/**
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./file_tasks.js').FileTasks} FileTasks
 */

const largest_list = 256 * 1024 * 1024; // as core/exchange/ip_list.h
const megabyte = 1024 * 1024;

export const ip_lists_purpose = 'ipLists';

export class IpLists {
  /** @param {Page} page @param {FileTasks} tasks */
  constructor(page, tasks) {
    this.page = page;
    this.tasks = tasks;
    /** @type {Map<number, Blob>} */
    this.files = new Map();
    /** @type {Map<number, AbortController>} */
    this.running = new Map();
    this.last_id = 0;
    page.on('ipListText', ({ text, name }) => this.give(name, new Blob([text])));
    page.on('ipListRead', ({ id, ranges }) => this.read(Number(id), ranges));
    page.on('ipListForget', ({ id }) => this.forget(Number(id)));
  }

  /** @param {File[]} files */
  take(files) {
    for (const file of files) {
      if (file.size > largest_list) {
        this.tell({ kind: 'fileTooLarge', text: file.name, value: largest_list / megabyte });
      } else {
        this.give(file.name.normalize('NFC'), file);
      }
    }
  }

  /** @param {string} name @param {Blob} file */
  give(name, file) {
    this.last_id += 1;
    this.files.set(this.last_id, file);
    this.tell({ kind: 'ipListGiven', id: this.last_id, name, value: file.size });
  }

  /** @param {number} id */
  forget(id) {
    this.running.get(id)?.abort();
    this.running.delete(id);
    this.files.delete(id);
  }

  /** @param {number} id @param {string} ranges one a line */
  async read(id, ranges) {
    const file = this.files.get(id);
    if (!file) return;
    this.running.get(id)?.abort();
    const own = new AbortController();
    this.running.set(id, own);
    // Of one that has been ended the module hears no more.
    const current = () => this.running.get(id) === own;
    try {
      const answer = await this.tasks.run(
        'ip_list',
        { file, ranges, language: document.documentElement.lang === 'en' ? 'en' : 'vi' },
        {
          signal: own.signal,
          on_progress: ({ done }) => current() && this.tell({ kind: 'ipListProgress', id, value: done }),
        },
      );
      if (current()) this.tell({ kind: 'ipListAnswer', id, text: JSON.stringify(answer) });
    } catch (error) {
      if (current()) this.tell({ kind: 'ipListFailed', id, text: /** @type {any} */ (error).code ?? 'not_loaded' });
    }
  }

  /** @param {{kind: string, [detail: string]: unknown}} event */
  tell(event) {
    this.page.bridge.event(event);
    this.page.request_frame();
  }
}
