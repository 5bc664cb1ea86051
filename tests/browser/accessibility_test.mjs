// @ts-check
// Every screen and dialog under axe-core; the main job by keys alone, and through the accessibility tree alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { root } from '../../scripts/commands.mjs';
import { Browser, fill_unit, go_to, import_sample, passphrase, resize, sample, select_cell } from './chromium.mjs';
import { draft, eventually, focus_is_at, open_draft, sound } from './sheet.mjs';

/** @typedef {import('playwright-core').Page} Page */

const axe_source = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** @type {Browser} */
let browser;
afterEach(() => {
  assert.deepEqual(browser.problems, []);
});
after(async () => {
  await browser.end();
});

/** The page with nothing in it yet, in a browser of its own. */
async function open_page() {
  await browser?.end();
  browser = await Browser.launch();
  const page = await browser.page();
  page.setDefaultTimeout(10_000);
  return page;
}

/** What axe-core finds, a line each. @param {Page} page @returns {Promise<string[]>} */
async function violations(page) {
  return page.evaluate(async () => {
    const { axe } = /** @type {any} */ (window);
    // The text of the elements is transparent, the canvas shows it: contrast is measured in tests/ui/theme_test.cpp.
    const results = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    return results.violations.map(
      (/** @type {any} */ one) => `${one.id}: ${one.help}: ${one.nodes.map((/** @type {any} */ n) => n.html).join(' | ').slice(0, 600)}`,
    );
  });
}

const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 640 };

/** @param {Page} page @param {string} what */
async function check(page, what) {
  for (const size of [desktop, phone]) {
    await resize(page, size);
    for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(await violations(page), [], `${what}, ${size.width} wide, ${colorScheme}`);
    }
  }
  await resize(page, desktop);
}

