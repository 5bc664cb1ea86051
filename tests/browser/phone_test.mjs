// @ts-check
// A phone's width: the navigation is below, files and display are one touch away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { Browser, go_to, saved } from './chromium.mjs';

/** @type {Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;
before(async () => {
  browser = await Browser.launch();
  page = await browser.page();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Khác', exact: true }).waitFor();
});
afterEach(() => {
  assert.deepEqual(browser.problems, []);
});
after(async () => {
  await browser.end();
});

const dialog = () => page.getByRole('dialog', { name: 'Tệp và hiển thị' });

async function open_tools() {
  await page.getByRole('button', { name: 'Khác', exact: true }).click();
  await dialog().waitFor({ state: 'attached' });
}

test('every destination stands below and is a finger wide', async () => {
  const entries = page.getByRole('navigation').getByRole('button');
  assert.deepEqual(await entries.allInnerTexts(), ['Đơn vị', 'Kênh thông tin', 'Ký & xuất', 'Khác']);
  for (const entry of await entries.all()) {
    const box = await entry.boundingBox();
    assert.ok(box && box.width >= 44 && box.height >= 44 && box.y + box.height <= 800);
  }
  await go_to(page, 'Ký & xuất');
  await go_to(page, 'Đơn vị');
});

test('a draft is downloaded and opened again from the tools', async () => {
  await page.getByRole('textbox', { name: 'Tên đơn vị', exact: true }).fill('Trường Mầm non Hoa Sen');
  await page.keyboard.press('Enter');
  await saved(page);
  await open_tools();
  const started = page.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Tải bản nháp' }).click();
  const bytes = readFileSync(await (await started).path());
  assert.equal(JSON.parse(bytes.toString()).unit.name, 'Trường Mầm non Hoa Sen');
  await dialog().waitFor({ state: 'detached' });

  await open_tools();
  const chooser = page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: 'Mở tệp…' }).click();
  await (await chooser).setFiles({ name: 'nháp.json', mimeType: 'application/json', buffer: bytes });
  await page.getByRole('dialog').getByText('Trường Mầm non Hoa Sen').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('language and colours are changed from the tools; Escape leaves them', async () => {
  await open_tools();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await open_tools();
  await dialog().getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Unit' }).waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor();
});
