// @ts-check
// Every screen and dialog, one after the other, in three sizes and two themes; other states of them once or twice. And
// how a picture of each is taken: of the canvas itself, drawn by the processor, so that no version of a browser shows
// in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/commands.mjs';
import { Browser, fill_unit, go_to, make_key_and_sign, passphrase, paste, press, resize, sample, saved, select_cell } from './chromium.mjs';
import { Finger } from './finger.mjs';
import { picture_of } from './picture.mjs';
import { draft, eventually, focus_is_at, sound } from './sheet.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./picture.mjs').Picture} Picture */
/**
 * @typedef {object} Shot
 * @property {string} name
 * @property {Picture} picture
 * @property {string} field the browser's own field over the canvas: its place and what is written in it
 */

const sizes = {
  desk: { width: 1440, height: 900 },
  small: { width: 1024, height: 768 },
  phone: { width: 360, height: 640 },
};
/** @typedef {keyof typeof sizes} Size */
/** @typedef {`${Size}-${'light' | 'dark'}`} View */

const all = /** @type {View[]} */ ([
  'desk-light',
  'desk-dark',
  'small-dark',
  'small-light',
  'phone-light',
  'phone-dark',
]);
const on_desk = all.slice(0, 4);
const on_phone = /** @type {View[]} */ (['phone-light', 'phone-dark']);

// Five days before the dispatch's deadline.
const now = new Date('2023-11-20T08:30:00+07:00');
const three_years_later = new Date('2026-11-20T08:30:00+07:00');

/** In the page, before its scripts: the same keys and names each time, and whether a frame is still to come. */
function prepare() {
  let state = 1;
  Crypto.prototype.getRandomValues = (/** @type {any} */ array) => {
    if (!array) return array;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator
      bytes[i] = state >>> 24;
    }
    return array;
  };
  const frames = { pending: 0 };
  Object.assign(window, { frames });
  const original = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => {
    frames.pending += 1;
    return original((time) => {
      frames.pending -= 1;
      callback(time);
    });
  };
}

/** Until nothing is left to draw: what asked for it came before this call, or comes with the next frame. @param {Page} page */
async function at_rest(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    do {
      await frame();
      await frame();
    } while (/** @type {any} */ (window).frames.pending > 0);
  });
}

class Photographer {
  /** @param {Page} page @param {Finger} finger */
  constructor(page, finger) {
    this.page = page;
    this.finger = finger;
  }

  /** @param {Size} size */
  async resize(size) {
    const touch = size === 'phone';
    await this.finger.session.send('Emulation.setTouchEmulationEnabled', { enabled: touch, maxTouchPoints: touch ? 5 : 1 });
    await resize(this.page, sizes[size]);
  }

  /** What is on the screen now. @param {string} name @returns {Promise<Shot>} */
  async shot(name) {
    await at_rest(this.page);
    const { png, field } = await this.page.evaluate(() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      const focused = document.activeElement;
      let place = '';
      if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
        const { x, y, width, height } = focused.getBoundingClientRect();
        const { fontSize, fontWeight, color, paddingLeft, paddingTop } = getComputedStyle(focused);
        const box = [x, y, width, height].map(Math.round).join(' ');
        place = [focused.ariaLabel, box, fontSize, fontWeight, color, paddingLeft, paddingTop].join(', ');
      }
      return { png: canvas.toDataURL('image/png').split(',')[1], field: place };
    });
    return { name, picture: picture_of(Buffer.from(png, 'base64')), field };
  }

  /** @param {string} name @param {View[]} views */
  async *shots(name, views) {
    for (const view of views) {
      const [size, colorScheme] = /** @type {[Size, 'light' | 'dark']} */ (view.split('-'));
      await this.resize(size);
      await this.page.emulateMedia({ colorScheme });
      await this.page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
      yield await this.shot(`${name}-${view}`);
    }
  }
}

/** As a file dropped on the page. @param {Page} page @param {string} name @param {string} text */
async function drop(page, name, text) {
  await page.evaluate(
    ([file_name, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file_name));
      const options = { dataTransfer: data, bubbles: true, cancelable: true };
      document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', options));
    },
    [name, text],
  );
  await page.getByRole('dialog').waitFor({ state: 'attached' });
}

