// @ts-check
// Máy tính & IP: machines entered by keyboard, pasted, opened from Excel, corrected, kept; lists of botnet addresses read
// by a worker while the page goes on, what is found, what is written down; on a phone.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { hostile_sheets, xlsx } from '../xlsx.mjs';
import { download, fill_field, go_to, open_file, page_for_all_tests, paste, press, resize } from './chromium.mjs';
import { draft, eventually } from './sheet.mjs';

/** @typedef {{id: number, name?: string, kind?: string, owner?: string, place?: string, addresses?: string, note?: string}} Machine */

const page = await page_for_all_tests();
page.setDefaultTimeout(20_000);
const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true });
const field = (/** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
const choice = (/** @type {string} */ name) => page.getByRole('combobox', { name, exact: true });
const table = () => page.getByRole('table', { name: 'Máy tính & IP' });
const dialog = () => page.getByRole('dialog');
const closed = () => dialog().waitFor({ state: 'detached' });
const details = () => page.getByRole('complementary', { name: 'Chi tiết máy' });
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });
const titles = () =>
  table()
    .locator('[role=cell] > button')
    .evaluateAll((buttons) => buttons.map((one) => one.textContent ?? ''));

const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 640 };

/** What is in the workspace, as a draft file has it. */
async function document_now() {
  const { bytes } = await download(page, 'Tải bản nháp');
  const { machines = [], no_machines = false, log = [] } = JSON.parse(bytes.toString());
  return { machines: /** @type {Machine[]} */ (machines), no_machines, log: /** @type {Record<string, any>[]} */ (log) };
}

/** Replaces what is in the workspace. @param {Omit<Machine, 'id'>[]} machines @param {object} [more] */
async function open_machines(machines, more = {}) {
  const document = { ...JSON.parse(draft([])), packs: ['HP24'], no_channels: true, ...more };
  const list = machines.map((machine, i) => ({ id: i + 1, ...machine }));
  await open_file(page, 'nháp.json', JSON.stringify(list.length > 0 ? { ...document, machines: list } : document));
  await dialog().getByRole('button', { name: 'Mở vào sổ' }).click();
  await closed();
  await go_to(page, 'Máy tính & IP');
  // Lists of another test's go with it.
  await press(button('Đối chiếu IP botnet'));
  await page.getByRole('heading', { level: 1, name: 'Đối chiếu danh sách IP botnet' }).waitFor();
  for (let left = await given().count(); left > 0; left = await given().count()) {
    const before = left;
    await press(given().first().getByRole('button', { name: /^(Bỏ|Dừng đọc) «/ }));
    await eventually(async () => (await given().count()) < before, true);
  }
  await press(button('Danh sách máy'));
  await page.getByRole('heading', { level: 1, name: 'Máy tính & IP' }).waitFor();
}

/** @param {{name: string, mimeType: string, buffer: Buffer}[]} files */
async function choose_lists(files) {
  const chooser = page.waitForEvent('filechooser');
  await press(button('Chọn tệp…'));
  await (await chooser).setFiles(files);
}
/** @param {string} name @param {Buffer | string} content */
const file = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const given = () => page.getByRole('list', { name: 'Danh sách IP botnet' }).getByRole('listitem');
const result = () => page.getByRole('region', { name: 'Kết quả' });

const school = [
  { name: 'Máy kế toán', kind: 'workstation', owner: 'Phạm Thị Lan', place: 'Phòng kế toán', addresses: '192.168.1.10' },
  { name: 'Bộ định tuyến', kind: 'device', place: 'Phòng máy', addresses: '203.0.113.7' },
  { name: 'Máy chủ', kind: 'server', owner: 'Nguyễn Văn Nam', place: 'Phòng máy', addresses: '198.51.100.16–31, 2001:db8:7::/64' },
];

