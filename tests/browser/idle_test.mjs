// @ts-check
// A page that nobody touches costs nothing: no frame, no timer, no change.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, import_sample, saved, select_cell } from './chromium.mjs';
import { eventually } from './sheet.mjs';

/** @type {Browser} */
let browser;
before(async () => {
  browser = await Browser.launch();
  await browser.context?.addInitScript(() => {
    const work = { asked: 0, done: 0, changes: 0 };
    Object.assign(window, { work });
    for (const name of /** @type {const} */ ([
      'requestAnimationFrame',
      'requestIdleCallback',
      'setTimeout',
      'setInterval',
    ])) {
      const original = /** @type {any} */ (window[name]);
      /** @type {any} */ (window)[name] = (
        /** @type {(...a: any[]) => void} */ callback,
        /** @type {any[]} */ ...rest
      ) => {
        work.asked += 1;
        return original.call(
          window,
          (/** @type {any[]} */ ...values) => {
            work.done += 1;
            callback(...values);
          },
          ...rest,
        );
      };
    }
    new MutationObserver((list) => (work.changes += list.length)).observe(document, {
      attributes: true,
      childList: true,
      subtree: true,
    });
  });
});
after(async () => {
  await browser.end();
});

for (const renderer of ['cpu', 'gl']) {
  test(`an idle page does nothing (${renderer})`, async () => {
    const page = await browser.page(`?renderer=${renderer}`);
    const work = () =>
      page.evaluate(() => ({ .../** @type {any} */ (window).work, at: performance.now() }));
    await import_sample(page);
    await saved(page);
    await select_cell(page, 2, 2);
    await page.mouse.move(700, 400);
    const before_work = await work();
    assert.ok(before_work.done > 0, 'the wrappers count');
    // What the last input asked for is done.
    await eventually(async () => {
      const { asked, done } = await work();
      return asked === done;
    }, true);

    const start = await work();
    await page.waitForTimeout(3000);
    const end = await work();
    assert.ok(end.at - start.at >= 3000);
    assert.deepEqual({ ...end, at: 0 }, { ...start, at: 0 });

    // It was not asleep: a key still draws.
    await page.keyboard.press('Tab');
    await eventually(async () => (await work()).changes > end.changes, true);
    assert.deepEqual(browser.problems, []);
    await page.close();
  });
}
