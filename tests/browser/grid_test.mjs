// @ts-check
// The grid of channels by keyboard and mouse, as in a spreadsheet.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Browser, cell_text, paste, select_cell } from './chromium.mjs';
import {
  cell_is,
  eventually,
  focus_is_at,
  middle_of,
  names,
  open_draft,
  row_count,
  sound,
} from './sheet.mjs';
import { telex_result, type_by_composition, type_by_hook } from './typing.mjs';

/** @type {Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
before(async () => {
  browser = await Browser.launch();
  page = await browser.page();
});
afterEach(() => {
  assert.deepEqual(browser.problems, []);
});
after(async () => {
  await browser.end();
});

const three = [sound('Cổng một'), sound('Trang hai'), sound('Zalo ba')];
const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true });

test('what is typed over a cell replaces it', async () => {
  await open_draft(page, three);
  await select_cell(page, 1, 2);
  await page.keyboard.type('Cổng mới');
  assert.equal(await cell_text(page, 1, 2), 'Cổng mới');
  await page.keyboard.press('Enter');
  await focus_is_at(page, 'Tên kênh', 2);
  await cell_is(page, 1, 2, 'Cổng mới');
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await focus_is_at(page, 'ID', 2);
  await cell_is(page, 2, 2, 'x');
});

test('F2, Enter and a double click edit what is there; Escape discards', async () => {
  await open_draft(page, three);
  await select_cell(page, 1, 2);
  await page.keyboard.press('F2');
  await page.keyboard.type(' và nữa');
  await page.keyboard.press('Enter');
  await cell_is(page, 1, 2, 'Cổng một và nữa');
  await focus_is_at(page, 'Tên kênh', 2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.type('Mới: ');
  await page.keyboard.press('Tab');
  await cell_is(page, 2, 2, 'Mới: Trang hai');

  const { x, y } = await middle_of(page, 3, 6);
  await page.mouse.dblclick(x, y);
  await focus_is_at(page, 'Quản trị viên', 3);
  await page.keyboard.press('End');
  await page.keyboard.type(' (Tin học)');
  await page.keyboard.press('Enter');
  await cell_is(page, 3, 6, 'Phạm Thị Lan (Tin học)');

  for (const start of ['', 'F2', 'Enter']) {
    await select_cell(page, 3, 2);
    if (start) await page.keyboard.press(start);
    await page.keyboard.type('bỏ đi');
    await page.keyboard.press('Escape');
    await focus_is_at(page, 'Tên kênh', 3);
    await cell_is(page, 3, 2, 'Zalo ba');
    // What was discarded is not what the next key is added to.
    await page.keyboard.type('Y');
    assert.equal(await cell_text(page, 3, 2), 'Y');
    await page.keyboard.press('Escape');
    await cell_is(page, 3, 2, 'Zalo ba');
  }
});

test('keys go from cell to cell', async () => {
  await open_draft(
    page,
    Array.from({ length: 25 }, (_, i) => sound(`Kênh ${i + 1}`)),
  );
  await select_cell(page, 1, 2);
  /** @type {[string, string, number][]} */
  const steps = [
    ['Tab', 'ID', 1],
    ['ArrowRight', 'Thời gian tạo lập', 1],
    ['ArrowDown', 'Thời gian tạo lập', 2],
    ['Shift+Enter', 'Thời gian tạo lập', 1],
    ['ArrowUp', 'Thời gian tạo lập', 1],
    ['Shift+Tab', 'ID', 1],
    ['ArrowLeft', 'Tên kênh', 1],
    ['ArrowLeft', 'Tên kênh', 1],
    ['End', 'Trạng thái', 1],
    ['Tab', 'Tên kênh', 2],
    ['Shift+Tab', 'Trạng thái', 1],
    ['Home', 'Tên kênh', 1],
    ['PageDown', 'Tên kênh', 11],
    ['PageDown', 'Tên kênh', 21],
    ['PageDown', 'Tên kênh', 25],
    ['PageUp', 'Tên kênh', 15],
    ['Control+End', 'Trạng thái', 25],
    ['Control+ArrowUp', 'Trạng thái', 1],
    ['Control+ArrowDown', 'Trạng thái', 25],
    ['Control+Home', 'Tên kênh', 1],
  ];
  for (const [key, column, row] of steps) {
    await page.keyboard.press(key);
    await focus_is_at(page, column, row);
  }
  // Arrows commit what is being typed and go on.
  await page.keyboard.type('Sửa');
  await page.keyboard.press('ArrowDown');
  await focus_is_at(page, 'Tên kênh', 2);
  await cell_is(page, 1, 2, 'Sửa');
});

test('Tab leaves the grid at its corners, Escape from anywhere', async () => {
  await open_draft(page, three);
  const focus_leaves = async () => {
    await page.getByRole('grid').locator('textarea:focus').waitFor({ state: 'detached' });
    assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
  };
  await select_cell(page, 3, 8);
  await page.keyboard.press('Tab');
  await focus_leaves();
  await select_cell(page, 1, 2);
  await page.keyboard.press('Shift+Tab');
  await focus_leaves();
  await select_cell(page, 2, 4);
  await page.keyboard.press('Escape');
  await focus_leaves();
  await page.keyboard.press('Enter'); // on «Thêm dòng mới»
  await focus_is_at(page, 'Tên kênh', 4);
});