test('a machine is added by keyboard alone; what is read of its addresses is said; undo takes it back', async () => {
  await open_machines([]);
  await button('Thêm máy').focus();
  await page.keyboard.press('Enter');
  await eventually(focused, 'Tên máy');
  await page.keyboard.type('Máy văn thư');
  await page.keyboard.press('Tab');
  await eventually(focused, 'Loại máy');
  await choice('Loại máy').selectOption('Máy trạm, máy xách tay');
  await field('Địa chỉ IP').focus();
  await page.keyboard.type('192.168.1.0 255.255.255.0; 10.0.0.1 đến 10.0.0.9');
  await page.keyboard.press('Tab');
  await details().getByText('Hiểu là 192.168.1.0/24, 10.0.0.1–10.0.0.9').waitFor();
  await fill_field(page, 'Người sử dụng, phụ trách', 'Lê Thị Hoa');
  assert.deepEqual((await document_now()).machines, [
    { id: 1, name: 'Máy văn thư', kind: 'workstation', owner: 'Lê Thị Hoa', addresses: '192.168.1.0 255.255.255.0; 10.0.0.1 đến 10.0.0.9' },
  ]);
  await press(details().getByRole('button', { name: 'Xóa khỏi danh sách' }));
  await eventually(focused, 'Thêm máy');
  assert.equal((await document_now()).machines.length, 0);
  await press(button('Hoàn tác'));
  await eventually(titles, ['Máy văn thư']);
});

test('each address that cannot be read says why; the overview leads to its field; what is right is met', async () => {
  await open_machines([
    { name: 'Máy 1', addresses: '192.168.1.256' },
    { name: 'Máy 2', addresses: '203.0.113.9' },
    { name: 'Máy 3', addresses: '203.0.113.9' },
  ]);
  await table().getByRole('cell', { name: /^Không đọc được địa chỉ «192\.168\.1\.256»\. Có phần lớn hơn 255\. .*\(HP24-3\.3\)/ }).waitFor();
  await table().getByRole('cell', { name: /^Địa chỉ 203\.0\.113\.9 cũng được ghi cho «Máy 2»/ }).waitFor();
  for (const [written, said] of [
    ['192.168.01.5', /bắt đầu bằng số 0/],
    ['fe80::1%eth0', /tên cổng mạng/],
    ['10.0.0.0/33', /nhiều nhất 32/],
    ['10.0.0.0/255.0.255.0', /Mặt nạ mạng sai/],
    ['10.0.0.1-fd00::1', /Một đầu của dải là IPv4/],
    ['10.0.0.9-10.0.0.1', /Đầu dải lớn hơn cuối dải/],
    ['DHCP', /Không phải địa chỉ IP/],
  ]) {
    await go_to(page, 'Tổng quan');
    const task = page.getByRole('list', { name: 'Việc cần làm' }).getByRole('button', { name: /^Không đọc được địa chỉ/ });
    await task.first().waitFor({ state: 'attached' });
    await press(task.first());
    await eventually(focused, 'Địa chỉ IP');
    await eventually(() => field('Địa chỉ IP').getAttribute('aria-invalid'), 'true');
    await field('Địa chỉ IP').fill(String(written));
    await page.keyboard.press('Tab');
    await details().getByRole('list', { name: 'Cần xử lý' }).getByText(/** @type {RegExp} */ (said)).first().waitFor();
  }
  await field('Địa chỉ IP').fill('không nối mạng');
  await page.keyboard.press('Tab');
  await eventually(() => details().getByRole('list', { name: 'Cần xử lý' }).count(), 0);
});

test('only private addresses: the router’s public one is asked for', async () => {
  await open_machines([{ name: 'Máy 1', addresses: '192.168.1.5' }]);
  await page.getByText(/danh sách IP botnet chỉ ghi địa chỉ công cộng/).waitFor();
  await page.getByText(/Thêm bộ định tuyến/).waitFor();
});

