// @ts-check
// Starts the page: waits for module and fonts, opens the storage, shows the first frame.

import start_module from '../sokenh.js';
import { announce } from './announcer.js';
import { Bridge } from './bridge.js';
import { connect_documents } from './documents/connect.js';
import { FileTasks } from './file_tasks.js';
import { connect_files, shares_files } from './files.js';
import { compiled_module, loaded_fonts } from './first_parts.js';
import { Input } from './input.js';
import { IpLists } from './ip_lists.js';
import { connect_offline } from './offline.js';
import { Page } from './page.js';
import { connect_paper } from './paper.js';
import { load_parts, part_at_once } from './parts.js';
import { Places } from './places.js';
import { wasm_rest } from './product.js';
import { canvas_with_webgl } from './renderer.js';
import { connect_secrets } from './secrets.js';
import { SplitModule } from './split_module.js';
import { StaleWrite, Storage, WriteLock } from './storage.js';
import { TextOverlay } from './text_overlay.js';
import { connect_viewport } from './viewport.js';
import { connect_word_list } from './word_list.js';

const weights = ['400', '500', '600'];

const not_loaded =
  'Không tải được đủ các tệp của Sổ Kênh. Những gì đã nhập vẫn được giữ trên máy này: hãy kiểm tra mạng rồi tải lại trang. ' +
  'Not all files of Sổ Kênh could be loaded; what was entered is kept: check the network, then reload the page.';

const split = new SplitModule(() => {
  try {
    return part_at_once(wasm_rest);
  } catch (error) {
    show_failure(not_loaded, error);
    throw error;
  }
});

/** The module's other part. What fails here is tried once more when it is needed. */
async function complete_module() {
  try {
    const [bytes] = await load_parts([wasm_rest], () => {});
    await split.add_rest(WebAssembly.compile(bytes));
  } catch {
    // as above
  }
}

/** Both parts compiled, for a worker. */
async function whole_module() {
  if (!split.modules.rest) await complete_module();
  const { first, rest } = split.modules;
  if (!first || !rest) throw new Error(not_loaded);
  return { first, rest };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} weight */
function add_to_document(bytes, weight) {
  // The browser's own fields over the canvas are written in the same font.
  const face = new FontFace('Be Vietnam Pro', bytes, { weight });
  document.fonts.add(face);
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}

/** @param {string} name */
function stored(name) {
  try {
    return localStorage.getItem(`sokenh-${name}`);
  } catch {
    return null; // storage blocked: settings last as long as the tab
  }
}

/** The colours of forced-colors mode, as the module takes them. @returns {Record<string, number>} 0xRRGGBB by name */
function system_colors() {
  const probe = document.createElement('span');
  probe.className = 'system-color';
  document.body.append(probe);
  /** @type {Record<string, number>} */
  const colors = {};
  for (const name of ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'HighlightText']) {
    probe.style.color = name;
    const parts = getComputedStyle(probe).color.match(/\d+/g) ?? [];
    const [red = 0, green = 0, blue = 0] = parts.map(Number);
    colors[name] = red * 65536 + green * 256 + blue;
  }
  probe.remove();
  return colors;
}

/** @param {Page} page */
function connect_settings(page) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const forced = matchMedia('(forced-colors: active)');
  // The system's theme, live, until the person chooses one.
  const apply_theme = () => {
    const theme = stored('theme') ?? (dark.matches ? 'dark' : 'light');
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    dataset.contrast = forced.matches ? 'forced' : contrast.matches ? 'more' : '';
    const colors = forced.matches ? system_colors() : {};
    const asked = { contrast: contrast.matches, forced: forced.matches };
    page.bridge.event({ kind: 'theme', text: theme, ...asked, ...colors });
    page.request_frame();
  };
  for (const query of [dark, contrast, forced]) query.addEventListener('change', apply_theme);
  page.on('setting', (effect) => {
    try {
      localStorage.setItem(`sokenh-${effect.name}`, effect.value);
    } catch {
      // as above
    }
    if (effect.name === 'theme') document.documentElement.dataset.theme = effect.value;
    if (effect.name === 'language') document.documentElement.lang = effect.value;
  });
  const percent = Number(stored('text-size'));
  if (percent > 0) page.bridge.event({ kind: 'textScale', value: percent / 100 });
  page.bridge.event({ kind: 'language', text: document.documentElement.lang });
  apply_theme();
}

/**
 * Opens the store while the page is still being loaded, and hands over what is in it.
 * @param {Promise<Page>} starting
 * @returns {{known: Promise<unknown>, keep_unsaved: () => void}} `known`: what was stored has been handed over, or there
 *   is nothing stored, which a new store says before the disk has it
 */
