// @ts-check
// Every screen looks as it did when somebody last looked: the pictures in screens/. `npm run screens` takes them anew;
// look at each that changed before it goes in.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { root } from '../../scripts/commands.mjs';
import { Browser } from './chromium.mjs';
import { in_colours, palette_in, picture_of } from './picture.mjs';
import { every_screen } from './screens.mjs';

const kept = join(import.meta.dirname, 'screens');
const found = join(root, 'build', 'screens');

/** @type {Browser} */
let browser;
before(async () => {
  rmSync(found, { recursive: true, force: true });
  browser = await Browser.launch({ serviceWorkers: 'block' });
});
after(async () => {
  await browser.end();
});

/** The fields over the canvas, by screen. @type {Record<string, string>} */
const fields = JSON.parse(readFileSync(join(kept, 'fields.json'), 'utf8'));

/** What is wrong with a screen, and the pictures that show it; nothing when it is as kept. @param {import('./screens.mjs').Shot} shot */
function complaint({ name, picture, field }) {
  // What the browser draws over the canvas, its caret aside: where it stands and how it is written.
  if (field !== (fields[name] ?? '')) return `${name}: the field is «${field}», not «${fields[name]}»`;
  const now = join(found, `${name}.png`);
  const keep = () => {
    mkdirSync(found, { recursive: true });
    writeFileSync(now, PNG.sync.write(Object.assign(new PNG(picture), picture)));
  };
  const path = join(kept, `${name}.png`);
  if (!existsSync(path)) {
    keep();
    return `${name}: no picture is kept; now: ${now}`;
  }
  const before = picture_of(readFileSync(path));
  const { width, height } = before;
  if (picture.width !== width || picture.height !== height) {
    keep();
    return `${name}: ${picture.width} × ${picture.height}, not ${width} × ${height}; now: ${now}`;
  }
  const actual = in_colours(picture, palette_in(before));
  if (actual.data.equals(before.data)) return '';
  const difference = new PNG({ width, height });
  const options = { threshold: 0, includeAA: true };
  const count = pixelmatch(before.data, actual.data, difference.data, width, height, options);
  keep();
  const where = join(found, `${name}-difference.png`);
  writeFileSync(where, PNG.sync.write(difference));
  return `${name}: ${count} pixels differ; kept: ${path}, now: ${now}, where: ${where}`;
}

test('every screen, in the themes and sizes, looks as kept', async () => {
  const complaints = [];
  /** @type {string[]} */
  const seen = [];
  for await (const shot of every_screen(browser)) {
    seen.push(shot.name);
    const wrong = complaint(shot);
    if (wrong) complaints.push(wrong);
  }
  assert.deepEqual(complaints, []);
  assert.deepEqual(browser.problems, []);
  const pictures = readdirSync(kept).filter((name) => name.endsWith('.png'));
  assert.deepEqual(pictures.sort(), seen.map((name) => `${name}.png`).sort());
});
