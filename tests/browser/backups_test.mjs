// @ts-check
// The book of backups: a file of any size is hashed in a worker while the page goes on, a draft is written to the book and
// sealed, a file is recognised, what is damaged shows; in the single file too.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/commands.mjs';
import { Browser, download, fill_field, go_to, make_key_and_sign, open_file, page_for_all_tests, press, ready, saved } from './chromium.mjs';
import { eventually } from './sheet.mjs';

/** @typedef {import('playwright-core').Page} Page */

const page = await page_for_all_tests();
page.setDefaultTimeout(15_000);
const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true });
const choice = (/** @type {string} */ name) => page.getByRole('combobox', { name, exact: true });
const field = (/** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const details = () => page.getByRole('complementary', { name: 'Chi tiết mục' });
const table = () => page.getByRole('table');

const folder = mkdtempSync(join(tmpdir(), 'sokenh-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const megabyte = 1 << 20;

/** A sparse file with something at its end. @param {string} name @param {number} megabytes @param {string} [end] */
function large_file(name, megabytes, end = 'het') {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  ftruncateSync(file, megabytes * megabyte);
  writeSync(file, end, megabytes * megabyte);
  closeSync(file);
  return path;
}

/** As sha256sum says. @param {string} path */
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

const sample = JSON.parse(readFileSync(join(root, 'tests/data/declarations/so-theo-doi.json'), 'utf8'));

/** Replaces what is in the workspace. @param {Page} page @param {object[]} log */
async function open_log(page, log) {
  await open_file(page, 'nháp.json', JSON.stringify({ ...sample, packs: ['TN17'], log, nothing_logged: [] }));
  await page.getByRole('dialog').getByRole('button', { name: 'Mở vào sổ' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** @param {Page} page */
async function show(page) {
  await go_to(page, 'Sổ theo dõi');
  await press(page.getByRole('list', { name: 'Sổ theo dõi' }).getByRole('button', { name: 'Sao lưu dữ liệu', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Sao lưu dữ liệu' }).waitFor();
}

/** @param {Page} page @param {string} path */
async function choose(page, path) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp sao lưu…' }).click();
  await (await chooser).setFiles(path);
}

/** @returns {Promise<any[]>} */
async function log_now() {
  const { bytes } = await download(page, 'Tải bản nháp');
  return JSON.parse(bytes.toString()).log ?? [];
}

/** @param {string} name @param {string} option */
async function answer(name, option) {
  await choice(name).selectOption(option);
  await eventually(
    () => choice(name).evaluate((one) => /** @type {HTMLSelectElement} */ (one).selectedOptions[0].text),
    option,
  );
}

/** The longest time between two frames, in milliseconds, until stopped. @param {Page} page */
async function watch_frames(page) {
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now(), running: true };
    Object.assign(window, { frames: state });
    const next = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.running) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  return () =>
    page.evaluate(() => {
      const { frames } = /** @type {any} */ (window);
      frames.running = false;
      return frames.longest;
    });
}

test('a file is hashed in a worker with progress, and a new entry is prefilled with what sha256sum says', async () => {
  await open_log(page, []);
  await show(page);
  const path = large_file('hoc-sinh.zip', 192);
  /** @type {string[]} */
  const workers = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.evaluate(() => {
    /** @type {string[]} */
    const seen = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = [...document.querySelectorAll('#semantics p')].find((each) => each.textContent?.startsWith('Đang tính SHA-256'));
      if (text?.textContent && seen.at(-1) !== text.textContent) seen.push(text.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const longest = await watch_frames(page);
  await choose(page, path);
  await eventually(() => field('Tên tệp').inputValue(), 'hoc-sinh.zip');
  const slowest = await longest();
  assert.equal(await field('SHA-256 của tệp').inputValue(), sha256(path));
  assert.equal(await field('Kích thước (byte)').inputValue(), (192 * megabyte + 3).toLocaleString('vi-VN'));
  assert.match(await field('Thời điểm').inputValue(), /^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
  assert.ok(seen.length >= 2, seen.join('\n'));
  assert.match(seen.at(-1), /^Đang tính SHA-256 của «hoc-sinh\.zip» \(192,0 MB\)… \d+ %$/);
  assert.equal(workers.length, 1);
  assert.match(workers[0], /^blob:/);
  console.log(`longest frame while hashing: ${slowest.toFixed(0)} ms`);
});

test('the draft is written to the book when it is complete; then it is sealed and cannot be edited', async () => {
  await eventually(() => button('Ghi vào sổ').isDisabled(), true);
  await details().getByText(/^Cần điền đúng: Dữ liệu, Thiết bị lưu trữ, Đủ để khôi phục\.$/).waitFor();
  await answer('Dữ liệu', 'Hồ sơ học sinh');
  await answer('Thiết bị lưu trữ', 'Ổ cứng ngoài');
  await answer('Đủ để khôi phục', 'Có');
  await press(button('Ghi vào sổ'));
  await page.getByText('Đã ghi vào sổ: mục số 1.').first().waitFor();
  await page.getByText(/^Niêm phong nguyên vẹn: 1 mục, niêm phong cuối [0-9a-f]{8}…$/).waitFor();
  await eventually(() => field('Tên tệp').isEditable(), false);
  assert.equal(await button('Xóa mục này').count(), 0);
  const [entry] = await log_now();
  assert.equal(entry.serial, '1');
  // As the README describes it, by other means than the product's.
  const { id, seal, ...rest } = entry;
  for (const name of Object.keys(rest)) if (name.endsWith('_value')) delete rest[name];
  const canonical = JSON.stringify(Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));
  assert.equal(seal, createHash('sha256').update(`${'0'.repeat(64)}\n${canonical}`).digest('hex'));
  await saved(page);
});

test('reading is stopped when asked; nothing is written', async () => {
  const path = large_file('lon.bin', 4096);
  await choose(page, path);
  await button('Dừng').click();
  await page.getByText('Đã dừng; sổ không thay đổi.').first().waitFor();
  await button('Chọn tệp sao lưu…').waitFor();
  assert.equal((await log_now()).length, 1);
  // Its worker has gone.
  await eventually(async () => page.workers().filter((worker) => worker.url().startsWith('blob:')).length, 0);
});

test('a file of the book is recognised: which backup it is, how old, whether a newer one exists', async () => {
  await choose(page, join(folder, 'hoc-sinh.zip'));
  await page.getByText(/^Hồ sơ học sinh, mục số 1, .* \(hôm nay\)\. Đây là bản mới nhất\.$/).first().waitFor();
  // The same name with other content is another backup.
  const path = large_file('hoc-sinh.zip', 3, 'khac');
  await press(button('Đóng'));
  await choose(page, path);
  await page.getByText('Cùng tên, khác nội dung').first().waitFor();
  await page.getByText(/«hoc-sinh\.zip» đã ghi ở mục số 1, .* SHA-256 khác/).first().waitFor();
  await eventually(() => choice('Dữ liệu').evaluate((one) => /** @type {any} */ (one).selectedOptions[0].text), 'Hồ sơ học sinh');
  await answer('Đủ để khôi phục', 'Có');
  await press(button('Ghi vào sổ'));
  await page.getByText('Đã ghi vào sổ: mục số 2.').first().waitFor();
  // The old one dropped, under another name.
  const old = large_file('ban-sao.zip', 192);
  await choose(page, old);
  await page.getByText(/mục số 1, .* Đây là bản cũ: có 1 bản mới hơn, mới nhất là mục số 2/).first().waitFor();
  await press(button('Mở mục số 1'));
  await eventually(() => field('Tên tệp').inputValue(), 'hoc-sinh.zip');
});

test('a correction stands in the place of what it corrects; a restore test is an entry of its own', async () => {
  await press(button('Đính chính'));
  await eventually(() => field('Về mục số').inputValue(), '1');
  await answer('Dữ liệu', 'Hồ sơ giáo viên');
  await press(button('Ghi vào sổ'));
  await page.getByText('Đã ghi vào sổ: mục số 3.').first().waitFor();
  await table().getByRole('cell', { name: /Số 1 · đã đính chính ở mục số 3/ }).waitFor({ state: 'attached' });
  await press(button('Ghi kết quả khôi phục thử'));
  await answer('Kết quả khôi phục thử', 'Đạt');
  await press(button('Ghi vào sổ'));
  await page.getByText('Đã ghi vào sổ: mục số 4.').first().waitFor();
  await page.getByText('Niêm phong nguyên vẹn: 4 mục').first().waitFor();
  // The last step can be taken back, as any other.
  await page.keyboard.press('Control+Z');
  await page.getByText('Niêm phong nguyên vẹn: 3 mục').first().waitFor();
  await page.keyboard.press('Control+Y');
  await page.getByText('Niêm phong nguyên vẹn: 4 mục').first().waitFor();
});

test('a damaged book is opened, and says which entry; an older file says what it lacks', async () => {
  const log = await log_now();
  await saved(page);
  await page.reload();
  await ready(page);
  await show(page);
  await page.getByText('Niêm phong nguyên vẹn: 4 mục').first().waitFor();

  const older = JSON.stringify({ ...sample, packs: ['TN17'], log: log.slice(0, 2), nothing_logged: [] });
  await open_file(page, 'cũ.json', older);
  await dialog().getByText(/Sổ đang mở đã ghi thêm từ mục số 3/).waitFor();
  await page.keyboard.press('Escape');

  const damaged = log.map((entry) => (entry.serial === '2' ? { ...entry, digest: 'a'.repeat(64) } : entry));
  await open_log(page, damaged);
  await show(page);
  await page.getByText('Sổ sao lưu bị can thiệp ở 1 chỗ').first().waitFor();
  await table().getByRole('cell', { name: /^Niêm phong của mục số 2 không khớp/ }).waitFor({ state: 'attached' });
  await go_to(page, 'Tổng quan');
  await page.getByRole('list', { name: 'Việc cần làm' }).getByRole('button', { name: /^Niêm phong của mục số 2/ }).first().waitFor({ state: 'attached' });

  await open_log(page, log.filter(({ serial }) => serial !== '2'));
  await show(page);
  await table().getByRole('cell', { name: /^Thiếu mục số 2, trước mục số 3/ }).waitFor({ state: 'attached' });
  await open_log(page, log);
});

test('the signed file holds the whole book', async () => {
  await go_to(page, 'Ký & xuất');
  await make_key_and_sign(page, 'Cán bộ thống kê ký');
  const file = await download(page, 'Tải tệp đã ký');
  const { payload } = JSON.parse(file.bytes.toString());
  const { log } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  assert.deepEqual(log, await log_now());
  assert.deepEqual(log.map((/** @type {any} */ { serial }) => serial), ['1', '2', '3', '4']);
});

test('a file dropped on the page is hashed there, and only there', async () => {
  await show(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['trang'], 'trang-web.zip'));
    document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await eventually(() => field('Tên tệp').inputValue(), 'trang-web.zip');
  assert.equal(await field('SHA-256 của tệp').inputValue(), createHash('sha256').update('trang').digest('hex'));
});

test('in the single file, from file://', async (t) => {
  const browser = new Browser({ url: pathToFileURL(join(root, 'dist', 'sokenh.html')).href, close: async () => {} });
  await browser.open();
  t.after(() => browser.end());
  const single = await browser.page();
  await show(single);
  const path = large_file('mot-tep.bin', 40);
  await choose(single, path);
  await eventually(() => single.getByRole('textbox', { name: 'SHA-256 của tệp' }).inputValue(), sha256(path));
  assert.deepEqual(browser.problems, []);
});
