// @ts-check
// npm run screens: takes the pictures of every screen anew that tests/browser/screens_test.mjs compares with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Failure, main_of, root } from './commands.mjs';
import { setup } from './setup.mjs';

const folder = join(root, 'tests', 'browser', 'screens');

await main_of(import.meta.url, async () => {
  setup({ tests: true });
  await build();
  // After set-up only: on a fresh clone the packages they import are not there before.
  const { Browser } = await import('../tests/browser/chromium.mjs');
  const { small_png } = await import('../tests/browser/picture.mjs');
  const { every_screen } = await import('../tests/browser/screens.mjs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Record<string, string>} */
  const fields = {};
  let pictures = 0;
  let bytes = 0;
  const browser = await Browser.launch({ serviceWorkers: 'block' });
  try {
    for await (const { name, picture, field } of every_screen(browser)) {
      const png = small_png(picture);
      writeFileSync(join(folder, `${name}.png`), png);
      if (field) fields[name] = field;
      pictures += 1;
      bytes += png.length;
    }
  } finally {
    await browser.end();
  }
  if (browser.problems.length > 0) throw new Failure(browser.problems.join('\n'));
  writeFileSync(join(folder, 'fields.json'), `${JSON.stringify(fields, null, 2)}\n`);
  console.log(`${pictures} pictures, ${bytes.toLocaleString('en')} bytes: look at those that git shows as changed.`);
});
