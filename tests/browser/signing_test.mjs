// @ts-check
// Signing on two machines, passphrases and key files, and files that somebody tampered with.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import {
  base64url,
  from_base64url,
  header_of,
  new_key,
  signature_over,
  signed_file,
} from '../interop/jws.mjs';
import { Browser, download, go_to, make_key_and_sign, open_file, passphrase } from './chromium.mjs';
import { draft, eventually, names, open_draft, sound, three } from './sheet.mjs';
import { stored } from './stores.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Browser} */
let office;
/** @type {Browser} the head's own machine */
let head_office;
/** @type {Page} */
let page;
before(async () => {
  office = await Browser.launch();
  page = await office.page();
});
after(async () => {
  await office.end();
  await head_office?.end();
});

const open_dialog = (/** @type {Page} */ on) => on.getByRole('dialog', { name: 'Mở tệp' });
const sign_dialog = () => page.getByRole('dialog', { name: /^Ký với vai trò/ });
const passphrase_field = () =>
  sign_dialog().getByRole('textbox', { name: 'Cụm mật khẩu của khóa' });
const again_field = () => sign_dialog().getByRole('textbox', { name: 'Nhập lại cụm mật khẩu' });

/** Said at the field, by what stands below it. @param {import('playwright-core').Locator} field @param {RegExp} message */
async function problem_is(field, message) {
  await eventually(async () => {
    const said = await field.evaluate(
      (element) => document.getElementById(element.getAttribute('aria-errormessage') ?? '')?.textContent,
    );
    return message.test(said ?? '') ? 'said' : said;
  }, 'said');
}

/** @type {string} the preparer's key file */
let preparer_key = '';
/** @type {import('../interop/jws.mjs').SignedFile} signed by both */
let complete;

test('the preparer signs here, the head on another machine, and both signatures hold', async () => {
  await open_draft(page, three);
  await go_to(page, 'Ký & xuất');
  const key_file = await make_key_and_sign(page, 'Cán bộ thống kê ký');
  preparer_key = readFileSync(await key_file.path(), 'utf8');
  // A role signs once.
  assert.equal(await page.getByRole('button', { name: 'Cán bộ thống kê ký' }).count(), 0);
  const half = await download(page, 'Tải tệp đã ký');

  head_office = await Browser.launch();
  const there = await head_office.page();
  await open_file(there, half.name, half.bytes);
  await open_dialog(there)
    .getByText(/^Còn thiếu chữ ký/)
    .waitFor();
  await open_dialog(there).getByRole('button', { name: 'Mở vào sổ' }).click();
  const preparer = there.getByRole('group', { name: 'Cán bộ thống kê' });
  await preparer.getByText('Chữ ký hợp lệ', { exact: true }).waitFor();
  await make_key_and_sign(there, 'Lãnh đạo ký xác nhận');
  await there.getByText('2/2 hợp lệ').waitFor();
  const whole = await download(there, 'Tải tệp đã ký');
  assert.deepEqual(head_office.problems, []);

  complete = JSON.parse(whole.bytes.toString());
  const roles = complete.signatures.map((one) => {
    const header = JSON.parse(from_base64url(one.protected).toString());
    const input = Buffer.from(`${one.protected}.${complete.payload}`);
    const key = createPublicKey({ key: header.jwk, format: 'jwk' });
    assert.ok(verify(null, input, key, from_base64url(one.signature)), header.role);
    return header.role;
  });
  assert.deepEqual(roles.sort(), ['head', 'preparer']);
  assert.equal(complete.payload, JSON.parse(half.bytes.toString()).payload);

  await open_file(page, whole.name, whole.bytes);
  await open_dialog(page)
    .getByText(/^Tệp hợp lệ/)
    .waitFor();
  await page.keyboard.press('Escape');
  await open_dialog(page).waitFor({ state: 'detached' });
});

