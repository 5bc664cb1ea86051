// @ts-check
// Lighthouse: accessibility and best practices without a fault, on a desktop and on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { Browser } from './chromium.mjs';

/** @type {Browser} */
let browser;
/** Where Lighthouse, which drives the browser by itself, finds it. */
let port = 0;
before(async () => {
  browser = await Browser.launch({ more_arguments: ['--remote-debugging-port=0'] });
  port = Number(readFileSync(join(browser.profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
});
after(async () => {
  await browser.end();
});

for (const [device, config] of /** @type {const} */ ([
  ['desktop', desktopConfig],
  ['phone', undefined],
])) {
  test(`accessibility and best practices have no fault on a ${device}`, async () => {
    const result = await lighthouse(
      browser.url,
      {
        port,
        onlyCategories: ['accessibility', 'best-practices'],
        disableFullPageScreenshot: true,
        logLevel: 'error',
      },
      config,
    );
    assert.ok(result, 'lighthouse ran');
    const { audits, categories, runtimeError } = result.lhr;
    assert.equal(runtimeError, undefined);
    for (const category of Object.values(categories)) {
      const weighed = category.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]);
      assert.ok(weighed.some(({ score }) => score === 1));
      const failed = weighed.filter(({ score }) => score !== null && score < 1);
      assert.deepEqual(failed.map(({ id, title, details }) => ({ id, title, details })), []);
      assert.equal(category.score, 1, category.title);
    }
  });
}
