// @ts-check
// The picture on the canvas: drawn by WebGL and by the processor, in any size; and what the page says when it cannot start.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, go_to, import_sample, ready, saved } from './chromium.mjs';
import { eventually } from './sheet.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Browser} */
let browser;
/** @type {Page} decodes pictures */
let viewer;
before(async () => {
  browser = await Browser.launch({ serviceWorkers: 'block' });
  if (!browser.context) throw new Error('closed');
  viewer = await browser.context.newPage();
  const page = await browser.page();
  await import_sample(page);
  await saved(page);
  await page.close();
});
after(async () => {
  await browser.end();
});

/** Different colours in each quarter of the picture; a blank one has one. @param {Buffer} picture */
async function colours(picture) {
  return viewer.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const image = await createImageBitmap(blob);
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const quarter = (/** @type {number} */ x, /** @type {number} */ y) => {
      const [width, height] = [image.width >> 1, image.height >> 1];
      const { data } = context.getImageData(x * width, y * height, width, height);
      return new Set(new Uint32Array(data.buffer)).size;
    };
    return [quarter(0, 0), quarter(1, 0), quarter(0, 1), quarter(1, 1)];
  }, picture.toString('base64'));
}

/** Share of pixels that clearly differ. @param {Buffer} one @param {Buffer} other */
async function difference(one, other) {
  return viewer.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
          const image = await createImageBitmap(blob);
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          if (!context) throw new Error('no canvas');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a.width !== b.width || a.height !== b.height) return 1;
      let different = 0;
      for (let i = 0; i < a.data.length; i += 4) {
        const far = (/** @type {number} */ k) => Math.abs(a.data[i + k] - b.data[i + k]) > 40;
        if (far(0) || far(1) || far(2)) different += 1;
      }
      return different / (a.width * a.height);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/** @param {Page} page @param {() => Promise<Buffer>} [picture] */
async function is_drawn(page, picture = () => page.screenshot()) {
  await eventually(async () => (await colours(await picture())).every((n) => n > 8), true);
}

/** @param {Page} page */
const canvas = (page) =>
  page.evaluate(() => {
    const element = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    return { renderer: element.dataset.renderer, width: element.width, height: element.height };
  });

/** @param {Page} page @param {string} renderer */
async function is_drawn_by(page, renderer) {
  await eventually(async () => (await canvas(page)).renderer, renderer);
  await is_drawn(page);
}

/** @param {string} query */
async function list_of_channels(query) {
  const page = await browser.page(query);
  await go_to(page, 'Kênh thông tin');
  await page.getByRole('grid').waitFor({ state: 'attached' });
  return page;
}

test('WebGL and the processor draw the same picture', async () => {
  /** @type {Buffer[]} */
  const pictures = [];
  for (const renderer of ['gl', 'cpu']) {
    const page = await list_of_channels(`?renderer=${renderer}`);
    await is_drawn_by(page, renderer);
    pictures.push(await page.screenshot());
    await page.close();
  }
  assert.ok((await difference(pictures[0], pictures[1])) < 0.002);
});

/** The page, once it has asked for WebGL. @param {boolean} refused by the browser, with an error */
async function page_after_asking(refused) {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  await page.addInitScript((fails) => {
    const original = HTMLCanvasElement.prototype.getContext;
    /** @param {string} kind @param {unknown[]} rest */
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      if (kind === 'webgl2') document.documentElement.dataset.asked = '';
      if (kind === 'webgl2' && fails) throw new Error('not told');
      return Reflect.apply(original, this, [kind, ...rest]);
    };
  }, refused);
  await page.goto(browser.url);
  await page.locator('html[data-asked]').waitFor();
  return page;
}

test('WebGL that is drawn in software is not used unless asked for', async () => {
  const page = await page_after_asking(false);
  await is_drawn_by(page, 'cpu');
  assert.equal(await page.locator('canvas').count(), 1);
  await page.close();
});

test('where asking for WebGL fails, the page goes on as it is', async () => {
  const page = await page_after_asking(true);
  await go_to(page, 'Kênh thông tin');
  await is_drawn_by(page, 'cpu');
  assert.deepEqual(browser.problems, []);
  await page.close();
});

test('WebGL that is not known to be drawn in software is used unasked, whatever else the address says', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const original = WebGL2RenderingContext.prototype.getExtension;
    /** @param {string} name */
    WebGL2RenderingContext.prototype.getExtension = function (name) {
      return name === 'WEBGL_debug_renderer_info' ? null : original.call(this, name);
    };
  });
  await page.goto(`${browser.url}?renderer=other`);
  await ready(page);
  await is_drawn_by(page, 'gl');
  assert.equal(await page.locator('canvas').count(), 1);
  assert.deepEqual(browser.problems, []);
  await page.close();
});

for (const renderer of ['gl', 'cpu']) {
  test(`the picture follows the window’s size and the screen’s pixels (${renderer})`, async () => {
    const page = await list_of_channels(`?renderer=${renderer}`);
    for (const [width, height] of [
      [1000, 700],
      [390, 780],
      [1600, 1000],
    ]) {
      await page.setViewportSize({ width, height });
      await eventually(() => canvas(page), { renderer, width, height });
      await is_drawn(page);
    }
    // As when the window is moved to another screen: its size stays, its pixels do not.
    const session = await page.context().newCDPSession(page);
    const size = { width: 1200, height: 800 };
    await page.setViewportSize(size);
    await eventually(() => canvas(page), { renderer, ...size });
    for (const ratio of [2, 1.5]) {
      const screen = { ...size, deviceScaleFactor: ratio, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', screen);
      // Playwright's own screenshot would set the ratio back; and only a picture taken makes this
      // browser look at the ratio again.
      const picture = async () =>
        Buffer.from((await session.send('Page.captureScreenshot')).data, 'base64');
      const pixels = { width: size.width * ratio, height: size.height * ratio };
      await eventually(async () => ((await picture()) ? canvas(page) : null), {
        renderer,
        ...pixels,
      });
      await is_drawn(page, picture);
    }
    await page.close();
  });
}

test('a page that cannot start says so, and what to do', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  const message = page.getByRole('alert').getByText(/^Không mở được Sổ Kênh\. Hãy tải lại trang/);
  /** @type {[string, {status?: number, body?: string}][]} */
  const cases = [
    ['**/sokenh-*.wasm', { status: 404 }],
    ['**/sokenh-*.wasm', { status: 200, body: 'not a module' }],
    ['**/be-vietnam-pro-*.bin', { status: 500 }],
  ];
  for (const [pattern, answer] of cases) {
    await page.route(pattern, (route) => route.fulfill(answer));
    await page.goto(browser.url);
    await message.waitFor();
    await page.unroute(pattern);
  }
  await page.goto(browser.url);
  await ready(page);
  assert.equal(await page.getByRole('alert').count(), 0);
  await page.close();
});
