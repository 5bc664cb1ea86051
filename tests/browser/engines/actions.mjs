// @ts-check
// Keys and pointers as WebDriver and WebDriver BiDi take them: https://www.w3.org/TR/webdriver2/#actions

const codes = /** @type {Record<string, string>} */ ({
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F2: '\uE032',
  F6: '\uE036',
  F9: '\uE039',
  F10: '\uE03A',
  Space: ' ',
});

/** @typedef {{type: 'keyDown' | 'keyUp', value: string}} KeyAction */

/**
 * @param {string[]} keys each as in 'Enter', 'Control+v' or 'ư'
 * @returns {KeyAction[]} pressed one after the other
 */
export function key_actions(keys) {
  return keys.flatMap((chord) => {
    const parts = chord.length === 1 ? [chord] : chord.split('+');
    const values = parts.map((key) => codes[key] ?? key);
    return [
      ...values.map((value) => ({ type: /** @type {const} */ ('keyDown'), value })),
      ...values.reverse().map((value) => ({ type: /** @type {const} */ ('keyUp'), value })),
    ];
  });
}

const press = { type: 'pointerDown', button: 0 };
const release = { type: 'pointerUp', button: 0 };

/** @param {number} x @param {number} y */
function move_to(x, y) {
  return { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
}

/** @param {number} x @param {number} y @param {number} count two for a double click */
export function click_actions(x, y, count) {
  const clicks = Array(count).fill([press, release]).flat();
  return { type: 'pointer', id: 'mouse', actions: [move_to(x, y), ...clicks] };
}

/** @param {[number, number]} from @param {[number, number]} to */
export function drag_actions(from, to) {
  const half = /** @type {[number, number]} */ ([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  const actions = [move_to(...from), press, move_to(...half), move_to(...to), release];
  return { type: 'pointer', id: 'mouse', actions };
}

/** @param {number} x @param {number} y @param {number} down */
export function wheel_actions(x, y, down) {
  const place = { x: Math.round(x), y: Math.round(y) };
  const actions = [{ type: 'scroll', ...place, deltaX: 0, deltaY: down, duration: 0 }];
  return { type: 'wheel', id: 'wheel', actions };
}
