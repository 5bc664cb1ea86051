// @ts-check
// The page inside another site's page, by the snippet in README.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/commands.mjs';
import { Browser, go_to, ready } from './chromium.mjs';
import { eventually } from './sheet.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Browser} */
let browser;
/** @type {import('node:http').Server} the department's site */
let host;
let host_url = '';
before(async () => {
  // Playwright switches off what every released Chromium does: storage kept apart by the site around.
  browser = await Browser.launch({ more_arguments: ['--disable-features=MediaRouter'] });
  const snippet = /^<iframe[^]*?<\/iframe>$/m.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[0];
  if (!snippet) throw new Error('README.md has no <iframe> snippet');
  const frame = snippet.replace(/src="[^"]*"/, () => `src="${browser.url}"`);
  const html = `<!doctype html><html lang="vi"><title>Phòng Giáo dục</title><h1>Biểu mẫu</h1>${frame}`;
  host = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise((resolve) => host.listen(0, '127.0.0.1', () => resolve(null)));
  const address = host.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  // The product is at localhost: another site to a browser, not only another port.
  host_url = `http://127.0.0.1:${address.port}/`;
});
after(async () => {
  await browser.end();
  host.closeAllConnections();
  host.close();
});

/** @param {Page} page The frame, driven like a page. */
async function embedded(page) {
  const element = await page.locator('iframe').elementHandle();
  const frame = /** @type {any} */ (await element?.contentFrame());
  await ready(frame);
  return /** @type {Page} */ (frame);
}

/** @param {Page} frame */
const unit_name = async (frame) => {
  await go_to(frame, 'Đơn vị');
  return frame.getByRole('textbox', { name: 'Tên đơn vị', exact: true });
};

test('in another site’s page it works, keeps what was entered, copies and downloads', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(host_url);
  const frame = await embedded(page);
  const name = await unit_name(frame);
  await name.fill('Trường Tiểu học Đại Lộc');
  await name.press('Enter');
  await frame.getByText(/^Đã lưu \d\d:\d\d · trên máy này$/).waitFor();
  await go_to(frame, 'Ký & xuất');
  const started = page.waitForEvent('download');
  await frame.getByRole('button', { name: 'Tải bản nháp' }).click();
  assert.match(readFileSync(await (await started).path(), 'utf8'), /Trường Tiểu học Đại Lộc/);
  // Copying needs the snippet's allow="…".
  assert.equal(
    await frame.evaluate(() => /** @type {any} */ (document).featurePolicy?.allowsFeature('clipboard-write')),
    true,
  );

  await page.reload();
  const again = await embedded(page);
  assert.equal(await (await unit_name(again)).inputValue(), 'Trường Tiểu học Đại Lộc');
  // The frame follows the host's layout.
  await page.setViewportSize({ width: 700, height: 900 });
  await eventually(
    () => again.evaluate(() => document.querySelector('canvas')?.width === window.innerWidth),
    true,
  );
  assert.deepEqual(problems, []);
  await page.close();
});

test('Back closes a dialog there, and is never more than one step further from the host’s page before', async () => {
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  await page.goto(`${browser.url}licences.txt`);
  await page.goto(host_url);
  const frame = await embedded(page);
  const dialog = frame.getByRole('dialog');
  const open = async () => {
    await frame.getByRole('button', { name: 'Phím tắt' }).click();
    await dialog.waitFor({ state: 'attached' });
  };
  await open();
  await page.evaluate(() => history.back());
  await dialog.waitFor({ state: 'detached' });
  for (const screen of /** @type {const} */ (['Kênh thông tin', 'Ký & xuất', 'Đơn vị'])) {
    await go_to(frame, screen);
    await open();
    await frame.getByRole('dialog').press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.evaluate(() => history.back());
  await frame.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor();
  assert.equal(page.url(), host_url);
  await page.goBack();
  assert.equal(page.url(), `${browser.url}licences.txt`);
  await page.close();
});

test('where the browser allows a frame no storage, the page works and says what to do', async () => {
  const strict = new Browser({ url: browser.url, close: async () => {} });
  // With the storage not kept apart, Chromium's policy against third parties refuses it.
  await strict.open();
  try {
    const page = await strict.context?.newPage();
    if (!page) throw new Error('closed');
    await page.goto(host_url);
    const frame = await embedded(page);
    const name = await unit_name(frame);
    await name.fill('Trường Tiểu học Đại Lộc');
    await name.press('Enter');
    await frame.getByText('Hãy bấm «Tải bản nháp» trước khi đóng trang').waitFor();
  } finally {
    await strict.end();
  }
});

test('what is entered there is kept for that site alone', async () => {
  const page = await browser.page();
  assert.equal(await (await unit_name(page)).inputValue(), '');
  assert.deepEqual(browser.problems, []);
  await page.close();
});
