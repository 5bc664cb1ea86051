// @ts-check
// A phone: the navigation is below, a channel is a card, a finger scrolls, and everything is as wide as a finger.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { Browser, go_to, press, saved } from './chromium.mjs';
import { Finger, middle } from './finger.mjs';
import { cell_is, eventually, focus_is_at, open_draft, sound } from './sheet.mjs';
import { telex_result, type_by_composition } from './typing.mjs';

/** @type {Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
/** @type {Finger} */
let finger;
const phone = { width: 390, height: 800 };
const desk = { width: 1440, height: 900 };
before(async () => {
  browser = await Browser.launch();
  page = await browser.page();
  finger = await Finger.on(page);
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'Thêm', exact: true }).waitFor();
});
afterEach(() => {
  assert.deepEqual(browser.problems, []);
});
after(async () => {
  await browser.end();
});

const dialog = () => page.getByRole('dialog', { name: 'Thêm' });

async function open_tools() {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await dialog().waitFor({ state: 'attached' });
}

test('every destination stands below and is a finger wide', async () => {
  const entries = page.getByRole('navigation').getByRole('button');
  assert.deepEqual(await entries.allInnerTexts(), [
    'Tổng quan',
    'Kênh thông tin',
    'Tự kiểm tra',
    'Ký & xuất',
    'Thêm',
  ]);
  for (const entry of await entries.all()) {
    const box = await entry.boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44 && box.y + box.height <= 800);
  }
  await go_to(page, 'Ký & xuất');
  await go_to(page, 'Đơn vị');
});

test('a draft is downloaded and opened again from the tools', async () => {
  await page.getByRole('textbox', { name: 'Tên đơn vị', exact: true }).fill('Trường Mầm non Hoa Sen');
  await page.keyboard.press('Enter');
  await saved(page);
  await open_tools();
  const started = page.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Tải bản nháp' }).click();
  const bytes = readFileSync(await (await started).path());
  assert.equal(JSON.parse(bytes.toString()).unit.name, 'Trường Mầm non Hoa Sen');
  await dialog().waitFor({ state: 'detached' });

  await open_tools();
  const chooser = page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: 'Mở tệp…' }).click();
  await (await chooser).setFiles({ name: 'nháp.json', mimeType: 'application/json', buffer: bytes });
  await page.getByRole('dialog').getByText('Trường Mầm non Hoa Sen').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('language and colours are changed from the tools; Escape leaves them', async () => {
  await open_tools();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await open_tools();
  await dialog().getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Unit' }).waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor();
});

const cards = () => page.getByRole('list', { name: 'Kênh thông tin' });
/** @param {string} name */
const card = (name) => cards().getByRole('button', { name: new RegExp(`^${name}`) });
/** @param {string} name */
const field = (name) => page.getByRole('textbox', { name, exact: true });
/** @param {string} name */
const button = (name) => page.getByRole('button', { name, exact: true });
/** @param {string} name */
const title = (name) => page.getByRole('heading', { level: 1, name, exact: true });
const menu = () => page.getByRole('dialog');

/** Opened where the tools are at hand, then looked at on a phone. @param {import('./sheet.mjs').Cells[]} channels */
async function show(channels) {
  await page.setViewportSize(desk);
  await open_draft(page, channels);
  await page.setViewportSize(phone);
  // What has the focus in the grid goes on as a field of its channel.
  await button('Danh sách').or(cards()).first().waitFor({ state: 'attached' });
  if (await button('Danh sách').isVisible()) await button('Danh sách').click();
  await cards().waitFor({ state: 'attached' });
}

/** @param {number} count */
const many = (count) => Array.from({ length: count }, (_, i) => sound(`Kênh số ${i + 1}.`));

/** Whatever acts and is smaller than a finger. */
async function too_small() {
  return page
    .locator('#semantics :is(button, select, input, textarea)')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ element, box }) => `${element.ariaLabel ?? element.textContent} ${box.width}×${box.height}`),
    );
}

