// @ts-check
// Trang web: a saved page is looked at, entered in the log, kept as a baseline and compared with; nothing of it runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/commands.mjs';
import { download, go_to, open_file, page_for_all_tests, paste, press, ready, resize, saved } from './chromium.mjs';
import { eventually } from './sheet.mjs';

const page = await page_for_all_tests();
page.setDefaultTimeout(10_000);
const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const data = (/** @type {string} */ name) => readFileSync(join(root, 'tests/data/pages', name));
const list = (/** @type {string | RegExp} */ name) => page.getByRole('list', { name }).getByRole('listitem');

const sample = JSON.parse(readFileSync(join(root, 'tests/data/declarations/so-theo-doi.json'), 'utf8'));
const site = {
  id: 1,
  name: 'Trang thông tin điện tử\nhttps://thcsanlao.example.edu.vn',
  state: 'Hoạt động',
};

async function open_school() {
  const unit = { ...sample.unit, name: 'Trường THCS An Lão', parent: 'Phòng GD&ĐT huyện An Lão' };
  const channel = { ...sample.channels?.[0], ...site, state_value: undefined, created_date: undefined };
  const { id, name, state } = channel;
  const empty = { identifier: '', created: '', managing_unit: '', administrators: '', contact: '' };
  const document = {
    format: sample.format,
    version: sample.version,
    unit,
    packs: ['DL', 'TN17'],
    no_channels: false,
    channels: [{ id, name, ...empty, state, security: {} }],
  };
  await open_file(page, 'nháp.json', JSON.stringify(document));
  await dialog().getByRole('button', { name: 'Mở vào sổ' }).click();
  await dialog().waitFor({ state: 'detached' });
}

/** @param {string} name @param {Buffer | string} bytes */
async function give(name, bytes) {
  const chooser = page.waitForEvent('filechooser');
  await press(button('Mở trang đã lưu…'));
  await (await chooser).setFiles({ name, mimeType: 'text/html', buffer: Buffer.from(bytes) });
  await button('Danh sách trang web').waitFor({ state: 'attached' });
}

const logged = async () => JSON.parse((await download(page, 'Tải bản nháp')).bytes.toString()).log ?? [];

test('without a website the screen says what to do', async () => {
  await go_to(page, 'Trang web');
  await page.getByText('Chưa có kênh nào là trang web').waitFor({ state: 'attached' });
  await press(button('Đến màn hình Kênh'));
  await page.getByRole('heading', { level: 1, name: 'Kênh thông tin' }).waitFor();
});

test('TN17-1.2: the six items with their places, entered in the log', async () => {
  await open_school();
  await go_to(page, 'Trang web');
  await page.getByText('Chưa kiểm tra lần nào').waitFor({ state: 'attached' });
  await give('trang-chu.html', data('semantic.html'));
  const items = list('Cuối trang: 6 trong 6 mục');
  await eventually(() => items.count(), 6);
  assert.match(await items.nth(5).innerText(), /Phạm Thị Lan[^]*cuối trang, dòng \d+/);
  await press(button('Ghi vào sổ'));
  await eventually(async () => (await logged()).length, 1);
  const [entry] = await logged();
  assert.equal(entry.kind, 'page_check');
  assert.equal(entry.footer, 'complete');
  assert.equal(entry.page, 'https://thcsanlao.example.edu.vn/');
  assert.equal(entry.result, undefined);
  await press(button('Danh sách trang web'));
  await page.getByText('Cuối trang · Đủ sáu mục').waitFor({ state: 'attached' });
});

test('DL-5.3: a baseline, and a defaced copy compared with it: what was put in comes first', async () => {
  await give('trang-chu.html', data('semantic.html'));
  await press(button('Lấy làm bản gốc'));
  await page.getByText(/^Đã giữ làm bản gốc/).first().waitFor({ state: 'attached' });
  const html = data('semantic.html').toString().replace(
    '</body>',
    '<p>Tin mới</p><div style="display:none"><a href="https://x.example.net/">Nhà cái uy tín</a></div></body>',
  );
  await press(button('Danh sách trang web'));
  await give('trang-chu-2.html', html);
  const changes = list('Thay đổi so với bản gốc');
  await eventually(async () => (await changes.count()) > 1, true);
  assert.match(await changes.first().innerText(), /Từ ngữ cờ bạc[^]*nhà cái/);
  // Not taken as a baseline without asking.
  await press(button('Lấy làm bản gốc'));
  await button('Vẫn lấy làm bản gốc').waitFor({ state: 'attached' });
  await press(button('Hủy'));
  await press(button('Ghi vào sổ'));
  await eventually(async () => (await logged()).length, 2);
  const [, entry] = await logged();
  assert.equal(entry.result, 'found');
  assert.match(entry.found, /Từ ngữ cờ bạc/);
  // Kept with the workspace.
  await saved(page);
  await page.reload();
  await ready(page);
  await go_to(page, 'Trang web');
  await page.getByText(/^Bản gốc của thcsanlao\.example\.edu\.vn/).waitFor({ state: 'attached' });
  await press(button('Bỏ bản gốc này'));
  await page.getByText('Chưa có bản gốc để so.').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+z');
  await page.getByText(/^Bản gốc của thcsanlao/).waitFor({ state: 'attached' });
});

test('nothing of a page runs or is loaded', async () => {
  /** @type {string[]} */
  const requests = [];
  const note = (/** @type {import('playwright-core').Request} */ request) => requests.push(request.url());
  page.on('request', note);
  const hostile =
    '<html><head><title><img src=x onerror="window.broken=1"></title><meta http-equiv="refresh" content="0;url=https://evil.example.org/">' +
    '<script>window.broken = 1</script></head><body onload="window.broken=1"><img src="https://evil.example.org/a.png" onerror="window.broken=1" alt="&lt;script&gt;window.broken=1&lt;/script&gt;">' +
    '<iframe src="https://evil.example.org/"></iframe><p>Địa chỉ: &lt;img src=x onerror=window.broken=1&gt;, xã A</p></body></html>';
  await give('<img src=x onerror=window.broken=1>.html', hostile);
  await eventually(() => list(/^Cuối trang: /).count(), 6);
  await page.waitForTimeout(300);
  page.off('request', note);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).broken), undefined);
  assert.deepEqual(requests.filter((url) => !url.startsWith(new URL(page.url()).origin)), []);
  await page.keyboard.press('Escape');
  await button('Mở trang đã lưu…').waitFor({ state: 'attached' });
});

test('a page’s source can be pasted; what is no page is said to be none', async () => {
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  await paste(page, '<html><body><footer><p>Trường THCS An Lão</p></footer></body></html>');
  await eventually(() => list('Cuối trang: 1 trong 6 mục').count(), 6);
  await press(button('Danh sách trang web'));
  const chooser = page.waitForEvent('filechooser');
  await press(button('Mở trang đã lưu…'));
  await (await chooser).setFiles({ name: 'a.mhtml', mimeType: 'text/html', buffer: Buffer.from('%PDF-1.7') });
  await page.getByText(/không phải trang web đã lưu/).first().waitFor({ state: 'attached' });
});

test('on a phone everything is within the width', async () => {
  await resize(page, { width: 360, height: 640 });
  await give('trang-chu.html', data('protected-email.html'));
  await eventually(() => list('Dấu hiệu đăng lại tin báo chí').count(), 3);
  const wide = await page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('button, [role=listitem]')].filter((one) => one.getBoundingClientRect().right > 361).length,
  );
  assert.equal(wide, 0);
  await page.goBack();
  await button('Mở trang đã lưu…').waitFor({ state: 'attached' });
});