test('passphrases that are too short, differ or are wrong are said at the field', async () => {
  await page.getByRole('button', { name: 'Lãnh đạo ký xác nhận' }).click();
  const make = sign_dialog().getByRole('button', { name: 'Tạo khóa và ký' });
  assert.equal(await make.isDisabled(), true);
  await passphrase_field().fill('ngắn quá');
  await again_field().fill('ngắn quá');
  await make.click();
  await problem_is(again_field(), /quá ngắn: cần ít nhất 10 ký tự/);
  await passphrase_field().fill(passphrase);
  await again_field().fill(`${passphrase}!`);
  await make.click();
  await problem_is(again_field(), /^Hai lần nhập không giống nhau/);
  // Leaving forgets what was typed.
  await page.keyboard.press('Escape');
  await sign_dialog().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Lãnh đạo ký xác nhận' }).click();
  assert.equal(await passphrase_field().inputValue(), '');
  assert.equal(await again_field().inputValue(), '');
  assert.equal(
    await sign_dialog()
      .getByText(/không giống nhau/)
      .count(),
    0,
  );

  await passphrase_field().fill(passphrase);
  await again_field().fill(passphrase);
  await make.click();
  await sign_dialog().waitFor({ state: 'detached' });
  await page.getByText('2/2 hợp lệ').waitFor();

  // Opened again without signatures: the keys are there, and want their passphrase.
  await open_draft(page, [...three, sound('Kênh bốn')]);
  await go_to(page, 'Ký & xuất');
  await page.getByRole('button', { name: 'Cán bộ thống kê ký' }).click();
  const sign = sign_dialog().getByRole('button', { name: 'Ký', exact: true });
  assert.equal(await sign.isDisabled(), true);
  await passphrase_field().fill(`${passphrase}?`);
  await sign.click();
  await problem_is(passphrase_field(), /^Câu mật khẩu không đúng/);
  await passphrase_field().fill(passphrase.normalize('NFD'));
  await sign.click();
  await sign_dialog().waitFor({ state: 'detached' });
  await page.getByRole('group', { name: 'Cán bộ thống kê' }).getByText('Chữ ký hợp lệ').waitFor();
});

test('the passphrase is nowhere afterwards', async () => {
  const everything = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')];
    const values = fields.map((field) => /** @type {HTMLInputElement} */ (field).value);
    return JSON.stringify([
      document.documentElement.outerHTML,
      values,
      { ...localStorage },
      { ...sessionStorage },
    ]);
  });
  const all = everything + JSON.stringify(await stored(page));
  assert.ok(all.includes('Cổng một'), 'the stores were read');
  for (const form of [passphrase, passphrase.normalize('NFD'), base64url(passphrase)]) {
    assert.equal(all.includes(form), false);
  }
});

/** @param {string} name @param {string} text */
async function choose_key_file(name, text) {
  const chooser = page.waitForEvent('filechooser');
  await sign_dialog().getByRole('button', { name: 'Mở tệp khóa…' }).click();
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await chooser).setFiles(file);
}

test('key files of the other role, damaged ones and other files are refused in the dialog', async () => {
  await page.getByRole('button', { name: 'Lãnh đạo ký xác nhận' }).click();
  await choose_key_file('khóa.json', preparer_key);
  await problem_is(passphrase_field(), /^Tệp khóa này dành cho vai trò Cán bộ thống kê/);
  const sign = sign_dialog().getByRole('button', { name: 'Ký', exact: true });
  await passphrase_field().fill(passphrase);
  assert.equal(await sign.isDisabled(), true);
  /** @type {[string, string, RegExp][]} */
  const cases = [
    ['hỏng.json', preparer_key.replace('Phạm Thị Lan', 'Phạm Thị Lam'), /^Tệp khóa bị hỏng/],
    [
      'mới.json',
      preparer_key.replace('"version":1', '"version":2'),
      /^Tệp khóa do bản Sổ Kênh mới/,
    ],
    ['khác.json', '{"format":"khác"}', /^Đây không phải tệp khóa/],
    ['cụt.json', preparer_key.slice(0, 200), /^Tệp không phải JSON hợp lệ/],
  ];
  for (const [name, text, message] of cases) {
    await choose_key_file(name, text);
    await sign_dialog().getByText(message).waitFor();
  }
  await page.keyboard.press('Escape');
  await sign_dialog().waitFor({ state: 'detached' });
});