test('«no machine» is stated, and taken back with the first one', async () => {
  await open_machines([]);
  await page.getByRole('checkbox', { name: 'Đơn vị không có máy nào' }).press('Space');
  await eventually(async () => (await document_now()).no_machines, true);
  await press(button('Thêm máy'));
  await eventually(async () => (await document_now()).no_machines, false);
});

test('a list is pasted, and one is opened from Excel, after a look at it', async () => {
  await open_machines([]);
  const rows = [
    ['STT', 'Tên máy', 'Loại máy', 'Người sử dụng', 'Vị trí', 'Địa chỉ IP'],
    ['1', 'Máy kế toán', 'Máy trạm', 'Phạm Thị Lan', 'Phòng 2', '192.168.1.10'],
    ['2', 'Wifi khách', 'Access Point', '', 'Hội trường', '192.168.2.0 255.255.255.0'],
  ];
  await press(button('Dán danh sách'));
  await dialog().getByRole('textbox', { name: 'Dán bảng vào đây' }).waitFor();
  await paste(page, rows.map((row) => row.join('\t')).join('\n'));
  await press(dialog().getByRole('button', { name: 'Nhập 2 máy' }));
  await closed();
  await eventually(titles, ['Máy kế toán', 'Wifi khách']);
  await press(button('Hoàn tác'));
  await press(button('Dán danh sách'));
  const chooser = page.waitForEvent('filechooser');
  await press(dialog().getByRole('button', { name: 'Chọn tệp Excel, CSV…' }));
  await (await chooser).setFiles(file('máy.xlsx', xlsx(rows)));
  await press(dialog().getByRole('button', { name: 'Nhập 2 máy' }));
  await closed();
  const { machines } = await document_now();
  assert.deepEqual(
    machines.map(({ name, kind, addresses }) => ({ name, kind, addresses })),
    [
      { name: 'Máy kế toán', kind: 'workstation', addresses: '192.168.1.10' },
      { name: 'Wifi khách', kind: 'device', addresses: '192.168.2.0 255.255.255.0' },
    ],
  );
});

