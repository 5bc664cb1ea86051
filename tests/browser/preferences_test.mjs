// @ts-check
// What the person asked their system for: dark or light, more contrast, forced colours, less motion.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page_for_all_tests, go_to } from './chromium.mjs';
import { eventually } from './sheet.mjs';

const page = await page_for_all_tests('?renderer=cpu');

/** A pixel of the picture, as #rrggbb. @param {number} x @param {number} y */
function pixel(x, y) {
  return page.evaluate(
    ([left, top]) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      const picture = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      const [red, green, blue] = picture.getImageData(left, top, 1, 1).data;
      return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
    },
    [x, y],
  );
}

/** The colour of the ground beside the cards. */
const ground = () => pixel(222, 880);
const theme = () => page.evaluate(() => document.documentElement.dataset.theme);

test('the system’s colour scheme is followed, live, until a theme is chosen', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually(ground, '#f5f6f8');
  await page.emulateMedia({ colorScheme: 'dark' });
  await eventually(ground, '#0f141b');
  assert.equal(await theme(), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually(ground, '#f5f6f8');

  await page.getByRole('button', { name: 'Nền tối' }).click();
  await eventually(ground, '#0f141b');
  // The system's own switching no longer matters: another change and back.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually(ground, '#0f141b');
  assert.equal(await theme(), 'dark');
  await page.getByRole('button', { name: 'Nền sáng' }).click();
  await eventually(ground, '#f5f6f8');
});

test('more contrast: a palette of its own, light and dark; the fields over the canvas follow', async () => {
  await page.emulateMedia({ contrast: 'more' });
  await eventually(ground, '#ffffff');
  const name = page.getByRole('textbox', { name: 'Tên đơn vị', exact: true });
  await name.click();
  await eventually(() => name.evaluate((element) => getComputedStyle(element).color), 'rgb(0, 0, 0)');
  await page.getByRole('button', { name: 'Nền tối' }).click();
  await eventually(ground, '#000000');
  await name.click();
  await eventually(() => name.evaluate((element) => getComputedStyle(element).color), 'rgb(255, 255, 255)');
  await page.getByRole('button', { name: 'Nền sáng' }).click();
  await page.emulateMedia({ contrast: null });
  await eventually(ground, '#f5f6f8');
});

test('forced colours: the canvas has the system’s, nothing of the mirror shows through', async () => {
  const canvas_color = () =>
    page.evaluate(() => {
      const probe = document.createElement('i');
      probe.style.backgroundColor = 'Canvas';
      document.body.append(probe);
      const parts = (getComputedStyle(probe).backgroundColor.match(/\d+/g) ?? []).map(Number);
      probe.remove();
      return `#${((parts[0] << 16) | (parts[1] << 8) | parts[2]).toString(16).padStart(6, '0')}`;
    });
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await eventually(() => page.evaluate(() => document.documentElement.dataset.contrast), 'forced');
    await eventually(ground, await canvas_color());
  }
  for (const role of /** @type {const} */ (['button', 'heading', 'textbox'])) {
    const color = await page
      .getByRole(role)
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    assert.equal(color, 'rgba(0, 0, 0, 0)', role);
  }
  // A field that has the focus is the browser's, in a colour that is seen.
  const name = page.getByRole('textbox', { name: 'Tên đơn vị', exact: true });
  await name.click();
  const [ink, canvas] = await Promise.all([name.evaluate((element) => getComputedStyle(element).color), canvas_color()]);
  assert.notEqual(ink, 'rgba(0, 0, 0, 0)');
  assert.notEqual(ink, canvas);
  await go_to(page, 'Ký & xuất');
  await go_to(page, 'Đơn vị');
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  await eventually(ground, '#f5f6f8');
});

test('nothing moves by itself, whatever was asked for', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await go_to(page, 'Kênh thông tin');
  await page.getByRole('button', { name: 'Dán từ Excel' }).first().click();
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await page.keyboard.press('Escape');
});
