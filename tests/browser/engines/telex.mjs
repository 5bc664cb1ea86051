// @ts-check
// Vietnamese words as they grow in a field while somebody types them.

// Marks that belong to a letter (ă â ê ô ơ ư), not to its tone.
const letter_marks = '\u0302\u0306\u031B';

/**
 * What stands there after each Telex key: a letter's mark comes with the letter, the tone with the word's last key
 * («Nguyeenx»: …, «Nguye», «Nguyê», «Nguyên», «Nguyễn»).
 * @param {string} word composed (NFC)
 * @returns {string[]}
 */
export function telex_steps(word) {
  /** @type {string[]} */
  const steps = [];
  let before = '';
  for (const letter of word) {
    const [base, ...marks] = letter.normalize('NFD');
    const plain = base.replace('đ', 'd').replace('Đ', 'D');
    const marked = (base + marks.filter((mark) => letter_marks.includes(mark)).join('')).normalize('NFC');
    steps.push(before + plain);
    if (marked !== plain) steps.push(before + marked);
    before += marked;
  }
  if (before !== word) steps.push(word);
  return steps;
}

/**
 * The keys by which a hook-type tool (UniKey, EVKey, OpenKey) makes these steps: where letters change, Backspaces and
 * then the new letters.
 * @param {string[]} steps
 */
export function hook_keys(steps) {
  /** @type {string[]} */
  const keys = [];
  let before = '';
  for (const text of steps) {
    let same = 0;
    while (same < before.length && before[same] === text[same]) same += 1;
    keys.push(...Array(before.length - same).fill('Backspace'), ...text.slice(same));
    before = text;
  }
  return keys;
}
