// @ts-check
// Files in and out: choosing, dropping, downloading, sharing, and the clipboard.

import { ip_lists_purpose } from './ip_lists.js';

/**
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./ip_lists.js').IpLists} IpLists
 * @typedef {import('./file_tasks.js').FileTasks} FileTasks
 */

const largest_file = 32 * 1024 * 1024;
const megabyte = 1024 * 1024;

/**
 * @param {Page} page
 * @param {File} file
 * @param {string} purpose
 */
async function open_file(page, file, purpose) {
  if (file.size > largest_file) {
    page.bridge.event({ kind: 'fileTooLarge', text: file.name, value: largest_file / megabyte });
  } else {
    page.bridge.file(purpose, file.name.normalize('NFC'), new Uint8Array(await file.arrayBuffer()));
  }
  page.frame_now();
}

/** @param {string} name @param {Blob} blob */
export function download(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the blob when the click returns; a little later is safe for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} text @param {string} html the same as a table, if it is one */
export async function copy(text, html) {
  let taken = false;
  // Not navigator.clipboard.write(): Chromium rewrites the HTML given to that, and strips what tells Excel that a cell
  // is text.
  const give = (/** @type {ClipboardEvent} */ event) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    if (html !== '') event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopPropagation();
    taken = true;
  };
  document.addEventListener('copy', give, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  if (!taken) await navigator.clipboard.writeText(text);
}

/** @param {Page} page @param {FileTasks} tasks @param {File} file @param {string} purpose */
async function open_sheet(page, tasks, file, purpose) {
  const name = file.name.normalize('NFC');
  try {
    const { text } = await tasks.run('sheet', { file });
    page.bridge.file(purpose === 'any' ? 'table' : purpose, `${name}.tsv`, new TextEncoder().encode(text));
  } catch (error) {
    page.bridge.event({ kind: 'sheetFailed', text: /** @type {any} */ (error).code ?? 'not_loaded', name });
  }
  page.frame_now();
}

/** @param {Page} page @param {FileTasks} tasks @param {IpLists} lists */
export function connect_files(page, tasks, lists) {
  /** @param {File[]} files @param {string} purpose */
  const take = (files, purpose) => {
    if (purpose === ip_lists_purpose) return lists.take(files);
    if (tasks.takes(purpose)) return tasks.start(purpose, files);
    if (/\.xlsx$/i.test(files[0].name)) return open_sheet(page, tasks, files[0], purpose);
    return open_file(page, files[0], purpose);
  };
  const input = document.createElement('input');
  input.type = 'file';
  let purpose = 'any';
  input.addEventListener('change', async () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) await take(files, purpose);
    input.value = '';
  });

  page.on('chooseFile', (effect) => {
    purpose = effect.purpose;
    input.accept = effect.accept;
    input.multiple = effect.multiple === 'yes';
    input.click();
  });
  page.on('download', (effect) => download(effect.name, new Blob([effect.text], { type: effect.type })));
  page.on('copy', async (effect) => {
    const copied = await copy(effect.text, effect.html ?? '').then(
      () => true,
      () => false,
    );
    page.bridge.event({ kind: 'copied', value: copied });
    page.frame_now();
  });
  page.on('share', async (effect) => {
    const file = new File([effect.file], effect.name, { type: effect.type });
    // Leaving the share sheet without choosing is no error.
    await navigator.share({ files: [file], title: effect.title, text: effect.text }).catch(() => {});
  });

  page.stage.addEventListener('dragover', (event) => event.preventDefault());
  page.stage.addEventListener('drop', async (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return; // dragged text goes into the field it is dropped on
    event.preventDefault();
    await take(files, tasks.dropped_for);
  });
}

/** Whether the browser can hand a JSON file to another program. */
export function shares_files() {
  if (!navigator.canShare) return false;
  return navigator.canShare({ files: [new File(['{}'], 'a.json', { type: 'application/json' })] });
}
