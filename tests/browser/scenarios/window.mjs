// @ts-check
// The window's size, the screen's pixels and the graphics driver change while somebody writes: nothing is lost.
import assert from 'node:assert/strict';
import { colours, difference } from '../engines/picture.mjs';
import { eventually, three } from '../sheet.mjs';

/** @typedef {import('./scene.mjs').Scenarios} Scenarios */
/** @typedef {import('../engines/engine.mjs').Engine} Engine */

/** The canvas has the pixels that the window has. @param {Engine} engine @param {number} ratio */
async function is_sharp(engine, ratio) {
  const pixels = () =>
    engine.evaluate(() => {
      const { width, height } = document.querySelector('canvas') ?? new HTMLCanvasElement();
      return { ratio: devicePixelRatio, width: width / innerWidth, height: height / innerHeight };
    });
  await eventually(pixels, { ratio, width: ratio, height: ratio });
  await eventually(async () => (await colours(engine)) > 64, true);
}

/** @type {Scenarios} */
export const windows = {
  'from desk to phone and back, what is being written goes on': async ({ person, engine }) => {
    const phone = () => engine.resize(Math.max(360, engine.abilities.narrowest), 640);
    const desk = () => engine.resize(1440, 900);
    /** @param {string} name @param {string} text */
    const writes_in = async (name, text) => {
      const field = async () => {
        const { value = '', focused = false } = (await person.find('textbox', name)) ?? {};
        return { value, focused };
      };
      await eventually(field, { value: text, focused: true });
    };
    await person.has_channels(three);
    await person.goes_to_cell(2, 7);
    await engine.press('F2', ...' hoặc 0');
    await phone();
    await writes_in('Thông tin liên hệ', '0236 3865 123 hoặc 0');
    await engine.press(...'91');
    await is_sharp(engine, 1);
    await desk();
    await person.is_at('Thông tin liên hệ', 2);
    await person.cell_is(2, 7, '0236 3865 123 hoặc 091');
    await engine.press('2', 'Enter');
    await person.cell_is(2, 7, '0236 3865 123 hoặc 0912');
    // A security attribute is written in the same field in both.
    await person.goes_to_cell(2, 7);
    await phone();
    await person.sees('textbox', 'Quyết định phân công quản trị');
    await person.find('textbox', 'Quyết định phân công quản trị', true);
    await engine.press(...'Số');
    await desk();
    await writes_in('Quyết định phân công quản trị', 'Số');
    await engine.press('1', 'Enter');
    await writes_in('Quyết định phân công quản trị', 'Số1');
    await is_sharp(engine, 1);
  },

  'another zoom and another screen': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(1, 2);
    await person.types('Đ');
    // Where no driver can zoom, the other sizes at least.
    const ratios = engine.abilities.other_pixel_ratios ? [2, 0.5, 1] : [1];
    for (const [i, ratio] of ratios.entries()) {
      await engine.resize(1000 + 100 * i, 700, ratio);
      await is_sharp(engine, ratio);
    }
    await engine.press('à', 'Enter');
    await person.cell_is(1, 2, 'Đà');
  },

  'a lost WebGL context comes back with the picture of now, and no key is lost': async ({ person, engine, renderer }) => {
    await person.has_channels(three);
    await eventually(() => engine.evaluate(() => document.querySelector('canvas')?.dataset.renderer), renderer);
    await person.goes_to('Đơn vị');
    await person.clicks('textbox', 'Mã đơn vị');
    await person.types('abc');
    await eventually(async () => (await colours(engine)) > 64, true);
    const expected = await engine.screenshot();
    await engine.press('Backspace', 'Backspace');
    const lost = await engine.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!extension) return false;
      const event = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve));
      extension.loseContext();
      await event;
      Object.assign(window, { extension });
      return true;
    });
    // The processor's picture has no such context to lose.
    assert.equal(lost, renderer === 'gl');
    // The page goes on meanwhile.
    await engine.press('b', 'c');
    if (lost) await engine.evaluate(() => /** @type {any} */ (window).extension.restoreContext());
    await eventually(async () => (await difference(engine, expected)) < 0.001, true);
    assert.equal((await person.find('textbox', 'Mã đơn vị'))?.value, 'abc');
    await person.goes_to('Kênh thông tin');
    await eventually(async () => (await difference(engine, expected)) > 0.01, true);
  },
};
