// @ts-check
// Vietnamese words arrive in the document exactly, composed (NFC), in every engine, whichever way they are typed: in a
// field of the unit and in cells of the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine_names, launch } from './engines/engine.mjs';
import { Person } from './engines/person.mjs';
import { hook_keys, telex_steps } from './engines/telex.mjs';
import { eventually } from './sheet.mjs';
import { stored } from './stores.mjs';

const words = [
  ...['đường', 'Nguyễn', 'huyện', 'khuỷu', 'quyết', 'ngoằn', 'ngoèo', 'Đại', 'Lộc', 'TRƯỜNG', 'ĐẶNG', 'ỦY', 'Ỷ'],
  ...['Hoà', 'hóa', 'thuở', 'nghiêng', 'giặt', 'giũ', 'xoong', 'loạch', 'quẫy', 'tỉnh', 'Vĩnh'],
];
const vowels = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const letters = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('');

/**
 * How one word gets into what has the focus.
 * @typedef {(person: Person, word: string) => Promise<unknown>} Way
 */

/**
 * A phone's keyboard: every key is 229, «Unidentified», and there is no composition; the text changes all the same.
 * @param {string[]} keys
 */
function type_as_a_phone(keys) {
  const field = document.activeElement;
  for (const key of keys) {
    const options = { key: 'Unidentified', keyCode: 229, bubbles: true, cancelable: true };
    if (!field?.dispatchEvent(new KeyboardEvent('keydown', options))) throw new Error(`${key} taken away`);
    if (key === 'Backspace') document.execCommand('delete');
    else document.execCommand('insertText', false, key);
    field.dispatchEvent(new KeyboardEvent('keyup', options));
  }
}

/** @type {Record<string, {type: Way, column: number, cell: string, field: string, unit: string}>} */
const ways = {
  composition: {
    type: ({ engine }, word) => engine.compose(telex_steps(word)),
    ...{ column: 2, cell: 'name', field: 'Tên đơn vị', unit: 'name' },
  },
  'a hook-type tool': {
    type: ({ engine }, word) => engine.press(...hook_keys(telex_steps(word))),
    ...{ column: 3, cell: 'identifier', field: 'Cơ quan chủ quản', unit: 'parent' },
  },
  'a phone’s keyboard': {
    type: ({ engine }, word) => engine.evaluate(type_as_a_phone, hook_keys(telex_steps(word))),
    ...{ column: 4, cell: 'created', field: 'Cán bộ thống kê', unit: 'preparer_name' },
  },
  insertText: {
    type: ({ engine }, word) =>
      engine.evaluate((typed) => document.execCommand('insertText', false, typed), word),
    ...{ column: 5, cell: 'managing_unit', field: 'Lãnh đạo đơn vị', unit: 'head_name' },
  },
  'pasting composed letters': {
    type: (person, word) => person.pastes(word),
    ...{ column: 6, cell: 'administrators', field: 'Chức vụ cán bộ thống kê', unit: 'preparer_title' },
  },
  'pasting decomposed letters': {
    type: (person, word) => person.pastes(word.normalize('NFD')),
    ...{ column: 7, cell: 'contact', field: 'Chức vụ lãnh đạo', unit: 'head_title' },
  },
};

for (const name of engine_names) {
  test(`words arrive exactly in ${name}`, async (t) => {
    const { engine, url, end } = await launch(name);
    t.after(end);
    const person = new Person(engine);
    await engine.go_to(`${url}?renderer=cpu`);
    /** The document as it is kept. @returns {Promise<any>} */
    const document_of_store = async () => {
      const { workspaces } = await stored(/** @type {any} */ (engine));
      return workspaces.length > 0 ? JSON.parse(workspaces[0].text).declaration : null;
    };

    await t.test('in fields', async () => {
      await person.goes_to('Đơn vị');
      for (const { type, field } of Object.values(ways)) {
        await person.clicks('textbox', field);
        for (const [i, word] of words.entries()) {
          if (i > 0) await engine.press('Space');
          await type(person, word);
        }
        assert.equal((await person.find('textbox', field))?.value, words.join(' '));
        await engine.press('Enter');
      }
      await person.clicks('textbox', 'Địa chỉ');
      await person.pastes(letters.normalize('NFD'));
      await engine.press('Enter');
      /** @type {Record<string, string>} */
      const expected = { address: letters };
      for (const { unit } of Object.values(ways)) expected[unit] = words.join(' ');
      await eventually(async () => {
        const unit = (await document_of_store())?.unit ?? {};
        return Object.fromEntries(Object.keys(expected).map((key) => [key, unit[key]]));
      }, expected);
    });

    await t.test('in cells', async () => {
      await person.goes_to('Kênh thông tin');
      await person.clicks('button', 'Dán từ Excel');
      await person.sees('textbox', 'Dán bảng vào đây');
      const rows = words.map((_, i) => `${i + 1}\tKênh ${i + 1}`);
      await person.pastes(['STT\tTên kênh', ...rows].join('\n'));
      await person.clicks('button', `Nhập ${words.length} kênh`);
      await person.sees_no('dialog');
      for (const { type, column } of Object.values(ways)) {
        await person.goes_to_cell(1, column);
        for (const word of words) {
          await type(person, word);
          await engine.press('Enter');
        }
      }
      const expected = words.map((word) => Object.values(ways).map(() => word));
      await eventually(async () => {
        const { channels } = await document_of_store();
        return channels.map((/** @type {any} */ channel) => Object.values(ways).map(({ cell }) => channel[cell]));
      }, expected);
    });

    await t.test('a key that the input method used does nothing else', async () => {
      await person.goes_to_cell(1, 2);
      await person.types('x');
      // Safari sends the Enter that ends a composition after its end, told apart by its code alone.
      await engine.evaluate(() => {
        const options = { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
      });
      await person.types('y');
      await engine.press('Enter');
      await eventually(() => person.cell(1, 2), 'xy');
    });

    assert.deepEqual(engine.problems, []);
  });
}
