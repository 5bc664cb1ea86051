// @ts-check
// sokenh hash: what sha256sum says of the same files.
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
