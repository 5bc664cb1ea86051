// @ts-check
// A new password on the clipboard, and off it again after a while. The one timer of this runs only meanwhile.
//
// Whether something else has been copied since cannot be known without reading the clipboard, for which a browser asks
// the person: so it is emptied whatever is on it, and the screen says when. Where a browser allows that only to a page
// that is being used, it is done when that is next the case.

import { copy } from './files.js';
import { local_iso_time } from './local_time.js';

const kept_seconds = 30;

/** @param {import('./page.js').Page} page */
export function connect_secrets(page) {
  let timer = 0;
  /** @param {{kind: string, text?: string}} event */
  const tell = (event) => {
    page.bridge.event(event);
    page.frame_now();
  };
  const gestures = ['focus', 'pointerup', 'keyup'];
  const stop_waiting = () => gestures.forEach((name) => window.removeEventListener(name, clear, { capture: true }));
  async function clear() {
    const is_first = timer !== 0;
    clearTimeout(timer);
    timer = 0;
    try {
      await copy('', '');
      stop_waiting();
      tell({ kind: 'secretCleared' });
    } catch {
      if (!is_first) return;
      gestures.forEach((name) => window.addEventListener(name, clear, { capture: true }));
      tell({ kind: 'secretWaits' });
    }
  }
  page.on('copySecret', async (effect) => {
    clearTimeout(timer);
    stop_waiting();
    try {
      await copy(page.bridge.secret(Number(effect.id)), '');
    } catch {
      page.bridge.event({ kind: 'copied', value: false });
      page.frame_now();
      return;
    }
    timer = window.setTimeout(clear, kept_seconds * 1000);
    const until = new Date(Date.now() + kept_seconds * 1000);
    tell({ kind: 'secretCopied', text: local_iso_time(until).slice(11, 19) });
  });
  window.addEventListener('pagehide', () => {
    if (timer !== 0) copy('', '').catch(() => {});
  });
}
