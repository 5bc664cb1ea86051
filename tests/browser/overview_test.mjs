// @ts-check
// Tổng quan: what is due, and each task leading to the very field.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { download, go_to, open_file, page_for_all_tests, press, saved } from './chromium.mjs';
import { draft, eventually, sound } from './sheet.mjs';

const page = await page_for_all_tests();

/** @param {Date} date */
const written = (date) =>
  [date.getDate(), date.getMonth() + 1].map((n) => String(n).padStart(2, '0')).join('/') +
  `/${date.getFullYear()}`;

// A day of the coming week that every month has, and three months before it.
const due = new Date();
due.setDate(due.getDate() + 1);
while (due.getDate() > 28) due.setDate(due.getDate() + 1);
const changed = new Date(due.getFullYear(), due.getMonth() - 3, due.getDate());

const declaration = JSON.parse(draft([sound('Trang một'), sound('Trang hai')]));
declaration.packs = ['HP23', 'HP24', 'BG24', 'TN17'];
declaration.channels[0].security = { password_changed: '01/01/2020' };
declaration.channels[1].security = { password_changed: written(changed) };

const tasks = () => page.getByRole('list', { name: 'Việc cần làm' });
const packs = () => page.getByRole('list', { name: 'Đối chiếu theo văn bản' });
const days = () => page.getByRole('list', { name: 'Hạn trong những ngày tới' });
/** @param {string} name */
const button = (name) => page.getByRole('button', { name, exact: true });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test('each followed dispatch says how far the unit is, and whether it is in force', async () => {
  await open_file(page, 'nháp.json', JSON.stringify(declaration));
  await page.getByRole('dialog').getByRole('button', { name: 'Mở vào sổ' }).click();
  await go_to(page, 'Tổng quan');
  assert.equal(await packs().getByRole('listitem').count(), 4);
  const hp23 = await packs().getByRole('listitem').nth(0).innerText();
  assert.match(hp23, /Đạt: \d+, Cần làm: \d+, Chưa trả lời: \d+, Không áp dụng: \d+/);
  assert.match(hp23, /Đã qua hạn 24\/11\/2023/);
  assert.match(await packs().getByRole('listitem').nth(3).innerText(), /Không còn hiệu lực/);
});

test('what is due first comes first and leads to its field; done, it is gone', async () => {
  const first = tasks().getByRole('listitem').first().getByRole('button');
  assert.match((await first.textContent()) ?? '', /Đã quá hạn đổi mật khẩu/);
  await button('Làm việc gần hạn nhất').click();
  await page.getByRole('heading', { level: 1, name: 'Kênh thông tin' }).waitFor();
  await eventually(focused, 'Ngày đổi mật khẩu gần nhất');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(written(new Date()));
  await page.keyboard.press('Enter');
  await saved(page);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
  await tasks().getByRole('button', { name: /Đã quá hạn đổi mật khẩu/ }).waitFor({ state: 'detached' });
});

test('the coming days show what is due on them', async () => {
  const day = days().getByRole('button', { name: new RegExp(`${written(due)}: 1 việc`) });
  await press(day);
  await page.getByRole('heading', { level: 1, name: 'Kênh thông tin' }).waitFor();
  await eventually(focused, 'Ngày đổi mật khẩu gần nhất');
  await go_to(page, 'Tổng quan');
});

test('what is due goes into a calendar, with reminders', async () => {
  const { name, bytes } = await download(page, 'Tải lịch nhắc việc (.ics)');
  assert.match(name, /^Lịch việc đến hạn - .*\.ics$/);
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
  const events = calendar.getAllSubcomponents('vevent');
  const password = events.find((event) => /^Hạn đổi mật khẩu: /.test(String(event.getFirstPropertyValue('summary'))));
  const day = [due.getFullYear(), due.getMonth() + 1, due.getDate()].map((n) => String(n).padStart(2, '0'));
  assert.equal(String(password?.getFirstPropertyValue('dtstart')), day.join('-'));
  assert.ok((password?.getAllSubcomponents('valarm').length ?? 0) > 0);
});

test('more tasks are shown, each with its place in the whole list', async () => {
  const items = tasks().getByRole('listitem');
  assert.equal(await items.count(), 8);
  const all = Number(await items.first().getAttribute('aria-setsize'));
  assert.ok(all > 8);
  await press(page.getByRole('button', { name: /^Xem thêm/ }));
  await eventually(() => items.count(), Math.min(all, 28));
});

test("a dispatch's contacts are one click away, and closed by Back", async () => {
  await press(packs().getByRole('listitem').nth(0).getByRole('button'));
  const dialog = page.getByRole('dialog', { name: /^Liên hệ và hướng dẫn: CV Hải Phòng 11/ });
  await dialog.getByRole('definition').filter({ hasText: 'vanphongsgd@haiphong.edu.vn' }).waitFor({ state: 'attached' });
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
});

test('a dispatch that is no longer followed is gone from the overview', async () => {
  await press(button('Chọn văn bản thực hiện'));
  await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor();
  const box = page.getByRole('checkbox', { name: /2017/ });
  await box.focus();
  await page.keyboard.press('Space');
  await go_to(page, 'Tổng quan');
  await eventually(() => packs().getByRole('listitem').count(), 3);
});

test('on a phone everything is there, a finger high', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Thêm', exact: true }).waitFor();
  assert.equal(await days().getByRole('listitem').count(), 7);
  const small = await tasks()
    .getByRole('button')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
  assert.equal(small, 0);
  await go_to(page, 'Tài liệu');
  await go_to(page, 'Tổng quan');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('who comes back starts here', async () => {
  await saved(page);
  const again = await page.context().newPage();
  await again.goto(page.url());
  await again.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
  await again.close();
});
