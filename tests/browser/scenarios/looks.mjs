// @ts-check
// Language and colours are changed at run time, and stay.
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
};
