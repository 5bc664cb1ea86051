// @ts-check
// What a person does with the page, in any engine: finds things by role and name, points, types, waits.
import assert from 'node:assert/strict';
import { downloaded } from './engine.mjs';
import { eventually } from '../sheet.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {'button' | 'textbox' | 'combobox' | 'heading' | 'grid' | 'dialog' | 'text'} Role */

/**
 * In the page: the first element with the role and the name that is in view, or the first at all.
 * @param {string} role @param {string} name @param {boolean} focus
 */
function seek(role, name, focus) {
  const selectors = /** @type {Record<string, string>} */ ({
    button: 'button',
    textbox: 'input.field, textarea.field',
    combobox: 'select',
    heading: 'h1, h2, h3',
    text: 'span, li',
  });
  const found = [...document.querySelectorAll(selectors[role] ?? `[role=${role}]`)].filter(
    (element) => name === '' || (element.getAttribute('aria-label') ?? element.textContent) === name,
  );
  const places = found.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    const disabled = 'disabled' in element && element.disabled === true;
    return { element, x, y, in_view: hit !== null && element.contains(hit), disabled };
  });
  const place = places.find((one) => one.in_view) ?? places[0];
  if (!place) return null;
  const { element, ...rest } = place;
  if (focus && element instanceof HTMLElement) element.focus();
  const value = /** @type {HTMLInputElement} */ (element).value ?? '';
  return { ...rest, value, text: element.textContent };
}

export class Person {
  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** @param {Role} role @param {string} [name] @returns {Promise<ReturnType<typeof seek>>} */
  find(role, name = '', focus = false) {
    return this.engine.evaluate(seek, role, name, focus);
  }

  /** @param {Role} role @param {string} [name] */
  async sees(role, name) {
    await eventually(async () => ((await this.find(role, name)) ? 'there' : `no ${role} «${name}»`), 'there');
  }

  /** @param {Role} role @param {string} [name] */
  async sees_no(role, name) {
    await eventually(async () => (await this.find(role, name)) === null, true);
  }

  /** Some text of the page. @param {RegExp} pattern */
  async reads(pattern) {
    await eventually(async () => {
      const text = await this.engine.evaluate(() => document.body.textContent);
      return pattern.test(text) ? 'said' : text;
    }, 'said');
  }

  /** With the pointer. @param {Role} role @param {string} name */
  async clicks(role, name) {
    /** @type {ReturnType<typeof seek>} */
    let place = null;
    const state = async () => {
      place = await this.find(role, name);
      if (!place) return `no ${role} «${name}»`;
      return place.disabled ? 'disabled' : place.in_view ? 'ready' : 'out of view';
    };
    await eventually(state, 'ready');
    const { x, y } = /** @type {{x: number, y: number}} */ (/** @type {unknown} */ (place));
    await this.engine.click(x, y);
  }

  /** @param {'Đơn vị' | 'Kênh thông tin' | 'Ký & xuất'} screen */
  async goes_to(screen) {
    await this.clicks('button', screen);
    await this.sees('heading', screen);
  }

  /** Letter by letter. @param {string} text */
  async types(text) {
    await this.engine.press(...text);
  }

  /** Over what stood there. @param {string} name @param {string} text */
  async fills(name, text) {
    await this.clicks('textbox', name);
    await this.engine.press('Control+a');
    await this.pastes(text);
    await this.engine.press('Enter');
    assert.equal((await this.find('textbox', name))?.value, text);
  }

  /** @param {string} name @param {string} option */
  async chooses(name, option) {
    // Each engine's list of options is a window of its own system: out of reach of all drivers.
    await this.engine.evaluate(
      (label, text) => {
        const selects = [...document.querySelectorAll('select')];
        const select = selects.find((one) => one.getAttribute('aria-label') === label);
        if (!select) throw new Error(`no list «${label}»`);
        select.focus();
        select.selectedIndex = [...select.options].findIndex((one) => one.text === text);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      option,
    );
  }

  /**
   * From the system's clipboard into what has the focus. (A copy needs a key that a person pressed: F9 here.)
   * @param {string} text
   */
  async pastes(text) {
    await this.engine.evaluate((copied) => {
      /** @param {KeyboardEvent} event */
      const on_key = (event) => {
        if (event.key !== 'F9') return;
        event.stopPropagation();
        // WebKit copies nothing where nothing is selected, unless this is prevented.
        document.addEventListener('beforecopy', (before) => before.preventDefault(), { once: true });
        document.addEventListener('copy', on_copy, { capture: true, once: true });
        document.removeEventListener('keydown', on_key, true);
        if (!document.execCommand('copy')) throw new Error('no clipboard');
      };
      /** @param {ClipboardEvent} event */
      const on_copy = (event) => {
        event.preventDefault();
        event.clipboardData?.setData('text/plain', copied);
      };
      document.addEventListener('keydown', on_key, true);
    }, text);
    await this.engine.press('F9', 'Control+v');
  }

  /** The first cell that is there, whichever is selected. */
  async goes_to_first_cell() {
    await this.engine.evaluate(() => {
      const cell = document.querySelector('[role=grid] textarea');
      if (!(cell instanceof HTMLElement)) throw new Error('no cell');
      cell.focus();
    });
    await this.engine.press('Control+Home');
  }

  /** The cell that the keys go to. @param {number} row STT @param {number} column 2 to 8 */
  async goes_to_cell(row, column) {
    await this.goes_to_first_cell();
    await this.engine.press(...Array(row - 1).fill('ArrowDown'), ...Array(column - 2).fill('ArrowRight'));
  }

  /** @param {number} row STT @param {number} column 1 to 8 @returns {Promise<string | null>} */
  cell(row, column) {
    return this.engine.evaluate(
      (index, place) => {
        const cell = document.querySelector(`[role=row][aria-rowindex="${index}"] > [aria-colindex="${place}"]`);
        return cell?.querySelector('textarea')?.value ?? cell?.textContent ?? null;
      },
      row + 1,
      column,
    );
  }

  /** @param {string} name @returns {Promise<Buffer>} */
  async has_file(name) {
    await eventually(async () => (downloaded(this.engine, name) ? 'saved' : `no file «${name}»`), 'saved');
    return /** @type {Buffer} */ (downloaded(this.engine, name));
  }
}