test('Alt+Enter begins a new line in the cell', async () => {
  await open_draft(page, three);
  await select_cell(page, 1, 6);
  await page.keyboard.type('Vũ Thị Mai');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('Đỗ Văn Khải');
  // In a text of several lines the arrows belong to the text.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.type('1. ');
  await page.keyboard.press('Enter');
  await cell_is(page, 1, 6, '1. Vũ Thị Mai\nĐỗ Văn Khải');
});

test('rows and cells come, go, and come back', async () => {
  await open_draft(page, three);
  await select_cell(page, 2, 5);
  await page.keyboard.press('Delete');
  await cell_is(page, 2, 5, '');
  await focus_is_at(page, 'Đơn vị quản lý', 2);

  await page.keyboard.press('Control+d');
  await eventually(() => names(page), ['Cổng một', 'Trang hai', 'Trang hai', 'Zalo ba']);
  await focus_is_at(page, 'Đơn vị quản lý', 3);

  await button('Thêm kênh').click();
  await focus_is_at(page, 'Tên kênh', 5);
  await page.keyboard.type('Trang năm');
  await page.keyboard.press('Enter');
  await button('Thêm dòng mới').click();
  await focus_is_at(page, 'Tên kênh', 6);
  assert.equal(await row_count(page), 6);

  await select_cell(page, 1, 2);
  await button('Xóa dòng đang chọn').click();
  await eventually(() => names(page), ['Trang hai', 'Trang hai', 'Zalo ba', 'Trang năm', '']);
  await button('Nhân đôi dòng đang chọn').click();
  assert.equal(await row_count(page), 6);

  const undo = button('Hoàn tác');
  await undo.click(); // the copy
  await undo.click(); // the deletion
  await eventually(
    () => names(page),
    ['Cổng một', 'Trang hai', 'Trang hai', 'Zalo ba', 'Trang năm', ''],
  );
  await undo.click(); // the sixth row
  await undo.click(); // its name
  await undo.click(); // the fifth row
  await undo.click(); // Ctrl+D
  await undo.click(); // Delete
  await eventually(() => names(page), ['Cổng một', 'Trang hai', 'Zalo ba']);
  await cell_is(page, 2, 5, 'Trường Tiểu học Đại Lộc');
  const redo = button('Làm lại');
  for (let i = 0; i < 7; i += 1) await redo.click();
  assert.equal(await redo.isDisabled(), true);
  await eventually(
    () => names(page),
    ['Trang hai', 'Trang hai', 'Trang hai', 'Zalo ba', 'Trang năm', ''],
  );
  await cell_is(page, 1, 5, '');
});

test('thirty edits are undone and done again by keys', async () => {
  await open_draft(page, three);
  await select_cell(page, 1, 3);
  for (let i = 1; i <= 30; i += 1) {
    await page.keyboard.insertText(`ID-${i}`);
    await page.keyboard.press(i % 2 ? 'Enter' : 'Shift+Enter');
  }
  await cell_is(page, 1, 3, 'ID-29');
  await cell_is(page, 2, 3, 'ID-30');
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('Control+z');
  await cell_is(page, 1, 3, '');
  await cell_is(page, 2, 3, '');
  for (let i = 0; i < 15; i += 1) await page.keyboard.press('Control+y');
  for (let i = 0; i < 14; i += 1) await page.keyboard.press('Control+Shift+z');
  await cell_is(page, 1, 3, 'ID-29');
  await cell_is(page, 2, 3, 'ID-28');
});

test('a header sorts in Vietnamese order, and says so', async () => {
  const mixed = [
    'zalo',
    'Đà Nẵng',
    'Dân vận',
    'ân cần',
    'Ân cần',
    'anh',
    'ăn',
    'eo',
    'Êđê',
    'da',
    '',
  ];
  await open_draft(
    page,
    mixed.map((name) => ({ name })),
  );
  const header = page.getByRole('columnheader').nth(1);
  const sort = button('Sắp xếp theo Tên kênh');
  assert.equal(await header.getAttribute('aria-sort'), null);
  await sort.click();
  const sorted = [
    'anh',
    'ăn',
    'ân cần',
    'Ân cần',
    'da',
    'Dân vận',
    'Đà Nẵng',
    'eo',
    'Êđê',
    'zalo',
    '',
  ];
  await eventually(() => names(page), sorted);
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  await sort.click();
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  const descending = await names(page);
  assert.equal(descending[0], 'zalo');
  assert.equal(descending.at(-1), '', 'blank names stay last');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => names(page), mixed);
});

