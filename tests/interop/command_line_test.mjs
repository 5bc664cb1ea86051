// @ts-check
// The command line as scripts and people at a terminal meet it: exit codes, JSON, what is said to
// whom, and what is never said.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { hostile_sheets, xlsx } from '../xlsx.mjs';
import {
  declaration,
  people,
  program,
  root,
  signed_by_both,
  sokenh,
  sokenh_json,
  work_folder,
} from './sokenh.mjs';

const draft = declaration('dai-loc.json');
const faultless = declaration('dai-loc-khong-loi.json');
const no_channels = declaration('dai-loc-khong-co-kenh.json');

const folder = work_folder({ after });
const made = signed_by_both(folder, draft);

suite('Wrong usage ends with 2, says what is wrong, and prints no result', () => {
  /** @type {[string[], RegExp][]} */
  const cases = [
    [[], /Chưa cho biết lệnh/],
    [['ký', draft], /Không có lệnh «ký»/],
    [['check'], /Lệnh check cần tên tệp/],
    [['check', ''], /Lệnh check cần tên tệp/],
    [['check', draft, '--bogus'], /Không có tùy chọn --bogus/],
    [['check', draft, '-x'], /Không có tùy chọn -x/],
    [['check', draft, '--json=yes'], /--json không có giá trị/],
    [['check', draft, '--today', '2023-02-30'], /«2023-02-30» không phải một ngày/],
    [['check', draft, '--lang', 'fr'], /--lang phải là một trong: vi, en/],
    [['check', draft, '--lang', 'vi', '--lang', 'vi'], /--lang được ghi hai lần/],
    [['check', draft, '--key', 'k.json'], /Lệnh check không có tùy chọn --key/],
    [['verify', draft, '--passphrase', 'x'], /Không có tùy chọn --passphrase\./],
    [['sign', draft], /Lệnh sign cần tùy chọn --key/],
    [['sign', draft, '--key'], /--key cần có giá trị/],
    [['sign', draft, '--key', '--out', 'x'], /--key cần có giá trị/],
    [['sign', draft, draft, '--key', 'k.json'], /chỉ nhận một tệp/],
    [['keygen', '--role', 'head', '--out', 'k.json'], /Lệnh keygen cần tùy chọn --name/],
    [['keygen', '--role', 'boss', '--name', 'A', '--out', 'k'], /--role phải là một trong/],
    [['keygen', draft, '--role', 'head', '--name', 'A', '--out', 'k'], /không nhận tệp/],
    [['form', draft, '--document', 'log'], /Lệnh form cần tùy chọn --log/],
    [['form', draft, '--log', 'spam'], /--log chỉ dùng với --document log/],
    [['form', draft, '--document', 'log', '--log', 'spam', '--entry', '2'], /--entry chỉ dùng với/],
    [['form', draft, '--document', 'incident-report', '--entry', '0'], /--entry phải là số từ 1/],
    [['check-ip', draft], /Lệnh check-ip cần tùy chọn --list/],
    [['check', draft, '--list', 'x'], /Lệnh check không có tùy chọn --list/],
    [['check-ip', draft, draft, '--list', 'x'], /chỉ nhận một tệp/],
    [['check', draft, '--bogus', '--lang', 'en'], /There is no option --bogus/],
  ];
  for (const [parameters, says] of cases) {
    test(`sokenh ${parameters.map((each) => (each === draft ? 'FILE' : each)).join(' ')}`, () => {
      const { status, stdout, stderr } = sokenh(parameters);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, says);
      assert.match(stderr, /cli\.mjs --help/);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });
  }

  test('--help is no mistake', () => {
    for (const parameters of [['--help'], ['-h'], ['sign', '--help'], ['--help', '--lang', 'en']]) {
      const { status, stdout, stderr } = sokenh(parameters);
      assert.equal(status, 0);
      assert.equal(stderr, '');
      for (const command of ['check', 'verify', 'sign', 'keygen', 'email', 'form', 'check-ip', 'hash', 'password']) {
        assert.ok(stdout.includes(`\n  ${command} `), command);
      }
      assert.ok(Math.max(...stdout.split('\n').map((line) => line.length)) <= 100);
    }
  });
});

