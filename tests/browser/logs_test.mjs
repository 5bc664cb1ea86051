// @ts-check
// The logs: entries added by keyboard, edited, filtered, deleted, pasted from Excel, printed, kept, signed; on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/commands.mjs';
import { download, fill_field, go_to, make_key_and_sign, open_file, page_for_all_tests, paste, press, ready, resize, saved } from './chromium.mjs';
import { eventually } from './sheet.mjs';

/** @typedef {{id: number, kind: string} & Record<string, string | number | undefined>} Entry */

const page = await page_for_all_tests();
page.setDefaultTimeout(10_000);
const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true });
const field = (/** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
const choice = (/** @type {string} */ name) => page.getByRole('combobox', { name, exact: true });
const table = () => page.getByRole('table');
const dialog = () => page.getByRole('dialog');
const closed = () => dialog().waitFor({ state: 'detached' });
const details = () => page.getByRole('complementary', { name: 'Chi tiết mục' });
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });
const titles = () =>
  table()
    .locator('[role=cell] > button')
    .evaluateAll((buttons) => buttons.map((one) => one.textContent ?? ''));
const kinds = () => page.getByRole('list', { name: 'Sổ theo dõi' });

const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 640 };

/** The day so many days from now, as the page writes it. */
async function day(days = 0) {
  return page.evaluate((later) => {
    const date = new Date();
    date.setDate(date.getDate() + later);
    return date.toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });
  }, days);
}

/** @returns {Promise<{log: Entry[], nothing_logged: string[]}>} what is in the workspace, as a draft file has it */
async function document_now() {
  const { bytes } = await download(page, 'Tải bản nháp');
  const { log = [], nothing_logged = [] } = JSON.parse(bytes.toString());
  return { log, nothing_logged };
}

const sample = JSON.parse(readFileSync(join(root, 'tests/data/declarations/so-theo-doi.json'), 'utf8'));

/** Replaces what is in the workspace. @param {Partial<Entry>[]} log @param {string[]} [nothing_logged] */
async function open_log(log, nothing_logged = []) {
  const entries = log.map((entry, i) => ({ id: i + 1, ...entry }));
  await open_file(page, 'nháp.json', JSON.stringify({ ...sample, log: entries, nothing_logged }));
  await dialog().getByRole('button', { name: 'Mở vào sổ' }).click();
  await closed();
}

