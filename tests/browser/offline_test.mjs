// @ts-check
// Without a network: what was loaded once goes on working; a new version is offered and takes over with nothing lost;
// and an administrator can take it all back. And what a browser shows that cannot run the page.
import assert from 'node:assert/strict';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../../scripts/commands.mjs';
import { start_server } from '../../scripts/serve.mjs';
import { assemble } from '../../scripts/site.mjs';
import {
  Browser,
  download,
  fill_unit,
  go_to,
  import_sample,
  make_key_and_sign,
  ready,
  saved,
} from './chromium.mjs';
import { eventually } from './sheet.mjs';

/** @typedef {import('playwright-core').Page} Page */

const folder = mkdtempSync(join(tmpdir(), 'sokenh-site-'));
const site = join(folder, 'site');

/** As the build, with the parts compressed for the server, only less. @param {string} [web] */
async function build_site(web = join(root, 'web')) {
  await assemble(site, { web });
  for (const name of files_of_site()) {
    const path = join(site, 'files', name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 3 };
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
  }
}

/** @type {Browser} */
let browser;
/** @type {{url: string, port: number, close: () => Promise<void>}} */
let server;
before(async () => {
  await build_site();
  server = await start_server({ folder: site, port: 0 });
  browser = new Browser(server);
  await browser.open();
});
after(async () => {
  await browser.end();
  rmSync(folder, { recursive: true, force: true });
});

async function server_back() {
  server = await start_server({ folder: site, port: server.port });
  browser.server = server;
}

const files_of_site = () => readdirSync(join(site, 'files'));

/** What is kept for use offline. @param {Page} page */
const caches_of = (page) => page.evaluate(() => caches.keys());

/** @param {Page} page */
const unit_name = async (page) => {
  await go_to(page, 'Đơn vị');
  return page.getByRole('textbox', { name: 'Tên đơn vị', exact: true }).inputValue();
};

/** @param {Page} page */
const is_controlled = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller !== null;
  });

test('loaded once, the page opens and does its job with the server gone', async () => {
  const page = await browser.page();
  await eventually(() => is_controlled(page), true);
  await fill_unit(page);
  await saved(page);
  await server.close();
  try {
    await assert.rejects(fetch(browser.url));
    await page.reload();
    await ready(page);
    assert.equal(await unit_name(page), 'Trường Tiểu học Đại Lộc');
    await import_sample(page);
    await saved(page);
    await go_to(page, 'Ký & xuất');
    await make_key_and_sign(page, 'Cán bộ thống kê ký');
    const signed = await download(page, 'Tải tệp đã ký');
    assert.match(signed.bytes.toString(), /"signatures"/);
    await page.close();
    // By the page's other name, in a new tab, with a query.
    const again = await browser.page('index.html?renderer=cpu');
    await go_to(again, 'Kênh thông tin');
    assert.equal(await again.getByRole('grid').getAttribute('aria-rowcount'), '15');
    assert.deepEqual(browser.problems, []);
    await again.close();
  } finally {
    await server_back();
  }
});

test('a first visit is offered no new version, however late the browser tells what its worker does', async () => {
  const first = await Browser.launch();
  try {
    await first.context?.addInitScript(() => {
      // What came first, that it is installed or that it has taken the page over, cannot be told from this.
      const state = Object.getOwnPropertyDescriptor(ServiceWorker.prototype, 'state');
      Object.assign(window, { state_of: (/** @type {any} */ worker) => state?.get?.call(worker) });
      Object.defineProperty(ServiceWorker.prototype, 'state', { get: () => 'installed' });
    });
    const page = await first.page();
    await eventually(() => is_controlled(page), true);
    const state = () =>
      page.evaluate(async () => /** @type {any} */ (window).state_of((await navigator.serviceWorker.ready).active));
    await eventually(state, 'activated');
    assert.equal(await page.getByRole('complementary', { name: 'Bản mới' }).count(), 0);
  } finally {
    await first.end();
  }
});

