// @ts-check
// The duty rosters: made by keyboard, planned, corrected from their findings, copied, as calendar and paper, kept; on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { root } from '../../scripts/commands.mjs';
import { download, fill_field, go_to, open_file, page_for_all_tests, paste, press, ready, resize, saved } from './chromium.mjs';
import { eventually } from './sheet.mjs';

const page = await page_for_all_tests();
page.setDefaultTimeout(10_000);
const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const field = (/** @type {string} */ name) => dialog().getByRole('textbox', { name, exact: true });
const closed = () => dialog().waitFor({ state: 'detached' });
const days = () => page.getByRole('list', { name: 'Theo ngày' });
const findings = () => page.getByRole('list', { name: 'Cần xử lý' }).getByRole('listitem');
const rosters = () => page.getByRole('list', { name: 'Trực' });
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });

const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 640 };

const sample = JSON.parse(readFileSync(join(root, 'tests/data/declarations/lich-truc.json'), 'utf8'));

/** @returns {Promise<any[]>} the rosters of the workspace, as a draft file has them */
async function rosters_now() {
  const { bytes } = await download(page, 'Tải bản nháp');
  return JSON.parse(bytes.toString()).rosters ?? [];
}

/** Replaces what is in the workspace. @param {any} [change] of the sample */
async function open_sample(change = {}) {
  await open_file(page, 'nháp.json', JSON.stringify({ ...sample, ...change }));
  await dialog().getByRole('button', { name: 'Mở vào sổ' }).click();
  await closed();
  await go_to(page, 'Trực');
}

async function open_roster() {
  await press(rosters().getByRole('button', { name: /^Lễ 30\/4/ }));
  await days().waitFor({ state: 'attached' });
}

/** What is typed into the field of the dialog that has the focus. @param {string} text */
async function type(text) {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

test('a roster is made by keyboard alone: its period, its people, its rota', async () => {
  await open_sample({ rosters: [] });
  await page.getByText('Chưa có lịch trực nào').waitFor({ state: 'attached' });
  await button('Lập lịch trực').focus();
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'attached' });
  await field('Dịp trực').focus();
  await type('Lễ 30/4');
  await field('Từ').focus();
  await type('trước lễ');
  await field('Đến').focus();
  await type('02/05/2027');
  await dialog().getByRole('button', { name: 'Ghi lại' }).press('Enter');
  await dialog().getByText('Ghi thời điểm đọc được').first().waitFor({ state: 'attached' });
  await field('Từ').focus();
  await type('29/04/2027');
  await dialog().getByRole('button', { name: 'Ghi lại' }).press('Enter');
  await closed();
  await page.getByRole('heading', { level: 1, name: 'Lễ 30/4' }).waitFor({ state: 'attached' });
  // The head and who prepares the report are on it already.
  const people = page.getByRole('list', { name: 'Người trực' });
  assert.equal(await people.getByRole('listitem').count(), 2);
  for (const [name, telephone] of [['Phạm Quốc Việt', '0905 777 888'], ['Đỗ Minh Khải', '0905 999 000']]) {
    await button('Thêm người').press('Enter');
    await dialog().waitFor({ state: 'attached' });
    await field('Họ và tên').fill(name);
    await field('Điện thoại').fill(telephone);
    await dialog().getByRole('button', { name: 'Ghi lại' }).press('Enter');
    await closed();
  }
  await button('Xếp lịch tự động').press('Enter');
  await dialog().getByText('Đủ người cho mọi ca: 18 ca được xếp').waitFor({ state: 'attached' });
  await dialog().getByText('Người nhiều nhất 5 ca, người ít nhất 4 ca.').waitFor({ state: 'attached' });
  await dialog().getByRole('button', { name: 'Dùng lịch này' }).press('Enter');
  await closed();
  const [roster] = await rosters_now();
  assert.equal(roster.shifts.length, 18);
  assert.ok(roster.shifts.every((/** @type {any} */ shift) => shift.planned && shift.person));
  await button('Hoàn tác').press('Enter');
  await eventually(async () => (await rosters_now())[0].shifts ?? [], []);
  await button('Làm lại').press('Enter');
  await eventually(async () => (await rosters_now())[0].shifts.length, 18);
});