/** @param {string} name of the log */
async function show(name) {
  await go_to(page, 'Sổ theo dõi');
  await press(kinds().getByRole('button', { name, exact: true }));
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const hunts = [
  { kind: 'threat_hunt', date: '01/02/2024', machine: 'Máy kế toán', result: 'nothing' },
  { kind: 'threat_hunt', date: '03/02/2024', machine: 'Máy văn thư', result: 'found', found: 'Vi rút USB' },
  { kind: 'threat_hunt', date: '02/02/2024', machine: 'Máy chủ', result: 'nothing' },
];

test('each log says how it stands, how much is in it, which clauses ask for it', async () => {
  await open_log(hunts, ['spam']);
  await go_to(page, 'Sổ theo dõi');
  const described = async (/** @type {string} */ name) => {
    const one = kinds().getByRole('button', { name, exact: true });
    await one.waitFor({ state: 'attached' });
    return one.evaluate((element) => {
      const id = element.getAttribute('aria-describedby');
      return element.getAttribute('aria-description') ?? (id ? document.getElementById(id)?.textContent : '') ?? '';
    });
  };
  assert.match(await described('Săn tìm mã độc'), /quá hạn.*3 mục.*gần nhất 03\/02\/2024.*HP24-3\.2/);
  assert.match(await described('Thư rác, lừa đảo'), /Không có gì phải ghi.*0 mục.*BG24-1\.6/);
  assert.match(await described('Tuyên truyền, tập huấn'), /Chưa ghi, văn bản yêu cầu.*HP23-5, DL-3/);
});

test('an entry is added by keyboard alone; the strictest clause says when the next is due', async () => {
  await open_log([]);
  await show('Tuyên truyền, tập huấn');
  await eventually(focused, 'Tất cả sổ');
  await button('Ghi mục mới').focus();
  await page.keyboard.press('Enter');
  await eventually(focused, 'Ngày');
  await page.keyboard.type(`ngày ${Number((await day()).slice(0, 2))} tháng ${Number((await day()).slice(3, 5))} năm ${(await day()).slice(6)}`);
  await page.keyboard.press('Tab');
  await details().getByText(`Hiểu là ${await day()}`).waitFor();
  await field('Nội dung').focus();
  await page.keyboard.type('Nhận biết thư lừa đảo');
  await page.keyboard.press('Tab');
  await fill_field(page, 'Số người tham gia', 'ba mươi');
  await eventually(async () => (await details().getByText('«ba mươi» không phải là số.').count()) > 0, true);
  await fill_field(page, 'Số người tham gia', '32');
  await choice('Người thực hiện: đã ghi trước đây').selectOption(sample.unit.preparer_name);
  await eventually(() => field('Người thực hiện').inputValue(), sample.unit.preparer_name);
  const { log } = await document_now();
  assert.equal(log.length, 1);
  assert.equal(log[0].kind, 'awareness');
  assert.equal(log[0].people_value, 32);
  assert.equal(log[0].person, sample.unit.preparer_name);
  // Half a year from now, at the earliest in 181 days.
  const next = page.getByText(/^Hạn lần tới \d\d\/\d\d\/\d{4}$/).first();
  await next.waitFor();
});

test('what is wrong stands in the row and at its field; a task of the overview leads to the very field', async () => {
  await open_log([{ kind: 'patch', date: '01/02/2024', reference: 'CVE-2024-1', system: 'Máy chủ', due: '05/02/2024' }]);
  await show('Bản vá an toàn');
  await table().getByRole('cell', { name: /^Quá hạn xử lý: CVE-2024-1.*\(HP24-2\)/ }).waitFor();
  await go_to(page, 'Tổng quan');
  const task = page.getByRole('list', { name: 'Việc cần làm' }).getByRole('button', { name: /^Quá hạn xử lý: CVE-2024-1/ });
  await task.first().waitFor({ state: 'attached' });
  await press(task.first());
  await page.getByRole('heading', { level: 1, name: 'Bản vá an toàn' }).waitFor();
  await eventually(focused, 'Ngày cập nhật bản vá');
  await eventually(() => field('Ngày cập nhật bản vá').getAttribute('aria-invalid'), 'true');
  await page.keyboard.type('04/02/2024');
  await page.keyboard.press('Enter');
  await eventually(async () => (await document_now()).log[0].handled, '04/02/2024');
  assert.equal(await details().getByRole('list', { name: 'Cần xử lý' }).count(), 0);
});

test('the latest comes first; arrows, search and filters', async () => {
  await open_log(hunts);
  await show('Săn tìm mã độc');
  await eventually(titles, ['03/02/2024, Máy văn thư', '02/02/2024, Máy chủ', '01/02/2024, Máy kế toán']);
  await table().getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await eventually(focused, '02/02/2024, Máy chủ');
  await page.keyboard.press('End');
  await eventually(focused, '01/02/2024, Máy kế toán');
  await page.keyboard.press('Enter');
  await details().waitFor({ state: 'attached' });
  await button('Ẩn chi tiết mục').click();
  await details().waitFor({ state: 'detached' });
  await page.getByRole('searchbox', { name: 'Tìm trong sổ' }).fill('vi rut usb');
  await eventually(titles, ['03/02/2024, Máy văn thư']);
  await page.getByRole('searchbox', { name: 'Tìm trong sổ' }).fill('');
  await choice('Lọc theo máy').selectOption('Máy chủ');
  await eventually(titles, ['02/02/2024, Máy chủ']);
  await choice('Lọc theo máy').selectOption('Mọi máy');
  await choice('Lọc mục').selectOption('Quá hạn');
  await eventually(async () => (await titles()).length, 3);
  await choice('Lọc mục').selectOption('Sắp đến hạn');
  await eventually(async () => (await titles()).length, 3);
  await choice('Lọc mục').selectOption('Tất cả');
  await page.keyboard.press('Escape');
  await kinds().waitFor({ state: 'attached' });
  await eventually(focused, 'Săn tìm mã độc');
});

test('an entry is edited, duplicated, deleted, and each of it undone', async () => {
  await open_log(hunts);
  await show('Săn tìm mã độc');
  await table().getByRole('button', { name: '02/02/2024, Máy chủ' }).click();
  await choice('Kết quả').selectOption('Có phát hiện');
  await field('Nội dung phát hiện').fill('Mã đào tiền ảo');
  await page.keyboard.press('Tab'); // Enter starts a line there
  await eventually(async () => (await document_now()).log[2].found, 'Mã đào tiền ảo');
  await press(button('Nhân đôi mục này'));
  await eventually(focused, 'Ngày');
  const found = async () => (await document_now()).log.map((entry) => entry.found ?? '');
  await eventually(found, ['', 'Vi rút USB', 'Mã đào tiền ảo', 'Mã đào tiền ảo']);
  await press(button('Xóa mục này'));
  await page.getByText(/^Đã xóa «.*» khỏi sổ/).first().waitFor();
  await eventually(found, ['', 'Vi rút USB', 'Mã đào tiền ảo']);
  await button('Hoàn tác').click();
  await page.getByText('Đã hoàn tác: xóa mục khỏi sổ theo dõi').first().waitFor();
  await eventually(found, ['', 'Vi rút USB', 'Mã đào tiền ảo', 'Mã đào tiền ảo']);
  await button('Hoàn tác').click();
  await eventually(async () => (await found()).length, 3);
  await button('Làm lại').click();
  await eventually(async () => (await found()).length, 4);
});

test('nothing to log is stated, taken back, undone; an entry takes it back too', async () => {
  await open_log([]);
  await show('Thư rác, lừa đảo');
  const nothing = page.getByRole('checkbox', { name: 'Chưa nhận thư rác, thư lừa đảo nào' });
  await nothing.click();
  await eventually(async () => (await document_now()).nothing_logged, ['spam']);
  await nothing.click();
  await eventually(async () => (await document_now()).nothing_logged, []);
  await button('Hoàn tác').click();
  await eventually(async () => (await document_now()).nothing_logged, ['spam']);
  await button('Ghi mục mới').click();
  await eventually(focused, 'Ngày nhận');
  await eventually(async () => (await document_now()).nothing_logged, []);
  // What a unit must have cannot be nothing.
  await show('Phương án ứng cứu');
  assert.equal(await page.getByRole('checkbox').count(), 0);
});

test('a table from Excel is previewed, put right and imported into the log', async () => {
  await open_log([]);
  await show('Phần mềm diệt vi rút');
  await button('Dán từ Excel').click();
  await dialog().getByRole('textbox', { name: 'Dán bảng vào đây' }).waitFor();
  assert.equal(await dialog().getByRole('combobox', { name: 'Nhập vào sổ' }).evaluate((one) => /** @type {HTMLSelectElement} */ (one).selectedOptions[0].text), 'Phần mềm diệt vi rút');
  await paste(
    page,
    'STT\tTên máy\tPhần mềm\tNgày quét\tBản quyền\tHạn bản quyền\tKết quả\n' +
      '1\tMáy kế toán\tBKAV Pro\t15/11/2023\tCó thời hạn\t31/12/2030\tKhông phát hiện gì\n' +
      '2\tMáy văn thư\tBKAV Pro\thôm qua\tCó thời hạn\t31/12/2030\tKhông phát hiện gì\n',
  );
  await dialog().getByText('Sẽ thêm 2 mục.', { exact: false }).waitFor();
  await dialog().getByText(/Dòng 3, cột 4 .*«hôm qua»/).waitFor();
  await dialog().getByRole('button', { name: 'Nhập 2 mục' }).click();
  await closed();
  await eventually(async () => (await document_now()).log.map(({ machine, licence_end, result }) => [machine, licence_end, result]), [
    ['Máy kế toán', '31/12/2030', 'nothing'],
    ['Máy văn thư', '31/12/2030', 'nothing'],
  ]);
  await button('Hoàn tác').click();
  await eventually(async () => (await document_now()).log.length, 0);
});

test('an incident: whom to call one click away, its times, its report', async () => {
  await open_log(sample.log, sample.nothing_logged);
  await show('Sự cố');
  await button(/^Liên hệ khi có sự cố: .*4\/2024/).click();
  await dialog().getByText('ir@vncert.vn').first().waitFor();
  await page.keyboard.press('Escape');
  await closed();
  await table().getByRole('button', { name: /Trang chủ bị sửa/ }).click();
  await fill_field(page, 'Thời điểm khôi phục', '7h ngày 18/10/2023');
  await details().getByText(/sớm hơn lúc bắt đầu/).first().waitFor({ state: 'attached' });
  await fill_field(page, 'Thời điểm khôi phục', '16h ngày 18/10/2023');
  await details().getByText('Hiểu là 16:00 18/10/2023').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-print-asked', '');
  });
  await press(button('Báo cáo sự cố'));
  const paper = page.getByRole('region', { name: 'Báo cáo sự cố', exact: true });
  await paper.getByText('Trang chủ bị sửa').first().waitFor();
  await eventually(focused, 'In');
  await page.keyboard.press('Enter');
  await page.locator('html[data-print-asked]').waitFor();
});

