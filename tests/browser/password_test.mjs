// @ts-check
// Passwords: what the screen says of one, new ones, those used twice, the day of a change; and that nothing of what was
// typed is anywhere once the screen is left.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/commands.mjs';
import { Browser, download, go_to, open_file, press, ready, resize, saved } from './chromium.mjs';
import { eventually } from './sheet.mjs';
import { stored } from './stores.mjs';

/** @typedef {import('playwright-core').Page} Page */

const five = readFileSync(join(root, 'tests/data/declarations/nam-cong-van.json'));

/** @type {Browser} */
let browser;
/** @type {Page} */
let page;
before(async () => {
  browser = await Browser.launch();
  await browser.context?.addInitScript(watch_memory);
  page = await browser.page();
  page.setDefaultTimeout(10_000);
  await open_file(page, 'năm công văn.json', five);
  await page.getByRole('button', { name: 'Mở vào sổ' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved(page);
});
afterEach(() => {
  assert.deepEqual(browser.problems, []);
});
after(() => browser.end());

/** In the page, before its scripts: keeps the module's memory at hand, and counts timers that are still to fire. */
function watch_memory() {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  const timers = new Set();
  Object.assign(window, { memories, timers });
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = /** @type {any} */ (
    async (/** @type {any} */ source, /** @type {any} */ imports) => {
      const result = /** @type {any} */ (await instantiate(source, imports));
      for (const one of Object.values((result.instance ?? result).exports)) {
        if (one instanceof WebAssembly.Memory) memories.push(one);
      }
      return result;
    }
  );
  const { setTimeout: set, clearTimeout: clear } = window;
  window.setTimeout = /** @type {any} */ (
    (/** @type {any} */ work, /** @type {number} */ after_ms) => {
      const id = set(() => {
        timers.delete(id);
        work();
      }, after_ms);
      timers.add(id);
      return id;
    }
  );
  window.clearTimeout = (id) => {
    timers.delete(id);
    clear(id);
  };
}

const field = () => page.getByRole('textbox', { name: 'Mật khẩu cần kiểm tra' });
const check = () => page.getByRole('region', { name: 'Kiểm tra mật khẩu' });
const maker = () => page.getByRole('region', { name: 'Tạo mật khẩu' });
const comparison = () => page.getByRole('region', { name: 'So sánh trong phiên này' });
const made = () => maker().getByRole('textbox', { name: 'Mật khẩu mới' });
const rules = () => check().getByRole('list', { name: 'Quy định mật khẩu' }).getByRole('listitem');

/** The screen, newly opened, nothing typed. */
async function anew() {
  await go_to(page, 'Tổng quan');
  await go_to(page, 'Mật khẩu');
  await check().getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
}

/** @param {string} text */
async function types(text) {
  await field().focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Every occurrence of the texts, wherever a page can keep something. @param {Page} where @param {string[]} texts */
async function found(where, texts) {
  const records = JSON.stringify(await stored(where));
  const inside = await where.evaluate((wanted) => {
    /** @type {string[]} */
    const places = [];
    const looked_at = [
      ['local storage', JSON.stringify({ ...localStorage })],
      ['session storage', JSON.stringify({ ...sessionStorage })],
      ['history', JSON.stringify(history.state)],
      ['markup', document.documentElement.outerHTML],
      ['fields', [...document.querySelectorAll('input, textarea, select')].map((one) => /** @type {any} */ (one).value).join('\n')],
    ];
    const memories = /** @type {WebAssembly.Memory[]} */ (/** @type {any} */ (window).memories);
    if (memories.length === 0) places.push('no memory was looked at');
    // Latin-1 keeps every byte; a text in UTF-16 or UTF-32 is looked for as bytes.
    const decoder = new TextDecoder('latin1');
    for (const memory of memories) looked_at.push(['memory', decoder.decode(memory.buffer)]);
    /** @param {string} text @param {number} width bytes a character */
    const units = (text, width) => {
      const bytes = [];
      for (const letter of text) {
        const code = letter.codePointAt(0) ?? 0;
        for (let i = 0; i < width; i += 1) bytes.push((code >> (8 * i)) & 255);
      }
      return decoder.decode(new Uint8Array(bytes));
    };
    for (const text of wanted) {
      const forms = [text, decoder.decode(new TextEncoder().encode(text)), units(text, 2), units(text, 4)];
      for (const [name, content] of looked_at) {
        if (forms.some((form) => content.includes(form))) places.push(`${text}: ${name}`);
      }
    }
    return places;
  }, texts);
  return [...inside, ...texts.filter((text) => records.includes(text)).map((text) => `${text}: store`)];
}

/** The text and all its parts of eight characters. @param {string} text */
function parts_of(text) {
  const letters = [...text];
  const parts = letters.map((_, i) => letters.slice(i, i + 8).join('')).filter((part) => [...part].length === 8);
  return [text, ...parts];
}

test('a usual password: weak, its parts named, each rule with its clause', async () => {
  await anew();
  await types('Haiphong@2023');
  await check().getByText('Rất yếu', { exact: true }).or(check().getByText('Yếu', { exact: true })).first().waitFor({ state: 'attached' });
  const parts = check().getByRole('list', { name: 'Phần dễ đoán' });
  await parts.getByText(/^«Haiphong» là địa danh/).waitFor({ state: 'attached' });
  await parts.getByText(/^«2023» là năm/).waitFor({ state: 'attached' });
  const times = check().getByRole('definition');
  await eventually(() => times.count(), 3);
  const said = await rules().evaluateAll((items) =>
    items.map((item) => [...item.querySelectorAll('[role=image], p')].map((one) => one.getAttribute('aria-label') ?? one.textContent).join('|')),
  );
  assert.ok(said.includes('Đạt|Ít nhất 8 ký tự (đang có 13)|CV Hải Phòng 11/2023, mục 2 (HP23-2.1)'), said.join('\n'));
  assert.ok(said.some((rule) => /^Không đạt\|Không phải mật khẩu mặc định, dễ đoán\|CV Hải Phòng 11\/2023, mục 2 \(HP23-2\.4\)/.test(rule)), said.join('\n'));
  assert.ok(said.some((rule) => /^Không đạt\|Không chứa ngày, năm/.test(rule)), said.join('\n'));
  // What the standard says otherwise stands beside it.
  await check().getByText(/NIST \(mục 3\.1\.1\.2\): chỉ đổi khi có dấu hiệu bị lộ/).waitFor({ state: 'attached' });
});

test('the result follows every letter; a long random one is strong', async () => {
  await anew();
  const strong = 'xq7RvT-pzKw!41mdGh';
  await types(strong.slice(0, 2));
  await check().getByText('Rất yếu', { exact: true }).waitFor({ state: 'attached' });
  await page.keyboard.type(strong.slice(2));
  await check().getByText('Mạnh', { exact: true }).waitFor({ state: 'attached' });
  await check().getByText(/^hơn một tỷ năm$/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await check().getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
});

test('hidden until shown, by the browser alone: the tree holds no value', async () => {
  await anew();
  await types('Kx9!vempQ2');
  const look = () => field().evaluate((element) => [getComputedStyle(element).getPropertyValue('-webkit-text-security'), element.getAttribute('autocomplete')]);
  assert.deepEqual(await look(), ['disc', 'off']);
  await press(check().getByRole('button', { name: 'Hiện' }));
  await eventually(async () => (await look())[0], 'none');
  // Shown also when something else has the focus.
  assert.notEqual(await field().evaluate((element) => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)');
  await press(check().getByRole('button', { name: 'Ẩn' }));
  await eventually(async () => (await look())[0], 'disc');
});

test('Vietnamese letters are pointed out, however they came; plain ones are not', async () => {
  await anew();
  const warning = check().getByText(/^Có chữ mang dấu tiếng Việt/);
  await types('matkhau');
  await check().getByText('Độ mạnh', { exact: true }).waitFor({ state: 'attached' });
  assert.equal(await warning.count(), 0);
  // As the system's Telex keyboard does: a composition.
  await page.keyboard.press('Control+A');
  const session = await page.context().newCDPSession(page);
  for (const text of ['m', 'ma', 'mâ', 'mât']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await warning.waitFor({ state: 'attached' });
  await session.send('Input.insertText', { text: 'mât' });
  assert.equal(await field().inputValue(), 'mât');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('mat');
  await warning.waitFor({ state: 'detached' });
  // As UniKey does: a Backspace, then the other letter.
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await session.send('Input.insertText', { text: 'ă' });
  await warning.waitFor({ state: 'attached' });
  await session.detach();
});

test('Caps Lock is said while it is on', async () => {
  await anew();
  const said = check().getByText('Caps Lock đang bật.');
  await field().focus();
  /** @param {boolean} on */
  const press_a = (on) =>
    field().evaluate((element, capitals) => {
      const event = new KeyboardEvent('keydown', { key: capitals ? 'A' : 'a', bubbles: true, modifierCapsLock: capitals });
      element.dispatchEvent(event);
    }, on);
  await press_a(true);
  await said.waitFor({ state: 'attached' });
  const described = await field().evaluate((element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent);
  assert.equal(described, 'Caps Lock đang bật.');
  await press_a(false);
  await said.waitFor({ state: 'detached' });
});

test('passwords used twice, or nearly, are found, under the labels given', async () => {
  await anew();
  const add = comparison().getByRole('button', { name: 'Thêm vào phiên so sánh' });
  assert.equal(await add.isDisabled(), true);
  await types('Bientap!vung7cau');
  await comparison().getByRole('combobox', { name: 'Mật khẩu của' }).selectOption({ index: 1 });
  const first = await comparison().getByRole('textbox', { name: 'Nhãn' }).inputValue();
  assert.notEqual(first, '');
  await press(add);
  // The field is empty, and has the focus for the next.
  await eventually(() => field().inputValue(), '');
  assert.equal(await field().evaluate((element) => element === document.activeElement), true);
  await page.keyboard.type('Bientap!vung7cau');
  await comparison().getByRole('textbox', { name: 'Nhãn' }).fill('Zalo');
  await press(add);
  await comparison().getByText(`«${first}» và «Zalo» dùng cùng một mật khẩu.`).waitFor({ state: 'attached' });
  await comparison().getByText(/HP23-2\.6/).waitFor({ state: 'attached' });
  await types('Bientap!vung7cau2024');
  await press(add);
  await comparison().getByText(/^«Zalo» và «Mật khẩu 3» chỉ khác số hoặc ký hiệu ở cuối\.$/).waitFor({ state: 'attached' });
  await press(comparison().getByRole('button', { name: 'Bỏ Zalo' }));
  await comparison().getByText(/«Zalo»/).first().waitFor({ state: 'detached' });
  await press(page.getByRole('button', { name: 'Xóa hết' }));
  await comparison().getByRole('list').first().waitFor({ state: 'detached' });
});

test('those that differ are said to', async () => {
  await anew();
  for (const text of ['kqz81!Vmbtw', 'Yhd$20plxRo']) {
    await types(text);
    await press(comparison().getByRole('button', { name: 'Thêm vào phiên so sánh' }));
    await eventually(() => field().inputValue(), '');
  }
  await comparison().getByText('Các mật khẩu này khác hẳn nhau.').waitFor({ state: 'attached' });
});

test('new passwords: each another, with its entropy, by the dispatches’ rules', async () => {
  await anew();
  await press(maker().getByRole('button', { name: 'Tạo mật khẩu' }));
  await eventually(async () => /^([A-Z][a-z]+-){5}[A-Z][a-z]+\d$/.test(await made().inputValue()), true);
  const first = await made().inputValue();
  const stated = await maker().getByText(/ bit ngẫu nhiên/).textContent();
  assert.ok(Number(/^(\d+) bit/.exec(stated ?? '')?.[1]) >= 60, String(stated));
  await maker().getByText('Đạt mọi quy định của văn bản đang thực hiện.').waitFor({ state: 'attached' });
  await press(maker().getByRole('button', { name: 'Tạo lại' }));
  await eventually(async () => (await made().inputValue()) === first, false);
  await maker().getByRole('checkbox', { name: 'Dùng dấu cách thay gạch nối' }).click({ force: true });
  await eventually(async () => /^([A-Z][a-z]+ ){5}[A-Z][a-z]+\d$/.test(await made().inputValue()), true);
  await press(maker().getByRole('button', { name: 'Ký tự ngẫu nhiên' }));
  await eventually(() => made().inputValue(), '');
  await press(maker().getByRole('button', { name: 'Tạo mật khẩu' }));
  await eventually(async () => (await made().inputValue()).length, 16);
  await maker().getByText('Đạt mọi quy định của văn bản đang thực hiện.').waitFor({ state: 'attached' });
  await maker().getByRole('checkbox', { name: 'Có ký tự đặc biệt' }).click({ force: true });
  await maker().getByText(/^Không đạt: Có ký tự đặc biệt\. CV Hải Phòng/).waitFor({ state: 'attached' });
  await maker().getByRole('combobox', { name: 'Số ký tự' }).selectOption('24');
  await eventually(async () => (await made().inputValue()).length, 24);
});

test('what was copied is taken off the clipboard again, at the time said, with one timer', async () => {
  await anew();
  const timers = () => page.evaluate(() => /** @type {any} */ (window).timers.size);
  await eventually(timers, 0);
  await press(maker().getByRole('button', { name: 'Tạo mật khẩu' }));
  await eventually(async () => (await made().inputValue()).length > 0, true);
  const text = await made().inputValue();
  assert.equal(await timers(), 0);
  await page.clock.install();
  await press(maker().getByRole('button', { name: 'Sao chép' }));
  await maker().getByText(/^Bộ nhớ tạm được xóa lúc \d\d:\d\d:\d\d\.$/).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  await page.clock.runFor(29_000);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  await page.clock.runFor(1_500);
  await page.getByRole('main').getByText('Đã xóa bộ nhớ tạm.').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '');
  await page.clock.resume();
});

test('the day of a change is recorded, as a day, and can be taken back', async () => {
  await anew();
  const rows = page.getByRole('list', { name: 'Lịch đổi mật khẩu' }).getByRole('listitem');
  const before_change = await rows.count();
  assert.ok(before_change > 0);
  const first = rows.first();
  const title = await first.locator('p').first().textContent();
  await press(first.getByRole('button', { name: 'Đã đổi hôm nay' }));
  await page
    .getByRole('main')
    .getByText(`Đã ghi: mật khẩu của ${title} được đổi ngày`)
    .waitFor({ state: 'attached' });
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await rows.filter({ hasText: String(title) }).getByText(`Đổi gần nhất: ${today}`).waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Z');
  await page.getByRole('main').getByText(/^Đã hoàn tác/).waitFor({ state: 'attached' });
});

test('what is printed is a guide with the clauses, and no password', async () => {
  await anew();
  await types('Truongthcs2024');
  await check().getByText('Độ mạnh', { exact: true }).waitFor({ state: 'attached' });
  const folder = mkdtempSync(join(tmpdir(), 'sokenh-password-'));
  const file = join(folder, 'guide.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC').replace(/\s+/g, ' ');
  rmSync(folder, { recursive: true });
  assert.match(text, /Hướng dẫn đặt mật khẩu/);
  assert.match(text, /Ít nhất 8 ký tự – CV Hải Phòng 11\/2023, mục 2 \(HP23-2\.1\)/);
  assert.match(text, /Lịch đổi mật khẩu/);
  assert.doesNotMatch(text, /truongthcs|Phần dễ đoán|Độ mạnh/i);
  assert.equal(await field().inputValue(), 'Truongthcs2024');
});

test('nothing of a password is left anywhere once the screen is left', async () => {
  const marked = 'Zyxelmatkhauq7!Gwoobt';
  const other = 'Vkprehanoiq9?Hmmuf';
  await anew();
  assert.deepEqual(await found(page, [...parts_of(marked), ...parts_of(other)]), []);
  await types(marked);
  await check().getByText('Độ mạnh', { exact: true }).waitFor({ state: 'attached' });
  // It is where it must be meanwhile: the search finds what is there.
  const meanwhile = await found(page, [marked]);
  assert.ok(meanwhile.includes(`${marked}: memory`) && meanwhile.includes(`${marked}: fields`), meanwhile.join());
  assert.ok(!meanwhile.some((place) => /stor|history/.test(place)), meanwhile.join());
  await press(check().getByRole('button', { name: 'Hiện' }));
  await press(comparison().getByRole('button', { name: 'Thêm vào phiên so sánh' }));
  await eventually(() => field().inputValue(), '');
  await types(other);
  await page.keyboard.press('Enter');
  await press(maker().getByRole('button', { name: 'Tạo mật khẩu' }));
  await eventually(async () => (await made().inputValue()).length > 0, true);
  const generated = await made().inputValue();
  await press(comparison().getByRole('button', { name: 'Thêm vào phiên so sánh' }));
  await go_to(page, 'Tổng quan');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(await found(page, [...parts_of(marked), ...parts_of(other), generated]), []);
});

test('the reasons and rules of a guessable one leave nothing either; nor does «Xóa hết»', async () => {
  // Its parts are named on the screen while it is there.
  const marked = 'Nguyenthiminhkhai1979@Haiphong';
  await anew();
  await types(marked);
  await check().getByText(/^«/).first().waitFor({ state: 'attached' });
  await press(page.getByRole('button', { name: 'Xóa hết' }));
  await check().getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
  assert.equal(await field().inputValue(), '');
  assert.deepEqual(await found(page, [marked]), []);
  await types(marked);
  await check().getByText(/^«/).first().waitFor({ state: 'attached' });
  await go_to(page, 'Kênh thông tin');
  // «haiphong» and the like stand in the word list and the unit's own data: what only was typed does not.
  const typed = parts_of(marked).filter((part) => /\d|[@A-Z]/.test(part.slice(1)));
  assert.deepEqual(await found(page, typed), []);
});

test('neither the draft, nor what is undone, holds anything of it', async () => {
  const marked = 'Qwjbuoithanhtra5%Lrrpz';
  await anew();
  await types(marked);
  await check().getByText('Độ mạnh', { exact: true }).waitFor({ state: 'attached' });
  const draft = await download(page, 'Tải bản nháp');
  assert.ok(!draft.bytes.toString().includes('thanhtra5'));
  await page.reload();
  await ready(page);
  await go_to(page, 'Mật khẩu');
  assert.equal(await field().inputValue(), '');
});

test('on a phone: behind «Thêm», and done with a finger’s room', async () => {
  await resize(page, { width: 360, height: 640 });
  await anew();
  await types('Vanphong@2024');
  await check().getByText(/^«Vanphong/).first().waitFor({ state: 'attached' });
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main button, main input, main select')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
  );
  assert.equal(wide, 0);
  await resize(page, { width: 1440, height: 900 });
});

test('by keys alone: to the screen, a password, its result, shown, wiped', async () => {
  await go_to(page, 'Tổng quan');
  /** @param {() => Promise<boolean>} there */
  const tab_to = async (there) => {
    for (let i = 0; i < 80; i += 1) {
      if (await there()) return;
      await page.keyboard.press('Tab');
    }
    assert.fail('not reached');
  };
  /** @param {string} name */
  const named = (name) => async () =>
    (await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)) === name;
  await tab_to(named('Mật khẩu'));
  await page.keyboard.press('Enter');
  await tab_to(named('Mật khẩu cần kiểm tra'));
  await page.keyboard.type('Bacgiang@98');
  await check().getByText(/^«Bacgiang» là địa danh/).waitFor({ state: 'attached' });
  await tab_to(named('Hiện'));
  await page.keyboard.press('Space');
  await check().getByRole('button', { name: 'Ẩn' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await tab_to(named('Xóa hết'));
  await page.keyboard.press('Enter');
  await eventually(() => field().inputValue(), '');
});

test('the word list comes when the screen is first used, and its failure can be mended', async (t) => {
  const other = await Browser.launch({ serviceWorkers: 'block' });
  t.after(() => other.end());
  if (!other.context) throw new Error('closed');
  const there = await other.context.newPage();
  /** @type {string[]} */
  const asked = [];
  there.on('request', (request) => asked.push(new URL(request.url()).pathname));
  let answers = 'fail';
  /** @type {(() => void) | null} */
  let let_go = null;
  await there.route('**/words-*.bin', async (route) => {
    if (answers === 'fail') return route.abort();
    if (answers === 'damage') return route.fulfill({ body: 'x' });
    await new Promise((done) => (let_go = () => done(undefined)));
    return route.continue();
  });
  await there.goto(other.url);
  await ready(there);
  await there.waitForLoadState('networkidle');
  const words = () => asked.filter((path) => /words-.*\.bin$/.test(path)).length;
  assert.equal(words(), 0);
  await go_to(there, 'Mật khẩu');
  const failed = there.getByText(/^Chưa tải được danh sách từ/);
  await failed.waitFor({ state: 'attached' });
  answers = 'damage';
  const again = there.getByRole('button', { name: 'Thử lại' });
  await again.click();
  await eventually(async () => words(), 2);
  await failed.waitFor({ state: 'attached' });
  answers = 'wait';
  await again.click();
  await there.getByText('Đang tải danh sách từ để đối chiếu…').first().waitFor({ state: 'attached' });
  await eventually(async () => let_go !== null, true);
  /** @type {any} */ (let_go)();
  await there.getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
  assert.equal(words(), 3);
  // Once for the page.
  await go_to(there, 'Đơn vị');
  await go_to(there, 'Mật khẩu');
  await there.getByText(/^Gõ mật khẩu/).waitFor({ state: 'attached' });
  assert.equal(words(), 3);
});

test('without a network, by the service worker', async () => {
  await page.reload();
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  await go_to(page, 'Mật khẩu');
  await types('Sgddt@haiphong1');
  await check().getByText(/^«Sgddt» là/).waitFor({ state: 'attached' });
  await page.context().setOffline(false);
});

test('in the single file, from file://', async (t) => {
  const alone = new Browser({ url: pathToFileURL(join(root, 'dist', 'sokenh.html')).href, close: async () => {} });
  t.after(() => alone.end());
  await alone.open();
  const there = await alone.page();
  await go_to(there, 'Mật khẩu');
  await there.getByRole('textbox', { name: 'Mật khẩu cần kiểm tra' }).fill('Haiphong@2023');
  await there.getByText(/^«Haiphong» là địa danh/).waitFor({ state: 'attached' });
  assert.deepEqual(alone.problems, []);
});
