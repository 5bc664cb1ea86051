// @ts-check
// What the page puts on the clipboard arrives in the real LibreOffice cell by cell, as text; and what LibreOffice
// writes as HTML, as it does on its clipboard, comes into the page.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { Browser, go_to, paste } from '../browser/chromium.mjs';
import { cell_is, eventually, open_draft, row_count, sound } from '../browser/sheet.mjs';
import { work_folder } from './sokenh.mjs';

const folder = work_folder({ after });

const long = 'Trường Tiểu học Đại Lộc ký. '.repeat(60).trim();
const channels = [
  { ...sound('Cổng thông tin\nhttps://dailoc.example.edu.vn'), identifier: 'dailoc', contact: '02363865123' },
  { ...sound('=1+1'), identifier: '+84912345678', created: '9/2016', contact: '0236 3865 123' },
  { ...sound('Trang "Măng non" & <bạn bè>'), identifier: '00123456789012345678', created: '01/02/2019' },
  { ...sound(long), identifier: '@truong', created: '1e5', contact: '-' },
];
const keys = /** @type {const} */ (['name', 'identifier', 'created', 'managing_unit', 'administrators', 'contact', 'state']);
const expected = channels.map((channel, i) => [
  String(i + 1),
  ...keys.map((key) => /** @type {Record<string, string>} */ (channel)[key] ?? ''),
]);

/** @param {string} source @param {string} filter of what is read @param {string} to extension, and filter */
function convert(source, filter, to) {
  // A profile of its own: another LibreOffice may be running.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const infilter = filter === '' ? [] : [`--infilter=${filter}`];
  execFileSync('soffice', [profile, '--headless', ...infilter, '--convert-to', to, '--outdir', folder, source], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return source.replace(/[^.]*$/, to.replace(/:.*/, ''));
}

/** @param {string} text every cell quoted @returns {string[][]} */
function read_csv(text) {
  const rows = [];
  for (const row of text.matchAll(/((?:"(?:[^"]|"")*",?)+)\n/g)) {
    rows.push([...row[1].matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"')));
  }
  return rows;
}

/** @type {Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
before(async () => {
  browser = await Browser.launch();
  page = await browser.page();
});
after(async () => {
  await browser.end();
});

/** What another program would be given. */
async function clipboard() {
  await page.evaluate(() => {
    const take = (/** @type {ClipboardEvent} */ event) => {
      event.preventDefault();
      event.stopPropagation();
      const data = event.clipboardData;
      document.documentElement.dataset.html = data?.getData('text/html') ?? '';
      document.documentElement.dataset.text = data?.getData('text/plain') ?? '';
    };
    window.addEventListener('paste', take, { capture: true, once: true });
  });
  await page.keyboard.press('Control+V');
  const read = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  await eventually(async () => (await read()).text !== undefined, true);
  const { html = '', text = '' } = await read();
  return { html, text };
}

test('the table copied from the page is in Calc what it is here, and a table in Writer', async () => {
  await open_draft(page, channels);
  await page.getByRole('grid').locator('textarea').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('dialog').getByRole('button', { name: 'Sao chép cả bảng' }).click();
  await page.getByText('Đã sao chép').first().waitFor();
  const { html, text } = await clipboard();

  // Excel's sign for text; Excel itself is not here to be asked.
  assert.ok(html.includes("mso-number-format:'\\@'"));
  const source = join(folder, 'clipboard.html');
  writeFileSync(source, html);
  // UTF-8, every text cell quoted, as shown: a number or a date would come without quotes.
  const csv = convert(source, 'HTML (StarCalc)', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false');
  const cells = read_csv(readFileSync(csv, 'utf8'));
  assert.deepEqual(cells.slice(1), expected);
  const sheet = readFileSync(convert(source, 'HTML (StarCalc)', 'fods'), 'utf8');
  assert.doesNotMatch(sheet, /table:formula=|office:value-type="(?!string)/);

  const letter = readFileSync(convert(source, 'HTML (StarWriter)', 'fodt'), 'utf8');
  assert.equal([...letter.matchAll(/<table:table-row/g)].length, channels.length + 1);
  assert.ok(letter.includes('Trang &quot;Măng non&quot; &amp; &lt;bạn bè&gt;'));

  // The plain text, for programs that take no HTML, comes back into the page as it was.
  assert.ok(text.includes("\t'+84912345678\t"));
  await paste(page, text);
  await page.getByRole('dialog').getByRole('button', { name: `Nhập ${channels.length} kênh` }).click();
  await eventually(() => row_count(page), 2 * channels.length);
  await cell_is(page, channels.length + 1, 2, expected[0][1]);
  await cell_is(page, channels.length + 2, 3, '+84912345678');
});

test('what LibreOffice writes as HTML is read cell by cell', async () => {
  await go_to(page, 'Kênh thông tin');
  const header = await page.getByRole('grid').getByRole('columnheader').evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  const quoted = [header.map((one) => one.replace(/^Xếp theo /, '')), ...expected].map((row) =>
    row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  const source = join(folder, 'sheet.csv');
  writeFileSync(source, quoted.join('\n'));
  // All columns as text, as a careful clerk keeps them.
  const columns = expected[0].map((_, i) => `${i + 1}/2`).join('/');
  const book = convert(source, `Text - txt - csv (StarCalc):44,34,76,1,${columns}`, 'ods');
  const html = readFileSync(convert(book, '', 'html:HTML (StarCalc)'), 'utf8');
  await open_draft(page, [sound('Cũ')]);
  await page.getByRole('grid').locator('textarea').focus();
  await paste(page, 'the text beside it is not used', html);
  await page.getByRole('dialog').getByRole('button', { name: `Nhập ${channels.length} kênh` }).click();
  await eventually(() => row_count(page), channels.length + 1);
  for (const [row, cells] of expected.entries()) {
    await page.locator('textarea').focus();
    for (let column = 2; column <= 8; column += 1) await cell_is(page, row + 2, column, cells[column - 1]);
  }
  assert.deepEqual(browser.problems, []);
});