test('a new version is fetched beside the old one, offered in words, and taken with nothing lost', async () => {
  const page = await browser.page();
  const [first, ...others] = await caches_of(page);
  assert.deepEqual(others, []);
  const old_style = files_of_site().find((name) => name.startsWith('page-'));

  const web = join(folder, 'web');
  cpSync(join(root, 'web'), web, { recursive: true });
  appendFileSync(join(web, 'page.css'), '\n:root { --version: 2; }\n');
  await build_site(web);
  assert.ok(!files_of_site().includes(String(old_style)), 'the style has a new name');

  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const offer = page.getByRole('button', { name: 'Có bản mới – tải lại' });
  await offer.waitFor();
  // Nothing has changed yet, and the page goes on: the old version also opens in another tab.
  assert.equal((await caches_of(page)).length, 2);
  const version = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--version'));
  assert.equal(await version(), '');
  assert.equal(await page.evaluate(() => document.getElementById('announcer')?.textContent), 'Có bản mới. Tải lại trang để dùng.');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'A new version is here – reload' }).waitFor();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  // The bar takes its place from the stage, it covers nothing.
  const [bar, canvas] = await Promise.all([
    page.getByRole('complementary', { name: 'Bản mới' }).boundingBox(),
    page.locator('canvas').boundingBox(),
  ]);
  assert.ok(bar && canvas && canvas.y + canvas.height <= bar.y);

  // What is being typed at the moment is not lost either.
  await go_to(page, 'Đơn vị');
  await page.getByRole('textbox', { name: 'Tên đơn vị', exact: true }).fill('Trường Tiểu học Ái Nghĩa');
  const reloaded = page.waitForEvent('load');
  await offer.click();
  await reloaded;
  await ready(page);
  assert.equal(await version(), '2');
  assert.equal(await unit_name(page), 'Trường Tiểu học Ái Nghĩa');
  await go_to(page, 'Kênh thông tin');
  assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '15');
  const kept = await caches_of(page);
  assert.equal(kept.length, 1);
  assert.notEqual(kept[0], first);
  assert.equal(await offer.count(), 0);
  assert.deepEqual(browser.problems, []);
  await page.close();
});

test('a half-copied new version is not taken', async () => {
  const page = await browser.page();
  const kept = await caches_of(page);
  const web = join(folder, 'web');
  appendFileSync(join(web, 'page.css'), '\n:root { --version: 3; }\n');
  const half = join(folder, 'half');
  await assemble(half, { web });
  copyFileSync(join(half, 'sw.js'), join(site, 'sw.js'));
  const ended = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (!installing) return 'nothing to install';
    return new Promise((resolve) =>
      installing.addEventListener('statechange', () => resolve(installing.state)),
    );
  });
  assert.equal(ended, 'redundant');
  assert.equal(await page.getByRole('button', { name: 'Có bản mới – tải lại' }).count(), 0);
  await page.reload();
  await ready(page);
  for (const name of kept) assert.ok((await caches_of(page)).includes(name));
  await page.close();
});

test('sw-remove.js in the place of sw.js takes the worker and its files away, and leaves the data', async () => {
  const page = await browser.page();
  copyFileSync(join(site, 'sw-remove.js'), join(site, 'sw.js'));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await eventually(
    () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    0,
  );
  assert.deepEqual(await caches_of(page), []);
  // Now the server is asked for the page again.
  const answered = page.waitForResponse(browser.url);
  await page.reload();
  assert.equal((await answered).fromServiceWorker(), false);
  await ready(page);
  assert.equal(await unit_name(page), 'Trường Tiểu học Ái Nghĩa');
  assert.deepEqual(browser.problems, []);
  await page.close();
});

test('the page can be installed: its manifest and icons are there and as described', async () => {
  const page = await browser.page();
  const session = await page.context().newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data ?? '');
  assert.equal(new URL(manifest.start_url, url).href, browser.url);
  assert.equal(new URL(manifest.scope, url).href, browser.url);
  assert.equal(manifest.display, 'standalone');
  const pictures = [
    ...manifest.icons.map((/** @type {any} */ icon) => [new URL(icon.src, url).href, icon.sizes]),
    [await page.locator('link[rel=apple-touch-icon]').evaluate((link) => /** @type {any} */ (link).href), '180x180'],
  ];
  for (const [address, sizes] of pictures) {
    const drawn = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, address);
    if (sizes !== 'any') assert.equal(drawn, sizes);
  }
  assert.equal(pictures.length, 5);
  await page.close();
});

