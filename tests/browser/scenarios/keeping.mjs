// @ts-check
// What was entered is there again after a reload, whether it was finished or not.
import assert from 'node:assert/strict';
import { three } from '../sheet.mjs';

/** @type {import('./scene.mjs').Scenarios} */
export const keeping = {
  'a reload loses nothing, not even what is being typed': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to_cell(1, 2);
    await engine.press(...'Một', 'Enter');
    await person.cell_is(1, 2, 'Một');
    await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
    await engine.press(...'dở');
    await person.cell_is(2, 2, 'dở');
    await person.reloads();
    await person.goes_to('Kênh thông tin');
    await person.cell_is(1, 2, 'Một');
    await person.cell_is(2, 2, 'dở');

    await person.goes_to('Đơn vị');
    await person.clicks('textbox', 'Mã đơn vị');
    await person.types('ĐL1');
    await person.reloads();
    await person.sees('textbox', 'Mã đơn vị');
    assert.equal((await person.find('textbox', 'Mã đơn vị'))?.value, 'ĐL1');
  },
};
