// @ts-check
// Language, colours and the size of text are changed at run time, and stay.
import assert from 'node:assert/strict';
import { brightness } from '../engines/picture.mjs';
import { eventually } from '../sheet.mjs';

/** @type {import('./scene.mjs').Scenarios} */
export const looks = {
  'language and colours are changed while something is written, and stay': async ({ person, engine }) => {
    const root = () =>
      engine.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme, document.title]);
    await person.goes_to('Đơn vị');
    await person.clicks('textbox', 'Tên đơn vị');
    await person.types('Đại Lộc');
    await person.clicks('button', 'Nền tối');
    await eventually(root, ['vi', 'dark', 'Đơn vị – Sổ Kênh']);
    await eventually(async () => (await brightness(engine)) < 64, true);
    await person.clicks('button', 'English');
    await person.sees('heading', 'Unit');
    await eventually(root, ['en', 'dark', 'Unit – Sổ Kênh']);
    await eventually(async () => (await person.find('textbox', 'Name of the unit'))?.value, 'Đại Lộc');
    await person.clicks('button', 'Light theme');
    await eventually(async () => (await brightness(engine)) > 192, true);
    await person.clicks('button', 'Dark theme');
    await engine.reload();
    await person.sees('heading', 'Unit');
    await eventually(root, ['en', 'dark', 'Unit – Sổ Kênh']);
    await person.clicks('button', 'Tiếng Việt');
    await person.sees('heading', 'Đơn vị');
    await eventually(root, ['vi', 'dark', 'Đơn vị – Sổ Kênh']);
  },

  'the size of text is chosen, also of fields, and stays': async ({ person, engine }) => {
    const size = () =>
      engine.evaluate(() => {
        const field = document.querySelector('input[aria-label="Tên đơn vị"]');
        return field && [getComputedStyle(field).fontSize, field.getBoundingClientRect().height];
      });
    await person.goes_to('Đơn vị');
    const [before, height] = (await size()) ?? ['', 0];
    assert.equal(before, '14px');
    await person.clicks('button', 'Cỡ chữ');
    await person.sees('dialog', 'Cỡ chữ');
    // The size that holds has the focus; each is tried in place.
    await eventually(() => person.focus(), '100 %');
    for (const percent of [115, 130, 150]) {
      await person.clicks('button', `${percent} %`);
      await eventually(() => person.focus(), `${percent} %`);
    }
    await engine.press('Escape');
    await person.sees_no('dialog');
    await eventually(size, ['21px', height * 1.5]);
    await engine.reload();
    await person.sees('textbox', 'Tên đơn vị');
    await eventually(size, ['21px', height * 1.5]);
    // The navigation has no room for the tools any more.
    await person.clicks('button', 'Thêm');
    await person.clicks('button', 'Cỡ chữ');
    await person.clicks('button', '100 %');
    await person.clicks('button', 'Đóng');
    await person.sees_no('dialog');
    await eventually(size, [before, height]);
  },

  'a form nobody has begun is not wrong; what was left empty says so': async ({ person, engine }) => {
    const complaints = () =>
      engine.evaluate(() => [...document.querySelectorAll('[aria-invalid]')].map((field) => field.getAttribute('aria-label')));
    await person.goes_to('Đơn vị');
    assert.deepEqual(await complaints(), []);
    await person.clicks('textbox', 'Tên đơn vị');
    await eventually(() => person.focus(), 'Tên đơn vị');
    assert.deepEqual(await complaints(), []);
    await engine.press('Tab');
    await eventually(complaints, ['Tên đơn vị']);
    // Of these two one is enough.
    await person.clicks('textbox', 'Điện thoại');
    await person.clicks('textbox', 'Thư điện tử');
    await eventually(complaints, ['Tên đơn vị', 'Cơ quan chủ quản']);
    await engine.press('Tab');
    await eventually(complaints, ['Tên đơn vị', 'Cơ quan chủ quản', 'Điện thoại']);
    await person.fills('Thư điện tử', 'thdailoc@example.edu.vn');
    await person.fills('Tên đơn vị', 'Đại Lộc');
    await eventually(complaints, ['Cơ quan chủ quản']);
  },
};