test('a log is printed and downloaded as a document', async () => {
  await open_log(sample.log, sample.nothing_logged);
  await show('Bản vá an toàn');
  await button('In, tải thành văn bản').click();
  const paper = page.getByRole('region', { name: 'Sổ theo dõi', exact: true });
  await paper.getByText(/CVE-2023-4966/).first().waitFor();
  await paper.getByRole('combobox', { name: 'Sổ', exact: true }).selectOption('Tuyên truyền, tập huấn');
  await paper.getByText(/Nhận biết thư lừa đảo/).first().waitFor();
  const started = page.waitForEvent('download');
  await press(paper.getByRole('button', { name: 'Tải .docx' }));
  assert.match((await started).suggestedFilename(), /\.docx$/);
});

test('on a phone entries are cards that open', async () => {
  await open_log(hunts);
  await resize(page, phone);
  await go_to(page, 'Sổ theo dõi');
  await press(kinds().getByRole('button', { name: 'Săn tìm mã độc', exact: true }));
  const card = page.getByRole('listitem').getByRole('button', { name: '02/02/2024, Máy chủ' });
  await card.waitFor({ state: 'attached' });
  for (const control of [card, button('Ghi mục mới'), button('Tất cả sổ')]) {
    const box = await control.boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44);
  }
  await press(card);
  await page.getByRole('heading', { level: 1, name: '02/02/2024, Máy chủ' }).waitFor();
  await fill_field(page, 'Người thực hiện', 'Lê Văn Khánh');
  await page.goBack();
  await card.waitFor({ state: 'attached' });
  await page.goBack();
  await kinds().waitFor({ state: 'attached' });
  await resize(page, desktop);
  await eventually(async () => (await document_now()).log[2].person, 'Lê Văn Khánh');
});

