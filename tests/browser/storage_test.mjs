// @ts-check
// What was entered is there again: after a reload, a closed tab, a killed browser; two tabs never overwrite each
// other; what cannot be read is kept; where nothing can be stored, the page says so.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import {
  Browser,
  cell_text,
  download,
  go_to,
  import_sample,
  make_key_and_sign,
  passphrase,
  ready,
  saved,
  select_cell,
} from './chromium.mjs';
import { cell_is, draft, eventually, names, open_draft, three } from './sheet.mjs';
import { put_record, stored } from './stores.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Browser} */
let browser;
beforeEach(async () => {
  browser = await Browser.launch();
});
afterEach(async () => {
  const { problems } = browser;
  await browser.end();
  assert.deepEqual(problems, []);
});

const read_only = (/** @type {Page} */ page) => page.getByText('Sổ này đang mở ở một thẻ khác');

/** @param {Page} page */
async function reload(page) {
  await page.reload();
  await ready(page);
}

test('a reload and a closed tab lose nothing, not even what is being typed', async () => {
  let page = await browser.page();
  await open_draft(page, three);
  await select_cell(page, 1, 2);
  await page.keyboard.type('Đã gõ');
  await page.keyboard.press('Enter');
  await saved(page);
  await reload(page);
  await go_to(page, 'Kênh thông tin');
  await cell_is(page, 1, 2, 'Đã gõ');

  // In a cell, without Enter.
  await select_cell(page, 2, 2);
  await page.keyboard.type('Gõ dở, tải lại');
  await reload(page);
  await go_to(page, 'Kênh thông tin');
  await cell_is(page, 2, 2, 'Gõ dở, tải lại');

  await select_cell(page, 3, 2);
  await page.keyboard.type('Gõ dở, đóng thẻ');
  await page.close();
  page = await browser.page();
  await go_to(page, 'Kênh thông tin');
  await cell_is(page, 3, 2, 'Gõ dở, đóng thẻ');

  // In a field of the unit.
  await go_to(page, 'Đơn vị');
  await page.getByRole('textbox', { name: 'Mã đơn vị' }).fill('ĐL-01');
  await page.close({ runBeforeUnload: true });
  page = await browser.page();
  await go_to(page, 'Đơn vị');
  await eventually(() => page.getByRole('textbox', { name: 'Mã đơn vị' }).inputValue(), 'ĐL-01');
  assert.equal(await read_only(page).count(), 0);
  // And it is in the store by now, not only beside it.
  await eventually(async () => (await stored(page)).workspaces[0].text.includes('ĐL-01'), true);
  assert.equal(await page.evaluate(() => localStorage.getItem('sokenh-unsaved')), null);
});

/** The browser's main process. @param {string} profile */
function process_of(profile) {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = ids.filter((id) => {
    try {
      const parameters = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      const ours = parameters.includes(`--user-data-dir=${profile}`);
      return ours && !parameters.some((parameter) => parameter.startsWith('--type='));
    } catch {
      return false; // ended meanwhile
    }
  });
  assert.equal(found.length, 1);
  return Number(found[0]);
}

test('what is said to be saved survives the browser being killed', async () => {
  const page = await browser.page();
  await import_sample(page);
  await select_cell(page, 3, 2);
  await page.keyboard.type('Trước khi mất điện');
  await page.keyboard.press('Enter');
  await eventually(async () => (await stored(page)).workspaces[0]?.text.includes('mất điện'), true);
  await saved(page);
  const gone = new Promise((resolve) => browser.context?.once('close', resolve));
  process.kill(process_of(browser.profile), 'SIGKILL');
  await gone;
  await browser.open();
  const again = await browser.page();
  await go_to(again, 'Kênh thông tin');
  await eventually(async () => (await names(again)).length > 5, true);
  await cell_is(again, 3, 2, 'Trước khi mất điện');
  assert.equal(await read_only(again).count(), 0);
});