test('channels are cards that say what they are and what is wrong with them', async () => {
  await show([
    sound('Cổng thông tin điện tử'),
    {
      ...sound('Facebook nhà trường'),
      identifier: 'fb.com/daouloc',
      contact: 'gọi sau',
      state: 'không dùng nữa',
    },
  ]);
  assert.equal(await page.getByRole('grid').count(), 0);
  const items = cards().getByRole('listitem');
  assert.equal(await items.count(), 2);
  assert.equal(await items.nth(1).getAttribute('aria-posinset'), '2');
  assert.equal(await items.nth(1).getAttribute('aria-setsize'), '2');
  assert.equal(
    await cards().getByRole('button').nth(1).textContent(),
    'Facebook nhà trường, fb.com/daouloc, Phạm Thị Lan · gọi sau, không dùng nữa',
  );
  const problem = await cards().getByRole('button').nth(1).getAttribute('aria-description');
  assert.match(problem ?? '', /và \d+ mục khác cần xem$/);
  assert.deepEqual(await too_small(), []);
  const widths = await cards()
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  assert.ok(widths.every((right) => right <= phone.width));
});

test('a touched card opens its fields; what is composed in one is kept, undone, and done again', async () => {
  await finger.tap(await middle(card('Cổng')));
  await title('Cổng thông tin điện tử').waitFor();
  assert.deepEqual(await too_small(), []);
  for (const name of ['Tên kênh', 'ID', 'Thời gian tạo lập', 'Đơn vị quản lý', 'Quản trị viên', 'Thông tin liên hệ'])
    assert.equal(await field(name).count(), 1, name);
  await page.getByText('STT 1 trong 2 kênh').waitFor({ state: 'attached' });
  await finger.tap(await middle(field('Tên kênh')));
  await page.keyboard.press('Control+A');
  await type_by_composition(page);
  await field('ID').focus();
  await title(telex_result).waitFor();
  await button('Hoàn tác').click();
  await title('Cổng thông tin điện tử').waitFor();
  assert.equal(await field('Tên kênh').inputValue(), 'Cổng thông tin điện tử');
  await button('Làm lại').click();
  await title(telex_result).waitFor();
  await button('Hoàn tác').click();
  await title('Cổng thông tin điện tử').waitFor();
});

test('a field of several lines grows while it is written; Escape takes back, then leaves', async () => {
  const people = field('Quản trị viên');
  const before = await people.boundingBox();
  await people.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Đỗ Văn Khải');
  await eventually(async () => ((await people.boundingBox())?.height ?? 0) > (before?.height ?? 0), true);
  await page.keyboard.press('Escape');
  await eventually(() => people.inputValue(), 'Phạm Thị Lan');
  await page.keyboard.press('Escape');
  await cards().waitFor({ state: 'attached' });
  await focused_is('Cổng thông tin điện tử');
});

/** The card that has the focus. @param {string} name */
async function focused_is(name) {
  const text = () => page.evaluate(() => document.activeElement?.textContent?.split(',')[0] ?? '');
  await eventually(text, name);
}

test('what is wrong stands below its field, with its clause and its remedy', async () => {
  await finger.tap(await middle(card('Facebook')));
  await title('Facebook nhà trường').waitFor();
  const state = page.getByRole('combobox', { name: 'Trạng thái' });
  assert.equal(await state.evaluate((one) => /** @type {HTMLSelectElement} */ (one).selectedOptions[0].text), 'không dùng nữa');
  const remedy = button('Đổi thành «Đóng»').first();
  const clause = page.getByText(/CV Hải Phòng 11\/2023, mục 1 \(HP23-1\.1\)/);
  assert.ok((await clause.count()) > 0);
  const [above, below] = [await state.boundingBox(), await remedy.boundingBox()];
  assert.ok(above && below && above.y + above.height < below.y && below.y < above.y + 250);
  await press(remedy);
  await eventually(() => state.evaluate((one) => /** @type {HTMLSelectElement} */ (one).selectedOptions[0].text), 'Đóng');
  assert.equal(await remedy.count(), 0);
  await button('Hoàn tác').click();
  await eventually(() => remedy.count(), 1);
  await state.selectOption('Khóa');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('không còn người quản trị');
  await dialog.getByRole('button', { name: 'Đổi trạng thái' }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(() => remedy.count(), 0);
});

test('one goes on to the next channel, duplicates, deletes, and back to the list', async () => {
  assert.equal(await button('Kênh sau').isDisabled(), true);
  await button('Kênh trước').click();
  await title('Cổng thông tin điện tử').waitFor();
  assert.equal(await button('Kênh trước').isDisabled(), true);
  await page.getByRole('combobox', { name: 'Xác thực hai bước' }).selectOption('Có');
  await press(button('Nhân đôi kênh'));
  await page.getByText('STT 2 trong 3 kênh').waitFor({ state: 'attached' });
  await press(button('Xóa kênh'));
  await cards().waitFor({ state: 'attached' });
  await eventually(() => cards().getByRole('listitem').count(), 2);
  await button('Hoàn tác').click();
  await eventually(() => cards().getByRole('listitem').count(), 3);
  await button('Hoàn tác').click();
  await eventually(() => cards().getByRole('listitem').count(), 2);
});

test('a new channel opens at its name; search and ticking leave out cards', async () => {
  await show([sound('Nhóm Zalo'), { ...sound('Facebook nhà trường'), state: 'không dùng nữa' }]);
  await button('Thêm kênh').click();
  await title('Kênh chưa có tên').waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.ariaLabel), 'Tên kênh');
  await page.keyboard.type('Hộp thư nhà trường');
  await button('Danh sách').click();
  await card('Hộp thư').waitFor();
  await page.getByRole('searchbox').fill('hop thu');
  await eventually(() => cards().getByRole('listitem').count(), 1);
  await page.getByRole('searchbox').fill('không có gì như vậy');
  await page.getByText(/^Không có kênh nào khớp/).waitFor({ state: 'attached' });
  await page.getByRole('searchbox').fill('');
  await page.getByRole('checkbox', { name: 'Chỉ dòng cần sửa' }).check();
  await eventually(() => cards().getByRole('listitem').count(), 2);
  await page.getByRole('checkbox', { name: 'Chỉ dòng cần sửa' }).uncheck();
  await eventually(() => cards().getByRole('listitem').count(), 3);
});

