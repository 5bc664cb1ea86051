// @ts-check
// A finger: it scrolls what it drags, a long press asks for the menu of what lies under it, a tap is the browser's click.

import { node_id } from './semantics.js';

/** @typedef {import('./page.js').Page} Page */

const phases = { down: 0, move: 1, up: 2, cancel: 3 };
const long_press = 500; // ms, as on phones
const late_click = 400; // ms after the finger has left in which a click is still its own

export class Touch {
  /** @param {Page} page @param {import('./text_overlay.js').TextOverlay} text */
  constructor(page, text) {
    this.page = page;
    this.text = text;
    /** Of the one finger that counts; -1: none. */
    this.finger = -1;
    this.timer = 0;
    /** The gesture was a drag, a long press or a hand on a gliding page: no tap. */
    this.used = false;
    this.left_at = -Infinity;
    const stage = page.stage;
    // The browser may still make a click of it: buttons act on that, fields take the focus on mousedown.
    stage.addEventListener('mousedown', (event) => this.swallow(event), true);
    stage.addEventListener('click', (event) => this.swallow(event), true);
    stage.addEventListener('contextmenu', (event) => this.context_menu(event));
  }

  /** @param {PointerEvent} event */
  pointer(event) {
    if (event.type === 'pointerdown') {
      this.down(event);
    } else if (event.pointerId === this.finger) {
      if (event.type === 'pointermove') this.move(event);
      if (event.type === 'pointerup') this.end(phases.up, event);
      if (event.type === 'pointercancel') this.end(phases.cancel, event);
    }
  }

  /** @param {number} phase @param {PointerEvent} event */
  tell(phase, event) {
    const { bridge, left, top } = this.page;
    return bridge.touch(phase, event.clientX - left, event.clientY - top, event.timeStamp);
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (this.finger !== -1) {
      // A second finger zooms: that is the browser's.
      this.end(phases.cancel, event);
      this.used = true;
      return;
    }
    this.finger = event.pointerId;
    this.used = this.tell(phases.down, event);
    this.page.bridge.pointer(event.clientX - this.page.left, event.clientY - this.page.top, false);
    const target = event.target;
    this.timer = window.setTimeout(() => this.press_long(target), long_press);
    this.page.request_frame();
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.tell(phases.move, event)) return;
    if (this.timer !== 0) {
      window.clearTimeout(this.timer);
      this.timer = 0;
      // What was touched may leave the page while it scrolls, and would take the finger's events along.
      this.page.stage.setPointerCapture(event.pointerId);
      this.page.bridge.pointer(-1, -1, false);
    }
    this.used = true;
    this.page.request_frame();
  }

  /** @param {number} phase @param {PointerEvent} event */
  end(phase, event) {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.finger = -1;
    this.left_at = event.timeStamp;
    this.tell(phase, event);
    this.page.bridge.pointer(-1, -1, false);
    this.page.request_frame();
  }

  /** @param {EventTarget | null} target */
  press_long(target) {
    if (this.is_written_in(target)) return; // there the browser selects words and pastes
    const before = this.page.open_dialog;
    this.page.bridge.event({ kind: 'menu', value: node_id(target) });
    this.page.frame_now();
    if (this.page.open_dialog !== before) this.used = true;
  }

  /** @param {EventTarget | null} target */
  is_written_in(target) {
    const field = this.text.field(target);
    return field !== null && (!this.text.is_cell(field) || field.classList.contains('editing'));
  }

  /** @param {MouseEvent} event */
  swallow(event) {
    // Keys and screen readers click without any finger.
    const own = this.finger !== -1 || event.timeStamp - this.left_at < late_click;
    if (!this.used || !own || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The mouse's menu is the browser's; long presses and the menu key have theirs. @param {MouseEvent} event */
  context_menu(event) {
    const kind = event instanceof PointerEvent ? event.pointerType : event.button === 2 ? 'mouse' : '';
    if (kind !== 'mouse' && !this.is_written_in(event.target)) event.preventDefault();
  }
}
