// @ts-check
// One small way to drive the page in every engine, so that one scenario runs in all of them. What is needed beyond it
// (roles, names, waiting) is asked of the page itself: person.mjs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start_server } from '../../../scripts/serve.mjs';
import { Chromium } from './chromium.mjs';
import { Display } from './display.mjs';
import { Firefox } from './firefox.mjs';
import { Webkit } from './webkit.mjs';

/**
 * A browser with one tab.
 * @typedef {Object} Engine
 * @property {string} name
 * @property {boolean} keeps_profile whether closing it keeps what pages stored
 * @property {string[]} problems what the page reported as errors: must stay empty
 * @property {string[] | null} asked addresses that it sent requests to; null if it cannot tell
 * @property {Abilities} abilities
 * @property {string} downloads the folder that files are saved in
 * @property {() => Promise<void>} start
 * @property {(url: string) => Promise<void>} go_to
 * @property {() => Promise<void>} reload
 * @property {Evaluate} evaluate
 * @property {(...keys: string[]) => Promise<void>} press each as in 'Enter', 'Control+v' or 'ư'
 * @property {(steps: string[]) => Promise<void>} compose what an input method shows, key by key, until it commits the last
 * @property {(x: number, y: number, count?: number) => Promise<void>} click a place in the window, in CSS pixels
 * @property {(from: [number, number], to: [number, number]) => Promise<void>} drag with the button held down
 * @property {(x: number, y: number, down: number) => Promise<void>} wheel in CSS pixels
 * @property {(width: number, height: number, ratio?: number) => Promise<void>} resize what the page has of the window
 * @property {(work: () => void) => Promise<void>} before_each_page runs in every page before its own scripts
 * @property {() => Promise<Buffer>} screenshot
 * @property {() => Promise<void>} stop
 * @property {() => void} remove its profile
 */

/**
 * What not every engine lets a driver do.
 * @typedef {Object} Abilities
 * @property {boolean} loads_at_once WebKitGTK was seen to show nothing of an address, once in some hundred times
 * @property {boolean} counts_from_the_start before_each_page() does something
 * @property {boolean} other_pixel_ratios resize() changes devicePixelRatio, as zoom and another screen do
 * @property {number} narrowest window, in CSS pixels
 */

/**
 * Runs a function in the page; arguments and result travel as JSON.
 * @callback Evaluate
 * @param {(...values: any[]) => any} work @param {...any} values
 * @returns {Promise<any>}
 */

export const engine_names = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @param {typeof engine_names[number]} name */
export async function launch(name) {
  const server = await start_server({ port: 0 });
  const display = name === 'chromium' ? null : await Display.start();
  /** @type {Engine} */
  const engine = display
    ? new { firefox: Firefox, webkit: Webkit }[/** @type {'firefox' | 'webkit'} */ (name)](display)
    : new Chromium();
  const end = async () => {
    // Whatever of it fails, nothing is left that keeps the tests from ending.
    try {
      await engine.stop();
    } finally {
      await display?.end();
      await server.close();
      engine.remove();
    }
  };
  try {
    await engine.start();
  } catch (error) {
    await end();
    throw error;
  }
  return { engine, url: server.url, end };
}

/** A file that is saved whole, or null. @param {Engine} engine @param {string} name */
export function downloaded(engine, name) {
  // While it is being written, browsers keep a part file beside it or leave it empty.
  const names = readdirSync(engine.downloads).map((one) => one.normalize('NFC'));
  if (!names.includes(name) || names.some((one) => /\.(part|crdownload|wkdownload)$/.test(one))) {
    return null;
  }
  const bytes = readFileSync(join(engine.downloads, name));
  return bytes.length > 0 ? bytes : null;
}
