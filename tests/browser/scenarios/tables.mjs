// @ts-check
// Tables from elsewhere, pasted and previewed; text copied from cells.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/commands.mjs';
import { eventually, three } from '../sheet.mjs';

/** @typedef {import('./scene.mjs').Scenarios} Scenarios */
/** @typedef {import('../engines/person.mjs').Person} Person */

const three_names = three.map((channel) => channel.name);

/** @param {Person} person */
async function opens_dialog(person) {
  await person.clicks('button', 'Dán từ Excel');
  await person.sees('textbox', 'Dán bảng vào đây');
  await eventually(() => person.focus(), 'Dán bảng vào đây');
}

/** What the lists over the preview's columns say. @param {Person} person @returns {Promise<string[]>} */
function columns(person) {
  return person.engine.evaluate(() =>
    [...document.querySelectorAll('[role=dialog] select')].map((element) => {
      const select = /** @type {HTMLSelectElement} */ (element);
      return select.selectedOptions[0].text;
    }),
  );
}

/** @type {Scenarios} */
export const tables = {
  'a block pasted on a cell is previewed; Escape leaves everything as it was': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(2, 4);
    const block = 'Trang bốn\tHoạt động\nTrang năm\tĐóng\n';
    await person.pastes(block);
    await person.reads(/Sẽ thêm 2 kênh\./);
    const preview = () =>
      engine.evaluate(() => [...document.querySelectorAll('[role=table] [role=cell]')].map((cell) => cell.textContent));
    await eventually(preview, ['Trang bốn', 'Hoạt động', 'Trang năm', 'Đóng']);
    await engine.press('Escape');
    await person.sees_no('dialog');
    await person.is_at('Thời gian tạo lập', 2);
    assert.deepEqual(await person.names(), three_names);

    await person.pastes(block);
    await person.clicks('button', 'Nhập 2 kênh');
    await person.sees_no('dialog');
    await person.is_at('Tên kênh', 4);
    await eventually(() => person.names(), [...three_names, 'Trang bốn', 'Trang năm']);
    await person.cell_is(5, 8, 'Đóng');
    await engine.press('Control+z');
    await eventually(() => person.names(), three_names);
  },

  'columns are given another meaning before anything is imported': async ({ person }) => {
    await person.has_channels(three);
    await opens_dialog(person);
    await person.pastes('A\tB\tC\nLan\tTrang bốn\t2019\nMai\tTrang năm\t2020\n');
    await person.chooses('Cột 1 là', 'Quản trị viên');
    await person.chooses('Cột 2 là', 'Tên kênh');
    await person.chooses('Cột 3 là', 'Thời gian tạo lập');
    await eventually(() => columns(person), ['Quản trị viên', 'Tên kênh', 'Thời gian tạo lập']);
    await person.clicks('button', 'Nhập 3 kênh');
    await person.sees_no('dialog');
    await eventually(() => person.names(), [...three_names, 'B', 'Trang bốn', 'Trang năm']);
    await person.cell_is(5, 6, 'Lan');
    await person.cell_is(6, 4, '2020');

    // A column is taken by one only; «ignore» leaves it out.
    await opens_dialog(person);
    await person.pastes('Lan\tTrang sáu\t2019\n');
    await person.chooses('Cột 1 là', 'Tên kênh');
    await person.chooses('Cột 2 là', 'Tên kênh');
    await person.chooses('Cột 3 là', '(bỏ qua)');
    await eventually(() => columns(person), ['(bỏ qua)', 'Tên kênh', '(bỏ qua)']);
    await person.clicks('button', 'Nhập 1 kênh');
    await person.cell_is(7, 2, 'Trang sáu');
    await person.cell_is(7, 4, '');
    await person.cell_is(7, 6, '');
  },

  'Excel’s own clipboard is understood, in place of what there is, and undone': async ({ person }) => {
    await person.has_channels(three);
    await opens_dialog(person);
    const html = readFileSync(join(root, 'tests/data/exchange/excel-clipboard.html'), 'utf8');
    await person.pastes('the text beside it is not used', html);
    await eventually(
      async () => (await columns(person)).slice(0, 8),
      ['STT', 'Tên kênh', 'ID', 'Thời gian tạo lập', 'Đơn vị quản lý', 'Quản trị viên', 'Thông tin liên hệ', 'Trạng thái'],
    );
    const replace = 'Thay cho 3 kênh đang có (vẫn hoàn tác được)';
    assert.equal((await person.find('checkbox', replace))?.checked, false);
    await person.clicks('checkbox', replace);
    await person.clicks('button', 'Nhập 14 kênh');
    await person.sees_no('dialog');
    await eventually(() => person.row_count(), 14);
    await person.cell_is(2, 6, 'Vũ Thị Mai\nĐỗ Văn Khải');
    await person.cell_is(8, 2, 'Thư điện tử công vụ của Hiệu trưởng');
    await person.clicks('button', 'Hoàn tác');
    await eventually(() => person.names(), three_names);
    await person.clicks('button', 'Làm lại');
    await eventually(() => person.row_count(), 14);
  },

  'what is copied from one cell goes into another, its letters composed': async ({ person, engine }) => {
    await person.has_channels([{ ...three[0], administrators: 'Vũ Thị Mai\nĐỗ Văn Khải' }, ...three.slice(1)]);
    await person.goes_to_cell(2, 5);
    await person.pastes('Đoàn trường'.normalize('NFD'));
    await engine.press('Enter');
    await person.cell_is(2, 5, 'Đoàn trường');
    await person.is_at('Đơn vị quản lý', 3);
    // All of a cell, and what is marked in one.
    await person.goes_to_cell(2, 5);
    await engine.press('Control+c', 'ArrowDown', 'Control+v', 'Enter');
    await person.cell_is(3, 5, 'Đoàn trường');
    await person.goes_to_cell(2, 2);
    await engine.press('F2', 'Home', ...Array(5).fill('Shift+ArrowRight'), 'Control+c', 'Escape');
    await person.cell_is(2, 2, 'Trang hai');
    await engine.press('ArrowDown', 'Control+v', 'Enter');
    await person.cell_is(3, 2, 'Trang');
  },

  'a block of cells is selected by keys or mouse, copied, cut, filled and emptied': async ({ person, engine }) => {
    const people = three.map((channel, i) => ({ ...channel, managing_unit: `Tổ ${i}`, administrators: `Người\n${i}` }));
    await person.has_channels(people);
    const cells = () =>
      engine.evaluate(() =>
        [...document.querySelectorAll('[role=gridcell][aria-colindex="5"], [role=gridcell][aria-colindex="6"]')].map(
          (cell) => cell.querySelector('textarea')?.value ?? cell.textContent,
        ),
      );
    const start = ['Tổ 0', 'Người\n0', 'Tổ 1', 'Người\n1', 'Tổ 2', 'Người\n2'];
    const selected = () =>
      engine.evaluate(() => document.querySelectorAll('[role=gridcell][aria-selected=true]').length);
    await eventually(cells, start);

    // Two by two, written over the two rows below; what is one cell with two lines stays one.
    await person.goes_to_cell(1, 5);
    await engine.press('Shift+ArrowDown', 'Shift+ArrowRight');
    await eventually(selected, 4);
    await engine.press('Control+c');
    await person.goes_to_cell(2, 5);
    await engine.press('Shift+ArrowDown', 'Control+v');
    const written = ['Tổ 0', 'Người\n0', 'Tổ 0', 'Người\n0', 'Tổ 1', 'Người\n1'];
    await eventually(cells, written);
    await engine.press('Control+z');
    await eventually(cells, start);

    // One cell fills all; Delete empties all; each is one step back.
    await person.goes_to_cell(3, 5);
    await engine.press('Control+c');
    const from = await person.middle_of(1, 5);
    const to = await person.middle_of(3, 6);
    await engine.drag(from, to);
    await eventually(selected, 6);
    await engine.press('Control+v');
    await eventually(cells, Array(6).fill('Tổ 2'));
    await engine.press('Control+z');
    await eventually(cells, start);
    await engine.drag(from, to);
    await eventually(selected, 6);
    await engine.press('Delete');
    await eventually(cells, Array(6).fill(''));
    await engine.press('Control+z', 'Escape');
    await eventually(cells, start);

    // Cut takes away; Escape leaves the block, not the grid.
    await person.goes_to_cell(1, 5);
    await engine.press('Shift+ArrowDown', 'Control+x');
    await eventually(cells, ['', 'Người\n0', '', 'Người\n1', 'Tổ 2', 'Người\n2']);
    await engine.press('Escape');
    await eventually(selected, 1);
    await person.is_at('Đơn vị quản lý', 2);
    await engine.press('Control+a');
    await eventually(selected, 3 * 7);

    // A block whose end is deleted is none.
    await person.goes_to_cell(2, 5);
    await engine.press('Shift+ArrowDown', 'Shift+F10');
    await person.enters('button', 'Xóa kênh');
    await eventually(() => person.row_count(), 2);
    await eventually(selected, 1);
    await person.goes_to_cell(1, 5);
    await engine.press('Shift+ArrowDown');
    await eventually(selected, 2);
  },
};
