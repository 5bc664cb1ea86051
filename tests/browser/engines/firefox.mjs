// @ts-check
// Firefox, driven over WebDriver BiDi, which it speaks by itself. Only with a screen has it WebGL.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { click_actions, drag_actions, key_actions, wheel_actions } from './actions.mjs';
import { end_process, line_of } from './process.mjs';
import { new_profile } from './profile.mjs';

/** @param {string} downloads */
const preferences = (downloads) => ({
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.alwaysOpenPanel': false,
  'focusmanager.testmode': true, // focus is as in an active window: see activate
  'ui.prefersReducedMotion': 1,
});

// In the browser's own window. Without a window manager no window is ever active: nothing would have the focus, and
// input methods write only into what has it.
const activate = `() => {
  Services.focus.activeWindow = window;
  gBrowser.selectedBrowser.focus();
}`;

// There too: what GTK's input methods call when their keys arrive.
const compose = `(json) => {
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) throw new Error('no input transaction');
  for (const text of JSON.parse(json)) {
    processor.setPendingCompositionString(text);
    processor.appendClauseToPendingComposition(text.length, processor.ATTR_RAW_CLAUSE);
    processor.setCaretInPendingComposition(text.length);
    if (!processor.flushPendingComposition()) throw new Error('composition refused: ' + text);
  }
  processor.commitComposition();
}`;

export class Firefox {
  name = 'firefox';
  keeps_profile = true;
  /** @type {string[]} */
  problems = [];
  /** @type {string[]} */
  asked = [];
  /** @type {import('./engine.mjs').Abilities} */
  abilities = { loads_at_once: true, counts_from_the_start: true, other_pixel_ratios: true, narrowest: 360 };
  profile = new_profile('firefox');
  downloads = this.profile.downloads;
  /** @type {import('node:child_process').ChildProcess | null} */
  program = null;
  /** @type {WebSocket | null} */
  socket = null;
  /** @type {Map<number, {resolve: (result: any) => void, reject: (error: Error) => void}>} */
  waiting = new Map();
  last_id = 0;
  context = '';
  own_window = '';

  /** @param {import('./display.mjs').Display} display */
  constructor(display) {
    this.display = display;
  }

  async start() {
    const profile = this.profile.folder;
    const settings = Object.entries(preferences(this.downloads));
    const lines = settings.map(([name, value]) => `user_pref(${JSON.stringify([name, value]).slice(1, -1)});\n`);
    writeFileSync(join(profile, 'user.js'), lines.join(''));
    this.program = spawn(
      'firefox-esr',
      [
        '--remote-debugging-port=0',
        '--remote-allow-system-access',
        '--no-remote',
        ...['--profile', profile],
        ...['--width', '1440', '--height', '1000'],
      ],
      { env: { ...this.display.environment, HOME: profile }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const [, url] = await line_of(this.program, 'stderr', /^WebDriver BiDi listening on (ws:\S+)/);
    this.socket = new WebSocket(`${url}/session`);
    this.socket.on('message', (message) => this.receive(JSON.parse(String(message))));
    await once(this.socket, 'open');
    await this.send('session.new', { capabilities: {} });
    await this.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
    this.context = (await this.send('browsingContext.getTree', {})).contexts[0].context;
    const chrome = await this.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    this.own_window = chrome.contexts[0].context;
    await this.call(this.own_window, activate, null);
  }

  /** @param {string} method @param {object} params @returns {Promise<any>} */
  send(method, params) {
    const id = ++this.last_id;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket?.send(JSON.stringify({ id, method, params }));
    });
  }

  /** @param {any} message */
  receive(message) {
    if (message.method === 'log.entryAdded') {
      if (message.params.level === 'error') this.problems.push(message.params.text);
      return;
    }
    if (message.method === 'network.beforeRequestSent') {
      this.asked.push(message.params.request.url);
      return;
    }
    const asked = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'error') asked?.reject(new Error(`${message.error}: ${message.message}`));
    else asked?.resolve(message.result);
  }

  /** @param {string} url */
  async go_to(url) {
    await this.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  async reload() {
    await this.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  /** @param {string} context @param {string} work taking and giving JSON @param {unknown} values */
  async call(context, work, values) {
    const answer = await this.send('script.callFunction', {
      functionDeclaration: work,
      arguments: [{ type: 'string', value: JSON.stringify(values) }],
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** @type {import('./engine.mjs').Evaluate} */
  async evaluate(work, ...values) {
    const by_json = `async (json) => JSON.stringify(await (${work})(...JSON.parse(json)))`;
    const json = await this.call(this.context, by_json, values);
    return json === undefined ? undefined : JSON.parse(json);
  }

  /** @param {object[]} actions */
  async perform(actions) {
    await this.send('input.performActions', { context: this.context, actions });
  }

  /** @param {string[]} keys */
  press(...keys) {
    return this.perform([{ type: 'key', id: 'keyboard', actions: key_actions(keys) }]);
  }

  /** @param {string[]} steps */
  async compose(steps) {
    // The letters go another way to the page than all else that is asked here: they are waited for.
    await this.evaluate(() => {
      const composed = new Promise((resolve) => {
        document.addEventListener('compositionend', () => resolve(true), { once: true });
      });
      Object.assign(window, { composed });
    });
    await this.call(this.own_window, compose, steps);
    await this.evaluate(() => /** @type {any} */ (window).composed);
  }

  /** @param {number} x @param {number} y @param {number} [count] */
  click(x, y, count = 1) {
    return this.perform([click_actions(x, y, count)]);
  }

  /** @type {import('./engine.mjs').Engine['drag']} */
  drag(from, to) {
    return this.perform([drag_actions(from, to)]);
  }

  /** @param {number} x @param {number} y @param {number} down */
  wheel(x, y, down) {
    return this.perform([wheel_actions(x, y, down)]);
  }

  /** @param {number} width @param {number} height @param {number} [ratio] */
  async resize(width, height, ratio = 1) {
    const viewport = { width, height };
    await this.send('browsingContext.setViewport', { context: this.context, viewport, devicePixelRatio: ratio });
  }

  /** @type {import('./engine.mjs').Engine['before_each_page']} */
  async before_each_page(work) {
    await this.send('script.addPreloadScript', { functionDeclaration: String(work) });
  }

  async screenshot() {
    const { data } = await this.send('browsingContext.captureScreenshot', { context: this.context });
    return Buffer.from(data, 'base64');
  }

  async stop() {
    const { program, socket } = this;
    if (!program) return;
    this.program = null;
    if (socket?.readyState === WebSocket.OPEN) {
      // It ends like a browser that a person closes: what it stores is on the disk.
      const ended = once(program, 'exit');
      await this.send('browser.close', {});
      await ended;
    }
    await end_process(program);
  }

  remove() {
    this.profile.remove();
  }
}
