// @ts-check
// The draft that carries the signed file opens elsewhere with nothing lost: subject, name and bytes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import PostalMime from 'postal-mime';
import {
  declaration,
  make_keys,
  people,
  root,
  signed_by_both,
  sokenh,
  sokenh_json,
  work_folder,
} from './sokenh.mjs';

const subject =
  '[Trường Tiểu học Đại Lộc] Báo cáo thống kê kênh cung cấp thông tin trên môi trường mạng';
const file_name = 'Thống kê kênh - Trường Tiểu học Đại Lộc.json';
const office = 'Văn phòng Sở Giáo dục và Đào tạo Hải Phòng';

const folder = work_folder({ after });
const keys = make_keys(folder);

for (const [source, says] of /** @type {const} */ ([
  ['dai-loc.json', 'báo cáo thống kê 14 kênh'],
  ['dai-loc-khong-co-kenh.json', 'đơn vị không có kênh cung cấp thông tin'],
])) {
  suite(`The e-mail draft of ${source}`, () => {
    const draft = join(folder, `${source}.eml`);
    /** @type {string} */
    let signed;
    /** @type {string} */
    let sha256;
    before(() => {
      const made = signed_by_both(folder, declaration(source), keys);
      signed = made.text;
      const { status, stdout, stderr } = sokenh(['email', made.path]);
      assert.equal(status, 0, stderr);
      writeFileSync(draft, stdout);
      sha256 = sokenh_json(['verify', made.path]).results[0].sha256;
    });

    /** @param {string} text */
    function assert_body(text) {
      const lines = ['Kính gửi: ', says, office, file_name, sha256, people.preparer.name];
      for (const part of lines) assert.ok(text.includes(part), part);
      assert.ok(!/[{}]/.test(text));
    }

    /** What the person at the office saves. @param {Uint8Array} bytes */
    function assert_attachment(bytes) {
      assert.deepEqual(Buffer.from(bytes).toString('utf8'), signed);
      const saved = join(folder, file_name);
      writeFileSync(saved, bytes);
      const { status, results } = sokenh_json(['verify', saved]);
      assert.equal(status, 0);
      assert.equal(results[0].unit, 'Trường Tiểu học Đại Lộc');
    }

    test("is read by Python's e-mail parser, without a defect", () => {
      const script = join(root, 'tests', 'interop', 'read_email.py');
      const read = JSON.parse(
        execFileSync('/usr/bin/python3', [script, draft], { encoding: 'utf8' }),
      );
      assert.deepEqual(read.defects, []);
      assert.equal(read.subject, subject);
      // Python before 3.13 puts a space between the encoded words of a name, against RFC 2047
      // section 6.2; of the subject it reads them right.
      const [[to_name, to_address]] = read.to;
      assert.equal(to_name.replace(/ +/g, ' '), office);
      assert.equal(to_address, 'vanphongsgd@haiphong.edu.vn');
      assert.equal(read.unsent, '1');
      assert_body(read.text);
      assert.equal(read.attachments.length, 1);
      assert.equal(read.attachments[0].name, file_name);
      assert.equal(read.attachments[0].type, 'application/json');
      assert_attachment(Buffer.from(read.attachments[0].bytes, 'base64'));
    });

    test('is read by postal-mime', async () => {
      const read = await PostalMime.parse(readFileSync(draft));
      assert.equal(read.subject, subject);
      assert.deepEqual(read.to, [{ name: office, address: 'vanphongsgd@haiphong.edu.vn' }]);
      assert_body(read.text ?? '');
      assert.equal(read.attachments.length, 1);
      const [attachment] = read.attachments;
      assert.equal(attachment.filename, file_name);
      assert.equal(attachment.mimeType, 'application/json');
      assert.equal(attachment.disposition, 'attachment');
      assert_attachment(new Uint8Array(/** @type {ArrayBuffer} */ (attachment.content)));
    });

    test('is ASCII in lines of at most 76 characters, ended by CRLF', () => {
      const text = readFileSync(draft, 'latin1');
      assert.match(text, /^[\r\n\x20-\x7e]*$/);
      const lines = text.split('\r\n');
      assert.ok(lines.every((line) => !/[\r\n]/.test(line)));
      assert.ok(Math.max(...lines.map((line) => line.length)) <= 76);
    });
  });
}