/** @param {string} name */
async function top_of(name) {
  const box = await card(name).boundingBox();
  assert.ok(box, name);
  return box.y;
}

test('of thousands of cards only those near the view are elements; keys and Tab reach the others', async () => {
  await show(many(3000));
  await card('Kênh số 1\\.').focus();
  const items = cards().getByRole('listitem');
  assert.equal(await items.first().getAttribute('aria-setsize'), '3000');
  assert.ok((await items.count()) < 30);
  await page.keyboard.press('End');
  await focused_is('Kênh số 3000.');
  assert.ok((await items.count()) < 30);
  assert.ok((await top_of('Kênh số 3000\\.')) < phone.height - 64);
  await page.keyboard.press('Home');
  await focused_is('Kênh số 1.');
  for (let i = 2; i <= 13; i += 1) {
    await card(`Kênh số ${i}\\.`).waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
  }
  await focused_is('Kênh số 13.');
  const box = await card('Kênh số 13\\.').boundingBox();
  assert.ok(box && box.y > 56 && box.y + box.height <= phone.height - 64);
  await page.keyboard.press('Home');
  await focused_is('Kênh số 1.');
});

test('the list goes with the finger, which touches nothing on the way', async () => {
  const before = await top_of('Kênh số 4\\.');
  const from = await middle(card('Kênh số 4\\.'));
  await finger.drag(from, { x: from.x + 4, y: from.y - 200 });
  // The first 20 px step tells a drag from a tap.
  await eventually(() => top_of('Kênh số 4\\.'), before - 180);
  assert.equal(await title('Kênh thông tin').count(), 1);
  // What is touched next is touched.
  await finger.tap(await middle(card('Kênh số 5\\.')));
  await title('Kênh số 5.').waitFor();
  await button('Danh sách').click();
  await focused_is('Kênh số 5.');
});

/** How many frames the page has asked for, and drawn. */
const frames = () => page.evaluate(() => ({ .../** @type {any} */ (window).frames_asked }));

async function count_frames() {
  await page.evaluate(() => {
    if ('frames_asked' in window) return;
    const work = { asked: 0, done: 0 };
    const original = window.requestAnimationFrame;
    Object.assign(window, { frames_asked: work });
    window.requestAnimationFrame = (callback) => {
      work.asked += 1;
      return original((time) => {
        work.done += 1;
        callback(time);
      });
    };
  });
}

async function comes_to_rest() {
  await eventually(async () => {
    const { asked, done } = await frames();
    return asked === done;
  }, true);
}

/** The first card below the top bar. */
const first_in_view = () =>
  cards()
    .getByRole('button')
    .evaluateAll((all) => {
      const first = all.find((one) => one.getBoundingClientRect().top > 56);
      const position = Number(first?.closest('[aria-posinset]')?.getAttribute('aria-posinset'));
      const name = first?.textContent?.split(',')[0] ?? '';
      return { position, name, top: first?.getBoundingClientRect().top ?? 0 };
    });