/** @param {string} payload @returns {import('../interop/jws.mjs').SignedFile} signed by strangers, in both roles */
function signed_by_others(payload) {
  const preparer = new_key();
  const head = new_key();
  return signed_file(payload, [
    signature_over(payload, preparer, header_of(preparer, 'preparer')),
    signature_over(payload, head, header_of(head, 'head')),
  ]);
}

test('tampered and foreign files are said to be what they are, and change nothing', async () => {
  await go_to(page, 'Kênh thông tin');
  const before = (await download(page, 'Tải bản nháp')).bytes.toString();
  const text = JSON.stringify(complete);
  const payload = from_base64url(complete.payload).toString();
  const [one, two] = complete.signatures;
  const flipped = (/** @type {string} */ signature) => {
    const bytes = from_base64url(signature);
    bytes[7] ^= 1;
    return base64url(bytes);
  };
  const header = (/** @type {object} */ change) => ({
    ...one,
    protected: base64url(
      JSON.stringify({ ...JSON.parse(from_base64url(one.protected).toString()), ...change }),
    ),
  });

  // These open, to show whose signature does not hold.
  const untrusted = /^Tệp không đáng tin/;
  const bad = /^Chữ ký sai/;
  /** @type {[string, object, number, RegExp, RegExp][]} how many signatures are said to be wrong, and how */
  const opened = [
    [
      'one letter',
      { ...complete, payload: base64url(payload.replace('Zalo ba', 'Zalo bà')) },
      2,
      untrusted,
      bad,
    ],
    [
      'one bit of a signature',
      { ...complete, signatures: [{ ...one, signature: flipped(one.signature) }, two] },
      1,
      untrusted,
      bad,
    ],
    [
      'swapped signatures',
      {
        ...complete,
        signatures: [
          { ...one, signature: two.signature },
          { ...two, signature: one.signature },
        ],
      },
      2,
      untrusted,
      bad,
    ],
    [
      'another name in the header',
      { ...complete, signatures: [header({ name: 'Ai Khác' }), two] },
      1,
      untrusted,
      bad,
    ],
    ['a missing role', { ...complete, signatures: [one] }, 1, /^Còn thiếu chữ ký/, /^Chưa ký$/],
  ];
  for (const [what, file, count, title, reason] of opened) {
    await open_file(page, 'tệp.json', JSON.stringify(file));
    await open_dialog(page).getByText(title).first().waitFor();
    await eventually(async () => [what, await open_dialog(page).getByText(reason).count()], [what, count]);
    const take = open_dialog(page).getByRole('button', { name: 'Mở vào sổ' });
    assert.equal(await take.count(), title === untrusted ? 0 : 1, what);
    await page.keyboard.press('Escape');
    await open_dialog(page).waitFor({ state: 'detached' });
  }

  // These say in the dialog why they do not open.
  const repeated = payload.replace('"name":', '"name":"x","name":');
  /** @type {[object, RegExp][]} */
  const refused = [
    [{ ...complete, signatures: [] }, /Tệp chưa có chữ ký nào/],
    [{ ...complete, signatures: [one, one] }, /Vai trò này đã ký rồi/],
    [
      { ...complete, signatures: [header({ alg: 'none' }), two] },
      /thuật toán «none» không được chấp nhận/,
    ],
    [
      { ...complete, signatures: [header({ role: 'auditor' }), two] },
      /Không rõ vai trò người ký «auditor»/,
    ],
    [
      { ...complete, signatures: [{ ...one, signature: '*' }, two] },
      /Chữ ký hoặc khóa trong tệp bị hỏng/,
    ],
    [{ ...complete, signatures: [{ ...one, header: { a: 1 } }, two] }, /không được chữ ký bảo vệ/],
    [signed_by_others(repeated), /Tệp có mục ghi hai lần/],
    [
      signed_by_others(payload.replace('"version":1', '"version":2')),
      /Tệp do phiên bản Sổ Kênh mới hơn/,
    ],
    [
      JSON.parse(draft(three).replace('"version":1', '"version":9')),
      /Tệp do phiên bản Sổ Kênh mới hơn/,
    ],
    [JSON.parse(draft([{ name: 'x'.repeat(5000) }])), /quá dài: tối đa 4000 byte/],
  ];
  for (const [file, message] of refused) {
    await open_file(page, 'tệp.json', JSON.stringify(file));
    const said = open_dialog(page).getByText(message).first();
    await said.waitFor();
    assert.equal(
      await open_dialog(page).getByRole('button', { name: /^Mở/ }).count(),
      0,
      String(message),
    );
    await page.keyboard.press('Escape');
    await open_dialog(page).waitFor({ state: 'detached' });
  }

  // These are not even opened to be looked at.
  /** @type {[string, Buffer | string, RegExp][]} */
  const unknown = [
    ['lặp.json', text.replace('"payload":', '"payload":"","payload":'), /^Tệp có mục ghi hai lần/],
    ['cụt.json', text.slice(0, text.length / 2), /^Tệp không phải JSON hợp lệ/],
    ['thừa.json', `${text}{}`, /^Sau phần nội dung, tệp còn dữ liệu thừa/],
    ['sâu.json', `{"a":${'['.repeat(500)}${']'.repeat(500)}}`, /lồng nhau quá sâu/],
    ['lạ.json', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), /UTF-8/],
    ['báo cáo.pdf', '%PDF-1.7\n1 0 obj', /^Không nhận ra tệp «báo cáo\.pdf»/],
    ['khác.json', '{"a":1}', /^Không nhận ra tệp «khác\.json»/],
    ['dãy.json', '[1,2]', /^Không nhận ra tệp «dãy\.json»/],
    ['rỗng.json', '', /^Không nhận ra tệp «rỗng\.json»/],
    ['lớn.json', Buffer.alloc(33 * 1024 * 1024, 0x20), /^Tệp «lớn\.json» lớn quá 32 MB/],
  ];
  const dismiss = page.getByRole('main').getByRole('button', { name: 'Đóng thông báo' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  for (const [name, bytes, message] of unknown) {
    await open_file(page, name, bytes);
    await page.getByRole('main').getByText(message).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
    await dismiss.click();
    await dismiss.waitFor({ state: 'detached' });
  }

  await eventually(() => names(page), [...three.map((channel) => channel.name), 'Kênh bốn']);
  assert.equal((await download(page, 'Tải bản nháp')).bytes.toString(), before);
  await go_to(page, 'Ký & xuất');
  await page.getByRole('group', { name: 'Cán bộ thống kê' }).getByText('Chữ ký hợp lệ').waitFor();
  assert.deepEqual(office.problems, []);
});

test('what somebody tampered with opens as a draft at most, without its signatures', async () => {
  const payload = from_base64url(complete.payload).toString();
  const file = { ...complete, payload: base64url(payload.replace('Zalo ba', 'Zalo bà')) };
  await open_file(page, 'tệp.json', JSON.stringify(file));
  await open_dialog(page).getByRole('button', { name: 'Mở như bản nháp, bỏ chữ ký' }).click();
  await eventually(() => names(page), ['Cổng một', 'Trang hai', 'Zalo bà']);
  await go_to(page, 'Ký & xuất');
  assert.equal(await page.getByText('Chữ ký hợp lệ').count(), 0);
  await page.getByRole('button', { name: 'Cán bộ thống kê ký' }).waitFor();
});
