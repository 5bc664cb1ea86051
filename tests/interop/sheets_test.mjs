// @ts-check
// Excel files: what other programs write is read, what is hostile is refused before it takes room.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { read_first_sheet, SheetProblem, tsv_of } from '../../web/sheets.js';
import { hostile_sheets, workbook, xlsx } from '../xlsx.mjs';

const place = mkdtempSync(join(tmpdir(), 'sokenh-sheets-'));
after(() => rmSync(place, { recursive: true, force: true }));

test('rows and cells stand where they are in the sheet, letters composed', async () => {
  const rows = [['Tên máy', 'Địa chỉ IP'], ['', ''], ['Máy kế toán', '203.0.113.7', 'a & b <c>']];
  assert.deepEqual(await read_first_sheet(xlsx(rows)), [
    ['Tên máy', 'Địa chỉ IP', ''],
    ['', '', ''],
    ['Máy kế toán', '203.0.113.7', 'a & b <c>'],
  ]);
  assert.deepEqual(await read_first_sheet(xlsx([['Ma\u0301y'.normalize('NFD')]])), [['Máy']]);
  assert.deepEqual(await read_first_sheet(workbook('')), []);
  // Without places of their own, one after another.
  assert.deepEqual(await read_first_sheet(workbook('<row><c r="A1"><v>1</v></c><c r="B1"><v>2.5</v></c></row>')), [['1', '2.5']]);
});

test('as tab-separated values: cells with tabs, quotes and breaks are quoted', () => {
  assert.equal(tsv_of([['a\tb', 'c"d', 'e\nf'], ['g', '', '']]), '"a\tb"\t"c""d"\t"e\nf"\r\ng\t\t');
});

for (const [name, { bytes, code }] of Object.entries(hostile_sheets)) {
  test(`hostile: ${name}`, async () => {
    await assert.rejects(read_first_sheet(bytes()), (error) => error instanceof SheetProblem && error.code === code);
  });
}

test('what LibreOffice writes: texts, numbers, days, formulas with their result', { timeout: 120_000 }, async () => {
  const csv = join(place, 'máy.csv');
  writeFileSync(csv, '\ufeffTên máy,Địa chỉ IP,Ngày,Số\r\nMáy kế toán,203.0.113.7,2026-11-15,12.5\r\n"Máy, thư viện",192.168.1.0/24,,=1+1\r\n');
  execFileSync('soffice', [`-env:UserInstallation=file://${join(place, 'profile')}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1', '--outdir', place, csv], { stdio: 'pipe' });
  const rows = await read_first_sheet(readFileSync(join(place, 'máy.xlsx')));
  assert.deepEqual(rows[0], ['Tên máy', 'Địa chỉ IP', 'Ngày', 'Số']);
  assert.deepEqual(rows[1], ['Máy kế toán', '203.0.113.7', '15/11/2026', '12.5']);
  assert.deepEqual(rows[2].slice(0, 3), ['Máy, thư viện', '192.168.1.0/24', '']);
});
