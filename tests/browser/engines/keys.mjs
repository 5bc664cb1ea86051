// @ts-check
// Keys as WebDriver and WebDriver BiDi name them: https://www.w3.org/TR/webdriver2/#keyboard-actions

const codes = /** @type {Record<string, string>} */ ({
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F2: '\uE032',
  F9: '\uE039',
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
