// @ts-check
// sokenh hash: what sha256sum says of the same files, and which backups of a declaration's book they are.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { sokenh, sokenh_json } from './sokenh.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sokenh-hash-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name @param {Buffer | string} content */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const digest = (/** @type {Buffer | string} */ content) => createHash('sha256').update(content).digest('hex');

const large = Buffer.alloc((3 << 20) + 7, 'Sổ Kênh ');
const paths = [
  file('trống', ''),
  file('lớn.bin', large),
  file('một dấu cách.txt', 'abc'),
  file('xuống\ndòng.txt', 'abc'),
  file('gạch\\chéo.txt', 'abc'),
];

suite('hash', () => {
  test('writes what sha256sum writes, which checks it', () => {
    const { status, stdout, stderr } = sokenh(['hash', ...paths]);
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.equal(stdout, spawnSync('sha256sum', paths, { encoding: 'utf8' }).stdout);
    assert.equal(spawnSync('sha256sum', ['--check', '--status'], { input: stdout }).status, 0);
  });

  test('says of each file what is wrong, and goes on with the others', () => {
    const { status, stdout, stderr } = sokenh(['hash', join(folder, 'không có'), paths[0], folder]);
    assert.equal(status, 3);
    assert.equal(stdout, `${digest('')}  ${paths[0]}\n`);
    assert.match(stderr, /không có: [^]*Không có tệp này/);
    assert.match(stderr, /Đây là thư mục/);
  });

  test('--json', () => {
    const { status, results } = sokenh_json(['hash', paths[1]]);
    assert.equal(status, 0);
    assert.deepEqual(results, [
      { file: paths[1], exit: 0, ok: true, sha256: digest(large), bytes: large.length },
    ]);
  });
});

suite('hash --log: TN17-2.2, new and old are never confused', () => {
  let seal = '0'.repeat(64);
  const log = [
    { at: '08:30 02/11/2026', file: 'cũ.zip', digest: digest('abc') },
    { at: '08:30 09/11/2026', file: 'lớn.bin', digest: digest(large).toUpperCase() },
  ].map((entry, i) => {
    const sealed = {
      act: 'backup',
      complete: 'yes',
      data_set: 'pupil_records',
      kind: 'backup',
      medium: 'usb',
      serial: String(i + 1),
      ...entry,
    };
    const canonical = JSON.stringify(Object.fromEntries(Object.entries(sealed).sort(([a], [b]) => (a < b ? -1 : 1))));
    seal = digest(`${seal}\n${canonical}`);
    return { id: i + 1, ...sealed, seal };
  });
  const unit = Object.fromEntries(
    ['name', 'parent', 'code', 'address', 'telephone', 'email', 'place', 'preparer_name', 'preparer_title', 'head_name', 'head_title'].map((name) => [name, '']),
  );
  const declaration = (/** @type {object[]} */ entries) =>
    JSON.stringify({
      format: 'sokenh.declaration',
      version: 1,
      unit: { ...unit, kind: 'school' },
      packs: [],
      no_channels: true,
      channels: [],
      log: entries,
    });
  const book = file('sổ.json', declaration(log));

  test('which backup a file is, the newest or an old one', () => {
    const { status, stdout } = sokenh(['hash', paths[1], paths[2], '--log', book, '--today', '2026-11-20']);
    assert.equal(status, 0);
    assert.match(stdout, /Hồ sơ học sinh, mục số 2, 08:30 09\/11\/2026 \(11 ngày trước\)\. Đây là bản mới nhất/);
    assert.match(stdout.replace(/\s+/g, ' '), /mục số 1, .*Đây là bản cũ: có 1 bản mới hơn, mới nhất là mục số 2/);
    const { results } = sokenh_json(['hash', paths[2], '--log', book]);
    assert.equal(results[0].backups[0].newest, 2);
    assert.equal(results[0].backups[0].newer, 1);
  });

  test('a file that is none, also under a name of the book', () => {
    const other = file('CŨ.zip', 'khác');
    const { status, stdout } = sokenh(['hash', other, '--log', book]);
    assert.equal(status, 1);
    assert.match(stdout, /Không có trong sổ sao lưu/);
    assert.match(stdout.replace(/\s+/g, ' '), /«cũ\.zip» đã ghi ở mục số 1.*SHA-256 khác/);
    assert.equal(sokenh(['hash', paths[0], '--log', book, '--lang', 'en']).status, 1);
  });

  test('a book that was tampered with, and one that cannot be read', () => {
    const damaged = file('hỏng.json', declaration([log[0], { ...log[1], medium: 'cloud' }]));
    const { status, stdout } = sokenh(['hash', paths[1], '--log', damaged]);
    assert.equal(status, 1);
    assert.match(stdout, /Sổ sao lưu bị can thiệp/);
    assert.equal(sokenh(['check', damaged]).status, 1);
    assert.match(sokenh(['check', damaged]).stdout.replace(/\s+/g, ' '), /Niêm phong của mục số 2 không khớp/);
    const missing = sokenh(['hash', paths[1], '--log', paths[2]]);
    assert.equal(missing.status, 3);
  });
});