suite('check', () => {
  test('ends with 0 when there is at most advice, with 1 when there is more', () => {
    assert.equal(sokenh(['check', faultless]).status, 0);
    assert.equal(sokenh(['check', no_channels]).status, 0);
    assert.equal(sokenh(['check', draft]).status, 1);
  });

  test('names row, column and clause, and what to do', () => {
    const { stdout } = sokenh(['check', draft, '--today', '2023-11-20']);
    assert.match(stdout, /: Trường Tiểu học Đại Lộc, 14 kênh\n/);
    assert.match(stdout, /\n {2}Lỗi +dòng 10 +Thời gian tạo lập +Ngày «30\/02\/2023» không có/);
    assert.match(stdout, /→ Kiểm tra lại ngày/);
    assert.match(stdout, /CV Hải Phòng 11\/2023, mục 1 \(HP23-1\.1\)/);
    assert.match(stdout, /\n {2}\d+ lỗi, \d+ cần xem, \d+ nên làm\.\n\nCV Hải Phòng 11\/2023 · /);
  });

  test('speaks English', () => {
    const { stdout } = sokenh(['check', draft, '--lang', 'en']);
    assert.match(stdout, /\n {2}Error +row 10 +.*The date “30\/02\/2023” does not exist/);
    assert.match(stdout, /Errors: \d+, warnings: \d+, advice: \d+\.\n\nHải Phòng dispatch 11\/2023 · /);
  });

  suite('--pack: dispatches that are not built in', () => {
    /** @param {string} name @param {object} [change] */
    const pack = (name, change = {}) => {
      const value = {
        format: 'sokenh.pack',
        version: 1,
        id: name,
        title: { vi: 'V/v an toàn', en: 'On safety' },
        short_name: { vi: `CV ${name}`, en: name },
        issuer: 'UBND xã An Lão',
        number: '12/UBND',
        in_force: true,
        recipient: { name: 'Văn phòng', telephone: '', email: '' },
        contacts: [],
        password: {},
        requirements: [
          {
            id: `${name}-1`,
            clause: '1a',
            kind: 'attest',
            text: { vi: 'Có nội quy.', en: 'There are rules.' },
            check: 'declaration.answer',
          },
        ],
        ...change,
      };
      const path = join(folder, `${name}.json`);
      writeFileSync(path, JSON.stringify(value));
      return path;
    };

    test('are checked beside those the declaration follows', () => {
      const more = ['--pack', pack('AL26'), '--pack', pack('AL27')];
      const [result] = sokenh_json(['check', faultless, ...more]).results;
      assert.deepEqual(
        result.packs.map((/** @type {any} */ each) => [each.id, each.name]),
        [['HP23', 'CV Hải Phòng 11/2023'], ['AL26', 'CV AL26'], ['AL27', 'CV AL27']],
      );
      const last = result.requirements.at(-1);
      assert.deepEqual([last.requirement, last.status], ['AL27-1', 'unanswered']);
      assert.match(sokenh(['check', faultless, ...more]).stdout, /\n {2}AL26-1 +Chưa trả lời +Có nội quy\./);
    });

    test('answer what the declaration follows and the program does not have', () => {
      const value = JSON.parse(readFileSync(faultless, 'utf8'));
      value.packs.push('AL26');
      const path = join(folder, 'theo gói.json');
      writeFileSync(path, JSON.stringify(value));
      assert.deepEqual(sokenh_json(['check', path]).results[0].unknown_packs, ['AL26']);
      const [result] = sokenh_json(['check', path, '--pack', pack('AL26')]).results;
      assert.deepEqual(result.unknown_packs, []);
      assert.equal(result.packs.length, 2);
    });

    test('one that cannot be used is named, and nothing is said of the files', () => {
      /** @type {[string, string, RegExp][]} */
      const cases = [
        [join(folder, 'không có.json'), 'file_missing', /Không có tệp này/],
        [faultless, 'pack_wrong_format', /Gói công văn: Tệp này không phải gói công văn/],
        [pack('HP24'), 'pack_id_built_in', /trùng với công văn có sẵn/],
      ];
      const latin = join(folder, 'latin-1.json');
      writeFileSync(latin, Buffer.from('{"id": "\xe9"}', 'latin1'));
      cases.push([latin, 'file_not_utf8', /không phải chữ Unicode/]);
      for (const [path, code, message] of cases) {
        const parameters = ['check', faultless, draft, '--pack', pack('AL26'), '--pack', path];
        const { status, results } = sokenh_json(parameters);
        assert.equal(status, 3, path);
        assert.equal(results.length, 1);
        assert.deepEqual(
          [results[0].file, results[0].error.input, results[0].error.code],
          [path, 'pack', code],
        );
        assert.match(sokenh(parameters).stdout, message);
      }
    });
  });

  test('counts from the day it is told', () => {
    const codes = (/** @type {string} */ today) =>
      sokenh_json(['check', no_channels, '--today', today]).results[0].findings.map(
        (/** @type {any} */ finding) => finding.code,
      );
    assert.deepEqual(codes('2023-11-24'), []);
    assert.deepEqual(codes('2023-11-25'), ['past_deadline']);
  });

  test('--json gives each finding as data', () => {
    const { results } = sokenh_json(['check', draft, '--today', '2023-11-20']);
    const [result] = results;
    assert.equal(result.file, draft);
    assert.equal(result.exit, 1);
    assert.equal(result.ok, false);
    assert.equal(result.channels, 14);
    const found = result.findings.map((/** @type {any} */ each) => [each.row, each.column, each.code]);
    for (const expected of [
      [3, 'state', 'state_unreadable'],
      [10, 'created', 'date_no_such_day'],
      [12, 'name', 'duplicate_channel'],
      [14, 'name', 'cell_is_formula'],
      [14, 'contact', 'telephone_zero_missing'],
    ]) {
      assert.ok(
        found.some((/** @type {any} */ each) => JSON.stringify(each) === JSON.stringify(expected)),
        `${expected} in ${JSON.stringify(found)}`,
      );
    }
    const duplicate = result.findings.find(
      (/** @type {any} */ each) => each.code === 'duplicate_channel',
    );
    assert.equal(duplicate.other_row, 2);
    for (const finding of result.findings) {
      assert.ok(['error', 'warning', 'advice'].includes(finding.severity));
      assert.ok(finding.message && finding.advice && finding.clause && finding.requirement);
    }
    const requirement = result.requirements.find(
      (/** @type {any} */ each) => each.requirement === 'HP23-1.1',
    );
    assert.equal(requirement.status, 'to_do');
    assert.equal(requirement.applicable, 14);
  });

  test('accounts for every file, and ends with the worst of them', () => {
    const missing = join(folder, 'không có.json');
    const damaged = join(folder, 'hỏng.json');
    writeFileSync(damaged, '{"format":');
    const huge = join(folder, 'quá lớn.json');
    writeFileSync(huge, '');
    truncateSync(huge, 32 * 1024 * 1024 + 1);
    const loop = join(folder, 'vòng.json');
    symlinkSync(loop, loop);
    const files = [faultless, missing, folder, damaged, huge, loop, draft, faultless];
    const { status, results } = sokenh_json(['check', ...files]);
    assert.equal(status, 3);
    assert.deepEqual(
      results.map((result) => [result.file, result.exit, result.error?.code]),
      [
        [faultless, 0, undefined],
        [missing, 3, 'file_missing'],
        [folder, 3, 'file_is_folder'],
        [damaged, 3, 'json_syntax'],
        [huge, 3, 'file_too_large'],
        [loop, 3, 'file_unreadable'],
        [draft, 1, undefined],
        [faultless, 0, undefined],
      ],
    );
    const { stdout } = sokenh(['check', ...files]);
    for (const file of files) assert.ok(stdout.includes(`${file}: `), file);
    assert.match(stdout, /8 tệp: 2 tốt, 1 có điều cần xem, 5 không đọc được\.\n$/);
    assert.equal(sokenh(['check', faultless, draft]).status, 1);
  });

  test('takes a file of 32 MiB for what it is', () => {
    const path = join(folder, 'đúng 32 MiB.json');
    writeFileSync(path, `"${'a'.repeat(32 * 1024 * 1024 - 2)}"`);
    const [result] = sokenh_json(['check', path]).results;
    assert.equal(result.error.code, 'declaration_wrong_format');
  });

  test('a file that may not be read is told from one that is not there', {
    skip: process.getuid?.() === 0 && 'root may read everything',
  }, () => {
    const path = join(folder, 'cấm.json');
    writeFileSync(path, '{}');
    chmodSync(path, 0);
    assert.equal(sokenh_json(['check', path]).results[0].error.code, 'file_not_allowed');
  });

  test('text from files does not drive the terminal', () => {
    const path = join(folder, 'màn\u001b[2Jhình.json');
    writeFileSync(path, '{"format":"\\u001b[31m","\\u202enu":1}');
    const text = sokenh(['check', path]).stdout;
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    const json = sokenh(['check', path, '--json']).stdout;
    assert.doesNotMatch(json, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    assert.equal(JSON.parse(json)[0].file, path);
  });

  test('a reader that leaves early is no failure', () => {
    const shell = `"$0" "$1" check "$2" | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', shell, process.execPath, program, draft], {
      encoding: 'utf8',
    });
    assert.match(stdout, /14 kênh\n$/);
    assert.equal(stderr, '');
  });
});

suite('keygen and sign', () => {
  const head = ['--role', 'head', '--name', people.head.name];

  test('a key file is for its owner only, and is never overwritten', () => {
    assert.equal(statSync(made.keys.head).mode & 0o777, 0o600);
    const before_it = readFileSync(made.keys.head);
    const input = 'một câu mật khẩu khác\n';
    const { status, results } = sokenh_json(['keygen', ...head, '--out', made.keys.head], { input });
    assert.equal(status, 2);
    assert.equal(results[0].error.code, 'output_exists');
    assert.deepEqual(readFileSync(made.keys.head), before_it);
  });

  test('a key that cannot be made leaves no file', () => {
    const out = join(folder, 'không thành.json');
    /** @type {[string, string[], string][]} */
    const cases = [
      ['', [], 'passphrase_missing'],
      ['\n', [], 'passphrase_missing'],
      ['ngắn\n', [], 'key_passphrase_too_short'],
      ['đủ dài để dùng\n', ['--title', 'x'.repeat(500)], 'signer_text_invalid'],
    ];
    for (const [input, more, code] of cases) {
      const { status, results } = sokenh_json(['keygen', ...head, ...more, '--out', out], { input });
      assert.equal(results[0].error.code, code);
      assert.equal(status, 2);
      assert.ok(!existsSync(out));
    }
  });

  test('the fingerprint shown at making is the one in the signature', () => {
    const out = join(folder, 'khóa mới.json');
    const [key] = sokenh_json(['keygen', ...head, '--out', out], { input: 'đủ dài để dùng\n' }).results;
    assert.equal(key.out, out);
    assert.equal(key.output, undefined);
    const signed = sokenh_json(['sign', draft, '--key', out], { input: 'đủ dài để dùng\n' });
    assert.equal(signed.status, 0);
    const [result] = signed.results;
    assert.equal(result.signer.fingerprint, key.fingerprint);
    assert.equal(result.complete, false);
    assert.deepEqual(
      result.signatures.map((/** @type {any} */ each) => each.state),
      ['missing', 'valid'],
    );
  });

  test('signs to standard output, or to a file that may be the one it read', () => {
    const path = join(folder, 'tại chỗ.json');
    cpSync(made.half, path);
    const options = ['--key', made.keys.head, '--out', path];
    const { status, stdout } = sokenh(['sign', path, ...options], {
      input: `${people.head.passphrase}\n`,
    });
    assert.equal(status, 0);
    assert.match(stdout, /đã ký: Lãnh đạo đơn vị, Trần Văn Đức\n[^]*Đã đủ chữ ký\./);
    assert.equal(sokenh(['verify', path]).status, 0);
  });

  test('tells a file, a key and a passphrase that do not fit from one another', () => {
    const damaged = join(folder, 'khóa hỏng.json');
    writeFileSync(damaged, readFileSync(made.keys.head, 'utf8').replace('Đức', 'Dũng'));
    const passphrase = people.head.passphrase;
    /** @type {[string, string, string, number, string, string][]} */
    const cases = [
      [draft, damaged, passphrase, 3, 'key', 'key_file_damaged'],
      [draft, no_channels, passphrase, 3, 'key', 'key_file_wrong_format'],
      [draft, join(folder, 'không có'), passphrase, 3, 'key', 'file_missing'],
      [draft, made.keys.head, 'tối vào hang dá', 3, 'key', 'key_file_wrong_passphrase'],
      [made.keys.head, made.keys.head, passphrase, 3, 'file', 'declaration_wrong_format'],
      [made.path, made.keys.head, passphrase, 1, 'file', 'signed_file_repeated_role'],
    ];
    for (const [file, key, input, exit, which, code] of cases) {
      const { status, results } = sokenh_json(['sign', file, '--key', key], { input });
      assert.deepEqual([status, results[0].error.input, results[0].error.code], [exit, which, code]);
    }
  });

  test('nobody countersigns a forgery', () => {
    const path = join(folder, 'giả.json');
    const file = JSON.parse(readFileSync(made.half, 'utf8'));
    file.signatures[0].signature = `AAAA${file.signatures[0].signature.slice(4)}`;
    writeFileSync(path, JSON.stringify(file));
    const { status, results } = sokenh_json(['sign', path, '--key', made.keys.head], {
      input: people.head.passphrase,
    });
    assert.equal(status, 1);
    assert.equal(results[0].error.code, 'signed_file_not_valid');
  });

  test('takes the passphrase from a file, however it was saved and typed', () => {
    const path = join(folder, 'câu mật khẩu.txt');
    const { passphrase } = people.head;
    const from_notepad = `\ufeff${passphrase.normalize('NFD')}\r\nkhông phải dòng này\r\n`;
    for (const content of [passphrase, from_notepad]) {
      writeFileSync(path, content);
      const options = ['--key', made.keys.head, '--passphrase-file', path];
      assert.equal(sokenh(['sign', draft, ...options]).status, 0, JSON.stringify(content));
    }
    writeFileSync(path, Buffer.from('mật khẩu', 'utf16le'));
    const { results } = sokenh_json(
      ['sign', draft, '--key', made.keys.head, '--passphrase-file', path],
      { input: passphrase },
    );
    assert.equal(results[0].error.code, 'passphrase_not_utf8');
  });

  test('asks on a terminal, and shows nothing of what is typed', () => {
    const script = join(root, 'tests', 'interop', 'terminal.py');
    const { passphrase } = people.head;
    /** @param {string[]} lines @param {string[]} parameters */
    const typed = (lines, parameters) =>
      JSON.parse(
        execFileSync(
          '/usr/bin/python3',
          [script, JSON.stringify(lines), process.execPath, program, ...parameters],
          { encoding: 'utf8' },
        ),
      );
    const out = join(folder, 'gõ tay.json');
    const signed = typed([`${passphrase}x\u007f`], ['sign', draft, '--key', made.keys.head, '--out', out]);
    assert.equal(signed.status, 0, signed.shown);
    assert.match(signed.shown, /^Câu mật khẩu: \r\n/);
    for (const word of passphrase.split(' ')) assert.ok(!signed.shown.includes(word), signed.shown);

    const key = join(folder, 'khóa gõ tay.json');
    const differs = typed([passphrase, `${passphrase}!`], ['keygen', ...head, '--out', key]);
    assert.equal(differs.status, 2);
    assert.match(differs.shown, /Hai lần nhập câu mật khẩu không giống nhau/);
    assert.ok(!existsSync(key));
    const same = typed([passphrase, passphrase], ['keygen', ...head, '--out', key]);
    assert.equal(same.status, 0, same.shown);
    assert.ok(!same.shown.includes(passphrase));
  });

  test('an output that cannot be written ends with 2', () => {
    for (const out of [folder, join(folder, 'không có', 'x.json')]) {
      const { status, results } = sokenh_json(['form', draft, '--out', out]);
      assert.equal(status, 2);
      assert.equal(results[0].error.input, 'output');
      assert.equal(results[0].error.code, 'output_not_written');
    }
  });
});

suite('logs', () => {
  const logged = declaration('so-theo-doi.json');

  test('what is found in a log says which log, which entry and which field', () => {
    const { results } = sokenh_json(['check', logged, '--today', '2023-12-01']);
    const [{ findings, log }] = results;
    assert.equal(log, 15);
    const overdue = findings.find((/** @type {any} */ each) => each.code === 'log_entry_overdue');
    assert.equal(overdue.requirement, 'HP24-2');
    assert.equal(overdue.clause, '2');
    assert.deepEqual([overdue.log, overdue.log_entry, overdue.log_field], ['patch', 1, 'handled']);
    assert.equal(overdue.label, 'Ngày cập nhật bản vá');
    assert.match(overdue.message, /CVE-2023-4966.*30\/11\/2023/);
    const missing = findings.find((/** @type {any} */ each) => each.code === 'log_subject_missing');
    assert.equal(missing.log, 'threat_hunt');
    assert.equal(missing.log_entry, undefined);
    assert.match(sokenh(['check', logged, '--today', '2023-12-01']).stdout, /Bản vá an toàn, mục 1/);
    assert.match(sokenh(['check', logged, '--lang', 'en']).stdout, /Security patches, entry 1/);
  });

  test('a log that does not exist is wrong usage, and those that do are named', () => {
    const parameters = ['form', logged, '--document', 'log', '--log', 'thư'];
    const { status, results } = sokenh_json(parameters);
    assert.equal(status, 2);
    assert.equal(results[0].error.code, 'log_kind_unknown');
    assert.match(sokenh(parameters).stderr, /thư \(patch, vulnerability,/);
  });

  test('requirements decided by logs say how they stand and until when', () => {
    const { results } = sokenh_json(['check', logged, '--today', '2023-11-20']);
    const of = (/** @type {string} */ id) =>
      results[0].requirements.find((/** @type {any} */ each) => each.requirement === id);
    assert.deepEqual([of('HP24-2').status, of('HP24-2').due], ['met', '2023-11-30']);
    assert.deepEqual([of('HP23-3.1').status, of('HP23-3.1').due], ['met', '2023-12-15']);
    assert.deepEqual([of('DL-2.5').status, of('BG24-1.6').status], ['met', 'met']);
    assert.deepEqual([of('HP24-4').due, of('TN17-2.3').due], ['2024-04-20', '2024-04-21']);
    assert.equal(of('HP24-3.2').status, 'to_do');
  });
});

suite('email and form', () => {
  test('a draft is made only of a file that both have signed', () => {
    const { status, stdout, stderr } = sokenh(['email', made.half]);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /Lãnh đạo đơn vị +✗ Chưa ký/);
    assert.equal(sokenh(['email', draft]).status, 3);
  });

  test('the form shows the digest and the fingerprints that verify shows', () => {
    const [verified] = sokenh_json(['verify', made.path]).results;
    const out = join(folder, 'biểu mẫu.html');
    assert.equal(sokenh(['form', made.path, '--out', out, '--today', '2023-11-24']).status, 0);
    const html = readFileSync(out, 'utf8').replace(/<[^>]*>|\s|&nbsp;/g, '').toLowerCase();
    for (const text of [
      verified.sha256,
      ...verified.signatures.map((/** @type {any} */ each) => each.fingerprint),
    ]) {
      assert.ok(html.includes(text.replaceAll(' ', '').toLowerCase()), text);
    }
  });

  test('the form of a draft says that it is one', () => {
    const { status, stdout } = sokenh(['form', draft]);
    assert.equal(status, 0);
    assert.match(stdout, /BẢN NHÁP/);
    assert.doesNotMatch(sokenh(['form', made.path]).stdout, /BẢN NHÁP/);
  });
});

suite('check-ip: HP24-3.3, which of the machines a list names', () => {
  const machines = declaration('may-tinh.json');
  /** @param {string} name @param {string | Buffer} content */
  const list = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const infected = list(
    'botnet.txt',
    'DANH SÁCH 20.11.2023, trang 1/2\n203.0.113[.]7 Port 80\nhxxp://198[.]51[.]100[.]3/x\n2001:db8:5::9\n192.0.2.256\n',
  );
  const harmless = list('khác.csv', 'STT;IP\n1;198.51.100.16\n2;192.0.2.41-192.0.2.50\n');

  test('ends with 0 when none is in it, with 1 when one is', () => {
    assert.equal(sokenh(['check-ip', machines, '--list', harmless]).status, 0);
    assert.equal(sokenh(['check-ip', machines, '--list', infected]).status, 1);
    assert.equal(sokenh(['check-ip', machines, '--list', harmless, '--list', infected]).status, 1);
  });

  test('names machine, owner, address, list and line, and what to do', () => {
    const { stdout } = sokenh(['check-ip', machines, '--list', infected]);
    assert.match(stdout, /4 máy, 4 địa chỉ và dải địa chỉ/);
    assert.match(stdout, /botnet\.txt: 3 địa chỉ trong 5 dòng/);
    assert.match(stdout, /máy 1, Máy kế toán, Phạm Thị Thu, Phòng Kế toán +203\.0\.113\.7 +203\.0\.113\.7 trong/);
    assert.match(stdout, /máy 2, Máy chủ.*198\.51\.100\.0\/28 +198\.51\.100\.3 trong/);
    assert.match(stdout, /dòng 5 +192\.0\.2\.256 +Có phần lớn hơn 255/);
    assert.match(stdout, /→ Ngắt máy khỏi mạng/);
  });

  test('as JSON, with the digest of each list', () => {
    const { results } = sokenh_json(['check-ip', machines, '--list', harmless, '--list', infected]);
    const [{ ok, total, matches, lists }] = results;
    assert.equal(ok, false);
    assert.equal(total, 3);
    const digest = createHash('sha256').update(readFileSync(infected)).digest('hex');
    assert.equal(lists[1].sha256, digest);
    assert.deepEqual(
      matches.map((/** @type {any} */ each) => [each.machine, each.list, each.line, each.listed]),
      [
        [1, 1, 2, '203.0.113.7'],
        [2, 1, 3, '198.51.100.3'],
        [2, 1, 4, '2001:db8:5::9'],
      ],
    );
  });

  test('a list of another encoding', () => {
    const utf16 = list('utf16.txt', Buffer.from('\ufeffIP: 203.0.113.7\r\n', 'utf16le'));
    assert.equal(sokenh_json(['check-ip', machines, '--list', utf16]).results[0].total, 1);
    // Of an Excel file the first sheet, a row as a line.
    const sheet = join(folder, 'danh-sach.xlsx');
    writeFileSync(sheet, xlsx([['STT', 'IP'], [], ['1', '203.0.113.7']]));
    const { results: of_sheet } = sokenh_json(['check-ip', machines, '--list', sheet]);
    assert.equal(of_sheet[0].total, 1);
    assert.equal(of_sheet[0].matches[0].line, 3);
    assert.equal(of_sheet[0].lists[0].sha256, createHash('sha256').update(readFileSync(sheet)).digest('hex'));
    for (const [name, { bytes, code }] of Object.entries(hostile_sheets)) {
      if (name === 'no archive') continue; // text without an address
      writeFileSync(sheet, bytes());
      const refused = sokenh_json(['check-ip', machines, '--list', sheet]);
      assert.equal(refused.results[0].error.code, code, name);
    }
  });

  test('what cannot be read, or has nothing to look for, ends with 3 and is no «none»', () => {
    const empty = list('trống.txt', '');
    const words = list('chữ.txt', 'không có gì');
    for (const path of [empty, words, join(folder, 'không có.txt'), folder]) {
      assert.equal(sokenh(['check-ip', machines, '--list', path]).status, 3);
    }
    assert.equal(sokenh(['check-ip', draft, '--list', infected]).status, 3);
    assert.match(sokenh(['check-ip', draft, '--list', infected]).stdout, /Chưa có địa chỉ IP nào của máy/);
    assert.equal(sokenh(['check-ip', infected, '--list', infected]).status, 3);
  });

  test("an address of the unit's own that cannot be read is not passed over", () => {
    const value = JSON.parse(readFileSync(machines, 'utf8'));
    value.machines[3].addresses = '192.0.2.010';
    const path = list('máy.json', JSON.stringify(value));
    const { status, stdout } = sokenh(['check-ip', path, '--list', harmless]);
    assert.equal(status, 1);
    assert.match(stdout, /máy 4, Máy in +192\.0\.2\.010 +Có phần bắt đầu bằng số 0/);
  });
});

test('The built folder works wherever it is copied to', () => {
  const copy = join(folder, 'Sổ Kênh');
  cpSync(join(root, 'dist'), copy, { recursive: true });
  const ended = sokenh(['check', faultless], { program: join(copy, 'cli.mjs'), cwd: folder });
  assert.equal(ended.status, 0, ended.stderr);
});
