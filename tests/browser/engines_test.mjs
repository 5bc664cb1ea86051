// @ts-check
// The main job in short, in every engine and with both renderers: pasted, corrected, signed by two, saved, verified by
// the command line, still there after a reload and after the browser was closed.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sokenh_json } from '../interop/sokenh.mjs';
import { passphrase, sample } from './chromium.mjs';
import { engine_names, launch } from './engines/engine.mjs';
import { Person } from './engines/person.mjs';
import { eventually } from './sheet.mjs';

/** @param {Person} person @param {string} url */
async function opens(person, url) {
  await person.engine.go_to(url);
  await person.sees('button', 'Kênh thông tin');
}

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
  await person.sees('button', 'Kênh thông tin');
  await person.goes_to('Ký & xuất');
  await person.reads(/2\/2 hợp lệ/);
  await person.goes_to('Kênh thông tin');
  await eventually(() => person.cell(1, 3), 'kenh-so-1');
}

/**
 * The number of colours that the canvas shows: one if nothing is drawn.
 * @param {Person} person
 */
async function colours(person) {
  const picture = (await person.engine.screenshot()).toString('base64');
  return person.engine.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, picture);
}

for (const name of engine_names) {
  for (const renderer of ['cpu', 'gl']) {
    test(`the main job in ${name}, drawn by ${renderer}`, async (t) => {
      const { engine, url, end } = await launch(name);
      t.after(end);
      const person = new Person(engine);
      await opens(person, `${url}?renderer=${renderer}`);

      await t.test('the page is drawn', async () => {
        const used = await engine.evaluate(() => document.querySelector('canvas')?.dataset.renderer);
        assert.equal(used, renderer);
        await eventually(async () => (await colours(person)) > 64, true);
      });

      await t.test('the sample is pasted and corrected', async () => {
        await person.goes_to('Kênh thông tin');
        await person.clicks('button', 'Dán từ Excel');
        await person.sees('textbox', 'Dán bảng vào đây');
        await person.pastes(sample);
        await person.clicks('button', 'Nhập 14 kênh');
        await person.sees_no('dialog');
        await person.goes_to_cell(1, 3);
        await person.types('kenh-so-1');
        await engine.press('Enter');
        await eventually(() => person.cell(1, 3), 'kenh-so-1');
        assert.equal(await person.cell(2, 6), 'Vũ Thị Mai\nĐỗ Văn Khải');
      });

      await t.test('the unit is filled in', async () => {
        await person.goes_to('Đơn vị');
        await person.fills('Tên đơn vị', 'Trường Tiểu học Đại Lộc');
        await person.fills('Cơ quan chủ quản', 'UBND xã Đại Lộc');
        await person.chooses('Loại đơn vị', 'Trường học');
        await person.fills('Điện thoại', '0236 3865 123');
        await person.fills('Cán bộ thống kê', 'Phạm Thị Lan');
        await person.fills('Lãnh đạo đơn vị', 'Nguyễn Văn Thành');
      });

      await t.test('two roles sign; the saved file is verified by the command line', async () => {
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
      });

      await t.test('a reload loses nothing', async () => {
        await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
        await engine.reload();
        await still_has_everything(person);
      });

      if (engine.keeps_profile && renderer === 'cpu') {
        await t.test('closing the browser loses nothing', async () => {
          await engine.stop();
          await engine.start();
          await opens(person, `${url}?renderer=${renderer}`);
          await still_has_everything(person);
        });
      }

      assert.deepEqual(engine.problems, []);
    });
  }
}
