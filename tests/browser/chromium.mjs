// @ts-check
// The page in a real Chromium, driven as a person or a screen reader would: by roles and names, keys and the pointer.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/commands.mjs';
import { start_server } from '../../scripts/serve.mjs';

// The day in Vietnam, which the page goes by wherever it runs.
process.env.TZ = 'Asia/Ho_Chi_Minh';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/**
 * @typedef {object} OpenOptions
 * @property {'allow' | 'block'} [serviceWorkers] a test that answers requests itself blocks them
 * @property {string[]} [more_arguments] Chromium's
 */

// No background traffic: a test counts every request.
const chromium_arguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const sample = readFileSync(join(root, 'tests/data/kenh-dan-tu-excel.tsv'), 'utf8');

/**
 * Chromium with a profile of its own on disk, so that it can be closed, or killed, and opened again.
 */
export class Browser {
  /** @param {{url: string, close: () => Promise<void>}} server */
  constructor(server) {
    this.server = server;
    this.url = server.url;
    this.profile = mkdtempSync(join(tmpdir(), 'sokenh-'));
    /** @type {BrowserContext | null} */
    this.context = null;
    /** @type {string[]} what went wrong in the page: must stay empty */
    this.problems = [];
  }

  /** @param {OpenOptions} [options] */
  static async launch(options) {
    const browser = new Browser(await start_server({ port: 0 }));
    await browser.open(options);
    return browser;
  }

  /** @param {OpenOptions} [options] */
  async open({ serviceWorkers = 'allow', more_arguments = [] } = {}) {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: '/usr/bin/chromium',
      args: [...chromium_arguments, ...more_arguments],
      viewport: { width: 1440, height: 900 },
      serviceWorkers,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
  }

  /** A tab with the page, ready. @param {string} [query] @returns {Promise<Page>} */
  async page(query = '') {
    if (!this.context) throw new Error('closed');
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    await page.goto(this.url + query);
    await ready(page);
    return page;
  }

  async close() {
    await this.context?.close();
    this.context = null;
  }

  /** Closes the browser, the server, and removes the profile. */
  async end() {
    await this.close();
    await this.server.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

/**
 * One browser with one page for all tests of a file; none of them may leave an error in its console.
 * @param {string} [query] @returns {Promise<Page>}
 */
export async function page_for_all_tests(query) {
  const browser = await Browser.launch();
  afterEach(() => {
    assert.deepEqual(browser.problems, []);
  });
  after(() => browser.end());
  return browser.page(query);
}

/** @param {Page} page */
export async function ready(page) {
  await page.getByRole('navigation').getByRole('button').first().waitFor();
}

/**
 * On a phone some screens are behind «Thêm».
 * @param {Page} page
 * @param {'Tổng quan' | 'Đơn vị' | 'Kênh thông tin' | 'Tài khoản' | 'Máy tính & IP' | 'Tự kiểm tra' | 'Mật khẩu' | 'Trang web' | 'Sổ theo dõi' | 'Trực' | 'Tài liệu' | 'Ký & xuất'} name
 */
export async function go_to(page, name) {
  const navigation = page.getByRole('navigation');
  const entry = navigation.getByRole('button', { name, exact: true });
  const more = navigation.getByRole('button', { name: 'Thêm', exact: true });
  await entry.or(more).first().waitFor({ state: 'attached' });
  if ((await entry.count()) === 0) await more.click();
  await entry.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The window has this size, and the page has followed. @param {Page} page @param {{width: number, height: number}} size */
export async function resize(page, size) {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => document.querySelector('canvas')?.width === width, size.width);
}

/** Pastes into whatever has the focus. @param {Page} page @param {string} text @param {string} [html] */
export async function paste(page, text, html = '') {
  await page.evaluate(
    ([plain, rich]) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain);
      if (rich) data.setData('text/html', rich);
      const options = { clipboardData: data, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', options));
    },
    [text, html],
  );
}

/** Pastes the sample through the import preview. @param {Page} page */
export async function import_sample(page) {
  await go_to(page, 'Kênh thông tin');
  await page.getByRole('button', { name: 'Dán từ Excel' }).first().click();
  await page.getByRole('textbox', { name: 'Dán bảng vào đây' }).waitFor();
  await paste(page, sample);
  await page.getByRole('button', { name: 'Nhập 14 kênh' }).click();
  await page.getByRole('grid').waitFor({ state: 'attached' });
}

/** @param {Page} page @param {string} name @param {string} value */
export async function fill_field(page, name, value) {
  await page.getByRole('textbox', { name, exact: true }).fill(value);
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
export async function fill_unit(page) {
  await go_to(page, 'Đơn vị');
  await fill_field(page, 'Tên đơn vị', 'Trường Tiểu học Đại Lộc');
  await fill_field(page, 'Cơ quan chủ quản', 'UBND xã Đại Lộc');
  await page.getByRole('combobox', { name: 'Loại đơn vị' }).selectOption('Trường học');
  await fill_field(page, 'Điện thoại', '0236 3865 123');
  await fill_field(page, 'Thư điện tử', 'thdailoc@example.edu.vn');
  await fill_field(page, 'Cán bộ thống kê', 'Phạm Thị Lan');
  await fill_field(page, 'Lãnh đạo đơn vị', 'Nguyễn Văn Thành');
}

export const passphrase = 'con mèo trèo cây cau';

/** Makes a key in the dialog and signs with it. @param {Page} page @param {string} button */
export async function make_key_and_sign(page, button) {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('textbox', { name: 'Cụm mật khẩu của khóa' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Nhập lại cụm mật khẩu' }).fill(passphrase);
  const key_file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tạo khóa và ký' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return key_file;
}

/** @param {Page} page @param {string} button @returns {Promise<{name: string, bytes: Buffer}>} */
export async function download(page, button) {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** @param {Page} page @param {string} name @param {Buffer | string} bytes */
export async function open_file(page, name, bytes) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Mở tệp…' }).click();
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
}

/** Waits until the page says that everything is stored. @param {Page} page */
export async function saved(page) {
  await page.getByText(/^Đã lưu \d\d:\d\d · trên máy này$/).waitFor();
}

/**
 * Activates by keyboard: focus scrolls the thing into view inside its panel first.
 * @param {import('playwright-core').Locator} locator
 */
export async function press(locator) {
  await locator.focus();
  await locator.press('Enter');
}

/**
 * The cell's text, read in one step: the editor may move to another cell meanwhile.
 * @param {Page} page @param {number} row STT @param {number} column 1 to 8
 */
export async function cell_text(page, row, column) {
  return page
    .locator(`[role=row][aria-rowindex="${row + 1}"] > [aria-colindex="${column}"]`)
    .evaluate((cell) => cell.querySelector('textarea')?.value ?? cell.textContent);
}

/**
 * Selects a cell with the keyboard, wherever the grid is scrolled to.
 * @param {Page} page @param {number} row STT @param {number} column 2 to 8
 */
export async function select_cell(page, row, column) {
  await page.getByRole('grid').locator('textarea').focus();
  await page.keyboard.press('Control+Home');
  for (let i = 1; i < row; i += 1) await page.keyboard.press('ArrowDown');
  for (let i = 2; i < column; i += 1) await page.keyboard.press('ArrowRight');
}