/** @param {Page} page */
async function leave_dialog(page) {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** @param {Page} page @param {string} name @param {string} text */
async function drop_file(page, name, text) {
  await page.evaluate(
    ([file_name, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file_name));
      document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

test('axe-core finds nothing on any screen, in any dialog', async (t) => {
  const page = await open_page();
  await page.evaluate(axe_source);
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });

  await t.test('overview and self-check, nothing entered', async () => {
    await go_to(page, 'Tổng quan');
    await check(page, 'overview');
    await button('Liên hệ, hướng dẫn').first().click();
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await check(page, 'contacts');
    await leave_dialog(page);
    await go_to(page, 'Tự kiểm tra');
    await page
      .getByRole('combobox', { name: 'Kết quả', exact: true })
      .first()
      .selectOption('Chưa đạt');
    await check(page, 'self-check');
    await go_to(page, 'Đơn vị');
  });
  await t.test('unit, to be filled in', () => check(page, 'unit'));
  await t.test('no channels', async () => {
    await go_to(page, 'Kênh thông tin');
    await check(page, 'no channels');
  });
  await t.test('nothing to sign', async () => {
    await go_to(page, 'Ký & xuất');
    await check(page, 'nothing to sign');
  });
  await t.test('a table to be pasted, and previewed', async () => {
    await go_to(page, 'Kênh thông tin');
    await button('Dán từ Excel').click();
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await check(page, 'paste');
    await leave_dialog(page);
    await drop_file(page, 'kenh.tsv', sample);
    await page.getByRole('dialog').getByRole('table').waitFor({ state: 'attached' });
    await check(page, 'preview');
    await leave_dialog(page);
  });
  await t.test('channels with findings', async () => {
    await import_sample(page);
    await check(page, 'channels');
    await page.keyboard.type('Đang sửa');
    await check(page, 'a cell being edited');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ContextMenu');
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await check(page, 'channel menu');
    await leave_dialog(page);
    // On a phone the cell goes on as a field of its channel.
    await resize(page, phone);
    await button('Danh sách').waitFor({ state: 'attached' });
    assert.deepEqual(await violations(page), [], 'a channel on a phone');
    await resize(page, desktop);
    await page.getByRole('grid').waitFor({ state: 'attached' });
  });
  await t.test('a state being changed', async () => {
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption('Khóa');
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await check(page, 'state change');
    await leave_dialog(page);
  });
  await t.test('accounts: none, imported, open, reviewed', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Tài khoản', exact: true }).click();
    await button('Dán danh sách').waitFor({ state: 'attached' });
    await check(page, 'no accounts');
    await drop_file(page, 'tai-khoan.tsv', 'Họ tên\tHệ thống\tTên đăng nhập\tMật khẩu\tTình trạng\nMai\tQOffice\tmai.vt\tx\tKhông\n');
    await page.getByRole('dialog').getByRole('table').waitFor({ state: 'attached' });
    await check(page, 'accounts, preview');
    await button('Nhập 1 tài khoản').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Chọn mai.vt' }).click();
    await check(page, 'accounts');
    await button('Ngừng sử dụng…').click();
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await check(page, 'accounts out of use');
    await leave_dialog(page);
    await page.getByRole('table').getByRole('button', { name: 'mai.vt' }).click();
    await page.getByRole('complementary', { name: 'Chi tiết tài khoản' }).waitFor({ state: 'attached' });
    await check(page, 'an account');
    // On a phone it was shown instead of the list.
    await button('Biên bản rà soát (0)').click();
    await check(page, 'no reviews');
    await button('Ghi biên bản rà soát').click();
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await check(page, 'review');
    await button('Ghi lại').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await check(page, 'reviews');
  });
  await t.test('machines: none, one wrong, open, a list looked through', async () => {
    await go_to(page, 'Máy tính & IP');
    await check(page, 'no machines');
    await button('Thêm máy').click();
    await page.getByRole('textbox', { name: 'Địa chỉ IP' }).fill('203.0.113.7, 1.2.3.256');
    await page.keyboard.press('Tab');
    await check(page, 'a machine');
    await button('Ẩn chi tiết máy').click();
    await check(page, 'machines');
    await button('Đối chiếu IP botnet').click();
    await check(page, 'no botnet list');
    await page.getByRole('textbox', { name: 'Dán danh sách' }).fill('203.0.113[.]7 và 1.2.3.256');
    await page.keyboard.press('Tab');
    await page.getByText('Việc cần làm ngay').waitFor({ state: 'attached' });
    await check(page, 'found in a botnet list');
    await button('Danh sách máy').click();
  });
  await t.test('passwords: none typed, a weak one, one made, two alike', async () => {
    await go_to(page, 'Mật khẩu');
    await page.getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
    await check(page, 'no password');
    for (const text of ['Haiphong@2023', 'Haiphong@2024']) {
      await page.getByRole('textbox', { name: 'Mật khẩu cần kiểm tra' }).fill(text);
      await page.getByText(/^«Haiphong»/).waitFor({ state: 'attached' });
      await check(page, 'a weak password');
      await button('Thêm vào phiên so sánh').focus();
      await page.keyboard.press('Enter');
    }
    await button('Hiện').focus();
    await page.keyboard.press('Enter');
    await button('Tạo mật khẩu').focus();
    await page.keyboard.press('Enter');
    await button('Tạo lại').waitFor({ state: 'attached' });
    await check(page, 'passwords compared, one made');
    await go_to(page, 'Đơn vị');
  });
  await t.test('logs: all, an empty one, imported, an entry with what is wrong', async () => {
    await go_to(page, 'Sổ theo dõi');
    await check(page, 'logs');
    await page.getByRole('list', { name: 'Sổ theo dõi' }).getByRole('button', { name: 'Phần mềm diệt vi rút' }).focus();
    await page.keyboard.press('Enter');
    await button('Ghi mục mới').waitFor({ state: 'attached' });
    await check(page, 'a log without entries');
    await drop_file(page, 'diet-vi-rut.tsv', 'Tên máy\tNgày quét\tPhần mềm\nMáy kế toán\t12/10/2023\tBKAV\nMáy văn thư\thôm qua\tBKAV\n');
    await page.getByRole('dialog').getByRole('table').waitFor({ state: 'attached' });
    await check(page, 'a log, preview');
    await button('Nhập 2 mục').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await check(page, 'a log');
    await page.getByRole('table').getByRole('button', { name: /Máy văn thư/ }).click();
    await page.getByRole('complementary', { name: 'Chi tiết mục' }).waitFor({ state: 'attached' });
    await check(page, 'an entry');
    await go_to(page, 'Đơn vị');
  });
  await t.test('signing: to be done, wrong, done', async () => {
    await fill_unit(page);
    await check(page, 'unit, filled in');
    await go_to(page, 'Ký & xuất');
    await check(page, 'to be signed');
    await button('Cán bộ thống kê ký').click();
    await page.getByRole('textbox', { name: 'Cụm mật khẩu của khóa' }).fill(passphrase);
    await page.getByRole('textbox', { name: 'Nhập lại cụm mật khẩu' }).fill('khác');
    await button('Tạo khóa và ký').click();
    const again = page.getByRole('textbox', { name: 'Nhập lại cụm mật khẩu' });
    await eventually(() => again.getAttribute('aria-invalid'), 'true');
    await check(page, 'passphrases differ');
    await again.fill(passphrase);
    await button('Tạo khóa và ký').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await check(page, 'half signed');
    await go_to(page, 'Tài liệu');
    await page.getByRole('button', { name: 'Xem nội dung' }).first().click();
    await check(page, 'documents, one open');
    await go_to(page, 'Ký & xuất');
  });
  await t.test('files: opened, unknown', async () => {
    await drop_file(page, 'nháp.json', draft([sound('Cổng một')]));
    await page.getByRole('dialog', { name: 'Mở tệp' }).waitFor({ state: 'attached' });
    await check(page, 'a draft');
    await leave_dialog(page);
    await drop_file(page, 'anh.png', 'PNG');
    await page.getByRole('main').getByText(/^Không nhận ra tệp/).waitFor();
    await check(page, 'a message');
    await button('Đóng thông báo').click();
  });
  await t.test('shortcuts, and the tools of a phone', async () => {
    await button('Phím tắt').click();
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor({ state: 'attached' });
    await check(page, 'shortcuts');
    await leave_dialog(page);
    await resize(page, phone);
    await button('Thêm').click();
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    assert.deepEqual(await violations(page), []);
    await leave_dialog(page);
  });
});

