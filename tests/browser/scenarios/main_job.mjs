// @ts-check
// The main job in short: pasted, corrected, signed by two, saved, verified by the command line, still there after a
// reload and after the browser was closed.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sokenh_json } from '../../interop/sokenh.mjs';
import { passphrase, sample } from '../chromium.mjs';
import { colours } from '../engines/picture.mjs';
import { eventually } from '../sheet.mjs';

/** @typedef {import('./scene.mjs').Scenarios} Scenarios */
/** @typedef {import('../engines/person.mjs').Person} Person */

/** @param {Person} person @param {string} button @param {(text: string) => Promise<void>} enter */
async function signs(person, button, enter) {
  await person.clicks('button', button);
  for (const field of ['Cụm mật khẩu của khóa', 'Nhập lại cụm mật khẩu']) {
    await person.clicks('textbox', field);
    await enter(passphrase);
    const shown = await person.engine.evaluate(() => {
      const element = /** @type {HTMLInputElement} */ (document.activeElement);
      return [element.type, getComputedStyle(element).getPropertyValue('-webkit-text-security')];
    });
    assert.deepEqual(shown, ['text', 'disc']);
  }
  await person.clicks('button', 'Tạo khóa và ký');
  await person.sees_no('dialog');
}

/** @param {Person} person */
async function still_has_everything(person) {
  await person.goes_to('Ký & xuất');
  await person.reads(/2\/2 hợp lệ/);
  await person.goes_to('Kênh thông tin');
  await eventually(() => person.cell(1, 3), 'kenh-so-1');
}

/** @type {Scenarios} */
export const main_job = {
  'the main job': async ({ person, engine, renderer, url }) => {
    const used = () => engine.evaluate(() => document.querySelector('canvas')?.dataset.renderer);
    await eventually(used, renderer);
    await eventually(async () => (await colours(engine)) > 64, true);

    // The sample is pasted and corrected.
    await person.goes_to('Kênh thông tin');
    await person.clicks('button', 'Dán từ Excel');
    await person.sees('textbox', 'Dán bảng vào đây');
    await person.pastes(sample);
    await person.clicks('button', 'Nhập 14 kênh');
    await person.sees_no('dialog');
    await person.goes_to_cell(1, 3);
    await person.types('kenh-so-1');
    await engine.press('Enter');
    await person.cell_is(1, 3, 'kenh-so-1');
    await person.cell_is(2, 6, 'Vũ Thị Mai\nĐỗ Văn Khải');

    // The unit is filled in.
    await person.goes_to('Đơn vị');
    await person.fills('Tên đơn vị', 'Trường Tiểu học Đại Lộc');
    await person.fills('Cơ quan chủ quản', 'UBND xã Đại Lộc');
    await person.chooses('Loại đơn vị', 'Trường học');
    await person.fills('Điện thoại', '0236 3865 123');
    await person.fills('Cán bộ thống kê', 'Phạm Thị Lan');
    await person.fills('Lãnh đạo đơn vị', 'Nguyễn Văn Thành');

    // Two roles sign; the saved file is verified by the command line.
    await person.goes_to('Ký & xuất');
    await signs(person, 'Cán bộ thống kê ký', (text) => person.types(text));
    await signs(person, 'Lãnh đạo ký xác nhận', (text) => person.pastes(text));
    await person.reads(/2\/2 hợp lệ/);
    await person.has_file('Khóa ký - Nguyễn Văn Thành.json');
    await person.clicks('button', 'Tải tệp đã ký');
    const file = 'Thống kê kênh - Trường Tiểu học Đại Lộc.json';
    await person.has_file(file);
    const { status, results } = sokenh_json(['verify', join(engine.downloads, file)]);
    assert.equal(status, 0, JSON.stringify(results));

    // A reload loses nothing, nor does closing the browser.
    await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
    await person.reloads();
    await still_has_everything(person);
    if (engine.keeps_profile && renderer === 'cpu') {
      await engine.stop();
      await engine.start();
      await person.opens(url);
      await still_has_everything(person);
    }
  },
};
