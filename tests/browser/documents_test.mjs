// @ts-check
// The documents screen as a person uses it: what there is, what is missing, printed and downloaded; a draft until both
// have signed, and again after a change.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { fill_field, go_to, make_key_and_sign, page_for_all_tests } from './chromium.mjs';
import { open_draft, sound } from './sheet.mjs';

const page = await page_for_all_tests();
const folder = mkdtempSync(join(tmpdir(), 'sokenh-documents-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const form = () => page.getByRole('region', { name: 'Biểu thống kê kênh', exact: true });

/** What the printer would get after «In». @returns {Promise<string>} */
async function printed() {
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-print-asked', '');
  });
  await form().getByRole('button', { name: 'In', exact: true }).click();
  await page.locator('html[data-print-asked]').waitFor();
  await page.evaluate(() => document.documentElement.removeAttribute('data-print-asked'));
  const file = join(folder, 'in.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  assert.equal(await page.locator('#document').count(), 0, 'gone after printing');
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC').replace(/\s+/g, ' ');
}

/** @returns {Promise<string>} the name of the file */
async function downloaded() {
  const started = page.waitForEvent('download');
  await form().getByRole('button', { name: 'Tải .docx' }).click();
  const file = await started;
  const path = await file.path();
  const text = strFromU8(unzipSync(readFileSync(path))['word/document.xml']);
  assert.match(text, /Cổng thông tin một/);
  return file.suggestedFilename();
}

test('a draft says so and what it lacks, and leads there', async () => {
  await open_draft(page, [sound('Cổng thông tin một')]);
  await go_to(page, 'Tài liệu');
  await form().getByText('Dữ liệu chưa được ký.').waitFor();
  assert.match(await printed(), /Bản nháp: dữ liệu chưa được ký\..*Cổng thông tin một/);
  assert.equal(await downloaded(), 'Biểu thống kê kênh - Trường Tiểu học Đại Lộc (bản nháp).docx');
  const request = page.getByRole('region', { name: 'Công văn đề nghị xóa tài khoản' });
  assert.ok(await request.getByRole('button', { name: 'In', exact: true }).isDisabled());
  await form().getByRole('button', { name: 'Địa danh ghi trên văn bản' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor();
});

test('its text can be read on the screen', async () => {
  await go_to(page, 'Tài liệu');
  await form().getByRole('button', { name: 'Xem nội dung' }).click();
  await form().getByText('THỐNG KÊ KÊNH CUNG CẤP THÔNG TIN TRÊN MÔI TRƯỜNG MẠNG').waitFor();
  await form().getByText(/^1 · Cổng thông tin một/).waitFor();
  await form().getByRole('button', { name: 'Thu gọn' }).click();
});

test('signed by both it carries the hash; a change makes it a draft again', async () => {
  await go_to(page, 'Ký & xuất');
  await make_key_and_sign(page, 'Cán bộ thống kê ký');
  await make_key_and_sign(page, 'Lãnh đạo ký xác nhận');
  await go_to(page, 'Tài liệu');
  await form().getByText('Đã ký', { exact: true }).waitFor();
  const paper = await printed();
  assert.match(paper, /Mã kiểm tra SHA-256 của dữ liệu đã ký: ([0-9a-f]{8} ){8}/);
  assert.doesNotMatch(paper, /Bản nháp/);
  assert.equal(await downloaded(), 'Biểu thống kê kênh - Trường Tiểu học Đại Lộc.docx');
  await go_to(page, 'Đơn vị');
  await fill_field(page, 'Lãnh đạo đơn vị', 'Trần Thị Hoa');
  await go_to(page, 'Tài liệu');
  await form().getByText(/trở lại là bản nháp/).waitFor();
  const changed = await printed();
  assert.match(changed, /dữ liệu đã được sửa sau khi ký/);
  assert.doesNotMatch(changed, /SHA-256/);
});
