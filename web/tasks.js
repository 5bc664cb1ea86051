// @ts-check
// What takes long is done in a worker, on the page's own compiled module, so that the page goes on being used: reading
// files of any size. A worker lives as long as its task; nothing is shared. web/worker.js says which tasks there are.

/**
 * @typedef {{first: WebAssembly.Module, rest: WebAssembly.Module}} Modules
 * @typedef {{done: number, total: number}} Progress in bytes
 */

/**
 * Codes: `file_unreadable` (taken away or changed meanwhile), `module_failed` (out of memory, most likely),
 * `worker_failed` (the browser starts none).
 */
export class TaskProblem extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Rejects with a TaskProblem; with the signal's reason when that comes first: the worker is ended at once then,
 * whatever it is doing.
 * @param {object} task
 * @param {() => {worker: Worker, forget: () => void}} task.start_worker
 * @param {Modules} task.modules
 * @param {string} task.kind
 * @param {unknown} task.input what can be given to a worker: files, text
 * @param {(progress: Progress) => void} [task.on_progress] at most ten times a second
 * @param {AbortSignal} [task.signal]
 * @returns {Promise<any>} what the task answers
 */
export async function run_task({ start_worker, modules, kind, input, on_progress, signal }) {
  signal?.throwIfAborted();
  /** @type {ReturnType<typeof start_worker>} */
  let started;
  try {
    started = start_worker();
  } catch (error) {
    throw new TaskProblem('worker_failed', String(error));
  }
  const { worker, forget } = started;
  let cancel = () => {};
  try {
    return await new Promise((resolve, reject) => {
      cancel = () => reject(signal?.reason);
      signal?.addEventListener('abort', cancel);
      worker.addEventListener('message', ({ data }) => {
        if (data.progress) on_progress?.(data.progress);
        else if (data.problem) reject(new TaskProblem(data.problem.code, data.problem.detail));
        else resolve(data.result);
      });
      worker.addEventListener('messageerror', () => reject(new TaskProblem('worker_failed')));
      // A script that was refused tells no reason.
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new TaskProblem('worker_failed', event.message ?? ''));
      });
      worker.postMessage({ modules, kind, input });
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
    forget();
  }
}
