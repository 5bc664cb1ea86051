// @ts-check
// What would be printed. (No driver reads what a printer gets in all engines: print_test.mjs does in Chromium.)
import assert from 'node:assert/strict';
import { eventually, sound } from '../sheet.mjs';

/** @typedef {import('../engines/person.mjs').Person} Person */

/** The page's document for the printer, from the browser's word before printing until its word after. @param {Person} person */
function paper(person) {
  return person.engine.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const sheet = document.getElementById('paper');
    const said = {
      text: sheet?.textContent ?? '',
      rows: sheet?.querySelectorAll('tbody tr').length,
      headings: [...(sheet?.querySelectorAll('thead th') ?? [])].map((one) => one.textContent),
      buttons: sheet?.querySelectorAll('button').length,
    };
    window.dispatchEvent(new Event('afterprint'));
    return { ...said, left: document.getElementById('paper') !== null };
  });
}

/** @type {import('./scene.mjs').Scenarios} */
export const papers = {
  'every row is printed, and what is being written; the screen is as it was': async ({ person }) => {
    const channels = Array.from({ length: 60 }, (_, i) => sound(`Kênh số ${i + 1}.`));
    channels[1].created = '30/02/2023';
    await person.has_channels(channels);
    await person.goes_to_cell(2, 2);
    const before = await person.names();
    const list = await paper(person);
    assert.equal(list.rows, 60);
    assert.deepEqual(list.headings.slice(1, 3), ['Tên kênh', 'ID']);
    assert.equal(list.buttons, 0);
    for (const { name = '' } of channels) assert.ok(list.text.includes(name), name);
    assert.match(list.text, /HP23-1\.1/);
    assert.equal(list.left, false);
    await eventually(() => person.names(), before);

    await person.goes_to('Đơn vị');
    await person.clicks('textbox', 'Địa chỉ');
    await person.types('Số 1');
    const unit = await paper(person);
    assert.match(unit.text, /Tên đơn vịTrường Tiểu học Đại Lộc/);
    assert.match(unit.text, /Địa chỉSố 1/);
    assert.doesNotMatch(unit.text, /Mở tệp…|Nền tối/);
    assert.equal((await person.find('textbox', 'Địa chỉ'))?.value, 'Số 1');
  },
};