test('a second tab is told, cannot write, takes over; the first one is told then', async () => {
  const first = await browser.page();
  await open_draft(first, three);
  await select_cell(first, 1, 2);
  await saved(first);
  const second = await browser.page();
  await read_only(second).waitFor();
  await go_to(second, 'Kênh thông tin');
  await eventually(() => names(second), ['Cổng một', 'Trang hai', 'Zalo ba']);
  assert.equal(await second.getByRole('button', { name: 'Thêm kênh' }).isDisabled(), true);
  assert.equal(await second.getByRole('grid').locator('textarea').isEditable(), false);

  // The first goes on meanwhile; who takes over has what it wrote.
  await first.bringToFront();
  await select_cell(first, 2, 2);
  await first.keyboard.type('Sửa ở thẻ một');
  await first.keyboard.press('Enter');
  await saved(first);
  await second.bringToFront();
  await second.getByRole('button', { name: 'Sửa ở thẻ này' }).click();
  await read_only(second).waitFor({ state: 'detached' });
  await cell_is(second, 2, 2, 'Sửa ở thẻ một');
  await select_cell(second, 3, 2);
  await second.keyboard.type('Sửa ở thẻ hai');
  await second.keyboard.press('Enter');
  await saved(second);

  await first.bringToFront();
  await read_only(first).waitFor();
  assert.equal(await first.getByRole('button', { name: 'Thêm kênh' }).isDisabled(), true);
  assert.equal(await first.getByRole('grid').locator('textarea').isEditable(), false);
  await first.getByRole('button', { name: 'Sửa ở thẻ này' }).click();
  await cell_is(first, 3, 2, 'Sửa ở thẻ hai');
  await read_only(second).waitFor();
});

test('a first visit does not wait for the disk, and what is written meanwhile is saved', async () => {
  await browser.context?.addInitScript(() => {
    /** @type {any} */ (window).opened = new Promise((open) => Object.assign(window, { open }));
    const { set, ...rest } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess') ?? {};
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
      ...rest,
      /** @param {() => void} handler */
      set(handler) {
        set?.call(this, () => /** @type {any} */ (window).opened.then(handler));
      },
    });
  });
  const page = await browser.page();
  await page.getByRole('textbox', { name: 'Tên đơn vị' }).fill('Trường THCS Quang Trung');
  await page.keyboard.press('Tab');
  await page.evaluate(() => /** @type {any} */ (window).open());
  await saved(page);
  await eventually(async () => (await stored(page)).workspaces[0]?.text.includes('Trường THCS Quang Trung'), true);
});

test('a page that cannot start keeps no other from writing', async () => {
  const broken = await browser.page();
  await broken.route('**/*.wasm', (route) => route.abort());
  await broken.reload();
  await broken.getByRole('alert').waitFor();
  await eventually(() => broken.evaluate(async () => (await navigator.locks.query()).held?.length), 0);
  browser.problems.length = 0; // what could not be fetched
  const good = await browser.page();
  await go_to(good, 'Kênh thông tin');
  assert.equal(await read_only(good).count(), 0);
});

test('without locks, too, a tab never overwrites what another has written', async () => {
  await browser.context?.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });
  const first = await browser.page();
  await open_draft(first, three);
  await saved(first);
  const second = await browser.page();
  await go_to(second, 'Kênh thông tin');
  const write = async (/** @type {Page} */ page, /** @type {string} */ text) => {
    await page.bringToFront();
    await select_cell(page, 1, 2);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await write(first, 'Thẻ một');
  await eventually(async () => (await stored(first)).workspaces[0].text.includes('Thẻ một'), true);
  await write(second, 'Thẻ hai');
  await read_only(second).waitFor();
  assert.equal((await stored(first)).workspaces[0].text.includes('Thẻ một'), true);
  await second.close();
  await reload(first);
  await go_to(first, 'Kênh thông tin');
  await cell_is(first, 1, 2, 'Thẻ một');
});

test('a stored document that cannot be read is put aside, said, and can be downloaded', async () => {
  const now = JSON.parse(draft(three));
  const later = JSON.stringify({
    format: 'sokenh.workspace',
    version: 1,
    declaration: { ...now, version: 99 },
  });
  const later_workspace = JSON.stringify({
    format: 'sokenh.workspace',
    version: 2,
    declaration: now,
  });
  /** @type {[unknown, string][]} record, what is downloaded */
  const unreadable = [
    [{ text: '{"format":"sokenh.wor', revision: 7 }, '{"format":"sokenh.wor'],
    [{ text: later, revision: 7 }, later],
    [{ text: later_workspace, revision: 7 }, later_workspace],
    [{ anything: [1, null, 'Đ'] }, '{"anything":[1,null,"Đ"]}'],
    [42, '42'],
  ];
  const page = await browser.page();
  const message = page.getByText('Không đọc được dữ liệu đã lưu');
  const put_aside = async () => (await stored(page)).quarantine.map((entry) => entry.record);
  const records = unreadable.map(([record]) => record);
  for (const [i, [record, text]] of unreadable.entries()) {
    await put_record(page, record);
    await reload(page);
    await message.waitFor();
    await eventually(put_aside, records.slice(0, i + 1));
    const file = await download(page, 'Tải dữ liệu cũ');
    assert.equal(file.bytes.toString(), text);
    // A new workspace is begun beside it.
    await open_draft(page, three);
    await saved(page);
    await reload(page);
    assert.equal(await message.count(), 0);
    await go_to(page, 'Kênh thông tin');
    await eventually(() => names(page), ['Cổng một', 'Trang hai', 'Zalo ba']);
  }
  assert.deepEqual(await put_aside(), records);
});

