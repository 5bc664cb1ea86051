// @ts-check
// From a key to the pixels it changes, drawn by the processor at 1280 x 800: arrow keys through the grid of the sample
// (the selection moves, the side panel follows). Letters need no picture: they stand in the browser's own field.
// Prints medians.
//
//   npm run build && node tests/bench/typing_bench.mjs
import { Browser, import_sample } from '../browser/chromium.mjs';
import { median } from './median.mjs';

const keys = 120;

const browser = await Browser.launch();
const page = await browser.page('?renderer=cpu');
await page.setViewportSize({ width: 1280, height: 800 });
await import_sample(page);
await page.getByRole('grid').locator('textarea').focus();

// In the page: from the key event to the end of the last painting it caused, and to the frame after.
await page.evaluate(() => {
  const measured = { painted: /** @type {number[]} */ ([]), shown: /** @type {number[]} */ ([]) };
  Object.assign(window, { measured });
  let pressed = 0;
  let last = 0;
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (/** @type {any[]} */ ...values) {
    put.apply(this, /** @type {any} */ (values));
    last = performance.now();
  };
  window.addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
      last = 0;
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (last === 0) return;
          measured.painted.push(last - pressed);
          measured.shown.push(performance.now() - pressed);
        }),
      );
    },
    { capture: true },
  );
});

for (let i = 0; i < keys; i += 1) {
  await page.keyboard.press(i % 20 < 10 ? 'ArrowDown' : 'ArrowUp');
  await page.waitForTimeout(40); // a person's pause: no key waits for the one before
}
const { painted, shown } = await page.evaluate(() => /** @type {any} */ (window).measured);
console.log(
  `arrow keys: ${median(painted).toFixed(1)} ms to the picture, ${median(shown).toFixed(1)} ms until after the next ` +
    `frame (medians of ${painted.length})`,
);
await browser.end();