test('while the page loads, a bar shows the share of bytes that have come, however compressed', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    /** @type {number[]} */
    const shares = [];
    Object.assign(window, { shares });
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar && bar.value !== shares.at(-1)) shares.push(bar.value);
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  // From the network, and slow enough that the bar is there before the bytes are.
  const session = await browser.context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const rates = { latency: 0, downloadThroughput: 500_000, uploadThroughput: 500_000 };
  await session.send('Network.emulateNetworkConditions', { offline: false, ...rates });
  const module = page.waitForResponse(/\/sokenh-[^/]+\.wasm$/);
  await page.goto(browser.url);
  assert.equal((await module).headers()['content-encoding'], 'br');
  await ready(page);
  /** @type {number[]} */
  const shares = await page.evaluate(() => /** @type {any} */ (window).shares);
  assert.ok(shares.length > 5, String(shares));
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
  assert.equal(shares.at(-1), 1);
  await page.close();
});

/** @type {[string, string, RegExp, RegExp][]} */
const unable = [
  [
    'without WebAssembly',
    'delete globalThis.WebAssembly',
    /^Trình duyệt này quá cũ, hoặc WebAssembly đang bị tắt/,
    /^This browser is too old, or WebAssembly is switched off/,
  ],
  [
    'without vectors in WebAssembly',
    'WebAssembly.validate = () => false',
    /^Trình duyệt này quá cũ/,
    /^This browser is too old/,
  ],
  [
    'that knows no modules',
    'delete HTMLScriptElement.prototype.noModule',
    /^Trình duyệt này quá cũ/,
    /^This browser is too old/,
  ],
];
for (const [name, script, vietnamese, english] of unable) {
  test(`a browser ${name} says so in plain words`, async () => {
    if (!browser.context) throw new Error('closed');
    const page = await browser.context.newPage();
    await page.addInitScript(script);
    await page.goto(browser.url);
    const message = page.getByRole('alert');
    await message.getByText(vietnamese).waitFor();
    await message.getByText(english).waitFor();
    assert.equal(await page.locator('#loading').count(), 0);
    await page.close();
  });
}

test('what is shown before the page runs has the colours of the system, or those chosen', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  await page.addInitScript('delete globalThis.WebAssembly');
  await page.goto(browser.url);
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, dark] = ['rgb(245, 246, 248)', 'rgb(15, 20, 27)'];
  for (const [scheme, chosen, expected] of /** @type {const} */ ([
    ['light', null, light],
    ['dark', null, dark],
    ['dark', 'light', light],
    ['light', 'dark', dark],
  ])) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((theme) => (theme ? localStorage.setItem('sokenh-theme', theme) : localStorage.clear()), chosen);
    await page.reload();
    assert.equal(await colour(), expected, `${scheme}, chosen: ${chosen}`);
  }
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test('a script that does not arrive, or arrives changed, is said in plain words', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  for (const answer of [{ status: 404 }, { status: 200, body: 'alert(1)', contentType: 'text/javascript' }]) {
    await page.route('**/boot-*.js', (route) => route.fulfill(answer));
    await page.goto(browser.url);
    await page.getByRole('alert').getByText(/^Không tải được đủ các tệp của Sổ Kênh/).waitFor();
    await page.unroute('**/boot-*.js');
  }
  await page.close();
});

test('without JavaScript the page says what is missing, and nothing else', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await page.goto(browser.url);
  const sentences = page.locator('noscript p');
  assert.deepEqual(await sentences.allTextContents(), [
    'Sổ Kênh cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang.',
    'Sổ Kênh needs JavaScript. Switch it on in the browser, then reload the page.',
  ]);
  for (const sentence of await sentences.all()) assert.ok(await sentence.isVisible());
  assert.equal(await page.locator('#loading').isVisible(), false);
  await page.close();
});
