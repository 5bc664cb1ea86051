// @ts-check
// scan-page: a saved web page from the command line (TN17-1.1, TN17-1.2, DL-5.3).
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { declaration, root, sokenh, sokenh_json, work_folder } from './sokenh.mjs';

const folder = work_folder({ after });
const page = (/** @type {string} */ name) => join(root, 'tests', 'data', 'pages', name);

test('TN17-1.2: six items with their places, exit 0', () => {
  const { status, results } = sokenh_json(['scan-page', page('semantic.html')]);
  assert.equal(status, 0);
  const [scan] = results;
  assert.equal(scan.found, 6);
  assert.equal(scan.address, 'https://thcsanlao.example.edu.vn/');
  assert.match(scan.sha256, /^[0-9a-f]{64}$/);
  const responsible = scan.items.find((/** @type {any} */ each) => each.item === 'responsible');
  assert.equal(responsible.text, 'Phạm Thị Lan');
  assert.match(responsible.place, /^cuối trang, dòng \d+$/);
});

test('What is missing or cannot be read is said, with what to do; exit 1', () => {
  const { status, stdout } = sokenh(['scan-page', page('image-footer.html')]);
  assert.equal(status, 1);
  assert.match(stdout, /Cuối trang có 0 trong 6 mục/);
  assert.match(stdout, /Không đọc được/);
  assert.match(stdout, /chan_trang_2024\.jpg/);
});

test('TN17-1.1: hints are shown and change no exit code', () => {
  const { status, results } = sokenh_json(['scan-page', page('protected-email.html'), '--lang', 'en']);
  assert.equal(status, 0);
  assert.deepEqual(results[0].hints.map((/** @type {any} */ each) => each.press), ['Tuổi Trẻ', 'Dân trí', 'VnExpress']);
});

test("The unit's own data: what differs is said", () => {
  const { results } = sokenh_json([
    'scan-page', page('semantic.html'), '--unit', declaration('dai-loc.json'),
  ]);
  const name = results[0].items[0];
  assert.equal(name.doubt, 'differs');
  assert.match(name.advice, /Khác với dữ liệu của đơn vị/);
});

test('DL-5.3: what was put in comes first', () => {
  const changed = join(folder, 'sau.html');
  const text = readFileSync(page('semantic.html'), 'utf8').replace(
    '</body>',
    '<p>Tin mới</p><div style="display:none"><a href="https://x.example.net/">Nhà cái</a></div></body>',
  );
  writeFileSync(changed, text);
  const { status, results } = sokenh_json(['scan-page', changed, '--baseline', page('semantic.html')]);
  assert.equal(status, 1);
  assert.equal(results[0].changes[0].kind, 'bad_words');
  assert.equal(results[0].changes[0].hidden, 'display');
  assert.equal(results[0].changes.at(-1).kind, 'text_added');
  const same = sokenh_json(['scan-page', page('semantic.html'), '--baseline', page('semantic.html')]);
  assert.equal(same.status, 0);
  assert.equal(same.results[0].changes_total, 0);
});

test('What cannot be read ends with 3 and names the file', () => {
  const { status, results } = sokenh_json([
    'scan-page', page('semantic.html'), '--baseline', declaration('dai-loc.json'),
  ]);
  assert.equal(status, 3);
  assert.equal(results[0].error.input, 'baseline');
  assert.equal(results[0].error.code, 'page_not_html');
  assert.equal(sokenh(['scan-page']).status, 2);
});
