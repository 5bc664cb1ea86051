// @ts-check
// Nothing leaves the machine: a whole session asks only for the product's own files, and could do nothing else.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
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
  saved,
  select_cell,
} from './chromium.mjs';

/** @type {Browser} */
let browser;
before(async () => {
  browser = await Browser.launch();
  await browser.context?.addInitScript(() => {
    /** @type {string[]} */
    const violations = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.effectiveDirective}: ${event.blockedURI}`),
    );
  });
});
after(async () => {
  await browser.end();
});

const violations = (/** @type {import('playwright-core').Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (window).violations);

test('a whole session asks for the product’s own files and nothing else', async () => {
  /** @type {Set<string>} */
  const asked = new Set();
  browser.context?.on('request', (request) => asked.add(`${request.method()} ${request.url()}`));
  const page = await browser.page();
  await fill_unit(page);
  await import_sample(page);
  // A channel with an address of its own is not looked up.
  await select_cell(page, 1, 2);
  await page.keyboard.type('https://www.example.com/trang-chu');
  await page.keyboard.press('Enter');
  await go_to(page, 'Mật khẩu');
  await page.getByRole('textbox', { name: 'Mật khẩu cần kiểm tra' }).fill('Haiphong@2023');
  await page.getByText(/^«Haiphong» là địa danh/).waitFor({ state: 'attached' });
  await go_to(page, 'Ký & xuất');
  await make_key_and_sign(page, 'Cán bộ thống kê ký');
  const file = await download(page, 'Tải tệp đã ký');
  await download(page, 'Tải thư nháp (.eml)');
  await download(page, 'Lưu tệp + sao chép nội dung');
  await download(page, 'Tải bản nháp');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('button', { name: 'Nền tối' }).click();
  await open_file(page, file.name, file.bytes);
  await page.getByRole('dialog', { name: 'Mở tệp' }).getByText('Chữ ký hợp lệ').waitFor();
  await page.keyboard.press('Escape');
  await saved(page);
  await page.reload();
  await ready(page);

  const before_blob = `GET blob:${browser.url}`; // a download's bytes, made by the page itself
  const others = [...asked].filter((request) => {
    if (request.startsWith(before_blob) || request.startsWith('GET data:')) return false;
    const path = request.slice(`GET ${browser.url}`.length);
    return !request.startsWith(`GET ${browser.url}`) || !existsSync(join(root, 'dist', path));
  });
  assert.deepEqual(others, []);
  assert.ok([...asked].some((request) => /\/sokenh-[^/]+\.wasm$/.test(request)));
  assert.deepEqual(await page.evaluate(() => document.cookie), '');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(browser.problems, []);
});

test('the security policy, sent and written in the page, allows neither eval nor other hosts nor markup', async () => {
  const response = await fetch(browser.url);
  const sent = response.headers.get('content-security-policy') ?? '';
  const written =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(await response.text())?.[1] ??
    '';
  for (const policy of [sent, written]) {
    /** @type {Map<string, string[]>} */
    const directives = new Map();
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      directives.set(name, sources);
    }
    assert.deepEqual(directives.get('default-src'), ["'none'"]);
    assert.deepEqual(directives.get('script-src'), ["'self'", "'wasm-unsafe-eval'"]);
    assert.deepEqual(directives.get('connect-src'), ["'self'"]);
    assert.deepEqual(directives.get('base-uri'), ["'none'"]);
    assert.deepEqual(directives.get('form-action'), ["'none'"]);
    assert.deepEqual(directives.get('require-trusted-types-for'), ["'script'"]);
    assert.deepEqual(directives.get('trusted-types'), ['sokenh']);
    directives.delete('require-trusted-types-for');
    directives.delete('trusted-types');
    const sources = new Set([...directives.values()].flat());
    assert.deepEqual(
      [...sources].filter(
        (source) => !["'none'", "'self'", "'wasm-unsafe-eval'", 'data:', 'blob:'].includes(source),
      ),
      [],
    );
  }
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
});

test('a connection elsewhere and a script written into the page are refused', async () => {
  const page = await browser.page();
  const reached = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.append(document.createTextNode('window.smuggled = true'));
    document.head.append(script);
    const image = new Image();
    image.src = 'https://example.com/a.png';
    await new Promise((resolve) => (image.onerror = resolve));
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    const sent = navigator.sendBeacon('https://example.com/', 'x');
    /** @param {() => void} action */
    const refuses = (action) => {
      try {
        action();
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    };
    const types = /** @type {any} */ (window).trustedTypes;
    return {
      fetched,
      sent,
      smuggled: 'smuggled' in window,
      markup_refused: refuses(() => (document.body.innerHTML = '<b>x</b>')),
      // The one name allowed is taken, once.
      policies_refused: ['sokenh', 'other'].every((name) =>
        refuses(() => types.createPolicy(name, {})),
      ),
    };
  });
  assert.deepEqual(
    { ...reached, sent: false },
    {
      fetched: false,
      sent: false,
      smuggled: false,
      markup_refused: true,
      policies_refused: true,
    },
  );
  const refused = await violations(page);
  assert.ok(refused.includes('require-trusted-types-for: trusted-types-sink'));
  assert.ok(
    refused.some((/** @type {string} */ one) => one.startsWith('img-src: https://example.com')),
  );
  assert.ok(
    refused.some((/** @type {string} */ one) => one.startsWith('connect-src: https://example.com')),
  );
});
