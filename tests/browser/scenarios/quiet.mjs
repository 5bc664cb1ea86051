// @ts-check
// The page does nothing unasked: no frame and no timer while nobody touches it, no request but for its own files.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/commands.mjs';
import { eventually, three } from '../sheet.mjs';

/**
 * In the page: counts what it asks for and what of it is done.
 * @param {boolean} [timers_are_others] WebKit's driver sets one for every script it runs here
 */
function count_work(timers_are_others = false) {
  const work = { asked: 0, done: 0, changes: 0, frame: window.requestAnimationFrame };
  Object.assign(window, { work });
  for (const name of ['requestAnimationFrame', 'requestIdleCallback', 'setTimeout', 'setInterval']) {
    if (timers_are_others && name === 'setTimeout') continue;
    const all = /** @type {any} */ (window);
    const original = all[name];
    if (!original) continue; // WebKit has no idle callbacks
    all[name] = (/** @type {(...values: any[]) => void} */ callback, /** @type {any[]} */ ...rest) => {
      work.asked += 1;
      const counted = (/** @type {any[]} */ ...values) => {
        work.done += 1;
        callback(...values);
      };
      return original.call(window, counted, ...rest);
    };
  }
  const observer = new MutationObserver((list) => (work.changes += list.length));
  observer.observe(document, { attributes: true, childList: true, subtree: true });
}

/** @type {import('./scene.mjs').Scenarios} */
export const quiet = {
  'an idle page draws no frame, sets no timer, asks for nothing': async ({ person, engine, url }) => {
    engine.asked?.splice(0);
    await engine.before_each_page(count_work);
    await person.reloads();
    // Elsewhere a timer set before this, once and for all, would not be seen.
    if (!engine.abilities.counts_from_the_start) await engine.evaluate(count_work, true);
    const work = () =>
      engine.evaluate(() => {
        const { asked, done, changes } = /** @type {any} */ (window).work;
        return { asked, done, changes };
      });
    await person.has_channels(three);
    await person.goes_to_cell(2, 2);
    await person.reads(/Đã lưu \d\d:\d\d · trên máy này/);
    await engine.click(...(await person.middle_of(1, 4)));
    await person.is_at('Thời gian tạo lập', 1);
    // What the last input asked for is done.
    await eventually(async () => {
      const { asked, done } = await work();
      return done > 0 && asked === done;
    }, true);
    const before = await work();
    await engine.evaluate(async () => {
      for (let i = 0; i < 60; i += 1) {
        await new Promise((resolve) => /** @type {any} */ (window).work.frame.call(window, resolve));
      }
    });
    assert.deepEqual(await work(), before);
    // It was not asleep: a key still draws.
    await engine.press('ArrowDown');
    await eventually(async () => (await work()).changes > before.changes, true);

    /** @type {string[]} */
    const loaded = await engine.evaluate(() => performance.getEntries().map((entry) => entry.name));
    const requests = [...loaded, ...(engine.asked ?? [])].filter((name) => /^\w+:/.test(name));
    assert.ok(requests.some((name) => /\/sokenh-[^/]+\.wasm$/.test(name)));
    const own = new URL('/', url).href;
    const others = requests.filter((name) => {
      if (name.startsWith('data:') || name.startsWith(`blob:${own}`)) return false;
      return !name.startsWith(own) || !existsSync(join(root, 'dist', new URL(name).pathname));
    });
    assert.deepEqual(others, []);
  },
};