test('flicked, the list glides on, comes to rest, and draws no more', async () => {
  await count_frames();
  const before = await first_in_view();
  const from = { x: 200, y: 600 };
  await finger.drag(from, { x: 200, y: 300 }, { steps: 6, rest: 4 });
  await comes_to_rest();
  const gone = (await first_in_view()).position - before.position;
  // The finger went 250 px, less than four cards.
  assert.ok(gone > 6, `${gone} cards`);
  assert.equal(await title('Kênh thông tin').count(), 1);
  const { asked, done } = await frames();
  await page.waitForTimeout(500);
  assert.deepEqual(await frames(), { asked, done });
});

test('a finger stops what glides without touching it', async () => {
  await finger.drag({ x: 200, y: 600 }, { x: 200, y: 300 }, { steps: 3, rest: 4 });
  await finger.tap({ x: 200, y: 500 });
  await comes_to_rest();
  assert.equal(await title('Kênh thông tin').count(), 1);
});

test('where less motion is wanted nothing glides', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const before = await first_in_view();
  await finger.drag({ x: 200, y: 600 }, { x: 200, y: 480 }, { steps: 6, rest: 4 });
  await comes_to_rest();
  const now = await top_of(before.name.replace('.', '\\.'));
  assert.equal(now, before.top - 100);
  await page.emulateMedia({ reducedMotion: null });
});

test('a long press on a card, or its key, offers what can be done with it', async () => {
  await show([sound('Trang một'), sound('Trang hai')]);
  await finger.down(await middle(card('Trang hai')));
  await menu().waitFor({ state: 'attached' });
  await finger.up();
  assert.deepEqual(await menu().getByRole('button').allInnerTexts(), ['Đóng', 'Sao chép cả dòng', 'Sao chép cả bảng', 'Nhân đôi kênh', 'Xóa kênh']);
  await page.keyboard.press('Escape');
  await menu().waitFor({ state: 'detached' });
  assert.equal(await title('Kênh thông tin').count(), 1);

  await card('Trang hai').focus();
  await page.keyboard.press('Shift+F10');
  await menu().getByRole('button', { name: 'Sao chép cả dòng' }).click();
  await menu().waitFor({ state: 'detached' });
  await eventually(
    () => page.evaluate(() => navigator.clipboard.readText()),
    '2\tTrang hai\t\t2019\tTrường Tiểu học Đại Lộc\tPhạm Thị Lan\t0236 3865 123\tHoạt động\r\n',
  );
  await card('Trang hai').focus();
  await page.keyboard.press('ContextMenu');
  await menu().getByRole('button', { name: 'Xóa kênh' }).click();
  await eventually(() => cards().getByRole('listitem').count(), 1);
  await button('Hoàn tác').click();
  await card('Trang hai').waitFor();
});

test('a long press on a cell of the grid has the same menu', async () => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const cell = page.locator('[role=row][aria-rowindex="3"] > [aria-colindex="6"]');
  await finger.down(await middle(cell));
  await menu().waitFor({ state: 'attached' });
  await finger.up();
  await menu().getByRole('button', { name: 'Sao chép ô này' }).click();
  await eventually(() => page.evaluate(() => navigator.clipboard.readText()), 'Phạm Thị Lan');
  await finger.tap(await middle(cell));
  await focus_is_at(page, 'Quản trị viên', 2);
  assert.deepEqual(
    (await too_small()).filter((one) => !/Thuộc tính|, dòng/.test(one)),
    [],
  );
  await page.keyboard.press('ContextMenu');
  await menu().getByRole('button', { name: 'Nhân đôi kênh' }).click();
  await cell_is(page, 3, 2, 'Trang hai');
  await page.keyboard.press('Control+Z');
});

test('Back closes what lies open, then returns to the screen before; Forward does no harm', async () => {
  await show([sound('Cổng một'), sound('Trang hai')]);
  await go_to(page, 'Đơn vị');
  await go_to(page, 'Kênh thông tin');
  await finger.tap(await middle(card('Trang hai')));
  await title('Trang hai').waitFor();
  await field('ID').fill('trang2');
  await open_tools();
  const entries = await page.evaluate(() => history.length);
  await page.goBack();
  await dialog().waitFor({ state: 'detached' });
  await title('Trang hai').waitFor();
  // There is no dialog to come back to: Forward stays, and Back still has its way.
  await page.goForward();
  await title('Trang hai').waitFor();
  assert.equal(await menu().count(), 0);
  await page.goBack();
  await cards().waitFor({ state: 'attached' });
  await card('Trang hai, trang2').waitFor({ state: 'attached' });
  await page.goForward();
  await title('Trang hai').waitFor();
  await page.goBack();
  await cards().waitFor({ state: 'attached' });
  await page.goBack();
  await title('Đơn vị').waitFor();
  await page.goForward();
  await cards().waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => history.length), entries);
});

