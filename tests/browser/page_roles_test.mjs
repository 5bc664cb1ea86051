// @ts-check
// Roles on a Facebook page, and changes of a channel's state with their history.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { download, page_for_all_tests, press } from './chromium.mjs';
import { cell_is, eventually, open_draft, sound } from './sheet.mjs';

const page = await page_for_all_tests();
page.setDefaultTimeout(10_000);
const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const closed = () => dialog().waitFor({ state: 'detached' });
const role = (/** @type {number} */ i) => page.getByRole('group').filter({ has: button('Bỏ tài khoản này') }).nth(i);

/** The first channel as a draft file has it. */
async function channel() {
  const { bytes } = await download(page, 'Tải bản nháp');
  /** @type {{state: string, state_changes?: {date: string, state: string, reason?: string}[], security: {page_roles?: {account: string, role: string, real_name?: string}[]}}} */
  const first = JSON.parse(bytes.toString()).channels[0];
  return first;
}

/** @param {import('playwright-core').Locator} group @param {string} account @param {string[][]} answers */
async function fill_role(group, account, answers) {
  await group.getByRole('textbox', { name: 'Tài khoản' }).fill(account);
  await page.keyboard.press('Enter');
  for (const [question, answer] of answers) await group.getByRole('combobox', { name: question }).selectOption(answer);
}

test('a page has two real-name administrators; an editor may not manage members', async () => {
  await open_draft(page, [sound('Trang trường https://www.facebook.com/thdailoc')]);
  await press(button('Thêm tài khoản'));
  await fill_role(role(0), 'Vũ Thị Mai', [['Tài khoản tên thật', 'Có'], ['Lập riêng để quản trị', 'Có']]);
  await page.getByText(/^Số tài khoản quản trị trang Facebook: 1/).waitFor();
  // The finding leads to where it is put right.
  await press(button('Sửa vai trò trên trang'));
  await eventually(() => page.evaluate(() => document.activeElement?.textContent), 'Thêm tài khoản');
  await page.keyboard.press('Enter');
  await fill_role(role(1), 'Đỗ Văn Khải', [['Tài khoản tên thật', 'Có'], ['Lập riêng để quản trị', 'Có']]);
  await page.getByText(/^Số tài khoản quản trị trang Facebook/).waitFor({ state: 'detached' });
  await press(button('Thêm tài khoản'));
  await role(2).getByRole('combobox', { name: 'Vai trò' }).selectOption('Biên tập viên');
  await fill_role(role(2), 'Lê An', [['Được thêm, bớt thành viên', 'Có']]);
  await page.getByText('Tài khoản biên tập «Lê An» có quyền thêm hoặc xóa thành viên.').waitFor();
  await press(role(2).getByRole('button', { name: 'Bỏ tài khoản này' }));
  await eventually(
    async () => (await channel()).security.page_roles?.map((one) => [one.account, one.role, one.real_name]),
    [['Vũ Thị Mai', 'administrator', 'yes'], ['Đỗ Văn Khải', 'administrator', 'yes']],
  );
});

test('a change of state is asked for its date and reason, and can be corrected later', async () => {
  await open_draft(page, [sound('Cổng một')]);
  const state = page.getByRole('combobox', { name: 'Trạng thái' });
  const shown = () => state.evaluate((one) => /** @type {HTMLSelectElement} */ (one).selectedOptions[0].text);
  await state.selectOption('Đóng');
  await dialog().getByText('Từ «Hoạt động» sang «Đóng»').waitFor();
  await dialog().getByRole('button', { name: 'Hủy' }).click();
  await closed();
  await eventually(shown, 'Hoạt động');
  await state.selectOption('Đóng');
  const date = dialog().getByRole('textbox', { name: 'Ngày đổi trạng thái' });
  await date.fill('hôm qua');
  await dialog().getByRole('textbox', { name: 'Lý do' }).fill('không còn người quản trị');
  await dialog().getByRole('button', { name: 'Đổi trạng thái' }).click();
  await eventually(() => date.getAttribute('aria-invalid'), 'true');
  await date.fill('20/11/2023');
  await dialog().getByRole('button', { name: 'Đổi trạng thái' }).click();
  await closed();
  await cell_is(page, 1, 8, 'Đóng');
  const changes = async () => (await channel()).state_changes?.map((one) => [one.date, one.state, one.reason]);
  await eventually(changes, [['20/11/2023', 'Đóng', 'không còn người quản trị']]);
  await button('Sửa lần đổi ngày 20/11/2023').click();
  await date.fill('21/11/2023');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await closed();
  await page.getByRole('list', { name: 'Lịch sử trạng thái' }).getByText('21/11/2023: Đóng').waitFor();
  await button('Xóa lần đổi ngày 21/11/2023').click();
  await eventually(changes, undefined);
  await button('Hoàn tác').click();
  await eventually(changes, [['21/11/2023', 'Đóng', 'không còn người quản trị']]);
  assert.equal((await channel()).state, 'Đóng');
});