/** Role and name of what has the focus, as told to assistive technology. @param {Page} page */
async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    return element.getAttribute('aria-label') ?? element.textContent ?? '';
  });
}

/** Presses a key until the thing of that name has the focus. @param {Page} page @param {string} name */
async function go_by(page, name, key = 'Tab') {
  for (let i = 0; i < 80; i += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to «${name}»`);
}

/** @param {Page} page @param {string} name */
async function press(page, name) {
  await go_by(page, name);
  await page.keyboard.press('Enter');
}

test('the main job by keys alone: no mouse, no help', async () => {
  const page = await open_page();
  /** @type {string[]} */
  const pointers = [];
  await page.exposeFunction('pointer_used', (/** @type {string} */ kind) => pointers.push(kind));
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) {
      document.addEventListener(kind, () => /** @type {any} */ (window).pointer_used(kind), true);
    }
  });
  const { keyboard } = page;
  await page.evaluate((text) => navigator.clipboard.writeText(text), sample);

  await press(page, 'Kênh thông tin');
  await press(page, 'Dán từ Excel');
  await eventually(() => focused(page), 'Dán bảng vào đây');
  await keyboard.press('Control+v');
  await page.getByRole('table', { name: 'Xem trước' }).waitFor({ state: 'attached' });
  await press(page, 'Nhập 14 kênh');
  await eventually(() => focused(page), 'Tên kênh, dòng 1');

  // Row 12 repeats row 2: it goes. Row 10's date is put right.
  for (let i = 1; i < 10; i += 1) await keyboard.press('ArrowDown');
  for (let i = 2; i < 4; i += 1) await keyboard.press('ArrowRight');
  await eventually(() => focused(page), 'Thời gian tạo lập, dòng 10');
  await keyboard.type('28/02/2023');
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await eventually(() => focused(page), 'Thời gian tạo lập, dòng 12');
  await keyboard.press('Escape');
  await eventually(() => focused(page), 'Thêm dòng mới');
  await keyboard.press('F6');
  await eventually(() => focused(page), 'Thời gian tạo lập, dòng 12');
  await keyboard.press('Shift+F6');
  await go_by(page, 'Xóa dòng đang chọn');
  await keyboard.press('Enter');
  await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount'), '14');
  await keyboard.press('Control+z');
  await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount'), '15');
  await go_by(page, 'Làm lại');
  await keyboard.press('Enter');
  await eventually(() => page.getByRole('grid').getAttribute('aria-rowcount'), '14');

  await go_by(page, 'Đơn vị', 'Shift+Tab');
  await keyboard.press('Enter');
  for (const [field, text] of [
    ['Tên đơn vị', 'Trường Tiểu học Đại Lộc'],
    ['Cơ quan chủ quản', 'UBND xã Đại Lộc'],
  ]) {
    await go_by(page, field);
    await keyboard.type(text);
  }
  await go_by(page, 'Loại đơn vị');
  await keyboard.press('ArrowDown');
  const kind = page.getByRole('combobox', { name: 'Loại đơn vị' });
  await eventually(() => kind.evaluate((element) => /** @type {HTMLSelectElement} */ (element).selectedOptions[0].text), 'Trường học');
  for (const [field, text] of [
    ['Cán bộ thống kê', 'Phạm Thị Lan'],
    ['Lãnh đạo đơn vị', 'Nguyễn Văn Thành'],
  ]) {
    await go_by(page, field);
    await keyboard.type(text);
  }

  await go_by(page, 'Ký & xuất', 'Shift+Tab');
  await keyboard.press('Enter');
  for (const role of ['Cán bộ thống kê ký', 'Lãnh đạo ký xác nhận']) {
    await press(page, role);
    await page.getByRole('dialog').waitFor({ state: 'attached' });
    await go_by(page, 'Cụm mật khẩu của khóa');
    await keyboard.type(passphrase);
    await go_by(page, 'Nhập lại cụm mật khẩu');
    await keyboard.type(passphrase);
    await press(page, 'Tạo khóa và ký');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Focus is where it was, or beside it: never lost.
    assert.notEqual(await focused(page), '');
  }
  await page.getByText('2/2 hợp lệ').waitFor();
  const started = page.waitForEvent('download');
  await press(page, 'Tải tệp đã ký');
  const file = JSON.parse(readFileSync(await (await started).path(), 'utf8'));
  assert.equal(file.signatures.length, 2);
  const payload = JSON.parse(Buffer.from(file.payload, 'base64url').toString());
  assert.equal(payload.channels.length, 13);
  assert.equal(payload.unit.kind, 'school');
  assert.deepEqual(pointers, []);
});

/** @typedef {{role?: {value: string}, name?: {value: string}, ignored?: boolean, backendDOMNodeId?: number, properties?: {name: string, value: {value: unknown}}[], description?: {value: string}}} AxNode */

/** What a screen reader has: the tree the browser gives it, and the actions of its nodes. */
class Reader {
  /** @param {Page} page @param {import('playwright-core').CDPSession} session */
  constructor(page, session) {
    this.page = page;
    this.session = session;
  }

  /** @param {Page} page */
  static async of(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    await session.send('DOM.enable');
    return new Reader(page, session);
  }

  /** @returns {Promise<AxNode[]>} */
  async nodes() {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    return /** @type {AxNode[]} */ (nodes).filter((node) => !node.ignored);
  }

  /** @param {string} role @param {string | RegExp} name @returns {Promise<AxNode>} */
  async find(role, name) {
    const fits = (/** @type {AxNode} */ node) => {
      const said = node.name?.value ?? '';
      return node.role?.value === role && (typeof name === 'string' ? said === name : name.test(said));
    };
    /** @type {AxNode | undefined} */
    let found;
    await eventually(async () => {
      found = (await this.nodes()).find(fits);
      return found ? 'found' : `no ${role} «${name}»`;
    }, 'found');
    return /** @type {AxNode} */ (found);
  }

  /** @param {string} role @param {string | RegExp} name @param {string} script a function's text; `this` is the element */
  async act(role, name, script) {
    const { backendDOMNodeId } = await this.find(role, name);
    const { object } = await this.session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId });
    await this.session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: script, userGesture: true });
  }

  /** The default action. @param {string | RegExp} name */
  async press(name, role = 'button') {
    await this.act(role, name, 'function () { this.click(); }');
  }

  /** @param {string} name @param {string} text */
  async insert(name, text) {
    await this.act('textbox', name, 'function () { this.focus(); this.select(); }');
    await this.session.send('Input.insertText', { text });
  }

  /** @param {string} name @param {string} text */
  async write(name, text) {
    await this.insert(name, text);
    await this.act('textbox', name, 'function () { this.blur(); }');
  }
}

/** @param {AxNode} node @param {string} name */
function property(node, name) {
  return node.properties?.find((one) => one.name === name)?.value.value;
}

test('the main job through the accessibility tree alone', async () => {
  const page = await open_page();
  const reader = await Reader.of(page);
  for (const [role, name] of [
    ['banner', ''],
    ['navigation', 'Điều hướng'],
    ['main', ''],
    ['region', 'Tệp và hiển thị'],
  ]) {
    await reader.find(role, name);
  }
  await reader.write('Tên đơn vị', 'Trường Tiểu học Đại Lộc');
  await reader.write('Cán bộ thống kê', 'Phạm Thị Lan');
  await reader.write('Lãnh đạo đơn vị', 'Nguyễn Văn Thành');
  // What is missing is said once the field was left empty.
  const parent = () => reader.find('textbox', 'Cơ quan chủ quản');
  assert.equal(property(await parent(), 'required'), true);
  assert.equal(property(await parent(), 'invalid'), 'false');
  for (const name of ['Cơ quan chủ quản', 'Tên đơn vị']) await reader.act('textbox', name, 'function () { this.focus(); }');
  await eventually(async () => property(await parent(), 'invalid'), 'true');
  assert.match((await parent()).description?.value ?? '', /điền/i);
  await reader.write('Cơ quan chủ quản', 'UBND xã Đại Lộc');
  await eventually(async () => property(await parent(), 'invalid'), 'false');
  const set = "function () { this.selectedIndex = 1; this.dispatchEvent(new Event('change', {bubbles: true})); }";
  await reader.act('combobox', 'Loại đơn vị', set);

  await reader.press('Kênh thông tin');
  await reader.find('heading', 'Kênh thông tin');
  await reader.press('Dán từ Excel');
  await reader.find('dialog', 'Nhập bảng kênh');
  await reader.insert('Dán bảng vào đây', sample);
  await reader.find('table', 'Xem trước');
  await reader.press('Nhập 14 kênh');
  const grid = await reader.find('grid', 'Kênh thông tin');
  assert.ok(grid);
  await reader.find('columnheader', /^Sắp xếp theo Tên kênh$|^Tên kênh$/);
  // What happened is spoken, one after the other, and nothing takes another's place.
  const spoken = () => page.locator('#announcer p').allTextContents();
  await eventually(async () => (await spoken()).includes('Đã nhập 14 kênh'), true);
  await eventually(async () => (await spoken()).includes('Đã lưu'), true);
  await eventually(async () => (await spoken()).some((line) => /\d+/.test(line) && line !== 'Đã nhập 14 kênh'), true);

  // Of many rows only those in view are in the tree; the search brings any row there.
  await reader.act('searchbox', /^Tìm tên/, 'function () { this.focus(); }');
  await reader.session.send('Input.insertText', { text: 'tiktok' });
  await reader.press('30/02/2023', 'gridcell');
  await reader.write('Thời gian tạo lập, dòng 10', '28/02/2023');
  await reader.press('Hoàn tác');
  await eventually(async () => (await spoken()).some((line) => line.startsWith('Đã hoàn tác')), true);
  await reader.press('Làm lại');
  await eventually(async () => (await spoken()).some((line) => line.startsWith('Đã làm lại')), true);
  await reader.find('gridcell', '28/02/2023');

  await reader.press('Ký & xuất');
  await reader.find('image', /^Bước 1: /);
  for (const role of ['Cán bộ thống kê ký', 'Lãnh đạo ký xác nhận']) {
    await reader.press(role);
    await reader.write('Cụm mật khẩu của khóa', passphrase);
    await reader.write('Nhập lại cụm mật khẩu', passphrase);
    await reader.press('Tạo khóa và ký');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const started = page.waitForEvent('download');
  await reader.press('Tải tệp đã ký');
  const file = JSON.parse(readFileSync(await (await started).path(), 'utf8'));
  assert.equal(file.signatures.length, 2);
  const payload = JSON.parse(Buffer.from(file.payload, 'base64url').toString());
  assert.equal(payload.channels[9].created, '28/02/2023');
});

test('a tab says which screen it shows', async () => {
  const page = await open_page();
  for (const name of /** @type {const} */ ([
    'Kênh thông tin',
    'Tự kiểm tra',
    'Tài khoản',
    'Mật khẩu',
    'Sổ theo dõi',
    'Trực',
    'Tài liệu',
    'Ký & xuất',
    'Tổng quan',
    'Đơn vị',
  ])) {
    await go_to(page, name);
    assert.equal(await page.title(), `${name} – Sổ Kênh`);
  }
});

test('the list of shortcuts: by «?» and Ctrl + / , in both languages; Escape leaves it; «?» in text is text', async () => {
  const page = await open_page();
  const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
  await page.keyboard.press('?');
  await dialog.waitFor({ state: 'attached' });
  await dialog.getByRole('term').filter({ hasText: /^Ctrl \+ Z$/ }).waitFor({ state: 'attached' });
  await leave_dialog(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  const english = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await english.getByRole('definition').filter({ hasText: /^Undo$/ }).waitFor({ state: 'attached' });
  await leave_dialog(page);
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();

  await go_to(page, 'Đơn vị');
  const name = page.getByRole('textbox', { name: 'Tên đơn vị', exact: true });
  await name.fill('');
  await name.press('?');
  assert.equal(await name.inputValue(), '?');
  assert.equal(await dialog.count(), 0);
  await name.press('Control+/');
  await dialog.waitFor({ state: 'attached' });
  await leave_dialog(page);
  assert.equal(await focused(page), 'Tên đơn vị');
});

test('a screen reader comes to every row, by what is in the tree alone', async () => {
  const page = await open_page();
  const all = 60;
  const rows = Array.from({ length: all }, (_, i) => sound(`Kênh số ${i + 1}.`));
  await open_draft(page, rows);
  await select_cell(page, 1, 2);
  const grid = page.getByRole('grid');
  assert.equal(await grid.getAttribute('aria-rowcount'), String(all + 1));
  assert.equal(await grid.getAttribute('aria-colcount'), '8');
  const read = () =>
    grid.locator('[role=row][aria-rowindex]').evaluateAll((all_rows) =>
      all_rows.slice(1).map((row) => ({
        index: Number(row.getAttribute('aria-rowindex')),
        columns: row.querySelectorAll('[role=gridcell][aria-colindex]').length,
        name: row.children[1].querySelector('textarea')?.value ?? row.children[1].textContent,
      })),
    );
  /** @type {Set<number>} */
  const met = new Set();
  // Down and up again: the focus is put on the last cell there is, as a screen reader's cursor does.
  for (const down of [true, false]) {
    met.clear();
    for (let at = down ? 2 : all + 1; ; ) {
      const present = await read();
      for (const row of present) {
        assert.equal(row.columns, 8);
        assert.equal(row.name, `Kênh số ${row.index - 1}.`);
        met.add(row.index);
      }
      const next = down ? present.at(-1) : present[0];
      assert.ok(next);
      if (next.index === at) break;
      at = next.index;
      await grid
        .locator(`[role=row][aria-rowindex="${at}"] > [aria-colindex="3"]`)
        .evaluate((cell) => cell instanceof HTMLElement && cell.focus());
      await focus_is_at(page, 'ID', at - 1);
      // The row is in view, not under the header nor below the grid.
      const cell = await page.locator(':focus').boundingBox();
      const header = await grid.getByRole('row').first().getByRole('columnheader').first().boundingBox();
      assert.ok(cell && header && cell.y >= header.y + header.height - 1);
      await eventually(async () => (await read()).some((row) => row.index === at + (down ? 1 : -1)),
        at !== (down ? all + 1 : 2));
    }
    assert.equal(met.size, all);
  }
});