test('what was closed by its own button costs no step back', async () => {
  await go_to(page, 'Đơn vị');
  await go_to(page, 'Kênh thông tin');
  for (const name of ['Cổng một', 'Trang hai']) {
    await finger.tap(await middle(card(name)));
    await title(name).waitFor();
    await open_tools();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await button('Danh sách').click();
    await cards().waitFor({ state: 'attached' });
  }
  await page.goBack();
  await title('Đơn vị').waitFor();
});

test('reloading lands on the same screen, and Back from there on the one before', async () => {
  await go_to(page, 'Ký & xuất');
  await page.reload();
  await title('Ký & xuất').waitFor();
  await page.goBack();
  await title('Đơn vị').waitFor();
});

/** How far the dialog's title has been scrolled. */
const title_top = () =>
  menu().getByRole('heading', { level: 1 }).evaluate((one) => one.getBoundingClientRect().top);
/** @param {import('playwright-core').Locator} locator @param {number} height of the window */
async function in_view(locator, height) {
  const box = await locator.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

for (const size of [
  { width: 360, height: 400 },
  { width: 1024, height: 500 },
]) {
  test(`a long dialog scrolls at ${size.width}×${size.height}: by keys, wheel and finger`, async () => {
    await page.setViewportSize(size);
    await go_to(page, 'Đơn vị');
    await page.keyboard.press('Control+/');
    await menu().waitFor({ state: 'attached' });
    const done = menu().getByRole('button', { name: 'Đóng', exact: true }).last();
    const start = await title_top();
    assert.equal(await in_view(done, size.height), false);

    await page.keyboard.press('ArrowDown');
    await eventually(async () => (await title_top()) < start, true);
    await page.keyboard.press('ArrowUp');
    await eventually(title_top, start);
    await page.keyboard.press('PageDown');
    await eventually(async () => (await title_top()) < start - size.height / 2, true);
    await page.keyboard.press('PageUp');
    await eventually(title_top, start);
    await page.keyboard.press('End');
    await eventually(() => in_view(done, size.height), true);
    await page.keyboard.press('Home');
    await eventually(title_top, start);

    await page.mouse.move(size.width / 2, size.height / 2);
    await page.mouse.wheel(0, 120);
    await eventually(async () => (await title_top()) < start, true);
    await page.mouse.wheel(0, -400);
    await eventually(title_top, start);

    const from = { x: size.width / 2, y: size.height - 60 };
    await finger.drag(from, { x: from.x, y: from.y - 200 });
    await eventually(async () => (await title_top()) < start - 100, true);

    await done.focus();
    await eventually(() => in_view(done, size.height), true);
    await done.press('Enter');
    await menu().waitFor({ state: 'detached' });
    await page.setViewportSize(phone);
  });
}

test('the keyboard on the screen leaves in view what is typed into', async () => {
  // Chromium without a phone has no such keyboard: this is what it tells the page about one.
  await show([sound('Trang một'), sound('Trang hai')]);
  await page.setViewportSize({ width: 360, height: 640 });
  await card('Trang hai').click();
  /** @param {number} height */
  const leaves = (height) =>
    page.evaluate((left) => {
      const view = /** @type {VisualViewport} */ (window.visualViewport);
      Object.defineProperty(view, 'height', { value: left, configurable: true });
      view.dispatchEvent(new Event('resize'));
    }, height);
  await field('Thông tin liên hệ').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' máy lẻ 2');
  await leaves(360);
  await eventually(async () => {
    const box = await field('Thông tin liên hệ').boundingBox();
    return box !== null && box.y >= 56 && box.y + box.height <= 360;
  }, true);
  assert.equal(await field('Thông tin liên hệ').inputValue(), '0236 3865 123 máy lẻ 2');
  assert.equal(await page.getByRole('navigation').count(), 0);
  await leaves(640);
  await page.getByRole('navigation').waitFor({ state: 'attached' });
});
