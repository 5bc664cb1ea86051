// @ts-check
// Vietnamese as it reaches a page: composed by the system's keyboard, or by a hook-type tool that takes letters back.

/** @typedef {import('playwright-core').Page} Page */

/**
 * What stands in the field after each Telex key, word by word: «Trường Tiểu học Đại Lộc».
 * Keys: Truwowngf Tieeur hocj DDaij Loocj
 */
export const telex_words = [
  ['T', 'Tr', 'Tru', 'Trư', 'Trưo', 'Trươ', 'Trươn', 'Trương', 'Trường'],
  ['T', 'Ti', 'Tie', 'Tiê', 'Tiêu', 'Tiểu'],
  ['h', 'ho', 'hoc', 'học'],
  ['D', 'Đ', 'Đa', 'Đai', 'Đại'],
  ['L', 'Lo', 'Lô', 'Lôc', 'Lộc'],
];
export const telex_result = telex_words.map((steps) => steps.at(-1)).join(' ');

/**
 * As the Windows Telex keyboard and phone keyboards do: each word is a composition, its text replaced at every key,
 * committed by the space.
 * @param {Page} page
 */
export async function type_by_composition(page) {
  const session = await page.context().newCDPSession(page);
  for (const [i, steps] of telex_words.entries()) {
    for (const text of steps) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    const end = i + 1 < telex_words.length ? ' ' : '';
    await session.send('Input.insertText', { text: `${steps.at(-1)}${end}` });
  }
  await session.detach();
}

/**
 * As UniKey, EVKey and OpenKey do: plain keys; where a key changes what is there, Backspaces and then the
 * new letters as key events without a key of their own (VK_PACKET), and no composition events.
 * @param {Page} page
 */
export async function type_by_hook(page) {
  const session = await page.context().newCDPSession(page);
  for (const [i, steps] of telex_words.entries()) {
    let before = '';
    for (const text of steps) {
      let same = 0;
      while (same < before.length && before[same] === text[same]) same += 1;
      for (let back = same; back < before.length; back += 1) await page.keyboard.press('Backspace');
      for (const letter of text.slice(same)) {
        const key = { key: letter, text: letter, unmodifiedText: letter, windowsVirtualKeyCode: 231 };
        await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, windowsVirtualKeyCode: 231 });
      }
      before = text;
    }
    if (i + 1 < telex_words.length) await page.keyboard.press('Space');
  }
  await session.detach();
}