/** @param {Page} page */
async function leave_dialog(page) {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Nothing has the focus, nothing is under the pointer. @param {Page} page */
async function let_go(page) {
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.mouse.move(0, 0);
}

/** In the page. @param {Element | null} element */
const is_in_window = (element) => !!element && element.getBoundingClientRect().bottom <= innerHeight;

/**
 * The letters of a secret are drawn by the browser, so no picture of the canvas has any.
 * @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>}
 */
async function* of_passwords(page, taken) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  await taken.resize('desk');
  await go_to(page, 'Mật khẩu');
  await page.getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('password-empty', ['desk-light', 'phone-dark']);
  await taken.resize('desk');
  const field = page.getByRole('textbox', { name: 'Mật khẩu cần kiểm tra' });
  await field.fill('Haiphong@2023');
  await page.getByText(/^«Haiphong»/).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('password', all);
  await taken.resize('desk');
  for (const text of ['Haiphong@2023', 'Haiphong@2024']) {
    await field.fill(text);
    await eventually(() => button('Thêm vào phiên so sánh').isEnabled(), true);
    await press(button('Thêm vào phiên so sánh'));
    await page.waitForFunction((element) => /** @type {any} */ (element).value === '', await field.elementHandle());
  }
  await field.fill('mậtkhẩu');
  await press(button('Tạo mật khẩu'));
  await button('Tạo lại').waitFor({ state: 'attached' });
  const last = page.getByRole('list', { name: 'Đang so sánh' }).getByRole('button').last();
  await last.focus();
  await page.waitForFunction(is_in_window, await last.elementHandle()); // has been scrolled there
  await let_go(page);
  yield* taken.shots('password-compared', ['desk-dark', 'small-light']);
  await taken.resize('phone');
  await button('Sao chép').focus();
  await page.waitForFunction(is_in_window, await button('Sao chép').elementHandle());
  yield* taken.shots('password-made', ['phone-light']);
}

/** The book of backups, and one of its entries. @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>} */
async function* of_backups(page, taken) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  await taken.resize('desk');
  await page.context().clock.setFixedTime(three_years_later);
  await drop(page, 'sao lưu.json', readFileSync(join(root, 'tests/data/declarations/sao-luu.json'), 'utf8'));
  await button('Mở vào sổ').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  await go_to(page, 'Sổ theo dõi');
  await press(page.getByRole('list', { name: 'Sổ theo dõi' }).getByRole('button', { name: 'Sao lưu dữ liệu', exact: true }));
  await page.getByRole('table').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('backups', all);
  await taken.resize('desk');
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('complementary', { name: 'Chi tiết mục' }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('backup', ['desk-light', 'small-dark', 'phone-light']);
  // What is dropped there is a backup.
  await taken.resize('desk');
  await go_to(page, 'Tổng quan');
}

