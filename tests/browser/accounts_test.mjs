// @ts-check
// The accounts on shared systems: listed, imported without their passwords, changed together, reviewed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { download, fill_field, open_file, page_for_all_tests, paste } from './chromium.mjs';
import { draft, eventually, sound } from './sheet.mjs';

/**
 * @typedef {object} Account
 * @property {string} user_name
 * @property {string} [system]
 * @property {string} [holder]
 * @property {string} [in_use]
 * @property {string} [unused_reason]
 * @property {string} [password_changed]
 * @property {string} [removal_requested]
 */

const page = await page_for_all_tests();
page.setDefaultTimeout(10_000);
const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
const field = (/** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
const table = () => page.getByRole('table', { name: 'Tài khoản' });
const dialog = () => page.getByRole('dialog');
const closed = () => dialog().waitFor({ state: 'detached' });
const account_names = () =>
  table()
    .locator('[role=cell] > button')
    .evaluateAll((buttons) => buttons.map((one) => one.textContent ?? ''));

/** The day in so many days, as the page writes it. */
async function day(days = 0) {
  return page.evaluate((later) => {
    const date = new Date();
    date.setDate(date.getDate() + later);
    return date.toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });
  }, days);
}

/** What is in the workspace, as a draft file has it. */
async function document() {
  const { bytes } = await download(page, 'Tải bản nháp');
  /** @type {{accounts?: Account[], account_reviews?: {reviewed: number, unused: number, note?: string}[], no_accounts?: boolean}} */
  const read = JSON.parse(bytes.toString());
  return read;
}

