// @ts-check
// Tables from elsewhere: pasted from Excel, Word and LibreOffice, opened from CSV files, dropped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { root } from '../../scripts/commands.mjs';
import { Browser, download, paste, sample, select_cell } from './chromium.mjs';
import { cell_is, eventually, focus_is_at, names, open_draft, row_count, sound } from './sheet.mjs';

/** @type {Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
before(async () => {
  browser = await Browser.launch();
  page = await browser.page();
});
afterEach(() => {
  assert.deepEqual(browser.problems, []);
});
after(async () => {
  await browser.end();
});

const three = [sound('Cổng một'), sound('Trang hai'), sound('Zalo ba')];
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
  await dialog().getByRole('button', { name: 'Chọn tệp CSV…' }).click();
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
}

test('a block pasted on a cell is previewed; Escape leaves everything as it was', async () => {
  await open_draft(page, three);
  await select_cell(page, 2, 4);
  await paste(page, 'Trang bốn\tHoạt động\nTrang năm\tĐóng\n');
  await dialog().getByText('Sẽ thêm 2 kênh.').waitFor();
  const preview = dialog().getByRole('table', { name: 'Xem trước' }).getByRole('cell');
  assert.deepEqual(await preview.allTextContents(), ['Trang bốn', 'Hoạt động', 'Trang năm', 'Đóng']);
  await page.keyboard.press('Escape');
  await closed();
  await focus_is_at(page, 'Thời gian tạo lập', 2);
  assert.deepEqual(await names(page), three_names);

  await paste(page, 'Trang bốn\tHoạt động\nTrang năm\tĐóng\n');
  await dialog().getByRole('button', { name: 'Nhập 2 kênh' }).click();
  await closed();
  await focus_is_at(page, 'Tên kênh', 4);
  assert.deepEqual(await names(page), [...three_names, 'Trang bốn', 'Trang năm']);
  await cell_is(page, 5, 8, 'Đóng');
  await page.keyboard.press('Control+z');
  await eventually(() => names(page), three_names);
});

test('one value from the clipboard goes into the cell itself, its letters composed', async () => {
  await open_draft(page, three);
  await select_cell(page, 1, 5);
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    'Đoàn trường'.normalize('NFD'),
  );
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await cell_is(page, 1, 5, 'Đoàn trường');
  await focus_is_at(page, 'Đơn vị quản lý', 2);
});

test('columns are given another meaning before anything is imported', async () => {
  await open_draft(page, three);
  await open_dialog();
  await paste(page, 'A\tB\tC\nLan\tTrang bốn\t2019\nMai\tTrang năm\t2020\n');
  /** @param {number} n @param {string} label */
  const assign = async (n, label) => {
    await dialog()
      .getByRole('combobox', { name: `Cột ${n} là` })
      .selectOption(label);
  };
  await assign(1, 'Quản trị viên');
  await assign(2, 'Tên kênh');
  await assign(3, 'Thời gian tạo lập');
  await dialog().getByRole('button', { name: 'Nhập 3 kênh' }).click();
  await closed();
  await eventually(() => names(page), [...three_names, 'B', 'Trang bốn', 'Trang năm']);
  await cell_is(page, 5, 6, 'Lan');
  await cell_is(page, 6, 4, '2020');

  // A column is taken by one only; «ignore» leaves it out.
  await open_dialog();
  await paste(page, 'Lan\tTrang sáu\t2019\n');
  await assign(1, 'Tên kênh');
  await assign(2, 'Tên kênh');
  await assign(3, '(bỏ qua)');
  await dialog().getByRole('button', { name: 'Nhập 1 kênh' }).click();
  await cell_is(page, 7, 2, 'Trang sáu');
  await cell_is(page, 7, 4, '');
  await cell_is(page, 7, 6, '');
});

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

test('an import in place of what there is can be undone', async () => {
  await open_draft(page, three);
  await open_dialog();
  await paste(page, 'Tên kênh\tTrạng thái\nTrang mới\tHoạt động\n');
  const replace = dialog().getByRole('checkbox', {
    name: 'Thay cho 3 kênh đang có (vẫn hoàn tác được)',
  });
  assert.equal(await replace.isChecked(), false);
  await replace.click();
  await dialog().getByRole('button', { name: 'Nhập 1 kênh' }).click();
  await eventually(() => names(page), ['Trang mới']);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually(() => names(page), three_names);
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await eventually(() => names(page), ['Trang mới']);
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
    assert.equal(await dialog().getByText(message).count(), 0);
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

test('Escape closes the dialog, and the focus is where it was', async () => {
  await open_draft(page, three);
  const opener = page.getByRole('button', { name: 'Dán từ Excel' });
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => dialog().getByRole('button', { name: 'Hủy' }).click(),
    () => dialog().getByRole('button', { name: 'Đóng' }).click(),
  ]) {
    await open_dialog();
    // Behind the dialog there is nothing to reach.
    assert.equal(await page.getByRole('grid').count(), 0);
    await leave();
    await closed();
    assert.equal(await opener.evaluate((element) => document.activeElement === element), true);
  }
});
