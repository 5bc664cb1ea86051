// @ts-check
// How the page is held: a finger or a mouse, a phone on its side, the keyboard on the screen, motion wanted or not.

/** @typedef {import('./page.js').Page} Page */

const least_keyboard = 100; // CSS pixels; what browsers take for bars of their own is less

/** @param {Page} page */
export function connect_viewport(page) {
  /** @param {string} query @param {string} kind */
  const watch = (query, kind) => {
    const media = matchMedia(query);
    const tell = () => {
      page.bridge.event({ kind, value: media.matches });
      page.request_frame();
    };
    media.addEventListener('change', tell);
    tell();
  };
  watch('(pointer: coarse)', 'touch');
  watch('(pointer: coarse) and (max-height: 480px)', 'compact');
  watch('(prefers-reduced-motion: reduce)', 'reducedMotion');

  const view = window.visualViewport;
  if (!view) return;
  // Without a finger there is no such keyboard, only a window whose two sizes arrive one after the other.
  const fingers = matchMedia('(any-pointer: coarse)');
  let keyboard = false;
  // The keyboard lies over the page: the stage becomes what it leaves free, so that nothing is typed unseen.
  const follow = () => {
    // Zoomed in by two fingers, the view is smaller and nothing lies over the page.
    const covered = view.scale > 1.01 ? 0 : document.documentElement.clientHeight - view.height;
    const now = fingers.matches && covered > least_keyboard;
    if (!now && !keyboard) return;
    keyboard = now;
    page.stage.style.bottom = now ? 'auto' : '';
    page.stage.style.top = now ? `${view.offsetTop}px` : '';
    page.stage.style.height = now ? `${view.height}px` : '';
    page.bridge.event({ kind: 'keyboard', value: now });
    page.resize();
  };
  view.addEventListener('resize', follow);
  view.addEventListener('scroll', follow);
  window.addEventListener('resize', follow);
}