/** Replaces what is in the workspace. @param {Account[]} accounts */
async function open_accounts(accounts) {
  const all = accounts.map((account, i) => ({ id: i + 1, ...account }));
  const file = { ...JSON.parse(draft([sound('Cổng một')])), packs: ['HP23', 'DL', 'BG24'], accounts: all };
  await open_file(page, 'nháp.json', JSON.stringify(file));
  await dialog().getByRole('button', { name: 'Mở vào sổ' }).click();
  await closed();
  await page.getByRole('navigation').getByRole('button', { name: 'Tài khoản', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Tài khoản' }).waitFor();
  if (accounts.length > 0) await eventually(async () => (await account_names()).length, accounts.length);
}

const three = [
  { user_name: 'mai.vt', system: 'QOffice', holder: 'Vũ Thị Mai', in_use: 'yes' },
  { user_name: 'khai.dv', system: 'QOffice', holder: 'Đỗ Văn Khải', in_use: 'no' },
  { user_name: 'an.l', system: 'Thư điện tử công vụ', holder: 'Lê An' },
];

test('an account is entered; the strictest clause says when its password is due', async () => {
  await open_accounts([]);
  await button('Thêm tài khoản').click();
  await eventually(() => page.evaluate(() => window.document.activeElement?.getAttribute('aria-label')), 'Tên đăng nhập');
  await page.keyboard.type('mai.vt');
  await page.keyboard.press('Enter');
  await fill_field(page, 'Người sử dụng', 'Vũ Thị Mai');
  await page.getByRole('combobox', { name: 'Hệ thống thường dùng' }).selectOption('QOffice');
  await eventually(() => field('Hệ thống').inputValue(), 'QOffice');
  await button('Đổi mật khẩu hôm nay').click();
  await eventually(() => field('Ngày đổi mật khẩu gần nhất').inputValue(), await day());
  // 45 days of Đại Lộc, before the three months of Bắc Giang.
  const details = page.getByRole('complementary', { name: 'Chi tiết tài khoản' });
  await details.getByText(`Hạn đổi ${await day(45)}`).waitFor();
  await details.getByText(/\(DL-2\.3\)/).waitFor();
  await page.getByRole('combobox', { name: 'Còn sử dụng' }).selectOption('Có');
  await table().getByRole('cell', { name: `Hạn đổi ${await day(45)}` }).waitFor();
  // The same phrase can be chosen again.
  await fill_field(page, 'Hệ thống', 'Phần mềm riêng');
  await page.getByRole('combobox', { name: 'Hệ thống thường dùng' }).focus();
  await page.getByRole('combobox', { name: 'Hệ thống thường dùng' }).selectOption('QOffice');
  await eventually(() => field('Hệ thống').inputValue(), 'QOffice');
  const [account] = (await document()).accounts ?? [];
  assert.equal(account.user_name, 'mai.vt');
  assert.equal(account.system, 'QOffice');
  assert.equal(account.in_use, 'yes');
});

test('what is wrong with an account stands in its row and below its field', async () => {
  await open_accounts([{ ...three[0], password_changed: '01/02/2024' }, three[1]]);
  await table().getByRole('cell', { name: /Đã quá hạn đổi mật khẩu.*\(DL-2\.3\)/ }).waitFor();
  await table().getByRole('button', { name: 'khai.dv, QOffice' }).click();
  const reason = field('Lý do không còn sử dụng');
  await eventually(() => reason.getAttribute('aria-invalid'), 'true');
  await page.getByRole('combobox', { name: 'Lý do thường gặp' }).selectOption('Nghỉ hưu');
  await eventually(() => reason.getAttribute('aria-invalid'), null);
  await button('Đề nghị hôm nay').click();
  await eventually(async () => (await document()).accounts?.[1].removal_requested, await day());
  assert.equal(await page.getByRole('complementary').getByRole('list', { name: 'Cần xử lý' }).count(), 0);
});

test('a pasted list is previewed; a column of passwords is neither shown nor kept', async () => {
  await open_accounts([three[0]]);
  await button('Dán danh sách').click();
  await dialog().getByRole('textbox', { name: 'Dán bảng vào đây' }).waitFor();
  await paste(
    page,
    'Họ và tên\tTên đăng nhập\tMật khẩu ban đầu\tTình trạng\n' +
      'Lê An\tan.l\tBiMat@123\tĐang sử dụng\nTrần Bình\tbinh.t\tBiMat@456\tNghỉ hưu\n',
  );
  await dialog().getByText('Sẽ thêm 2 tài khoản. Bỏ qua 1 dòng tiêu đề.').waitFor();
  await dialog().getByText(/^Cột mật khẩu không được nhập\./).waitFor();
  await dialog().getByRole('columnheader', { name: 'Cột 3: mật khẩu, không nhập' }).waitFor();
  assert.equal(await page.getByText('BiMat').count(), 0);
  await dialog().getByRole('combobox', { name: 'Hệ thống thường dùng' }).selectOption('Một cửa điện tử');
  await dialog().getByRole('button', { name: 'Nhập 2 tài khoản' }).click();
  await closed();
  await eventually(account_names, ['mai.vt, QOffice', 'an.l, Một cửa điện tử', 'binh.t, Một cửa điện tử']);
  const kept = await document();
  assert.ok(!JSON.stringify(kept).includes('BiMat'));
  assert.equal(kept.accounts?.[2].in_use, 'no');
  assert.equal(kept.accounts?.[2].unused_reason, 'Nghỉ hưu');
  await button('Hoàn tác').click();
  await eventually(account_names, ['mai.vt, QOffice']);
});

test('a list without headings: the guess is shown and can be put right', async () => {
  await open_accounts([]);
  await button('Dán danh sách').click();
  await paste(page, 'Vũ Thị Mai\tQOffice\tBiMat@123\tmai.vt\n');
  await dialog().getByText(/^Danh sách không có dòng tiêu đề\./).waitFor();
  await dialog().getByRole('combobox', { name: 'Cột 4 là' }).selectOption('Tên đăng nhập');
  await eventually(
    () => dialog().getByRole('combobox', { name: 'Cột 3 là' }).evaluate((one) => /** @type {HTMLSelectElement} */ (one).selectedOptions[0].text),
    '(bỏ qua)',
  );
  await dialog().getByRole('button', { name: 'Nhập 1 tài khoản' }).click();
  await closed();
  await eventually(account_names, ['mai.vt, QOffice']);
  assert.ok(!JSON.stringify(await document()).includes('BiMat'));
});

test('several at once are one step for undo', async () => {
  await open_accounts(three);
  const pick = (/** @type {string} */ name) => page.getByRole('checkbox', { name: `Chọn ${name}` });
  await pick('mai.vt').click();
  await pick('an.l').click();
  await page.getByText('Đã chọn 2 tài khoản').waitFor();
  await button('Ngừng sử dụng…').click();
  await dialog().getByRole('button', { name: 'Ghi cho tất cả' }).click();
  const reason = dialog().getByRole('textbox', { name: 'Lý do không còn sử dụng' });
  await eventually(() => reason.getAttribute('aria-invalid'), 'true');
  await reason.fill('Sáp nhập');
  await dialog().getByRole('button', { name: 'Ghi cho tất cả' }).click();
  await closed();
  const reasons = async () => ((await document()).accounts ?? []).map((one) => one.unused_reason ?? '');
  assert.deepEqual(await reasons(), ['Sáp nhập', '', 'Sáp nhập']);
  await button('Hoàn tác').click();
  await eventually(reasons, ['', '', '']);

  await page.getByRole('checkbox', { name: 'Chọn tất cả tài khoản đang hiện' }).click();
  await button('Đề nghị xóa…').click();
  await dialog().getByRole('button', { name: 'Ghi cho tất cả' }).click();
  await closed();
  const today = await day();
  assert.deepEqual(((await document()).accounts ?? []).map((one) => one.removal_requested), [today, today, today]);
  await page.getByRole('checkbox', { name: 'Chọn tất cả tài khoản đang hiện' }).click();
  await page.getByRole('group', { name: 'Các tài khoản đã chọn' }).getByRole('button', { name: 'Đổi mật khẩu hôm nay' }).click();
  await eventually(async () => ((await document()).accounts ?? []).map((one) => one.password_changed), [today, today, today]);
});

test('search, filter and keys', async () => {
  await open_accounts(three);
  await page.getByRole('searchbox', { name: /^Tìm tên/ }).fill('khai');
  await eventually(account_names, ['khai.dv, QOffice']);
  await page.getByRole('searchbox', { name: /^Tìm tên/ }).fill('');
  const filter = page.getByRole('combobox', { name: 'Lọc tài khoản' });
  await filter.selectOption('Không còn sử dụng');
  await eventually(account_names, ['khai.dv, QOffice']);
  await filter.selectOption('Đến hạn đổi mật khẩu');
  await page.getByText(/^Không có tài khoản nào khớp/).waitFor();
  await filter.selectOption('Tất cả');
  await eventually(async () => (await account_names()).length, 3);
  await table().getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await eventually(() => page.evaluate(() => window.document.activeElement?.textContent), 'an.l, Thư điện tử công vụ');
  await page.keyboard.press('Enter');
  await eventually(() => field('Người sử dụng').inputValue(), 'Lê An');
  await button('Nhân đôi tài khoản').click();
  await eventually(async () => (await account_names()).length, 4);
  await button('Xóa khỏi danh sách').click();
  await eventually(async () => (await account_names()).length, 3);
});

test('a review is recorded with the numbers of the list, corrected, removed, brought back', async () => {
  await open_accounts(three);
  await button('Biên bản rà soát (0)').click();
  await button('Ghi biên bản rà soát').click();
  assert.equal(await dialog().getByRole('textbox', { name: 'Số tài khoản đã rà soát' }).inputValue(), '3');
  const unused = dialog().getByRole('textbox', { name: 'Trong đó không còn sử dụng' });
  assert.equal(await unused.inputValue(), '1');
  assert.equal(await dialog().getByRole('textbox', { name: 'Người rà soát' }).inputValue(), 'Phạm Thị Lan');
  await unused.fill('4');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await eventually(() => unused.getAttribute('aria-invalid'), 'true');
  await unused.fill('2');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await closed();
  const reviews = async () => ((await document()).account_reviews ?? []).map((one) => [one.reviewed, one.unused, one.note ?? '']);
  await eventually(reviews, [[3, 2, '']]);
  await button(`Sửa biên bản ngày ${await day()}`).click();
  await dialog().getByRole('textbox', { name: 'Ghi chú' }).fill('Đợt cuối năm');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await closed();
  await eventually(reviews, [[3, 2, 'Đợt cuối năm']]);
  await button(`Xóa biên bản ngày ${await day()}`).click();
  await page.getByText('Chưa có lần rà soát nào được ghi.').waitFor();
  await button('Hoàn tác').click();
  await eventually(reviews, [[3, 2, 'Đợt cuối năm']]);
  await page.goBack();
  await table().waitFor({ state: 'attached' });
});

test('a unit without accounts says so', async () => {
  await open_accounts([]);
  await page.getByRole('checkbox', { name: 'Đơn vị không có tài khoản dùng chung' }).click();
  await eventually(async () => (await document()).no_accounts, true);
});

test('on a phone an account is a card that opens', async () => {
  await open_accounts(three);
  await page.setViewportSize({ width: 360, height: 640 });
  const card = page.getByRole('listitem').getByRole('button', { name: 'khai.dv, QOffice' });
  for (const control of [card, page.getByRole('checkbox', { name: 'Chọn mai.vt' }), button('Thêm tài khoản')]) {
    const box = await control.boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44);
  }
  await card.click();
  await page.getByRole('heading', { level: 1, name: 'khai.dv' }).waitFor();
  await fill_field(page, 'Lý do không còn sử dụng', 'Chuyển công tác');
  await page.goBack();
  await page.getByRole('listitem').first().waitFor({ state: 'attached' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await eventually(async () => (await document()).accounts?.[1].unused_reason, 'Chuyển công tác');
});
