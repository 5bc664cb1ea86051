// @ts-check
// dist/sokenh.html alone, as from a USB stick: no server, no other file, no connection.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/commands.mjs';
import {
  Browser,
  download,
  fill_unit,
  go_to,
  import_sample,
  make_key_and_sign,
  open_file,
  ready,
  sample,
  saved,
} from './chromium.mjs';
import { Display } from './engines/display.mjs';
import { Firefox } from './engines/firefox.mjs';
import { Person } from './engines/person.mjs';

// A name as people give them.
const folder = mkdtempSync(join(tmpdir(), 'USB của trường '));
const file = join(folder, 'Sổ Kênh (bản mới).html');

/** @type {Browser} */
let browser;
before(async () => {
  copyFileSync(join(root, 'dist', 'sokenh.html'), file);
  browser = new Browser({ url: pathToFileURL(file).href, close: async () => {} });
  await browser.open();
});
after(async () => {
  await browser.end();
  rmSync(folder, { recursive: true, force: true });
});

test('the single file does the whole job from file:// in Chromium and asks for nothing else', async () => {
  /** @type {Set<string>} */
  const asked = new Set();
  browser.context?.on('request', (request) => asked.add(request.url()));
  const page = await browser.page();
  await fill_unit(page);
  await import_sample(page);
  await saved(page);
  await go_to(page, 'Ký & xuất');
  await make_key_and_sign(page, 'Cán bộ thống kê ký');
  const signed = await download(page, 'Tải tệp đã ký');
  await page.reload();
  await ready(page);
  await go_to(page, 'Đơn vị');
  const name = page.getByRole('textbox', { name: 'Tên đơn vị', exact: true });
  assert.equal(await name.inputValue(), 'Trường Tiểu học Đại Lộc');
  await open_file(page, signed.name, signed.bytes);
  await page.getByRole('dialog', { name: 'Mở tệp' }).getByText('Chữ ký hợp lệ').waitFor();
  // Back works as on a server: it closes the dialog, then returns to the screen before.
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Ký & xuất' }).waitFor();
  const own = /^(data:image\/svg|blob:null\/|blob:file:)/;
  const others = [...asked].filter((url) => url !== browser.url && !own.test(url));
  assert.deepEqual(others, []);
  assert.deepEqual(browser.problems, []);
  await page.close();
});

test('the single file does its job from file:// in Firefox too', async (t) => {
  const display = await Display.start();
  const firefox = new Firefox(display);
  t.after(async () => {
    await firefox.stop();
    await display.end();
    firefox.remove();
  });
  await firefox.start();
  const person = new Person(firefox);
  await firefox.go_to(browser.url);
  await person.goes_to('Đơn vị');
  await person.fills('Tên đơn vị', 'Trường Tiểu học Đại Lộc');
  await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
  await firefox.reload();
  await person.goes_to('Kênh thông tin');
  await person.clicks('button', 'Dán từ Excel');
  await person.clicks('textbox', 'Dán bảng vào đây');
  await person.pastes(sample);
  await person.clicks('button', 'Nhập 14 kênh');
  await person.sees('grid');
  await person.goes_to('Đơn vị');
  const name = await person.find('textbox', 'Tên đơn vị');
  assert.equal(name?.value, 'Trường Tiểu học Đại Lộc');
  await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
  assert.deepEqual(firefox.problems, []);
});

test('the single file allows no connection and no script but its own', async () => {
  const html = readFileSync(file, 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
  assert.match(policy, /default-src 'none'; script-src ('sha256-[\w+/=]+' ){2}'wasm-unsafe-eval'; /);
  assert.match(policy, /connect-src 'none'/);
  assert.match(policy, /worker-src blob:;/);
  assert.match(policy, /trusted-types sokenh$/);
  assert.doesNotMatch(policy, /'self'|unsafe-inline|'unsafe-eval'|https?:/);
  // What stands in the scripts is text: they write documents.
  const markup = html.replace(/(<script\b[^>]*>)[^]*?(?=<\/script>)/g, '$1');
  assert.doesNotMatch(markup, /<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?!data:)/);

  const page = await browser.page();
  const reached = await page.evaluate(async (other) => {
    const fetched = await fetch(other).then(
      () => true,
      () => false,
    );
    let smuggled = true;
    try {
      document.body.append(document.createElement('script'));
      /** @type {HTMLScriptElement} */ (document.body.lastElementChild).textContent = 'window.x = 1';
      smuggled = 'x' in window;
    } catch {
      smuggled = false;
    }
    return { fetched, smuggled };
  }, browser.url);
  assert.deepEqual(reached, { fetched: false, smuggled: false });
  await page.close();
});
