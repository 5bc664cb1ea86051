// @ts-check
// Tự kiểm tra, filled in as a person does it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { download, go_to, open_file, page_for_all_tests, press, saved } from './chromium.mjs';
import { draft, eventually, sound } from './sheet.mjs';

const page = await page_for_all_tests();
const declaration = JSON.parse(draft([sound('Trang một')]));
declaration.packs = ['HP23', 'BG24'];

const questions = () => page.getByRole('list', { name: 'Câu hỏi tự kiểm tra' }).getByRole('listitem');
/** How many there are in all: of a long list only what is near is in the page. */
const count = async () => Number((await questions().first().getAttribute('aria-setsize')) ?? 0);
// HP23-3.3 and BG24-1.3 ask it.
const shared = () => questions().filter({ hasText: 'BG24-1.3' });
/** @param {import('playwright-core').Locator} where @param {string} name */
const field = (where, name) => where.getByRole('textbox', { name, exact: true });
/** @param {import('playwright-core').Locator} where */
const result = (where) => where.getByRole('combobox', { name: 'Kết quả', exact: true });

/** @param {import('playwright-core').Locator} locator */
const chosen = (locator) =>
  locator.evaluate((element) =>
    element instanceof HTMLSelectElement ? element.selectedOptions[0].text : '',
  );

/** @param {import('playwright-core').Locator} locator @param {string} text */
async function write(locator, text) {
  await locator.fill(text);
  await locator.press('Enter');
}

const today = () => {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`;
};

test('one answer serves every clause that asks, with its evidence', async () => {
  await open_file(page, 'nháp.json', JSON.stringify(declaration));
  await page.getByRole('dialog').getByRole('button', { name: 'Mở vào sổ' }).click();
  await go_to(page, 'Tự kiểm tra');
  assert.equal(await shared().count(), 1);
  assert.match(await shared().innerText(), /HP23-3\.3/);
  await result(shared()).selectOption('Đạt');
  await eventually(() => field(shared(), 'Ngày kiểm tra').inputValue(), today());
  await write(field(shared(), 'Người phụ trách'), 'Phạm Thị Lan');
  await write(field(shared(), 'Văn bản, minh chứng'), 'QĐ 12/QĐ-THĐL');
  await write(field(shared(), 'Ghi chú'), 'đã kiểm tra 14 máy');
  await saved(page);
  const file = await download(page, 'Tải bản nháp');
  assert.deepEqual(
    JSON.parse(file.bytes.toString()).answers.map((/** @type {any} */ { question, answer, responsible, document, note }) => ({ question, answer, responsible, document, note })),
    [
      {
        question: 'browser.not_saved',
        answer: 'yes',
        responsible: 'Phạm Thị Lan',
        document: 'QĐ 12/QĐ-THĐL',
        note: 'đã kiểm tra 14 máy',
      },
    ],
  );
});

test('«chưa đạt» is told with its clause; undone and done again by keys', async () => {
  const question = questions().filter({ hasText: 'HP23-3.4' });
  await result(question).selectOption('Chưa đạt');
  await question.getByText(/Đã trả lời «chưa đạt».*mục 3 \(HP23-3\.4\)/).waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Z');
  await eventually(() => chosen(result(question)), 'Chưa trả lời');
  await page.keyboard.press('Control+Y');
  await eventually(() => chosen(result(question)), 'Chưa đạt');
});

test('a date that does not exist is told', async () => {
  const date = field(shared(), 'Ngày kiểm tra');
  await write(date, '30/02/2026');
  await eventually(() => date.getAttribute('aria-invalid'), 'true');
  await shared().getByText('Ngày «30/02/2026» không có trên lịch.').waitFor({ state: 'attached' });
  await write(date, today());
  await eventually(() => date.getAttribute('aria-invalid'), null);
});

test('filters and search leave what is asked for', async () => {
  const all = await count();
  const filter = page.getByRole('combobox', { name: 'Hiện', exact: true });
  await filter.selectOption('Chưa trả lời');
  await eventually(count, all - 2);
  // What is answered stays, so that its evidence can be entered, until another filter is chosen.
  await result(questions().first()).selectOption('Đạt');
  await eventually(() => chosen(result(questions().first())), 'Đạt');
  await result(questions().first()).press('Control+Z');
  await eventually(() => chosen(result(questions().first())), 'Chưa trả lời');
  await filter.selectOption('Chưa đạt');
  await eventually(count, 1);
  await filter.selectOption('Tất cả');
  const pack = page.getByRole('combobox', { name: 'Văn bản', exact: true });
  await pack.selectOption({ index: 2 }); // BG24
  await eventually(async () => (await questions().allInnerTexts()).every((text) => text.includes('BG24')), true);
  await pack.selectOption({ index: 0 });
  await page.getByRole('searchbox').fill('hp23-3.4');
  await eventually(count, 1);
  await page.getByRole('searchbox').fill('');
  await eventually(count, all);
});

test('what is decided elsewhere is listed with its status and a way there', async () => {
  const other = page.getByRole('list', { name: 'Yêu cầu xét theo dữ liệu đã khai' }).getByRole('listitem');
  await page.getByRole('searchbox').fill('HP23-2.7');
  await eventually(() => other.count(), 1);
  assert.match(await other.innerText(), /Chưa trả lời/);
  await press(other.getByRole('button', { name: 'Đến Sổ theo dõi' }));
  await page.getByRole('heading', { level: 1, name: 'Phiên bản phần mềm' }).waitFor();
  await go_to(page, 'Tự kiểm tra');
  await page.getByRole('searchbox').fill('HP23-2.3');
  await other.filter({ hasText: 'HP23-2.3' }).waitFor({ state: 'attached' });
  assert.match(await other.innerText(), /Chưa trả lời 0\/1/);
  await press(other.getByRole('button', { name: 'Đến Kênh thông tin' }));
  await page.getByRole('heading', { level: 1, name: 'Kênh thông tin' }).waitFor();
  await eventually(
    () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    'Giới hạn số lần nhập sai',
  );
});

test('a phone shows the same questions; what is chosen there is kept', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await go_to(page, 'Tự kiểm tra');
  await page.getByRole('searchbox').fill('HP23-3.2');
  const question = questions().first();
  await result(question).selectOption('Không áp dụng');
  await eventually(() => chosen(result(question)), 'Không áp dụng');
  const box = await result(question).boundingBox();
  assert.ok(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 360);
  await page.setViewportSize({ width: 1440, height: 900 });
});