/** Websites, and a page that was looked at. @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>} */
async function* of_pages(page, taken) {
  await taken.resize('desk');
  await go_to(page, 'Trang web');
  await let_go(page);
  yield* taken.shots('pages', all);
  await taken.resize('desk');
  const chooser = page.waitForEvent('filechooser');
  await press(page.getByRole('button', { name: 'Mở trang đã lưu…', exact: true }));
  await (await chooser).setFiles(join(root, 'tests/data/pages/protected-email.html'));
  await page.getByRole('button', { name: 'Danh sách trang web', exact: true }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('page-scanned', ['desk-light', 'phone-dark']);
}

/** A duty roster with a gap and somebody without a telephone, before it begins. @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>} */
async function* of_duty(page, taken) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  await taken.resize('desk');
  await page.context().clock.setFixedTime(new Date('2024-04-20T08:30:00+07:00'));
  await go_to(page, 'Tổng quan');
  await drop(page, 'trực.json', readFileSync(join(root, 'tests/data/declarations/lich-truc.json'), 'utf8'));
  await button('Mở vào sổ').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  await go_to(page, 'Trực');
  await let_go(page);
  yield* taken.shots('duty', ['desk-light', 'phone-dark']);
  await taken.resize('desk');
  await press(page.getByRole('list', { name: 'Trực' }).getByRole('button').first());
  await page.getByRole('list', { name: 'Theo ngày' }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('duty-roster', all);
  await taken.resize('desk');
  await button('Xếp lịch tự động').click();
  await page.getByRole('list', { name: 'Chia ca' }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('duty-rota', ['desk-light', 'phone-dark']);
  await leave_dialog(page);
  await taken.resize('desk');
  await button('Dán lịch có sẵn').click();
  await page.getByRole('textbox', { name: 'Dán bảng vào đây' }).focus();
  await paste(page, 'Ngày\tTrực lãnh đạo\tBảo vệ\n30/4\tTrần Văn Đức\tÔng Bùi Văn Hùng (0912 345 678)\n01/5\tLê Thị Hồng\tBùi Văn Hùng\nhôm sau\t\tBùi Văn Hùng\n');
  await page.getByRole('dialog').getByRole('table').waitFor({ state: 'attached' });
  await page.mouse.move(0, 0);
  yield* taken.shots('duty-import', ['desk-light', 'phone-dark']);
  await leave_dialog(page);
}

/** All logs of a school, days before something in them is due. @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>} */
async function* of_logs(page, taken) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  const kinds = page.getByRole('list', { name: 'Sổ theo dõi' });
  await taken.resize('desk');
  await page.context().clock.setFixedTime(now);
  await drop(page, 'sổ.json', readFileSync(join(root, 'tests/data/declarations/so-theo-doi.json'), 'utf8'));
  await button('Mở vào sổ').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  await go_to(page, 'Sổ theo dõi');
  await let_go(page);
  yield* taken.shots('logs', all);
  await taken.resize('desk');
  await press(kinds.getByRole('button', { name: 'Cảnh báo IRLab', exact: true }));
  await button('Ghi mục mới').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('log-empty', ['small-light', 'phone-dark']);
  await taken.resize('desk');
  await press(button('Tất cả sổ'));
  await press(kinds.getByRole('button', { name: 'Phần mềm diệt vi rút', exact: true }));
  await page.getByRole('table').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('log', all);
  await taken.resize('desk');
  await press(button('Tất cả sổ'));
  await press(kinds.getByRole('button', { name: 'Sự cố', exact: true }));
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('complementary', { name: 'Chi tiết mục' }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('log-entry', all);
  await taken.resize('desk');
  await button('Dán từ Excel').click();
  await page.getByRole('textbox', { name: 'Dán bảng vào đây' }).waitFor();
  await page.getByRole('combobox', { name: 'Nhập vào sổ' }).selectOption('Săn tìm mã độc');
  await page.getByRole('textbox', { name: 'Dán bảng vào đây' }).focus();
  await paste(page, 'Tên máy\tNgày săn tìm\tKết quả\nMáy chủ\t12/10/2023\tKhông phát hiện gì\nMáy văn thư\thôm qua\tCó phát hiện\n');
  await page.getByRole('dialog').getByRole('table').waitFor({ state: 'attached' });
  await page.mouse.move(0, 0);
  yield* taken.shots('log-import', ['desk-light', 'phone-dark']);
  await leave_dialog(page);
}

/** Machines, and a list that names two of them. @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>} */
async function* of_machines(page, taken) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  await taken.resize('desk');
  await drop(page, 'máy.json', readFileSync(join(root, 'tests/data/declarations/may-tinh.json'), 'utf8'));
  await button('Mở vào sổ').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  await go_to(page, 'Máy tính & IP');
  await let_go(page);
  yield* taken.shots('machines', all);
  await taken.resize('desk');
  await page.getByRole('table', { name: 'Máy tính & IP' }).getByRole('button').first().click();
  await page.getByRole('complementary', { name: 'Chi tiết máy' }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('machine', ['desk-light', 'small-dark', 'phone-light']);
  await taken.resize('desk');
  await press(button('Đối chiếu IP botnet'));
  await page.getByRole('textbox', { name: 'Dán danh sách' }).focus();
  await paste(page, 'Danh sách IP botnet tháng 10 năm 2023\n203.0.113[.]7\n1.2.3.256\n198.51.100.9\n');
  await page.getByText('Việc cần làm ngay').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('botnet-lists', ['desk-light', 'small-dark', 'phone-dark']);
  await taken.resize('phone');
  await button('Ghi vào sổ').focus();
  await page.waitForFunction(is_in_window, await button('Ghi vào sổ').elementHandle());
  yield* taken.shots('botnet-found', ['phone-light']);
}

/** A unit that follows all five, three years later. @param {Page} page @param {Photographer} taken @returns {AsyncGenerator<Shot>} */
async function* with_five_dispatches(page, taken) {
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  await page.context().clock.setFixedTime(three_years_later);
  await taken.resize('desk');
  await drop(page, 'năm công văn.json', readFileSync(join(root, 'tests/data/declarations/nam-cong-van.json'), 'utf8'));
  await button('Mở vào sổ').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
  for (const [name, screen] of /** @type {const} */ ([
    ['overview', 'Tổng quan'],
    ['self-check', 'Tự kiểm tra'],
    ['accounts', 'Tài khoản'],
    ['documents', 'Tài liệu'],
  ])) {
    await taken.resize('desk');
    await go_to(page, screen);
    await let_go(page);
    yield* taken.shots(name, all);
  }
  yield* of_passwords(page, taken);
  await taken.resize('desk');
  await go_to(page, 'Tài liệu');
  await page.getByRole('region', { name: 'Biểu thống kê kênh' }).getByRole('button', { name: 'Xem nội dung' }).click();
  await let_go(page);
  yield* taken.shots('documents-content', ['small-light', 'phone-dark']);
  await taken.resize('desk');
  await go_to(page, 'Tài khoản');
  await page.getByRole('table', { name: 'Tài khoản' }).getByRole('button').first().click();
  await page.getByRole('complementary', { name: 'Chi tiết tài khoản' }).waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('account', ['desk-light', 'small-dark', 'phone-light']);
  await taken.resize('desk');
  await button('Dán danh sách').click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  await page.mouse.move(0, 0);
  yield* taken.shots('accounts-import', ['desk-light', 'phone-dark']);
  await leave_dialog(page);
  await taken.resize('desk');
  await go_to(page, 'Tổng quan');
  await page.getByRole('list', { name: 'Đối chiếu theo văn bản' }).getByRole('button').first().click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('contacts', ['desk-light', 'phone-dark']);
  await leave_dialog(page);
  yield* of_logs(page, taken);
  yield* of_backups(page, taken);
  yield* of_machines(page, taken);
  yield* of_pages(page, taken);
  yield* of_duty(page, taken);
}

/** @param {Browser} browser @returns {AsyncGenerator<Shot>} */
export async function* every_screen(browser) {
  await browser.context?.addInitScript(prepare);
  await browser.context?.clock.setFixedTime(now);
  const page = await browser.page('?renderer=cpu');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const taken = new Photographer(page, await Finger.on(page));
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });
  await taken.resize('desk');

  yield* taken.shots('unit-empty', ['small-dark', 'phone-light']);
  await taken.resize('desk');
  await go_to(page, 'Kênh thông tin');
  await let_go(page);
  yield* taken.shots('channels-empty', ['desk-light', 'phone-dark']);
  for (const [destination, name] of /** @type {const} */ ([
    ['Tài khoản', 'accounts-empty'],
    ['Máy tính & IP', 'machines-empty'],
    ['Tổng quan', 'overview-empty'],
  ])) {
    await taken.resize('desk');
    await go_to(page, destination);
    await let_go(page);
    yield* taken.shots(name, ['small-light', 'phone-light']);
  }
  await taken.resize('desk');
  await go_to(page, 'Ký & xuất');
  await let_go(page);
  yield* taken.shots('sign-nothing', ['desk-dark', 'phone-light']);

  await taken.resize('desk');
  await go_to(page, 'Kênh thông tin');
  await button('Dán từ Excel').click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  await page.mouse.move(0, 0);
  yield* taken.shots('import-paste', ['small-light', 'phone-dark']);
  await leave_dialog(page);
  await drop(page, 'kenh.tsv', sample);
  yield* taken.shots('import', all);
  await taken.resize('desk');
  await button('Nhập 14 kênh').click();
  await page.getByRole('grid').waitFor({ state: 'attached' });
  await saved(page);

  await page.mouse.move(0, 0);
  yield* taken.shots('channels', on_desk);
  await taken.resize('desk');
  await page.keyboard.type('Đang sửa');
  yield* taken.shots('channels-editing', ['small-light']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ContextMenu');
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  yield* taken.shots('channel-menu', all);
  await taken.resize('desk');
  await leave_dialog(page);
  await let_go(page);
  await taken.resize('phone');
  await page.getByRole('list', { name: 'Kênh thông tin' }).waitFor({ state: 'attached' });
  yield* taken.shots('channels', on_phone);
  await press(page.getByRole('list').getByRole('button', { name: /^Nhóm Facebook/ }));
  await button('Danh sách').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('channel', on_phone);
  await page.getByRole('combobox', { name: 'Xác thực hai bước' }).focus();
  yield* taken.shots('channel-security', ['phone-light']);
  await button('Danh sách').click();

  await taken.resize('desk');
  await fill_unit(page);
  await saved(page);
  await let_go(page);
  yield* taken.shots('unit', all);
  await page.getByRole('textbox', { name: 'Mã đơn vị' }).focus();
  yield* taken.shots('unit-writing', ['phone-light']);
  await taken.resize('desk');
  await go_to(page, 'Ký & xuất');
  await let_go(page);
  yield* taken.shots('sign', all);
  await taken.resize('desk');
  await button('Cán bộ thống kê ký').click();
  await page.getByRole('textbox', { name: 'Cụm mật khẩu của khóa' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Nhập lại cụm mật khẩu' }).fill('khác');
  await button('Tạo khóa và ký').click();
  await let_go(page);
  yield* taken.shots('sign-key', ['small-dark', 'phone-light']);
  await taken.resize('desk');
  await leave_dialog(page);
  await make_key_and_sign(page, 'Cán bộ thống kê ký');
  await saved(page);
  await let_go(page);
  yield* taken.shots('sign-half', ['small-light']);
  await taken.resize('desk');
  await make_key_and_sign(page, 'Lãnh đạo ký xác nhận');
  await saved(page);
  await let_go(page);
  yield* taken.shots('sign-done', ['desk-light', 'phone-dark']);

  await taken.resize('desk');
  await drop(page, 'nháp.json', draft([sound('Cổng thông tin điện tử')]));
  yield* taken.shots('open', all);
  await leave_dialog(page);
  await taken.resize('desk');
  await button('Phím tắt').click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  await let_go(page);
  yield* taken.shots('shortcuts', all);
  await leave_dialog(page);
  await let_go(page);
  await taken.resize('phone');
  await button('Thêm').click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  yield* taken.shots('tools', on_phone);
  await leave_dialog(page);

  await taken.resize('desk');
  await button('Cỡ chữ').click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  await page.mouse.move(0, 0);
  yield* taken.shots('text-size', all);
  await taken.resize('desk');
  await button('150 %').click();
  await leave_dialog(page);
  for (const [name, screen] of /** @type {const} */ ([
    ['sign', 'Ký & xuất'],
    ['unit', 'Đơn vị'],
    ['channels', 'Kênh thông tin'],
  ])) {
    await taken.resize('desk');
    await go_to(page, screen);
    await let_go(page);
    yield* taken.shots(`${name}-large`, ['small-light', 'phone-dark']);
  }
  await taken.resize('desk');
  // With letters so large there is no room for it beside the screens.
  await page.getByRole('region', { name: 'Tệp và hiển thị' }).getByRole('button', { name: 'Thêm' }).click();
  await button('Cỡ chữ').click();
  await button('100 %').click();
  await leave_dialog(page);

  await taken.resize('desk');
  await go_to(page, 'Kênh thông tin');
  await select_cell(page, 3, 2);
  await focus_is_at(page, 'Tên kênh', 3);
  for (const [name, view, asked] of /** @type {const} */ ([
    ['more', 'small-light', { contrast: 'more' }],
    ['forced', 'small-dark', { forcedColors: 'active' }],
  ])) {
    await page.emulateMedia(asked);
    await page.waitForFunction((contrast) => document.documentElement.dataset.contrast === contrast, name);
    yield* taken.shots(`channels-${name}`, [view]);
    await page.emulateMedia({ contrast: null, forcedColors: null });
  }
  await button('English').click();
  await let_go(page);
  yield* taken.shots('channels-english', ['small-light']);
  await taken.resize('desk');
  await page.getByRole('navigation').getByRole('button', { name: 'Sign & export' }).click();
  await let_go(page);
  yield* taken.shots('sign-english', ['desk-light', 'phone-light']);
  await taken.resize('desk');
  await page.getByRole('navigation').getByRole('button', { name: 'Unit' }).click();
  await let_go(page);
  yield* taken.shots('unit-english', ['small-light', 'phone-light']);

  await taken.resize('desk');
  await button('Tiếng Việt').click();
  await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor();
  yield* with_five_dispatches(page, taken);
  await browser.context?.clock.setFixedTime(now);
  const second = await browser.page('?renderer=cpu');
  await second.emulateMedia({ reducedMotion: 'reduce' });
  const other = new Photographer(second, await Finger.on(second));
  await other.resize('desk');
  yield* other.shots('read-only', ['desk-light', 'phone-dark']);
}
