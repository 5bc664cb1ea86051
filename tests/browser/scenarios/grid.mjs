// @ts-check
// The grid of channels by keyboard and mouse, as in a spreadsheet.
import assert from 'node:assert/strict';
import { eventually, sound, three } from '../sheet.mjs';

/** @typedef {import('./scene.mjs').Scenarios} Scenarios */
/** @typedef {import('../engines/person.mjs').Person} Person */

/** To something that is no cell. @param {Person} person */
async function focus_leaves(person) {
  const tag = () => person.engine.evaluate(() => document.activeElement?.tagName);
  await eventually(async () => ['TEXTAREA', 'BODY'].includes(await tag()), false);
}

/** @type {Scenarios} */
export const grid = {
  'what is typed over a cell replaces it; F2, Enter and a double click edit it; Escape discards': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(1, 2);
    await person.types('Cổng mới');
    await person.cell_is(1, 2, 'Cổng mới');
    await engine.press('Enter');
    await person.is_at('Tên kênh', 2);
    await person.cell_is(1, 2, 'Cổng mới');
    await engine.press('x', 'Tab');
    await person.is_at('ID', 2);
    await person.cell_is(2, 2, 'x');

    await person.goes_to_cell(1, 2);
    await engine.press('F2', ...' và nữa', 'Enter');
    await person.cell_is(1, 2, 'Cổng mới và nữa');
    await engine.press('Enter', 'Home', ...'Mới: ', 'Tab');
    await person.cell_is(2, 2, 'Mới: x');

    await engine.click(...(await person.middle_of(3, 6)), 2);
    await person.is_at('Quản trị viên', 3);
    await engine.press('End', ...' (Tin học)', 'Enter');
    await person.cell_is(3, 6, 'Phạm Thị Lan (Tin học)');

    for (const start of [[], ['F2'], ['Enter']]) {
      await person.goes_to_cell(3, 2);
      await engine.press(...start, ...'bỏ đi', 'Escape');
      await person.is_at('Tên kênh', 3);
      await person.cell_is(3, 2, 'Zalo ba');
      // What was discarded is not what the next key is added to.
      await engine.press('Y');
      await person.cell_is(3, 2, 'Y');
      await engine.press('Escape');
      await person.cell_is(3, 2, 'Zalo ba');
    }
  },

  'keys go from cell to cell, and out of the grid': async ({ person, engine }) => {
    await person.has_channels(Array.from({ length: 25 }, (_, i) => sound(`Kênh ${i + 1}`)));
    await person.goes_to_cell(1, 2);
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
      await engine.press(key);
      await person.is_at(column, row);
    }
    // Arrows commit what is being typed and go on.
    await engine.press(...'Sửa', 'ArrowDown');
    await person.is_at('Tên kênh', 2);
    await person.cell_is(1, 2, 'Sửa');

    // Tab leaves the grid at its corners, Escape from anywhere.
    await engine.press('Control+End', 'Tab');
    await focus_leaves(person);
    await person.goes_to_cell(1, 2);
    await engine.press('Shift+Tab');
    await focus_leaves(person);
    await person.goes_to_cell(2, 4);
    await engine.press('Escape');
    await focus_leaves(person);
    await engine.press('Enter'); // on «Thêm dòng mới»
    await person.is_at('Tên kênh', 26);
  },

  'a cell takes several lines, and refuses a text that is too long without losing it': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(1, 6);
    await engine.press(...'Vũ Thị Mai', 'Alt+Enter', ...'Đỗ Văn Khải');
    // In a text of several lines the arrows belong to the text.
    await engine.press('ArrowUp', 'Home', ...'1. ', 'Enter');
    await person.cell_is(1, 6, '1. Vũ Thị Mai\nĐỗ Văn Khải');

    await person.goes_to_cell(2, 6);
    await engine.press('F2');
    const long = 'ê'.repeat(2100); // 4200 bytes
    await person.pastes(long);
    await engine.press('Enter');
    await person.reads(/Nội dung quá dài .*4000 byte/);
    for (const key of ['Enter', 'Tab', 'ArrowDown']) {
      await engine.press(key);
      await person.is_at('Quản trị viên', 2);
      await person.cell_is(2, 6, `Phạm Thị Lan${long}`);
    }
    await engine.press('Control+a', ...'ngắn', 'Enter');
    await person.cell_is(2, 6, 'ngắn');
    await engine.press('Control+z');
    await person.cell_is(2, 6, 'Phạm Thị Lan');
  },

  'rows and cells come, go, and come back': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(2, 5);
    await engine.press('Delete');
    await person.cell_is(2, 5, '');
    await person.is_at('Đơn vị quản lý', 2);

    await engine.press('Control+d');
    await eventually(() => person.names(), ['Cổng một', 'Trang hai', 'Trang hai', 'Zalo ba']);
    await person.is_at('Đơn vị quản lý', 3);

    await person.clicks('button', 'Thêm kênh');
    await person.is_at('Tên kênh', 5);
    await engine.press(...'Trang năm', 'Enter');
    await person.cell_is(5, 2, 'Trang năm');
    await person.clicks('button', 'Thêm dòng mới');
    await person.is_at('Tên kênh', 6);
    await eventually(() => person.row_count(), 6);

    await person.goes_to_cell(1, 2);
    await person.clicks('button', 'Xóa dòng đang chọn');
    await eventually(() => person.names(), ['Trang hai', 'Trang hai', 'Zalo ba', 'Trang năm', '']);
    await person.clicks('button', 'Nhân đôi dòng đang chọn');
    await eventually(() => person.row_count(), 6);

    // The copy, the deletion, the sixth row, its name, the fifth row, Ctrl+D, Delete.
    const after_each = [5, 6, 5, 5, 4, 3, 3];
    for (const rows of after_each) {
      await person.clicks('button', 'Hoàn tác');
      await eventually(() => person.row_count(), rows);
    }
    await eventually(() => person.names(), ['Cổng một', 'Trang hai', 'Zalo ba']);
    await person.cell_is(2, 5, 'Trường Tiểu học Đại Lộc');
    for (let i = 0; i < after_each.length; i += 1) await person.clicks('button', 'Làm lại');
    await eventually(async () => (await person.find('button', 'Làm lại'))?.disabled, true);
    await eventually(() => person.names(), ['Trang hai', 'Trang hai', 'Trang hai', 'Zalo ba', 'Trang năm', '']);
    await person.cell_is(1, 5, '');
  },

  'ten edits are undone and done again by keys': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(1, 3);
    const edits = Array.from({ length: 10 }, (_, i) => [...`ID${i}`, i % 2 ? 'Shift+Enter' : 'Enter']);
    await engine.press(...edits.flat());
    await person.cell_is(1, 3, 'ID8');
    await person.cell_is(2, 3, 'ID9');
    await engine.press(...Array(10).fill('Control+z'));
    await person.cell_is(1, 3, '');
    await person.cell_is(2, 3, '');
    await engine.press(...Array(5).fill('Control+y'), ...Array(4).fill('Control+Shift+z'));
    await person.cell_is(1, 3, 'ID8');
    await person.cell_is(2, 3, 'ID7');
  },

  'a header sorts in Vietnamese order, and says so': async ({ person, engine }) => {
    const mixed = ['zalo', 'Đà Nẵng', 'Dân vận', 'ân cần', 'Ân cần', 'anh', 'ăn', 'eo', 'Êđê', 'da', ''];
    const sorted = ['anh', 'ăn', 'ân cần', 'Ân cần', 'da', 'Dân vận', 'Đà Nẵng', 'eo', 'Êđê', 'zalo', ''];
    await person.has_channels(mixed.map((name) => ({ name })));
    const order = () =>
      engine.evaluate(() => document.querySelectorAll('[role=columnheader]')[1].getAttribute('aria-sort'));
    assert.equal(await order(), null);
    await person.clicks('button', 'Sắp xếp theo Tên kênh');
    await eventually(() => person.names(), sorted);
    await eventually(order, 'ascending');
    await person.clicks('button', 'Sắp xếp theo Tên kênh');
    await eventually(order, 'descending');
    await eventually(async () => (await person.names())[0], 'zalo');
    assert.equal((await person.names()).at(-1), '', 'blank names stay last');
    await engine.press('Control+z', 'Control+z');
    await eventually(() => person.names(), mixed);
  },

  'the search needs no diacritics; ticking leaves only the rows to correct': async ({ person, engine }) => {
    await person.has_channels([
      sound('Trang chủ'),
      { ...sound('Zalo Điện Bàn'), administrators: 'Trần Văn Đức' },
      { ...sound('Hộp thư'), created: '30/02/2023' },
      sound('Kênh YouTube'),
    ]);
    await person.goes_to_cell(1, 2);
    await person.clicks('searchbox', 'Tìm tên, ID, người quản trị');
    await person.types('dien ban');
    // The selected row stays wherever the search goes.
    await eventually(() => person.names(), ['Trang chủ', 'Zalo Điện Bàn']);
    assert.equal(await person.row_count(), 4);
    await engine.press('Control+a', ...'DUC');
    await eventually(() => person.names(), ['Trang chủ', 'Zalo Điện Bàn']);
    await engine.press('Control+a', 'Delete');
    await eventually(() => person.names(), ['Trang chủ', 'Zalo Điện Bàn', 'Hộp thư', 'Kênh YouTube']);
    await person.clicks('checkbox', 'Chỉ dòng cần sửa');
    await eventually(() => person.names(), ['Trang chủ', 'Hộp thư']);
    await person.clicks('checkbox', 'Chỉ dòng cần sửa');
    await eventually(async () => (await person.names()).length, 4);
  },

  'of three hundred rows only those in view are elements; wheel, scroll bar and keys bring the others': async ({ person, engine }) => {
    await person.has_channels(Array.from({ length: 300 }, (_, i) => sound(`Kênh số ${i + 1}`)));
    await person.goes_to_cell(1, 2);
    assert.ok((await person.names()).length < 40);
    /** @returns {Promise<number[]>} */
    const rows = () =>
      engine.evaluate(() =>
        [...document.querySelectorAll('[role=row][aria-rowindex]')].map((row) => Number(row.getAttribute('aria-rowindex')) - 1),
      );
    const shows = async (/** @type {number} */ from, /** @type {number} */ to) => {
      // The header is row 0; the selected row, first or last, is there wherever the list is.
      await eventually(async () => {
        const seen = (await rows()).filter((row) => row > 1 && row < 300);
        return seen.length > 0 && seen.every((row) => row >= from && row <= to) ? 'there' : seen;
      }, 'there');
    };
    await engine.wheel(...(await person.middle_of(2, 4)), 4000); // rows are 54 pixels high
    await shows(60, 100);
    // The selected cell keeps the focus.
    await person.is_at('Tên kênh', 1);
    const bar = await engine.evaluate(() => {
      const { right, top } = [...document.querySelectorAll('[role=columnheader]')].at(-1)?.getBoundingClientRect() ?? new DOMRect();
      return { x: right + 6, top, bottom: window.innerHeight - 40 };
    });
    // Its grip is a twentieth of it, now at about a quarter.
    await engine.drag([bar.x, bar.top + (bar.bottom - bar.top) * 0.27], [bar.x, bar.bottom]);
    await shows(270, 300);
    await person.is_at('Tên kênh', 1);
    await engine.drag([bar.x, bar.bottom - 20], [bar.x, bar.top]);
    await shows(1, 40);
    await engine.press('Control+ArrowDown');
    await person.is_at('Tên kênh', 300);
    await person.cell_is(300, 2, 'Kênh số 300');
    // Typing brings the cell back into view.
    await engine.wheel(...(await person.middle_of(299, 4)), -20_000);
    await shows(1, 40);
    await engine.press('x');
    await person.cell_is(300, 2, 'x');
    await eventually(async () => (await rows()).includes(299), true);
  },

  'a click selects a cell, and keeps what was typed in the one left': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(1, 2);
    await person.types('Đang gõ dở');
    await engine.click(...(await person.middle_of(3, 5)));
    await person.is_at('Đơn vị quản lý', 3);
    await person.cell_is(1, 2, 'Đang gõ dở');
    const selected = () =>
      engine.evaluate(() => {
        const cells = document.querySelectorAll('[role=gridcell][aria-selected=true]');
        return [...cells].map((cell) => cell.getAttribute('aria-colindex'));
      });
    await eventually(selected, ['5']);
    await engine.press(...'Đoàn trường', 'Enter');
    await person.cell_is(3, 5, 'Đoàn trường');
    await engine.click(...(await person.middle_of(2, 1)));
    await person.is_at('Tên kênh', 2);
  },
};
