// @ts-check
// The browser's Back button: it closes the dialog, then the open channel, then returns to the screen before, and only
// then leaves the page. Reloading lands on the same screen. The address stays as it is: also from file:// there is one.
//
// Inside another site's page the history is the host's too: there is one entry at most, for what lies open above the
// screen. It is kept when that is closed, and used again, so that leaving takes one step more and never many.

/** @typedef {import('./page.js').Page} Page */

/** @param {string} place @param {string} other whether `place` lies open above it */
const is_above = (place, other) => place.startsWith(`${other}/`);

/** @param {unknown} state of a history entry @returns {string[] | null} the places up to it, the first entry's first */
function places_of(state) {
  const places = /** @type {{places?: unknown} | null} */ (state)?.places;
  return Array.isArray(places) && places.every((place) => typeof place === 'string') ? places : null;
}

export class Places {
  /** @param {Page} page @param {() => void} before_leaving what is being typed is kept */
  constructor(page, before_leaving) {
    this.page = page;
    this.before_leaving = before_leaving;
    this.embedded = window.parent !== window;
    /** What the screen shows. */
    this.shown = '';
    /** With the first one until its picture is there (web/boot.js), or another comes: to write it takes time. */
    this.waiting = true;
    /** A step back of our own is under way. */
    this.travelling = false;
    this.path = places_of(history.state) ?? [];
    const [screen] = (this.path.at(-1) ?? '').split('/');
    if (screen && !this.embedded) page.bridge.event({ kind: 'place', text: screen });
    page.on('place', ({ place }) => {
      if (this.waiting && this.shown !== '') this.settle();
      this.shown = place;
      if (!this.waiting) this.settle();
    });
    window.addEventListener('popstate', (event) => this.arrive(event.state));
  }

  /** @param {'pushState' | 'replaceState'} how @param {string[]} path */
  write(how, path) {
    this.path = path;
    history[how]({ places: path }, '');
  }

  /** Brings the history up to what is shown. */
  settle() {
    this.waiting = false;
    if (this.travelling || this.shown === '') return;
    if (this.embedded) {
      if (this.shown.includes('/') && this.path.length === 0) this.write('pushState', ['open']);
      return;
    }
    const here = this.path.at(-1);
    if (here === this.shown) return;
    if (here === undefined) {
      this.write('replaceState', [this.shown]);
      return;
    }
    let below = this.path.length - 1;
    while (below > 0 && is_above(this.path[below], this.shown)) below -= 1;
    if (below < this.path.length - 1 && this.path[below] === this.shown) {
      this.travelling = true;
      history.go(below - this.path.length + 1);
    } else if (is_above(here, this.shown) || here.endsWith('/dialog')) {
      this.write('replaceState', [...this.path.slice(0, -1), this.shown]);
    } else {
      // One entry for each thing that Back is to close.
      const parts = this.shown.split('/');
      parts.forEach((_, i) => {
        const place = parts.slice(0, i + 1).join('/');
        if (place !== here && !is_above(here, place)) this.write('pushState', [...this.path, place]);
      });
    }
  }

  /** @param {unknown} state of the entry that Back, Forward or our own step led to */
  arrive(state) {
    this.waiting = false;
    const path = places_of(state) ?? [];
    const back = path.length < this.path.length;
    const own = this.travelling;
    this.travelling = false;
    this.path = path;
    if (!own && (back || !this.embedded)) {
      this.before_leaving();
      const place = this.embedded ? this.shown.split('/').slice(0, -1).join('/') : path.at(-1);
      if (place) this.page.bridge.event({ kind: 'place', text: place });
      this.page.frame_now();
    }
    this.settle();
  }
}
