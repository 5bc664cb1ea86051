// @ts-check
// The module comes in two files: the first screen needs only the first; the other is there before anybody notices, or
// is waited for, or its absence is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, fill_field, go_to, ready, saved } from './chromium.mjs';

const rest = '**/sokenh-rest-*.wasm';

/**
 * The page opened for the first time.
 * @param {import('node:test').TestContext} t
 * @param {(route: import('playwright-core').Route) => unknown} answer to its asking for the other part
 */
async function page_whose_rest(t, answer) {
  const browser = await Browser.launch({ serviceWorkers: 'block' });
  t.after(() => browser.end());
  if (!browser.context) throw new Error('closed');
  const page = await browser.context.newPage();
  await page.route(rest, answer);
  await page.goto(browser.url);
  await ready(page);
  return page;
}

test('the first screen is used without the other part', async (t) => {
  let asked = 0;
  const page = await page_whose_rest(t, () => (asked += 1));
  await fill_field(page, 'Tên đơn vị', 'Trường Tiểu học Đại Lộc');
  await saved(page);
  assert.equal(asked, 1);
});

test('what needs the other part before it has come fetches it at once', async (t) => {
  /** @type {string[]} */
  const ways = [];
  const page = await page_whose_rest(t, (route) => {
    const way = route.request().resourceType();
    ways.push(way);
    // The one that was asked for in time never comes.
    if (way === 'xhr') return route.continue();
  });
  await go_to(page, 'Ký & xuất');
  assert.deepEqual(ways, ['fetch', 'xhr']);
});

test('when it cannot be had, that is said, and what was entered is kept', async (t) => {
  const page = await page_whose_rest(t, (route) => route.abort());
  await fill_field(page, 'Tên đơn vị', 'Trường THCS Ái Nghĩa');
  await saved(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Ký & xuất' }).click();
  await page.getByRole('alert').getByText(/^Không tải được đủ các tệp/).waitFor();
  await page.unroute(rest);
  await page.reload();
  await ready(page);
  await go_to(page, 'Đơn vị');
  assert.equal(await page.getByRole('textbox', { name: 'Tên đơn vị', exact: true }).inputValue(), 'Trường THCS Ái Nghĩa');
});
