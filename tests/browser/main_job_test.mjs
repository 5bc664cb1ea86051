// @ts-check
// The main job, end to end: paste the list, correct it, sign in both roles, download, reload, reopen, verify.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  Browser,
  cell_text,
  download,
  fill_unit,
  go_to,
  make_key_and_sign,
  open_file,
  paste,
  press,
  ready,
  sample,
  saved,
  select_cell,
} from './chromium.mjs';
import { cell_is, eventually, row_count } from './sheet.mjs';
import { telex_result, type_by_composition, type_by_hook } from './typing.mjs';

/** @type {Browser} */
let browser;
before(async () => {
  browser = await Browser.launch();
});
after(async () => {
  await browser.end();
});

test('a clerk declares, corrects, signs, sends and reopens', async (t) => {
  const page = await browser.page();
  const details = page.getByRole('complementary', { name: 'Chi tiết kênh' });

  await t.test('the pasted sample is previewed before anything changes', async () => {
    await go_to(page, 'Kênh thông tin');
    await page.getByRole('button', { name: 'Dán từ Excel' }).first().click();
    await paste(page, sample);
    await page.getByText(/^Sẽ thêm 14 kênh\./).waitFor();
    const headings = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
        page.getByRole('combobox', { name: `Cột ${n} là` }).evaluate((element) => {
          const select = /** @type {HTMLSelectElement} */ (element);
          return select.selectedOptions[0].text;
        }),
      ),
    );
    assert.deepEqual(headings, [
      'STT',
      'Tên kênh',
      'ID',
      'Thời gian tạo lập',
      'Đơn vị quản lý',
      'Quản trị viên',
      'Thông tin liên hệ',
      'Trạng thái',
    ]);
    await page.getByRole('button', { name: 'Nhập 14 kênh' }).click();
    await eventually(() => row_count(page), 14);
  });

  await t.test('line breaks are kept, letters composed, formulas stay text', async () => {
    await cell_is(page, 2, 6, 'Vũ Thị Mai\nĐỗ Văn Khải');
    const name = (await cell_text(page, 8, 2)) ?? '';
    assert.equal(name, 'Thư điện tử công vụ của Hiệu trưởng');
    assert.equal(name, name.normalize('NFC'));
    await select_cell(page, 14, 2);
    await cell_is(page, 14, 2, '=HYPERLINK("http://x.example";"Trang web")');
  });

  await t.test('what is wrong is said with its clause', async () => {
    const expect_finding = async (/** @type {number} */ row, /** @type {RegExp} */ what, /** @type {RegExp} */ clause) => {
      await select_cell(page, row, 2);
      await details.getByText(`Kênh ${row}/14`).waitFor();
      await details.getByRole('listitem').filter({ hasText: what }).filter({ hasText: clause }).first().waitFor({ state: 'attached' });
    };
    await expect_finding(3, /không dùng nữa/, /mục 1 \(HP23-1/);
    await details.getByText(/HP23-1\.2/).first().waitFor({ state: 'attached' });
    await expect_finding(9, /http:\/\/quangtrung\.anlao/, /HP23-4\.1/);
    await expect_finding(10, /30\/02\/2023/, /HP23-1\.1/);
    await expect_finding(12, /dòng 2/i, /HP23-1\.1/);
    await expect_finding(14, /HYPERLINK/, /HP23-1\.1/);
  });

  await t.test('findings are corrected where they stand', async () => {
    await select_cell(page, 3, 2);
    await press(details.getByRole('button', { name: 'Đổi thành «Đóng»' }).first());
    await cell_is(page, 3, 8, 'Đóng');
    await select_cell(page, 9, 2);
    await press(details.getByRole('button', { name: /^Đổi thành «https:/ }));
    await eventually(async () => (await cell_text(page, 9, 2))?.startsWith('https://quangtrung'), true);
    await select_cell(page, 10, 4);
    await page.keyboard.type('28/02/2023');
    await page.keyboard.press('Enter');
    await cell_is(page, 10, 4, '28/02/2023');
    await select_cell(page, 12, 2);
    await page.getByRole('button', { name: 'Xóa dòng đang chọn' }).click();
    await eventually(() => row_count(page), 13);
  });

  await t.test('the unit is typed by composition and by a hook-type tool', async () => {
    await fill_unit(page);
    const name = page.getByRole('textbox', { name: 'Tên đơn vị', exact: true });
    await name.fill('');
    await type_by_composition(page);
    assert.equal(await name.inputValue(), telex_result);
    await page.keyboard.press('Enter');
    await page.getByRole('banner').getByText(telex_result).waitFor();
    await name.fill('');
    await type_by_hook(page);
    assert.equal(await name.inputValue(), telex_result);
    await page.keyboard.press('Tab');
    await page.getByRole('banner').getByText(telex_result).waitFor();
  });

  await t.test('two roles sign', async () => {
    await go_to(page, 'Ký & xuất');
    const preparer_key = await make_key_and_sign(page, 'Cán bộ thống kê ký');
    assert.equal(preparer_key.suggestedFilename(), 'Khóa ký - Phạm Thị Lan.json');
    await make_key_and_sign(page, 'Lãnh đạo ký xác nhận');
    await page.getByText('2/2 hợp lệ').waitFor();
  });

  const file = await download(page, 'Tải tệp đã ký');
  await t.test('the file has the unit’s name', () => {
    assert.equal(file.name, 'Thống kê kênh - Trường Tiểu học Đại Lộc.json');
    assert.deepEqual(Object.keys(JSON.parse(file.bytes.toString())).sort(), ['payload', 'signatures']);
  });

  await t.test('the e-mail draft carries the very file', async () => {
    const draft = await download(page, 'Tải thư nháp (.eml)');
    assert.equal(draft.name, 'Thống kê kênh - Trường Tiểu học Đại Lộc.eml');
    const text = draft.bytes.toString('latin1');
    assert.match(text, /^X-Unsent: 1\r$/m);
    assert.match(text, /vanphongsgd@haiphong\.edu\.vn/);
    assert.ok(text.replaceAll('\r\n', '').includes(file.bytes.toString('base64')));
  });

  await t.test('the file is saved and the text copied for webmail', async () => {
    const again = await download(page, 'Lưu tệp + sao chép nội dung');
    assert.deepEqual(again.bytes, file.bytes);
    await page.getByText('Đã sao chép', { exact: true }).first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^\[Trường Tiểu học Đại Lộc\] Báo cáo thống kê kênh/);
    assert.match(copied, /13 kênh/);
  });

  await t.test('a reload loses nothing', async () => {
    await saved(page);
    await page.reload();
    await ready(page);
    await page.getByRole('banner').getByText('Trường Tiểu học Đại Lộc').waitFor();
    await go_to(page, 'Ký & xuất');
    await page.getByText('2/2 hợp lệ').waitFor();
  });

  await t.test('a change after signing says that the signatures no longer hold; undo brings them back', async () => {
    await go_to(page, 'Kênh thông tin');
    await select_cell(page, 1, 3);
    await page.keyboard.type('123');
    await page.keyboard.press('Enter');
    await go_to(page, 'Ký & xuất');
    await page.getByText(/Đã sửa sau khi ký/).first().waitFor();
    await page.getByRole('main').getByRole('heading', { level: 1 }).click({ force: true });
    await page.keyboard.press('Control+z');
    await page.getByText('2/2 hợp lệ').waitFor();
  });

  await t.test('the file opens again and is verified', async () => {
    await open_file(page, file.name, file.bytes);
    const dialog = page.getByRole('dialog', { name: 'Mở tệp' });
    await dialog.getByText(/^Tệp hợp lệ/).waitFor();
    await dialog.getByText('13 kênh', { exact: true }).waitFor();
    await eventually(() => dialog.getByText('Chữ ký hợp lệ', { exact: true }).count(), 2);
    await dialog.getByRole('button', { name: 'Mở vào sổ' }).click();
    await page.getByText('2/2 hợp lệ').waitFor();
  });

  assert.deepEqual(browser.problems, []);
});
