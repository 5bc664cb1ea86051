// @ts-check
// What a person does with the page, in any engine: finds things by role and name, points, types, waits.
import assert from 'node:assert/strict';
import { downloaded } from './engine.mjs';
import { draft, eventually } from '../sheet.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('../sheet.mjs').Cells} Cells */
/** @typedef {'button' | 'textbox' | 'searchbox' | 'checkbox' | 'combobox' | 'heading' | 'columnheader' | 'grid' | 'dialog'} Role */


/**
 * In the page: the first element with the role and the name that is in view, or the first at all.
 * @param {string} role @param {string} name @param {boolean} focus
 */
function seek(role, name, focus) {
  const selectors = /** @type {Record<string, string>} */ ({
    button: 'button',
    textbox: 'input.field, textarea.field',
    searchbox: 'input[type=search]',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    heading: 'h1, h2, h3',
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
  const { value = '', checked = false } = /** @type {HTMLInputElement} */ (element);
  return { ...rest, value, checked, text: element.textContent, focused: element === document.activeElement };
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

  /** The page, ready. @param {string} url */
  async opens(url) {
    await this.engine.go_to(url);
    try {
      await this.is_ready();
    } catch (error) {
      if (this.engine.abilities.loads_at_once) throw error;
      await this.engine.go_to(url);
      await this.is_ready();
    }
  }

  /** Once more; what is not stored is lost. */
  async reloads() {
    await this.engine.reload();
    await this.is_ready();
  }

  async is_ready() {
    await this.sees('button', 'Kênh thông tin');
  }

  /** Drags a file from elsewhere onto the page: from its own system, out of reach of all drivers. @param {string} name @param {string} text */
  async drops(name, text) {
    await this.engine.evaluate(
      (file, content) => {
        const data = new DataTransfer();
        data.items.add(new File([content], file));
        const options = { dataTransfer: data, bubbles: true, cancelable: true };
        document.getElementById('stage')?.dispatchEvent(new DragEvent('drop', options));
      },
      name,
      text,
    );
  }

  /** The list of channels, with these in it. @param {Cells[]} channels */
  async has_channels(channels) {
    await this.drops('nháp.json', draft(channels));
    await this.clicks('button', 'Mở vào sổ');
    await this.sees_no('dialog');
    await this.goes_to('Kênh thông tin');
    await this.sees('grid');
    await eventually(() => this.row_count(), channels.length);
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

  /** With the keyboard, which brings into view what is not. @param {Role} role @param {string} name */
  async enters(role, name) {
    await this.sees(role, name);
    await this.find(role, name, true);
    await this.engine.press('Enter');
  }

  /** @param {'Đơn vị' | 'Kênh thông tin' | 'Mật khẩu' | 'Ký & xuất'} screen */
  async goes_to(screen) {
    await this.clicks('button', screen);
    if (this.engine.abilities.loads_at_once) {
      await this.sees('heading', screen);
      return;
    }
    // WebKitGTK's window was seen to take the first click after opening for itself: there it is given again.
    const state = async () => {
      if (await this.find('heading', screen)) return true;
      await this.clicks('button', screen);
      return false;
    };
    await eventually(state, true);
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
   * @param {string} text @param {string} [html]
   */
  async pastes(text, html = '') {
    await this.engine.evaluate((copied, rich) => {
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
        event.stopPropagation();
        event.clipboardData?.setData('text/plain', copied);
        if (rich) event.clipboardData?.setData('text/html', rich);
      };
      document.addEventListener('keydown', on_key, true);
    }, text, html);
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

  /** Channels, also those scrolled away or filtered out. @returns {Promise<number>} */
  async row_count() {
    const work = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
    return Number(await this.engine.evaluate(work)) - 1; // the header counts as a row
  }

  /** The names of the rows there are on the screen, from the top. @returns {Promise<string[]>} */
  names() {
    return this.engine.evaluate(() => {
      const cells = document.querySelectorAll('[role=row][aria-rowindex] > [role=gridcell][aria-colindex="2"]');
      return [...cells].map((cell) => cell.querySelector('textarea')?.value ?? cell.textContent ?? '');
    });
  }

  /** What has the focus, by its name. @returns {Promise<string>} */
  focus() {
    return this.engine.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing';
      return element.getAttribute('aria-label') ?? element.textContent;
    });
  }

  /** @param {string} column @param {number} row STT */
  async is_at(column, row) {
    await eventually(() => this.focus(), `${column}, dòng ${row}`);
  }

  /** @param {number} row STT @param {number} column 1 to 8 @param {string} text */
  async cell_is(row, column, text) {
    await eventually(() => this.cell(row, column), text);
  }

  /** The middle of a cell that is in view. @param {number} row STT @param {number} column 1 to 8 @returns {Promise<[number, number]>} */
  middle_of(row, column) {
    return this.engine.evaluate(
      (index, place) => {
        const cell = document.querySelector(`[role=row][aria-rowindex="${index}"] > [aria-colindex="${place}"]`);
        if (!cell) throw new Error(`no row ${index}`);
        const { left, top, width, height } = cell.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
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
