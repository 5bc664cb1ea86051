// @ts-check
// What is said of passphrases and of files that somebody tampered with.
import assert from 'node:assert/strict';
import { base64url, from_base64url } from '../../interop/jws.mjs';
import { passphrase } from '../chromium.mjs';
import { eventually, three } from '../sheet.mjs';

/** @typedef {import('../engines/person.mjs').Person} Person */

/** Said at the field that has the focus or had it, by what stands below it. @param {Person} person @param {string} field @param {RegExp} message */
async function problem_is(person, field, message) {
  const said = () =>
    person.engine.evaluate((name) => {
      const element = document.querySelector(`input[aria-label="${name}"]`);
      return document.getElementById(element?.getAttribute('aria-errormessage') ?? '')?.textContent ?? '';
    }, field);
  await eventually(async () => (message.test(await said()) ? 'said' : said()), 'said');
}

/** @param {Person} person @param {string} field @param {string} text */
async function writes(person, field, text) {
  await person.clicks('textbox', field);
  await person.engine.press('Control+a');
  await person.pastes(text);
}

const first = 'Cụm mật khẩu của khóa';
const again = 'Nhập lại cụm mật khẩu';

/** @type {import('./scene.mjs').Scenarios} */
export const signatures = {
  'passphrases that differ or are wrong, and files tampered with, are said to be so': async ({ person, engine }) => {
    await person.has_channels(three);
    await person.goes_to('Ký & xuất');
    await person.clicks('button', 'Cán bộ thống kê ký');
    await person.sees('textbox', again);
    await writes(person, first, passphrase);
    await writes(person, again, `${passphrase}!`);
    await person.clicks('button', 'Tạo khóa và ký');
    await problem_is(person, again, /^Hai lần nhập không giống nhau/);
    await writes(person, again, passphrase);
    await person.clicks('button', 'Tạo khóa và ký');
    await person.sees_no('dialog');
    await person.clicks('button', 'Tải tệp đã ký');
    const file = JSON.parse(String(await person.has_file('Thống kê kênh - Trường Tiểu học Đại Lộc.json')));

    // A change, and the key wants its passphrase again.
    await person.goes_to('Kênh thông tin');
    await person.goes_to_cell(1, 3);
    await engine.press('x', 'Enter');
    await person.goes_to('Ký & xuất');
    await person.clicks('button', 'Cán bộ thống kê ký');
    await person.sees('textbox', first);
    await writes(person, first, `${passphrase}?`);
    await person.clicks('button', 'Ký');
    await problem_is(person, first, /^Câu mật khẩu không đúng/);
    await writes(person, first, passphrase.normalize('NFD'));
    await person.clicks('button', 'Ký');
    await person.sees_no('dialog');
    await person.reads(/Chữ ký hợp lệ/);

    const forged = from_base64url(file.payload).toString().replace('Zalo ba', 'Zalo bà');
    await person.drops('tệp.json', JSON.stringify({ ...file, payload: base64url(forged) }));
    await person.reads(/Tệp không đáng tin/);
    await person.reads(/Chữ ký sai/);
    assert.equal(await person.find('button', 'Mở vào sổ'), null);
    await engine.press('Escape');
    await person.sees_no('dialog');
    await person.drops('báo cáo.pdf', '%PDF-1.7\n1 0 obj');
    await person.reads(/Không nhận ra tệp «báo cáo\.pdf»/);
    await person.goes_to('Kênh thông tin');
    await eventually(() => person.names(), ['Cổng một', 'Trang hai', 'Zalo ba']);
  },
};
