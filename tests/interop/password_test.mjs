// @ts-check
// Passwords on the command line: what is said of them and to whom, that they are never said themselves and stay nowhere;
// and the strength beside zxcvbn's.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import zxcvbn from 'zxcvbn';
import { start_module } from './module.mjs';
import { declaration, root, sokenh, sokenh_json, work_folder } from './sokenh.mjs';
import { spearman } from './spearman.mjs';

const folder = work_folder({ after });
const draft = declaration('dai-loc.json');
const strong = 'vQ7#kd9!xTz2';

/** @param {string} name a file of tests/data/password */
const lines_of = (name) =>
  readFileSync(join(root, 'tests', 'data', 'password', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('## '));

suite('password', () => {
  test('ends with 0 when every password is good, with 1 when one is not', () => {
    assert.equal(sokenh(['password'], { input: strong }).status, 0);
    assert.equal(sokenh(['password'], { input: `${strong}\nHaiphong@2023\n` }).status, 1);
    // Each good by itself.
    assert.equal(sokenh(['password'], { input: `${strong}\n${strong}\n` }).status, 1);
  });

  test('says where what is easily guessed stands, and the clause that is not kept', () => {
    const { stdout, stderr } = sokenh(['password'], { input: 'haiphong2023\r\n' });
    assert.equal(stderr, '');
    assert.match(stdout, /^ {2}Dòng 1 +✗ Rất yếu: khoảng /);
    assert.match(stdout, /Ký tự 1–8: địa danh\.\n/);
    assert.match(stdout, /Ký tự 9–12: năm\.\n/);
    assert.match(stdout, /✗ Không đạt: Có chữ hoa \(.*\(DL-2\.2\)\)/);
    assert.match(stdout, /✗ Không đạt: Không phải mật khẩu mặc định, dễ đoán \(.*\s+\(HP23-2\.4\)\)/);
    assert.match(stdout, /NIST/);
    assert.match(stdout, /\n {2}1 mật khẩu: 0 tốt, 1 cần thay\.\n$/);
  });

  test('speaks English', () => {
    const { stdout } = sokenh(['password', '--lang', 'en'], { input: 'haiphong2023' });
    assert.match(stdout, /Line 1 +✗ Very weak: about .* guesses, 12 characters\./);
    assert.match(stdout, /Characters 1–8: a place\./);
    assert.match(stdout, /\(HP23-2\.4\)/);
  });

  test('knows the unit of the declaration, and asks what its dispatches ask', () => {
    const input = 'Dailoc#vK29x7qWm';
    const [known] = sokenh_json(['password', draft], { input }).results;
    assert.deepEqual(
      known.passwords[0].parts.map((/** @type {any} */ part) => [part.kind, part.from, part.to])[0],
      ['own_unit', 1, 6],
    );
    const broken = known.passwords[0].rules.filter((/** @type {any} */ rule) => !rule.passed);
    assert.deepEqual(
      broken.map((/** @type {any} */ rule) => [rule.rule, rule.requirement]),
      [['no_unit_name', 'HP23-2.4']],
    );
    const [unknown] = sokenh_json(['password'], { input }).results;
    assert.ok(unknown.passwords[0].rules.every((/** @type {any} */ rule) => rule.passed));
  });

  test('follows the packs that are given, and only them', () => {
    const pack = join(folder, 'AL26.json');
    const text = (/** @type {string} */ vi) => ({ vi, en: vi });
    const requirement = { id: 'AL26-1', clause: '1', kind: 'attest', text: text('Mật khẩu'), check: 'declaration.answer' };
    const value = {
      format: 'sokenh.pack',
      version: 1,
      id: 'AL26',
      title: text('V/v mật khẩu'),
      short_name: text('CV AL26'),
      issuer: 'UBND xã An Lão',
      number: '12/UBND',
      in_force: true,
      recipient: { name: 'Văn phòng', telephone: '', email: '' },
      contacts: [],
      password: { strength: 'AL26-1', min_length: 20 },
      requirements: [requirement],
    };
    writeFileSync(pack, JSON.stringify(value));
    const { status, results } = sokenh_json(['password', '--pack', pack], { input: strong });
    assert.equal(status, 1);
    const [length] = results[0].passwords[0].rules;
    assert.deepEqual(
      [length.rule, length.passed, length.asked, length.found, length.requirement],
      ['length', false, 20, 12, 'AL26-1'],
    );
  });

  test('finds passwords that are nearly one', () => {
    const input = `Haiphong@2023\n\n${strong}\nhaiphong@2024!\n`;
    const [{ passwords, reused }] = sokenh_json(['password'], { input }).results;
    assert.deepEqual(passwords.map((/** @type {any} */ each) => each.line), [1, 3, 4]);
    assert.deepEqual(
      reused.map((/** @type {any} */ pair) => [pair.first, pair.second, pair.likeness, pair.requirement]),
      [[1, 4, 'same_stem', 'HP23-2.6']],
    );
  });

  test('--brief says a score for each, and nothing of its parts', () => {
    const input = `${strong}\nHaiphong@2023\n`;
    const { stdout } = sokenh(['password', '--brief'], { input });
    assert.match(stdout, /^ {2}Dòng 1 +✓ Điểm 4\/4\.\n {2}Dòng 2 +✗ Điểm 1\/4\.\n/);
    const [{ passwords }] = sokenh_json(['password', '--brief'], { input }).results;
    assert.deepEqual(Object.keys(passwords[0]).sort(), ['line', 'log10_guesses', 'ok', 'score']);
    const [whole] = sokenh_json(['password'], { input }).results;
    assert.equal(whole.passwords[1].log10_guesses, passwords[1].log10_guesses);
    assert.match(sokenh(['check', draft, '--brief']).stderr, /Lệnh check không có tùy chọn --brief/);
  });

  test('never says a password, nor what it means', () => {
    const secrets = ['Bacgiang@2023', 'mattkhaaur1', 'Nguyenvana@1990', 'gnohpiah', '17/06/1983', 'xkxkxkxk', strong];
    for (const parameters of [['password'], ['password', '--json'], ['password', draft, '--lang', 'en']]) {
      const { stdout, stderr } = sokenh(parameters, { input: secrets.join('\n') });
      for (const said of [...secrets, 'acgiang', 'Bắc Giang', 'gnohp', 'khaau', 'guyen', 'Nguyễn', '1983', 'xkxk']) {
        assert.ok(!stdout.includes(said) && !stderr.includes(said), said);
      }
    }
  });

  test('says what is wrong with its input', () => {
    const empty = sokenh(['password'], { input: '\n\r\n' });
    assert.equal(empty.status, 2);
    assert.match(empty.stdout, /Không có mật khẩu nào ở đầu vào chuẩn/);
    const damaged = sokenh(['password'], { input: Buffer.from([0x61, 0xff, 0x0a]) });
    assert.equal(damaged.status, 3);
    assert.match(damaged.stdout, /không phải chữ Unicode UTF-8/);
    const missing = sokenh(['password', join(folder, 'không có.json')], { input: strong });
    assert.equal(missing.status, 3);
    assert.match(missing.stdout, /Không có tệp này/);
    const two = sokenh(['password', draft, draft], { input: strong });
    assert.equal(two.status, 2);
    assert.match(two.stderr, /chỉ nhận một tệp/);
    const large = sokenh(['password'], { input: 'x'.repeat(5 * 1024 * 1024) });
    assert.equal(large.status, 3);
    assert.match(large.stdout, /lớn quá 4 MB/);
  });
});

test('nothing of a password stays in the module', async () => {
  const module = await start_module();
  const secret = 'Vx7-QuangNinh@1983-Zk4';
  const { passwords } = module.check(`${secret}\n${secret}1\nHaiphong@2023\n`);
  assert.equal(passwords.length, 3);
  const memory = Buffer.from(module.memory());
  for (const part of [secret, secret.slice(0, 8), secret.slice(8, 16), secret.slice(-8), 'QuangNinh@', 'Haiphong@']) {
    for (const encoding of /** @type {const} */ (['utf8', 'utf16le'])) {
      assert.equal(memory.indexOf(Buffer.from(part, encoding)), -1, `${part} as ${encoding}`);
    }
    // As code points of four bytes each.
    const wide = Buffer.concat([...part].map((c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])));
    assert.equal(memory.indexOf(wide), -1, `${part} as UTF-32`);
  }
});

test('strength goes with zxcvbn’s on its own examples: rank correlation 0.85 and more', async () => {
  const examples = lines_of('zxcvbn-examples.txt');
  const module = await start_module();
  const ours = module.check(examples.join('\n')).passwords.map((/** @type {any} */ each) => each.log10_guesses);
  const theirs = examples.map((password) => zxcvbn(password).guesses_log10);
  const correlation = spearman(ours, theirs);
  assert.ok(correlation >= 0.85, String(correlation));
});

test('zxcvbn calls strong what is guessed at once here', async () => {
  const names = ['Haiphong@2023', 'truongthcs2024', 'Nguyenvana@1990', 'Sgddt@haiphong1', 'Vanphong@2024', 'Bacgiang@98'];
  const module = await start_module();
  module.check(names.join('\n')).passwords.forEach((/** @type {any} */ each, /** @type {number} */ i) => {
    assert.ok(each.score <= 1, names[i]);
    assert.equal(zxcvbn(names[i]).score, 4, names[i]);
  });
});

test('the dictionary is at most 160 KB on its way', () => {
  const bytes = readFileSync(join(root, 'build', 'words.bin'));
  assert.ok(brotliCompressSync(bytes).length <= 160 * 1024);
});
