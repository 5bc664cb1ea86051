// @ts-check
// WebKitGTK, which has Safari's engine: its own MiniBrowser, driven over WebDriver.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../sheet.mjs';
import { click_actions, drag_actions, key_actions, wheel_actions } from './actions.mjs';
import { end_process } from './process.mjs';
import { new_profile } from './profile.mjs';

const minibrowser = () => {
  const libraries = '/usr/lib';
  for (const machine of readdirSync(libraries)) {
    const folder = join(libraries, machine, 'webkit2gtk-4.1');
    try {
      if (readdirSync(folder).includes('MiniBrowser')) return join(folder, 'MiniBrowser');
    } catch {
      // another kind of folder
    }
  }
  throw new Error('WebKitGTK’s MiniBrowser is not installed');
};

/** @returns {Promise<number>} */
function free_port() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** @param {number | undefined} pid @returns {number[]} */
function children_of(pid) {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return list.split(' ').filter(Boolean).map(Number);
  } catch {
    return []; // it has ended
  }
}

/** @param {number} pid */
function end_if_there(pid) {
  try {
    process.kill(pid);
  } catch {
    // it is not
  }
}

export class Webkit {
  name = 'webkit';
  keeps_profile = false; // a driven MiniBrowser forgets everything
  /** @type {string[]} */
  problems = [];
  asked = null; // WebDriver does not tell
  // MiniBrowser's window is not narrower than its tool bar, and its zoom answers to no driven key.
  /** @type {import('./engine.mjs').Abilities} */
  abilities = { loads_at_once: false, counts_from_the_start: false, other_pixel_ratios: false, narrowest: 447 };
  profile = new_profile('webkit');
  downloads = this.profile.downloads;
  /** @type {import('node:child_process').ChildProcess | null} */
  driver = null;
  session = '';
  /** @type {[number, number]} */
  size = [1440, 900];

  /** @param {import('./display.mjs').Display} display */
  constructor(display) {
    this.display = display;
  }

  async start() {
    const port = await free_port();
    const home = this.profile.folder;
    mkdirSync(join(home, 'config'), { recursive: true });
    writeFileSync(join(home, 'config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
    this.driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: {
        ...this.display.environment,
        HOME: home,
        XDG_CACHE_HOME: join(home, 'cache'),
        XDG_CONFIG_HOME: join(home, 'config'),
        XDG_DATA_HOME: join(home, 'data'),
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // it would not start as root
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // The browser prints the page's console to the output that it inherits.
    const output = createInterface({ input: /** @type {any} */ (this.driver.stdout) });
    output.on('line', (line) => {
      if (/^CONSOLE .*\bERROR\b/.test(line)) this.problems.push(line);
    });
    const address = `http://127.0.0.1:${port}`;
    await this.answer_of(`${address}/status`);
    const options = {
      binary: minibrowser(),
      args: [
        '--automation',
        '--enable-write-console-messages-to-stdout=true',
        '--javascript-can-access-clipboard=true',
      ],
    };
    this.session = `${address}/session`;
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = await this.send('POST', '', { capabilities });
    this.session += `/${sessionId}`;
    await this.send('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 1000 });
  }

  /** Until the driver listens. @param {string} url */
  async answer_of(url) {
    while (this.driver?.exitCode === null) {
      try {
        return await fetch(url);
      } catch {
        await delay(20);
      }
    }
    throw new Error(`WebKitWebDriver ended: ${this.driver?.exitCode}`);
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async send(method, path, body) {
    const response = await fetch(this.session + path, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000), // a browser that does not come up is never reported
    });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  /**
   * Under llvmpipe its process for pages sometimes dies between one address and the next: the next is opened in a new
   * browser then, once.
   * @param {string} url
   */
  async go_to(url) {
    try {
      await this.leaves(() => this.send('POST', '/url', { url }));
    } catch (error) {
      if (!String(error).includes('page crash or hang')) throw error;
      console.warn(`${url}: ${error}`);
      await this.stop();
      await this.start();
      await this.resize(...this.size);
      await this.send('POST', '/url', { url });
    }
  }

  async reload() {
    await this.leaves(() => this.send('POST', '/refresh', {}));
  }

  /**
   * Its driver may answer while the old page is still there, which looks like the new one.
   * @param {() => Promise<unknown>} navigation
   */
  async leaves(navigation) {
    await this.evaluate(() => {
      document.documentElement.dataset.left = '';
    });
    await navigation();
    const is_new = () => this.evaluate(() => !('left' in document.documentElement.dataset));
    // Between the two it runs no script.
    await eventually(() => is_new().catch(() => false), true);
  }

  /** @type {import('./engine.mjs').Evaluate} */
  async evaluate(work, ...values) {
    const script = `
      const [json, done] = arguments;
      new Promise((resolve) => resolve((${work})(...JSON.parse(json)))).then(
        (value) => done({ json: JSON.stringify(value) }),
        (error) => done({ error: String(error) }),
      );`;
    const args = [JSON.stringify(values)];
    const { json, error } = await this.send('POST', '/execute/async', { script, args });
    if (error) throw new Error(error);
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  }

  /** @param {object[]} actions */
  async perform(actions) {
    await this.send('POST', '/actions', { actions });
  }

  /** @param {string[]} keys */
  press(...keys) {
    return this.perform([{ type: 'key', id: 'keyboard', actions: key_actions(keys) }]);
  }

  /**
   * GTK's own input method: Control+Shift+U begins a composition that shows the code of a letter, a space commits the
   * letter. So each letter that is not on the keyboard is composed by itself; the steps before the last are not shown.
   * @param {string[]} steps
   */
  compose(steps) {
    const letters = [...(steps.at(-1) ?? '')];
    return this.press(
      ...letters.flatMap((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        return code < 0x80 ? [letter] : ['Control+Shift+u', ...code.toString(16), 'Space'];
      }),
    );
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

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    this.size = [width, height];
    const bars = await this.evaluate(() => window.outerHeight - window.innerHeight);
    await this.send('POST', '/window/rect', { x: 0, y: 0, width, height: height + bars });
  }

  /** WebDriver runs nothing before the page does. */
  async before_each_page() {}

  async screenshot() {
    return Buffer.from(await this.send('GET', '/screenshot'), 'base64');
  }

  async stop() {
    if (!this.driver) return;
    // All that the driver started holds its output open: closed, there is none left.
    const all_ended = once(this.driver, 'close', { signal: AbortSignal.timeout(20_000) });
    const started = children_of(this.driver.pid);
    // Ends the browser; one whose page has crashed has no session any more, but is still there.
    await this.send('DELETE', '').catch(() => started.forEach(end_if_there));
    await end_process(this.driver);
    await all_ended;
    this.driver = null;
  }

  remove() {
    this.profile.remove();
  }
}
