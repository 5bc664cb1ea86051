// @ts-check
// Paper: what a screen says, as a document; every row of the table, no buttons, no secrets.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { page_for_all_tests, fill_unit, go_to, select_cell } from './chromium.mjs';
import { eventually, names, open_draft, sound } from './sheet.mjs';

const page = await page_for_all_tests();
const folder = mkdtempSync(join(tmpdir(), 'sokenh-paper-'));
after(() => {
  if (process.env.SOKENH_KEEP_PAPER !== '1') rmSync(folder, { recursive: true, force: true });
  else console.log(folder);
});

/** What the printer would get, as text, laid out; and the page's sizes. @param {string} name */
async function print(name) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  return {
    text: text.normalize('NFC'),
    flat: text.normalize('NFC').replace(/\s+/g, ' '),
    pages: Number(/^Pages:\s+(\d+)/m.exec(about)?.[1]),
    size: /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(about)?.slice(1).map(Number) ?? [],
  };
}

test('fields are printed with what stands in them, also what is still being typed', async () => {
  await fill_unit(page);
  await page.getByRole('textbox', { name: 'Địa chỉ' }).pressSequentially('Số 1, thôn Đông');
  const paper = await print('unit');
  for (const said of [
    /Tên đơn vị Trường Tiểu học Đại Lộc/,
    /Loại đơn vị Trường học/,
    /Địa chỉ Số 1, thôn Đông/,
    /Lãnh đạo đơn vị Nguyễn Văn Thành/,
    /Người ký/,
    /× CV Hải Phòng 11/,
  ]) {
    assert.match(paper.flat, said);
  }
  for (const button of ['Mở tệp…', 'Nền tối', 'English', 'Tải bản nháp']) {
    assert.ok(!paper.text.includes(button), button);
  }
  assert.ok(paper.size[0] < paper.size[1], 'upright');
  assert.equal(await page.locator('#paper').count(), 0);
  assert.equal(await page.getByRole('textbox', { name: 'Địa chỉ' }).inputValue(), 'Số 1, thôn Đông');
});

test('every row is printed, from a phone as well, and the screen is as it was', async () => {
  const many = Array.from({ length: 120 }, (_, i) => sound(`Kênh số ${i + 1}.`));
  await open_draft(page, many);
  await select_cell(page, 60, 2);
  const before_print = await names(page);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 360, height: 640 },
  ]) {
    await page.setViewportSize(size);
    const paper = await print(`channels-${size.width}`);
    for (let i = 1; i <= 120; i += 1) assert.ok(paper.flat.includes(`Kênh số ${i}.`), `row ${i}`);
    assert.ok(paper.pages > 2);
    assert.ok(paper.size[0] > paper.size[1], 'a wide table lies on its side');
    // The headings stand on every sheet.
    assert.ok(paper.text.split('Quản trị viên').length - 1 >= paper.pages - 1);
    assert.ok(!paper.text.includes('Thêm dòng mới'));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await eventually(() => names(page), before_print);
});

test('findings and signatures are on paper, too', async () => {
  const channel = { ...sound('Cổng một'), created: '30/02/2023', administrators: 'Vũ Thị Mai\nĐỗ Văn Khải' };
  await open_draft(page, [channel]);
  await select_cell(page, 1, 2);
  const channels = await print('findings');
  assert.match(channels.flat, /30\/02\/2023/);
  assert.match(channels.flat, /HP23-1\.1/);
  assert.match(channels.flat, /Vũ Thị Mai/);
  await go_to(page, 'Ký & xuất');
  const sign = await print('sign');
  assert.match(sign.flat, /Bước 1: /);
  assert.match(sign.flat, /Lãnh đạo đơn vị/);
});

test('a secret is never printed', async () => {
  await page.getByRole('button', { name: 'Cán bộ thống kê ký' }).click();
  await page.getByRole('textbox', { name: 'Cụm mật khẩu của khóa' }).fill('con mèo trèo cây cau');
  const paper = await print('secret');
  assert.match(paper.flat, /Ký với vai trò/);
  assert.ok(!paper.flat.includes('mèo'));
  await page.keyboard.press('Escape');
});