test('arrows, search and filter; a machine is duplicated without its address', async () => {
  await open_machines([...school, { name: 'Máy lỗi', addresses: '1.2.3' }]);
  await table().getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await eventually(focused, 'Bộ định tuyến');
  await page.getByRole('searchbox', { name: 'Tìm tên máy, người, nơi đặt, địa chỉ' }).fill('phong may');
  await eventually(titles, ['Bộ định tuyến', 'Máy chủ']);
  await page.getByRole('searchbox', { name: 'Tìm tên máy, người, nơi đặt, địa chỉ' }).fill('');
  await choice('Lọc máy').selectOption('Cần xử lý');
  await eventually(titles, ['Máy lỗi']);
  await choice('Lọc máy').selectOption('Tất cả');
  await press(table().getByRole('button', { name: 'Máy kế toán', exact: true }));
  await press(details().getByRole('button', { name: 'Nhân đôi máy' }));
  await eventually(focused, 'Tên máy');
  const { machines } = await document_now();
  const { id: _, ...copy } = machines[machines.length - 1];
  assert.deepEqual(copy, { name: 'Máy kế toán', kind: 'workstation', owner: 'Phạm Thị Lan', place: 'Phòng kế toán' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await details().waitFor({ state: 'detached' });
});

test('without machines a list waits for them', async () => {
  await open_machines([]);
  await press(button('Đối chiếu IP botnet'));
  await page.getByText('Chưa có địa chỉ nào để tìm').waitFor();
  await field('Dán danh sách').focus();
  await paste(page, 'Danh sách tháng 10/2026\n203.0.113[.]7');
  await result().getByText(/chưa có địa chỉ nào của đơn vị đọc được/).waitFor({ state: 'attached' });
  await press(button('Kê khai máy'));
  await eventually(focused, 'Thêm máy');
  await page.keyboard.press('Enter');
  await field('Tên máy').waitFor();
  await fill_field(page, 'Tên máy', 'Máy 1');
  await field('Địa chỉ IP').fill('203.0.113.7');
  await page.keyboard.press('Tab');
  await press(details().getByRole('button', { name: 'Ẩn chi tiết máy' }));
  await press(button('Đối chiếu IP botnet'));
  await result().getByText(/^Máy 1/).waitFor({ state: 'attached' });
  await eventually(() => field('Ngày của danh sách').inputValue(), '10/2026');
  await press(button(/^Bỏ «/));
});

test('a match says whose machine it is, where, and what to do; it is written down as one command', async () => {
  await open_machines(school);
  await press(button('Đối chiếu IP botnet'));
  const list = 'CÔNG VĂN số 12/2024\nTrang 1/3\n198[.]51[.]100[.]17\nhxxp://192.0.2[.]1/gate.php\n1.2.3.256\n2001:db8:7::beef 443\n';
  await choose_lists([file('Danh sách IP botnet tháng 11-2026.txt', list), file('đột xuất.txt', '192.0.2.1\n192.0.2.2\n')]);
  const matches = result().getByRole('list', { name: 'Máy có trong «Danh sách IP botnet tháng 11-2026.txt»' });
  await matches.getByRole('listitem').first().waitFor({ state: 'attached' });
  const said = await matches.getByRole('listitem').allInnerTexts();
  assert.equal(said.length, 2);
  assert.match(said[0], /Máy chủ · Nguyễn Văn Nam · Phòng máy/);
  assert.match(said[0], /Địa chỉ 198\.51\.100\.16–31: danh sách ghi 198\.51\.100\.17, dòng 3/);
  assert.match(said[1], /danh sách ghi 2001:db8:7::beef, dòng 6/);
  await result().getByText('Không có địa chỉ nào của đơn vị trong «đột xuất.txt»').waitFor({ state: 'attached' });
  await result().getByText(/^1\. Ngắt máy khỏi mạng/).waitFor({ state: 'attached' });
  const sum = createHash('sha256').update(list).digest('hex');
  await given().first().getByText(`SHA-256: ${sum}`).waitFor({ state: 'attached' });
  await given().first().getByText(/Dòng 5: «1\.2\.3\.256»\. Có phần lớn hơn 255\./).waitFor({ state: 'attached' });
  // Whom to call is one click away.
  await press(result().getByRole('button', { name: /^Liên hệ khi có sự cố/ }));
  await dialog().getByText('024.3640.4421').first().waitFor();
  await page.keyboard.press('Escape');
  await closed();
  const senders = page.getByRole('textbox', { name: 'Nơi gửi danh sách', exact: true });
  await senders.first().fill('Sở TTTT');
  await page.keyboard.press('Enter');
  await press(button('Ghi vào sổ'));
  await page.getByText('Kết quả này đã ghi vào sổ.').waitFor({ state: 'attached' });
  const { log } = await document_now();
  assert.deepEqual(
    log.map(({ kind, reference, list_date, sender, machine, result: outcome }) => ({ kind, reference, list_date, sender, machine, outcome })),
    [
      { kind: 'botnet_check', reference: 'Danh sách IP botnet tháng 11-2026', list_date: '11/2026', sender: 'Sở TTTT', machine: 'Máy chủ', outcome: 'found' },
      { kind: 'botnet_check', reference: 'đột xuất', list_date: undefined, sender: undefined, machine: undefined, outcome: 'nothing' },
    ],
  );
  assert.match(log[0].found, /198\.51\.100\.17, dòng 3.*2001:db8:7::beef, dòng 6/);
  assert.equal(log[0].digest, sum);
  assert.equal(log[0].entries_value, 3);
  await press(button('Hoàn tác'));
  await eventually(async () => (await document_now()).log.length, 0);
  // What was found stays, to be written down again.
  await matches.getByRole('listitem').first().waitFor({ state: 'attached' });
});

test('who sends the list is remembered for the next one; the log leads here', async () => {
  await open_machines(school, { log: [{ id: 1, kind: 'botnet_check', date: '01/10/2026', date_value: '2026-10-01', reference: 'T9', sender: 'Sở KHCN', result: 'nothing' }] });
  await go_to(page, 'Sổ theo dõi');
  await press(page.getByRole('list', { name: 'Sổ theo dõi' }).getByRole('button', { name: 'Đối chiếu IP botnet', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Đối chiếu IP botnet' }).waitFor();
  await press(button('Đối chiếu IP botnet'));
  await page.getByRole('heading', { level: 1, name: 'Đối chiếu danh sách IP botnet' }).waitFor();
  await choose_lists([file('b.csv', '1;203.0.113.7;x\r\n')]);
  await result().getByText(/^Bộ định tuyến · Phòng máy/).waitFor({ state: 'attached' });
  await eventually(() => field('Nơi gửi danh sách').inputValue(), 'Sở KHCN');
});

test('Excel and UTF-16 lists are read; hostile ones say what is wrong', async () => {
  await open_machines(school);
  await press(button('Đối chiếu IP botnet'));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Địa chỉ\r\n203.0.113.7\r\n', 'utf16le')]);
  await choose_lists([file('danh sách.xlsx', xlsx([['Kỳ', 'tháng 09/2026'], ['STT', 'IP'], ['1', '203.0.113.7'], ['2', '8.8.8']])), file('utf16.txt', utf16)]);
  await result().getByText(/danh sách ghi 203\.0\.113\.7, dòng 3/).waitFor({ state: 'attached' });
  await result().getByText(/danh sách ghi 203\.0\.113\.7, dòng 2/).waitFor({ state: 'attached' });
  await eventually(() => page.getByRole('textbox', { name: 'Ngày của danh sách' }).first().inputValue(), '09/2026');
  /** @type {Record<string, RegExp>} */
  const said = {
    sheet_not_zip: /không phải bảng tính Excel/,
    sheet_none: /không có trang tính nào/,
    sheet_too_large: /quá lớn sau khi giải nén/,
    sheet_broken: /Không đọc được trang tính/,
  };
  for (const [name, { bytes, code }] of Object.entries(hostile_sheets)) {
    if (name === 'no archive') continue; // text without an address: below
    await choose_lists([file(`${code}.xlsx`, bytes())]);
    await given().last().getByText(said[code]).waitFor({ state: 'attached' });
    await press(given().last().getByRole('button', { name: /^Bỏ «/ }));
    await given().nth(2).waitFor({ state: 'detached' });
  }
  await choose_lists([file('trống.txt', 'không có địa chỉ nào')]);
  await given().last().getByText(/Không tìm thấy địa chỉ IP nào/).waitFor({ state: 'attached' });
  // Nothing is written down while one was not read.
  assert.equal(await button('Ghi vào sổ').isEnabled(), false);
  // The same files as tables.
  await open_machines(school);
  await press(button('Dán danh sách'));
  const chooser = page.waitForEvent('filechooser');
  await press(dialog().getByRole('button', { name: 'Chọn tệp Excel, CSV…' }));
  await (await chooser).setFiles(file('hỏng.xlsx', hostile_sheets['cut short'].bytes()));
  await dialog().getByText(/hỏng\.xlsx: Tệp không phải bảng tính Excel/).waitFor();
  await page.keyboard.press('Escape');
  await closed();
});

test('a list of 1,000,000 entries with noise is read while the page goes on; 10,000 addresses are looked for', async () => {
  const lines = [];
  let state = 5;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i < 1_000_000; i += 1) {
    const address = `${1 + random(9)}.${random(256)}.${random(256)}.${random(256)}`;
    lines.push(
      [`${i};"${address}";20.11.2024;tcp;443`, `IP: ${address} Port 80 ngày 20.11.2024 07:30:12`, `hxxp://${address.replaceAll('.', '[.]')}/gate`, `2001:db8:${random(65536).toString(16)}::1`][i % 20] ?? address,
    );
    if (i % 60 === 0) lines.push(`      Trang ${i / 60}/16667      `);
  }
  // 10,000 of the unit's own, on 1,000 machines; one of them is in the list.
  const machines = Array.from({ length: 1000 }, (_, i) => ({
    name: `Máy ${i}`,
    addresses: Array.from({ length: 10 }, (_, j) => `10.${i >> 8}.${i & 255}.${j + 1}`).join(', '),
  }));
  const at = 500_000;
  lines[at] = 'cuối cùng: 10.1.2.3, cổng 4444';
  await open_machines(machines);
  await press(button('Đối chiếu IP botnet'));
  await page.evaluate(() => {
    const frames = { drawn: 0, running: true };
    Object.assign(window, { frames_seen: frames });
    const count = () => {
      frames.drawn += 1;
      if (frames.running) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  // Given in the page: too much for a message to the browser.
  const url = await page.evaluateHandle(() => /** @type {string[]} */ ([]));
  const text = lines.join('\n');
  const piece = 8 * 1024 * 1024;
  for (let from = 0; from < text.length; from += piece) {
    await url.evaluate((pieces, one) => void pieces.push(one), text.slice(from, from + piece));
  }
  const sum = createHash('sha256').update(text).digest('hex');
  await url.evaluate((pieces) => {
    const data = new DataTransfer();
    data.items.add(new File(pieces, 'tháng 12-2026.txt'));
    document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  // The page answers meanwhile: a field is typed into.
  await given().last().waitFor({ state: 'attached' });
  const before = await page.evaluate(() => /** @type {any} */ (window).frames_seen.drawn);
  await result().getByText(/^Máy 258/).waitFor({ state: 'attached', timeout: 120_000 });
  const after = await page.evaluate(() => {
    const frames = /** @type {any} */ (window).frames_seen;
    frames.running = false;
    return frames.drawn;
  });
  assert.ok(after > before + 5, `${after - before} frames`);
  assert.equal(await result().getByRole('listitem').filter({ hasText: 'danh sách ghi' }).count(), 1);
  await result().getByText(`Địa chỉ 10.1.2.3: danh sách ghi 10.1.2.3, dòng ${at + 1}`).waitFor({ state: 'attached' });
  await given().last().getByText(/^1\.000\.000 địa chỉ, dải/).waitFor({ state: 'attached' });
  await given().last().getByText(`SHA-256: ${sum}`).waitFor({ state: 'attached' });
  // Cancelled while it is read: gone, and nothing of it comes later.
  await url.evaluate((pieces) => {
    const data = new DataTransfer();
    data.items.add(new File([...pieces, ...pieces], 'dừng.txt'));
    document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await press(button('Dừng đọc «dừng.txt»'));
  await eventually(() => given().count(), 1);
  await press(button(/^Bỏ «/));
  await url.dispose();
});

test('on a phone: cards, one machine at a time, back; the lists fit', async () => {
  await open_machines(school);
  await resize(page, phone);
  const cards = page.getByRole('list', { name: 'Máy tính & IP' });
  await press(cards.getByRole('button', { name: 'Máy chủ' }));
  await page.getByRole('heading', { level: 1, name: 'Máy chủ' }).waitFor();
  await page.goBack();
  await cards.waitFor({ state: 'attached' });
  await press(button('Đối chiếu IP botnet'));
  await page.getByRole('heading', { level: 1, name: 'Đối chiếu danh sách IP botnet' }).waitFor();
  await choose_lists([file('a.txt', '203.0.113.7')]);
  await result().getByText(/^Bộ định tuyến/).waitFor({ state: 'attached' });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('#semantics button')].filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return height > 0 && (height < 43.5 || width < 43.5);
    }).map((one) => one.textContent),
  );
  assert.deepEqual(small, []);
  await page.goBack();
  await cards.waitFor({ state: 'attached' });
  await resize(page, desktop);
});