test('when there are too few, the rota says which condition stands in the way', async () => {
  await open_sample();
  await open_roster();
  await press(button('Xếp lịch tự động'));
  await dialog().getByRole('combobox', { name: 'Nghỉ giữa hai ca ít nhất' }).selectOption('48 giờ');
  await dialog().getByText(/Thiếu người cho \d+ ca/).waitFor({ state: 'attached' });
  await dialog().getByText(/chưa nghỉ đủ/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await closed();
});

test('each day says who is there and what is open; a gap and what is wrong lead to their forms', async () => {
  await open_sample();
  await eventually(async () => /Còn trống 12 giờ/.test((await rosters().innerText()).replace(/\s+/g, ' ')), true);
  await open_roster();
  const day = days().getByRole('listitem').filter({ hasText: '01/05/2024' });
  const post = day.getByRole('group', { name: 'Trực an toàn thông tin' });
  await post.getByRole('button', { name: /^07:00–19:00 +Nguyễn Thị Lan/ }).waitFor({ state: 'attached' });
  await press(post.getByRole('button', { name: /^Trống 19:00–24:00/ }));
  await eventually(() => field('Từ').inputValue(), '19:00 01/05/2024');
  await field('Đến').fill('07:00');
  await dialog().getByRole('combobox', { name: 'Người trực' }).selectOption('Đỗ Minh Khải');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await closed();
  // What is left: he has no telephone.
  await eventually(() => findings().count(), 1);
  assert.match(await findings().first().innerText(), /chưa có số điện thoại: Đỗ Minh Khải/);
  await press(findings().getByRole('button', { name: 'Sửa' }));
  await field('Điện thoại').fill('0905 999 000');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await closed();
  await eventually(() => findings().count(), 0);
  const [roster] = await rosters_now();
  assert.equal(roster.shifts.length, 8);
  assert.equal(roster.shifts.at(-1).planned, undefined);
  assert.equal(roster.shifts.at(-1).to, '07:00');
});

test('the overview leads to the very person', async () => {
  await open_sample();
  await go_to(page, 'Tổng quan');
  await press(page.getByRole('button', { name: /^Người trực chưa có số điện thoại: Đỗ Minh Khải/ }));
  await eventually(() => field('Họ và tên').inputValue(), 'Đỗ Minh Khải');
  await page.keyboard.press('Escape');
  await closed();
  await page.keyboard.press('Escape');
  await rosters().waitFor({ state: 'attached' });
  await eventually(focused, (await rosters().getByRole('button').first().textContent()) ?? '');
});

test('calendar files of all and of one, a table to paste, the paper, the next roster', async () => {
  await open_sample();
  await open_roster();
  const events = async (/** @type {string} */ name) => {
    const started = page.waitForEvent('download');
    await press(button(name));
    const text = readFileSync(await (await started).path(), 'utf8');
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  };
  const all = await events('Tải lịch (.ics)');
  assert.equal(all.length, 7);
  assert.equal(all[0].summary, 'Trực lãnh đạo: Trần Văn Đức');
  assert.equal(all[0].startDate.toJSDate().toISOString(), '2024-04-29T10:00:00.000Z');
  assert.equal((await events('Tải lịch (.ics) của Nguyễn Thị Lan')).length, 2);
  await press(button('Sao chép bảng'));
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(pasted.trim().split('\n').length, 8);
  assert.match(pasted, /Trực lãnh đạo\t17:00 29\/04\/2024\t07:00 30\/04\/2024\tTrần Văn Đức\tHiệu trưởng\t0905 111 222/);
  await press(button('Lập kỳ sau từ lịch này'));
  await field('Từ').fill('01/09/2024');
  await field('Đến').fill('03/09/2024');
  await dialog().getByRole('button', { name: 'Ghi lại' }).click();
  await closed();
  const now = await rosters_now();
  assert.equal(now.length, 2);
  assert.deepEqual([now[1].people.length, now[1].shifts], [5, undefined]);
  await go_to(page, 'Trực');
  await open_roster();
  await press(button('Lịch trực'));
  const paper = page.getByRole('region', { name: 'Lịch trực', exact: true });
  await paper.getByText('LỊCH TRỰC', { exact: true }).waitFor({ state: 'attached' });
  await paper.getByText(/Điện thoại của 1 người trực/).waitFor({ state: 'attached' });
});

test('a roster that an office has in Excel is pasted, after a look at it, in one step', async () => {
  await open_sample();
  await open_file(page, 'lịch.csv', 'Ngày,Họ và tên\n30/04/2024,Lan\n');
  await page.getByText('Mở một lịch trực, rồi thả hoặc dán bảng vào đó.').first().waitFor({ state: 'attached' });
  await open_roster();
  const [before] = await rosters_now();
  await press(button('Dán lịch có sẵn'));
  await page.getByRole('textbox', { name: 'Dán bảng vào đây' }).focus();
  await paste(
    page,
    'Ngày\tTrực lãnh đạo\tBảo vệ\n' +
      '30/4\tTrần Văn Đức\tÔng Bùi Văn Hùng (0912 345 678)\n' +
      '01/5\tLê Thị Hồng\tBùi Văn Hùng\n' +
      'hôm sau\t\tBùi Văn Hùng\n',
  );
  await dialog().getByRole('table').waitFor({ state: 'attached' });
  await dialog().getByText('Sẽ thêm 5 ca trực, 1 người, 1 vị trí.').waitFor({ state: 'attached' });
  // How the first of them were read, before anything changes.
  const read = dialog().getByRole('list', { name: 'Đọc được' }).getByRole('listitem');
  assert.equal(await read.nth(1).textContent(), '30/04/2024 · Bảo vệ · Bùi Văn Hùng');
  await dialog().getByText('1 ca có thời gian chưa đọc được').waitFor({ state: 'attached' });
  const guards = dialog().getByRole('combobox', { name: 'Cột 3 là', exact: true });
  const people_of_post = 'Người trực, vị trí là tên cột';
  assert.equal(await guards.evaluate((one) => /** @type {any} */ (one).selectedOptions[0].text), people_of_post);
  await guards.selectOption({ index: 0 });
  await dialog().getByText('Sẽ thêm 2 ca trực, 0 người, 0 vị trí.').waitFor({ state: 'attached' });
  await guards.selectOption(people_of_post);
  await press(dialog().getByRole('button', { name: 'Nhập 5 ca trực' }));
  await closed();
  await page.getByText('Đã nhập 5 ca trực').first().waitFor({ state: 'attached' });
  const [after] = await rosters_now();
  assert.equal(after.shifts.length, before.shifts.length + 5);
  assert.deepEqual(after.posts.at(-1).name, 'Bảo vệ');
  assert.equal(after.people.at(-1).telephone, '0912 345 678');
  // What could not be read is shown, to be corrected.
  await page.getByRole('heading', { name: 'Ca nằm ngoài thời gian hoặc chưa đọc được' }).waitFor({ state: 'attached' });
  await press(page.getByRole('button', { name: 'Hoàn tác' }));
  await eventually(async () => JSON.stringify((await rosters_now())[0]), JSON.stringify(before));
});

test('what is entered is still there after a reload', async () => {
  await open_sample();
  await open_roster();
  await saved(page);
  await page.reload();
  await ready(page);
  await go_to(page, 'Trực');
  await open_roster();
  assert.equal((await rosters_now())[0].shifts.length, 7);
});

test('on a phone: days as cards, each thing high enough for a finger, Back leaves', async () => {
  await resize(page, phone);
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await dialog().getByRole('button', { name: 'Trực' }).click();
  await closed();
  await open_roster();
  const day = days().getByRole('listitem').first();
  await day.getByRole('heading', { name: /29\/04\/2024/ }).waitFor({ state: 'attached' });
  for (const one of await day.getByRole('button').all()) {
    const box = await one.boundingBox();
    assert.ok(box && box.height >= 44, `${await one.textContent()}: ${box?.height}`);
  }
  await page.goBack();
  await rosters().waitFor({ state: 'attached' });
  await resize(page, desktop);
});