test('with storage blocked the page works, and says that it cannot save', async () => {
  await browser.context?.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const page = await browser.page();
  await page.getByText('Hãy bấm «Tải bản nháp» trước khi đóng trang').waitFor();
  await import_sample(page);
  await eventually(async () => (await cell_text(page, 1, 2))?.startsWith('Trang thông tin điện tử'), true);
  await page.getByRole('banner').getByText('Trình duyệt không lưu được').waitFor();
  const file = await download(page, 'Tải bản nháp');
  assert.equal(JSON.parse(file.bytes.toString()).channels.length, 14);
});

test('a full disk is said; once there is room, the next change is saved with all before it', async () => {
  const page = await browser.page();
  await open_draft(page, three);
  await saved(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      IDBObjectStore.prototype.put = put;
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await select_cell(page, 1, 2);
  await page.keyboard.type('Một');
  await page.keyboard.press('Enter');
  await page.getByText('Hãy bấm «Tải bản nháp» ngay để giữ dữ liệu').waitFor();
  await select_cell(page, 2, 2);
  await page.keyboard.type('Hai');
  await page.keyboard.press('Enter');
  await saved(page);
  await reload(page);
  await go_to(page, 'Kênh thông tin');
  await eventually(() => names(page), ['Một', 'Hai', 'Zalo ba']);
});

/** The public key of an Ed25519 seed (RFC 8410's private key around it). @param {Buffer} seed */
function public_key_of(seed) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'jwk' }).x;
}

test('a key is there after a reload, sealed: its seed and its passphrase are nowhere', async () => {
  await browser.context?.addInitScript(() => {
    const { getRandomValues } = Crypto.prototype;
    /** @type {number[][]} */
    const given = [];
    Object.assign(window, { given });
    Crypto.prototype.getRandomValues = function (/** @type {any} */ array) {
      getRandomValues.call(this, array);
      if (array instanceof Uint8Array) given.push([...array]);
      return array;
    };
  });
  const page = await browser.page();
  const of_later_version = '{"format":"sokenh.key","version":99}';
  await put_record(page, JSON.stringify([of_later_version]), 'keys');
  await reload(page);
  await open_draft(page, three);
  await go_to(page, 'Ký & xuất');
  const key_file = await make_key_and_sign(page, 'Cán bộ thống kê ký');
  const { x } = JSON.parse(readFileSync(await key_file.path(), 'utf8')).public;
  await saved(page);

  const random = await page.evaluate(() => /** @type {any} */ (window).given.flat());
  const bytes = Buffer.from(random);
  const windows = Array.from({ length: bytes.length - 31 }, (_, i) => bytes.subarray(i, i + 32));
  const seed = windows.find((candidate) => public_key_of(candidate) === x);
  assert.ok(seed, 'the seed was among the random bytes given to the module');

  const secrets = [
    passphrase,
    ...['hex', 'base64', 'base64url', 'latin1', 'utf8'].map((how) =>
      seed.toString(/** @type {BufferEncoding} */ (how)),
    ),
  ];
  const kept = JSON.stringify([
    await stored(page),
    await page.evaluate(() => ({ ...localStorage })),
    await page.content(),
  ]);
  assert.equal(kept.includes(x), true);
  for (const secret of secrets) assert.equal(kept.includes(secret), false);

  await reload(page);
  await go_to(page, 'Ký & xuất');
  await page.getByText(/^Tệp còn thiếu chữ ký/).waitFor();
  // Another change: the key is offered for signing again, and opens with its passphrase.
  await go_to(page, 'Kênh thông tin');
  await select_cell(page, 1, 2);
  await page.keyboard.type('Sửa rồi ký lại');
  await page.keyboard.press('Enter');
  await go_to(page, 'Ký & xuất');
  await page.getByRole('button', { name: 'Cán bộ thống kê ký' }).click();
  const choice = page.getByRole('combobox', { name: 'Khóa ký' });
  assert.match((await choice.locator('option:checked').textContent()) ?? '', /Phạm Thị Lan/);
  await page.getByRole('textbox', { name: 'Cụm mật khẩu của khóa' }).fill(passphrase);
  await page.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click();
  await page.getByRole('group', { name: 'Cán bộ thống kê' }).getByText('Chữ ký hợp lệ').waitFor();
});