function connect_storage(starting) {
  /** @param {{kind: string, text?: string, value?: unknown}} event */
  const tell = async (event) => {
    const page = await starting;
    page.bridge.event(event);
    page.request_frame();
  };
  const lock = new WriteLock((held) => tell({ kind: 'readOnly', value: !held }).catch(() => {}));
  /** @type {unknown} */
  let record;
  /** @param {Storage} storage */
  const load = async (storage) => {
    record = await storage.load_document();
    if (lock.held) {
      await storage.restore_unsaved();
      record = await storage.load_document();
    }
    if (record === undefined) return;
    const text = /** @type {any} */ (record)?.text;
    if (typeof text === 'string') {
      // What is in it is checked; the files are on this machine already.
      await complete_module();
      await tell({ kind: 'document', text });
    } else {
      await storage.quarantine(record, 'no text');
      await tell({ kind: 'quarantined', text: JSON.stringify(record) ?? '' });
    }
  };
  /** @type {Storage | null} */
  let ready = null;
  /** @param {() => void} on_new */
  const open = async (on_new) => {
    /** @type {Storage | null} */
    let storage = null;
    try {
      storage = await Storage.open(on_new);
      await lock.acquire(false);
      await load(storage);
      const keys = await storage.load_keys();
      if (keys !== '') await tell({ kind: 'keys', text: keys });
    } catch {
      await tell({ kind: 'storageUnavailable' });
    }
    ready = storage;
    return storage;
  };
  /** @type {Promise<Storage | null>} */
  let opened = Promise.resolve(null);
  const known = new Promise((resolve, reject) => {
    opened = open(() => resolve(undefined));
    opened.then(resolve, reject);
  });
  // At once where it can be: a page that is going away waits for nothing.
  /** @param {(storage: Storage) => void} act */
  const when_ready = (act) => {
    if (ready) act(ready);
    else opened.then((storage) => storage && act(storage));
  };
  /** @param {Page} page */
  const connect = (page) => {
    page.on('save', (effect) =>
      when_ready((storage) =>
        storage.save_document(effect.text).then(
          () => tell({ kind: 'saved' }),
          (error) => tell(error instanceof StaleWrite ? { kind: 'readOnly', value: true } : { kind: 'saveFailed' }),
        ),
      ),
    );
    page.on('quarantine', (effect) =>
      when_ready((storage) => storage.quarantine(record, effect.reason).catch(() => tell({ kind: 'saveFailed' }))),
    );
    page.on('saveKeys', (effect) =>
      when_ready((storage) => storage.save_keys(effect.text).catch(() => tell({ kind: 'saveFailed' }))),
    );
    page.on('takeOver', () =>
      when_ready(async (storage) => {
        await lock.acquire(true);
        // The other tab may have written since this one was opened.
        await load(storage);
        page.frame_now();
      }),
    );
  };
  // A page that cannot start must not keep another from writing.
  starting.then(connect, () => lock.release());
  return { known, keep_unsaved: () => ready?.keep_unsaved() };
}

/** Loads and starts the module; nothing is shown yet. @returns {Promise<{page: Page, fonts: Uint8Array<ArrayBuffer>[]}>} */
async function start_page() {
  const fonts = await loaded_fonts();
  const bridge = new Bridge(await split.start(start_module, compiled_module()));
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas'));
  const page = new Page(bridge, element('stage'), canvas, element('semantics'));
  page.on_failure = (error) =>
    show_failure(
      'Sổ Kênh gặp lỗi và phải dừng. Những gì đã nhập vẫn được giữ trên máy này: hãy tải lại trang. ' +
        'Sổ Kênh had to stop; what was entered is kept: reload the page.',
      error,
    );
  const tasks = new FileTasks(page, whole_module);
  connect_files(page, tasks, new IpLists(page, tasks));
  page.on('announce', (effect) => announce(effect.text));
  connect_paper(page);
  connect_documents(page);
  connect_secrets(page);
  connect_word_list(page);
  page.start();
  fonts.forEach((bytes, weight) => bridge.font(weight, bytes));
  connect_settings(page);
  connect_viewport(page);
  bridge.event({ kind: 'sharesFiles', value: shares_files() });
  return { page, fonts };
}

/** Until the browser has put on the screen what was drawn: what can wait must not keep it from that. */
const picture_shown = () =>
  new Promise((resolve) => {
    // In a tab that is not looked at there are no animation frames. The milliseconds are for what it does after one.
    if (document.hidden) resolve(undefined);
    else requestAnimationFrame(() => setTimeout(resolve, 50));
  });

async function boot() {
  document.documentElement.dataset.started = '';
  // web/check.js has said why.
  if ('unable' in document.documentElement.dataset) return;
  document.documentElement.lang = stored('language') ?? 'vi';
  const starting = start_page();
  const stored_work = connect_storage(starting.then(({ page }) => page));
  const [{ page, fonts }] = await Promise.all([starting, stored_work.known]);
  const text = new TextOverlay(page);
  new Input(page, text);
  const places = new Places(page, () => text.commit_active());
  // After the overlay's own listener, which commits what is being typed.
  window.addEventListener('pagehide', () => stored_work.keep_unsaved());
  element('loading').remove();
  page.run();
  await picture_shown();
  places.settle();
  // The fields have nothing to show before somebody writes in one.
  fonts.forEach((bytes, i) => add_to_document(bytes, weights[i]));
  if (!split.complete) await complete_module();
  // Only now: to ask for WebGL takes as long as a frame, and what draws with it is in the module's other part. Where
  // that comes later still, this visit stays with the processor.
  const faster = split.complete ? canvas_with_webgl(page.canvas) : null;
  if (faster && !page.failed) page.draw_with_webgl(faster);
  // Last: it fetches every file once more, from the browser's cache where the server lets it.
  connect_offline();
}

/** @param {string} text @param {unknown} error */
function show_failure(text, error) {
  if (document.getElementById('failure')) return; // what failed first says why
  const message = document.createElement('p');
  message.id = 'failure';
  message.setAttribute('role', 'alert');
  message.textContent = `${text} (${error instanceof Error ? error.message : error})`;
  document.body.replaceChildren(message);
}

boot().catch((error) =>
  show_failure(
    'Không mở được Sổ Kênh. Hãy tải lại trang; nếu vẫn lỗi, dùng Chrome, Edge, Cốc Cốc hoặc Firefox bản mới. ' +
      'Sổ Kênh could not start: reload, or use a recent browser.',
    error,
  ),
);