test('thousands of entries: only those in view are built, and they scroll at once', async () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({
    kind: 'monitoring',
    at: `${String(i % 24).padStart(2, '0')}:30 ${String((i % 28) + 1).padStart(2, '0')}/0${(i % 9) + 1}/2023`,
    system: `Tường lửa ${i}`,
    result: 'nothing',
  }));
  await open_log(many);
  await show('Theo dõi giám sát');
  await eventually(() => table().getAttribute('aria-rowcount'), '5001');
  assert.ok((await titles()).length < 60);
  await table().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await eventually(async () => (await table().getByRole('row').last().getAttribute('aria-rowindex')) === '5001', true);
  assert.ok((await titles()).length < 60);
  const longest = await page.evaluate(async () => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
    let longest_frame = 0;
    let last = performance.now();
    for (let i = 0; i < 40; i += 1) {
      canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, clientX: 600, clientY: 600, bubbles: true, cancelable: true }));
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      if (i > 1) longest_frame = Math.max(longest_frame, now - last);
      last = now;
    }
    return longest_frame;
  });
  // A frame takes a few milliseconds; the rest is for a machine with other things to do.
  assert.ok(longest < 250, `${longest} ms`);
});

test('what is logged is there after a reload, and signed with the rest', async () => {
  await open_log(sample.log, sample.nothing_logged);
  await saved(page);
  await page.reload();
  await ready(page);
  assert.deepEqual((await document_now()).log.length, sample.log.length);
  await go_to(page, 'Ký & xuất');
  await make_key_and_sign(page, 'Cán bộ thống kê ký');
  await make_key_and_sign(page, 'Lãnh đạo ký xác nhận');
  const { bytes } = await download(page, 'Tải tệp đã ký');
  const file = JSON.parse(bytes.toString());
  const payload = JSON.parse(Buffer.from(file.payload, 'base64url').toString());
  assert.deepEqual(payload.log, sample.log);
  assert.deepEqual(payload.nothing_logged, sample.nothing_logged);
});