test('the search needs no diacritics; ticking leaves only the rows to correct', async () => {
  await open_draft(page, [
    sound('Trang chủ'),
    { ...sound('Zalo Điện Bàn'), administrators: 'Trần Văn Đức' },
    { ...sound('Hộp thư'), created: '30/02/2023' },
    sound('Kênh YouTube'),
  ]);
  const search = page.getByRole('searchbox', { name: 'Tìm tên, ID, người quản trị' });
  await select_cell(page, 1, 2);
  await search.click();
  await page.keyboard.type('dien ban');
  // The selected row stays wherever the search goes.
  await eventually(() => names(page), ['Trang chủ', 'Zalo Điện Bàn']);
  assert.equal(await row_count(page), 4);
  await search.fill('DUC');
  await eventually(() => names(page), ['Trang chủ', 'Zalo Điện Bàn']);
  await search.fill('');
  await eventually(() => names(page), ['Trang chủ', 'Zalo Điện Bàn', 'Hộp thư', 'Kênh YouTube']);
  await page.getByRole('checkbox', { name: 'Chỉ dòng cần sửa' }).click();
  await eventually(() => names(page), ['Trang chủ', 'Hộp thư']);
  await page.getByRole('checkbox', { name: 'Chỉ dòng cần sửa' }).click();
  await eventually(async () => (await names(page)).length, 4);
});

test('of three hundred rows only those in view are elements; wheel and keys bring the others', async () => {
  await open_draft(page, three);
  await select_cell(page, 3, 2);
  const table = Array.from(
    { length: 300 },
    (_, i) => `${i + 1}\tKênh số ${i + 1}\t\t2019\tTrường\tLan\t0236 3865 123\tHoạt động`,
  );
  await paste(page, table.join('\r\n'));
  await page.getByRole('dialog').getByRole('button', { name: 'Nhập 300 kênh' }).click();
  await eventually(() => row_count(page), 303);
  await focus_is_at(page, 'Tên kênh', 4);
  assert.ok((await names(page)).length < 40);

  await select_cell(page, 1, 2);
  const { x, y } = await middle_of(page, 2, 4);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 4000);
  await page.locator('[role=row][aria-rowindex="82"]').waitFor({ state: 'attached' });
  assert.equal(await page.locator('[role=row][aria-rowindex="5"]').count(), 0);
  // The selected cell keeps the focus, and typing brings it back into view.
  await focus_is_at(page, 'Tên kênh', 1);
  await page.keyboard.press('Control+ArrowDown');
  await focus_is_at(page, 'Tên kênh', 303);
  assert.equal(await cell_text(page, 303, 2), 'Kênh số 300');
});

test('a click selects a cell, and keeps what was typed in the one left', async () => {
  await open_draft(page, three);
  await select_cell(page, 1, 2);
  await page.keyboard.type('Đang gõ dở');
  const { x, y } = await middle_of(page, 3, 5);
  await page.mouse.click(x, y);
  await focus_is_at(page, 'Đơn vị quản lý', 3);
  await cell_is(page, 1, 2, 'Đang gõ dở');
  assert.equal(
    await page.locator('[role=gridcell][aria-selected=true]').getAttribute('aria-colindex'),
    '5',
  );
  await page.keyboard.type('Đoàn trường');
  await page.keyboard.press('Enter');
  await cell_is(page, 3, 5, 'Đoàn trường');
  const number = await middle_of(page, 2, 1);
  await page.mouse.click(number.x, number.y);
  await focus_is_at(page, 'Tên kênh', 2);
});

test('a text that is too long is refused, said, and stays to be shortened', async () => {
  await open_draft(page, three);
  await select_cell(page, 2, 6);
  await page.keyboard.press('F2');
  const long = 'ê'.repeat(2100); // 4200 bytes
  await page.keyboard.insertText(long);
  await page.keyboard.press('Enter');
  await page
    .getByRole('main')
    .getByText(/^Nội dung quá dài .*4000 byte/)
    .first()
    .waitFor();
  await focus_is_at(page, 'Quản trị viên', 2);
  assert.equal(await cell_text(page, 2, 6), `Phạm Thị Lan${long}`);
  for (const key of ['Tab', 'ArrowDown']) {
    await page.keyboard.press(key);
    await focus_is_at(page, 'Quản trị viên', 2);
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.type('ngắn');
  await page.keyboard.press('Enter');
  await cell_is(page, 2, 6, 'ngắn');
  await page.keyboard.press('Control+z');
  await cell_is(page, 2, 6, 'Phạm Thị Lan');
});

for (const [how, type] of /** @type {const} */ ([
  ['composed by the system', type_by_composition],
  ['sent by a hook-type tool', type_by_hook],
])) {
  test(`Vietnamese ${how} replaces the selected cell from its first letter`, async () => {
    await open_draft(page, three);
    await select_cell(page, 2, 2);
    await type(page);
    assert.equal(await cell_text(page, 2, 2), telex_result);
    await page.keyboard.press('Tab');
    await cell_is(page, 2, 2, telex_result);
    await type(page);
    await page.keyboard.press('Enter');
    await cell_is(page, 2, 3, telex_result);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await cell_is(page, 2, 2, 'Trang hai');
    await cell_is(page, 2, 3, '');
  });
}
