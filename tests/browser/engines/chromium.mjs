// @ts-check
// Chromium, driven by Playwright over the DevTools protocol. (../chromium.mjs drives it with all that Playwright can.)
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { new_profile } from './profile.mjs';

export class Chromium {
  name = 'chromium';
  keeps_profile = true;
  /** @type {string[]} */
  problems = [];
  /** @type {string[]} */
  asked = [];
  /** @type {import('./engine.mjs').Abilities} */
  abilities = { loads_at_once: true, counts_from_the_start: true, other_pixel_ratios: true, narrowest: 360 };
  profile = new_profile('chromium');
  downloads = this.profile.downloads;
  /** @type {import('playwright-core').BrowserContext | null} */
  context = null;

  async start() {
    this.context = await chromium.launchPersistentContext(join(this.profile.folder, 'profile'), {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
      viewport: { width: 1440, height: 900 },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    this.page = this.context.pages()[0];
    this.session = await this.context.newCDPSession(this.page);
    this.page.on('pageerror', (error) => this.problems.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    this.page.on('request', (request) => this.asked.push(request.url()));
    this.page.on('download', async (file) => {
      renameSync(await file.path(), join(this.downloads, file.suggestedFilename()));
    });
  }

  get running() {
    if (!this.page || !this.session) throw new Error('not started');
    return { page: this.page, session: this.session };
  }

  /** @param {string} url */
  async go_to(url) {
    await this.running.page.goto(url);
  }

  async reload() {
    await this.running.page.reload();
  }

  /** @type {import('./engine.mjs').Evaluate} */
  evaluate(work, ...values) {
    const call = `(${work})(...${JSON.stringify(values)})`;
    return this.running.page.evaluate(call);
  }

  /** @param {string[]} keys */
  async press(...keys) {
    const { page, session } = this.running;
    for (const chord of keys) {
      if (chord.charCodeAt(0) < 0x80) {
        await page.keyboard.press(chord);
        continue;
      }
      // A letter without a key of its own, as Windows sends it (VK_PACKET).
      const key = { key: chord, text: chord, unmodifiedText: chord, windowsVirtualKeyCode: 231 };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', text: '' });
    }
  }

  /** @param {string[]} steps */
  async compose(steps) {
    const { session } = this.running;
    for (const text of steps) {
      const caret = { selectionStart: text.length, selectionEnd: text.length };
      await session.send('Input.imeSetComposition', { text, ...caret });
    }
    await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
  }

  /** @param {number} x @param {number} y @param {number} [count] */
  async click(x, y, count = 1) {
    await this.running.page.mouse.click(x, y, { clickCount: count });
  }

  /** @type {import('./engine.mjs').Engine['drag']} */
  async drag(from, to) {
    const { mouse } = this.running.page;
    await mouse.move(...from);
    await mouse.down();
    await mouse.move(...to, { steps: 4 });
    await mouse.up();
  }

  /** @param {number} x @param {number} y @param {number} down */
  async wheel(x, y, down) {
    const { mouse } = this.running.page;
    await mouse.move(x, y);
    await mouse.wheel(0, down);
  }

  /** @param {number} width @param {number} height @param {number} [ratio] */
  async resize(width, height, ratio = 1) {
    const { page, session } = this.running;
    if (page.viewportSize()?.width !== width || page.viewportSize()?.height !== height) {
      await page.setViewportSize({ width, height });
    }
    const screen = { width, height, deviceScaleFactor: ratio, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', screen);
    await session.send('Page.captureScreenshot'); // without a picture it does not look at the ratio
  }

  /** @type {import('./engine.mjs').Engine['before_each_page']} */
  async before_each_page(work) {
    await this.running.page.addInitScript(work);
  }

  screenshot() {
    return this.running.page.screenshot();
  }

  async stop() {
    await this.context?.close();
    this.context = null;
  }

  remove() {
    this.profile.remove();
  }
}
