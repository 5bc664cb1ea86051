// @ts-check
// A password in the browser's own field: hidden, shown, gone.
import assert from 'node:assert/strict';
import { eventually } from '../sheet.mjs';

/** @type {import('./scene.mjs').Scenarios} */
export const passwords = {
  'a password is looked at as it is typed, shown when asked for, and gone once its screen is left': async ({ person, engine }) => {
    const field = 'Mật khẩu cần kiểm tra';
    const look = () =>
      engine.evaluate((name) => {
        const element = document.querySelector(`input[aria-label="${name}"]`);
        return element ? getComputedStyle(element).getPropertyValue('-webkit-text-security') : '';
      }, field);
    const value = (/** @type {string} */ name) =>
      engine.evaluate((label) => {
        const element = document.querySelector(`[aria-label="${label}"]`);
        return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : 'none';
      }, name);
    await person.goes_to('Mật khẩu');
    await person.reads(/Gõ mật khẩu: kết quả/);
    await person.clicks('textbox', field);
    await person.types('Haiphong@2023');
    await person.reads(/«Haiphong» là địa danh/);
    assert.equal(await look(), 'disc');
    await person.clicks('button', 'Hiện');
    await eventually(look, 'none');
    await person.clicks('button', 'Tạo mật khẩu');
    await person.sees('button', 'Tạo lại');
    await eventually(async () => /^[A-Z].*\d$/.test(await value('Mật khẩu mới')), true);
    await person.goes_to('Đơn vị');
    await person.goes_to('Mật khẩu');
    assert.equal(await value(field), '');
    assert.equal(await value('Mật khẩu mới'), '');
    assert.equal(await look(), 'disc');
  },
};
