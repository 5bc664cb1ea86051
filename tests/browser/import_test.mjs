// @ts-check
// Tables from elsewhere: from the clipboards of Excel, Word and LibreOffice, from CSV files, dropped. (What a person
// does with them in the dialog: scenarios/tables.mjs.)
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/commands.mjs';
import { download, page_for_all_tests, paste, sample } from './chromium.mjs';
import { cell_is, eventually, names, open_draft, row_count, three } from './sheet.mjs';

const page = await page_for_all_tests();

const three_names = three.map((channel) => channel.name);
const dialog = () => page.getByRole('dialog', { name: 'Nhập bảng kênh' });
const closed = () => dialog().waitFor({ state: 'detached' });

async function open_dialog() {
  await page.getByRole('button', { name: 'Dán từ Excel' }).first().click();
  await dialog().getByRole('textbox', { name: 'Dán bảng vào đây' }).waitFor();
}

/** The channels as a draft file has them. */
async function channels() {
  const { bytes } = await download(page, 'Tải bản nháp');
  /** @type {{name: string, state: string}[]} */
  const all = JSON.parse(bytes.toString()).channels;
  return all;
}

/** @param {string} name @param {Buffer | string} bytes */
async function choose_table(name, bytes) {
  const chooser = page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: 'Chọn tệp Excel, CSV…' }).click();
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
}

test('the clipboards of Excel, LibreOffice and Word give the same fourteen channels', async () => {
  await open_draft(page, three);
  /** @type {unknown[]} */
  const results = [];
  const read = (/** @type {string} */ name) =>
    readFileSync(join(root, 'tests/data/exchange', `${name}-clipboard.html`), 'utf8');
  for (const html of ['', read('excel'), read('libreoffice'), read('word')]) {
    await open_dialog();
    await paste(page, html ? 'the text beside it is not used' : sample, html);
    await dialog()
      .getByRole('checkbox', { name: /^Thay cho \d+ kênh đang có/ })
      .click();
    await dialog().getByRole('button', { name: 'Nhập 14 kênh' }).click();
    await closed();
    await eventually(() => row_count(page), 14);
    results.push((await channels()).map((channel) => ({ ...channel, id: 0 })));
  }
  for (const other of results.slice(1)) assert.deepEqual(other, results[0]);
});

test('a CSV file with semicolons, as Vietnamese Excel saves it', async () => {
  await open_draft(page, three);
  await open_dialog();
  const csv =
    '\ufeffSTT;Tên kênh;Trạng thái;Quản trị viên\r\n1;"Trang ""bốn""; chính";Hoạt động;"Lan\nMai"\r\n';
  await choose_table('kênh.csv', csv);
  await dialog().getByText('Sẽ thêm 1 kênh.').waitFor();
  await dialog().getByRole('button', { name: 'Nhập 1 kênh' }).click();
  await eventually(() => names(page), [...three_names, 'Trang "bốn"; chính']);
  await cell_is(page, 4, 6, 'Lan\nMai');
  await cell_is(page, 4, 8, 'Hoạt động');
});

test('a file dropped on the page is previewed', async () => {
  await open_draft(page, three);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Tên kênh\tTrạng thái\nTrang thả\tĐóng\n'], 'kênh.tsv'));
    const target = document.querySelector('[role=grid]');
    target?.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  await dialog().getByRole('button', { name: 'Nhập 1 kênh' }).click();
  await eventually(() => names(page), [...three_names, 'Trang thả']);
});

test('what is no table is said in the dialog, and changes nothing', async () => {
  await open_draft(page, three);
  await open_dialog();
  await paste(page, '   ');
  await dialog().getByText('Sẽ thêm 0 kênh. Bỏ qua 1 dòng trống.').waitFor();
  assert.equal(await dialog().getByRole('button', { name: 'Nhập 0 kênh' }).isDisabled(), true);
  await page.keyboard.press('Escape');
  await closed();

  /** @type {[string, string, RegExp][]} */
  const pasted = [
    ['x', '<table></table>', /Không tìm thấy bảng nào/],
    ['x\t'.repeat(300), '', /quá nhiều cột/],
    ['x\n'.repeat(20_001), '', /quá nhiều dòng/],
  ];
  for (const [text, html, message] of pasted) {
    await open_dialog();
    await paste(page, text, html);
    await dialog().getByText(message).waitFor();
    await page.keyboard.press('Escape');
    await closed();
  }
  /** @type {[string, Buffer | string, RegExp][]} */
  const files = [
    ['kênh.csv', Buffer.from([0x54, 0xea, 0x6e, 0x3b, 0x31, 0x0a]), /không dùng bảng mã UTF-8/],
    ['kênh.html', '<p>không có bảng</p>', /Không tìm thấy bảng nào/],
  ];
  for (const [name, bytes, message] of files) {
    await open_dialog();
    await choose_table(name, bytes);
    await dialog().getByText(message).waitFor();
    // The right one after all.
    await choose_table('kênh.csv', 'Tên kênh;Trạng thái\nTrang bốn;Đóng\n');
    await dialog().getByText('Sẽ thêm 1 kênh.').waitFor();
    await dialog().getByText(message).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await closed();
  }
  assert.deepEqual(await names(page), three_names);
});

test('what of a table would not arrive is said before it is imported', async () => {
  await open_draft(page, three);
  await open_dialog();
  await paste(page, `Tên kênh\tTrạng thái\nTrang bốn\tĐóng\n${'x'.repeat(4100)}\tĐóng\n`);
  await dialog().getByText('1 ô quá dài').waitFor();
  await dialog().getByText('Dòng 3, cột 1: chỉ nhập phần đầu, tối đa 4000 byte mỗi ô.').waitFor();
  await page.keyboard.press('Escape');
  await closed();
  await open_dialog();
  await paste(page, `Tên kênh\tTrạng thái\n${'Trang\tĐóng\n'.repeat(5002)}`);
  await dialog().getByText('Bảng dài hơn giới hạn').waitFor();
  await dialog().getByText('2 dòng cuối sẽ không được nhập: mỗi bản khai có tối đa 5000 kênh.').waitFor();
  await page.keyboard.press('Escape');
  await closed();
  assert.deepEqual(await names(page), three_names);
});

