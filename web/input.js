// @ts-check
// Pointer, wheel and keys.
//
// The elements of the semantic tree act on click; the pointer's place is passed on for hover and for scrolling.

import { node_id } from './semantics.js';
import { Touch } from './touch.js';

/** @typedef {import('./page.js').Page} Page */

const control = 1;
const shift = 2;
const alt = 4;
const typing = 8;

const line_height = 40; // CSS pixels a wheel step of one line scrolls

/** @param {KeyboardEvent} event */
function name_of({ key, code }) {
  // WebKitGTK does not know the key that X11 makes of Shift+Tab.
  return key === 'Unidentified' && code === 'Tab' ? 'Tab' : key;
}

export class Input {
  /** @param {Page} page @param {import('./text_overlay.js').TextOverlay} text */
  constructor(page, text) {
    this.page = page;
    this.text = text;
    this.touch = new Touch(page, text);
    const stage = page.stage;
    stage.addEventListener('pointermove', (event) => this.pointer(event));
    stage.addEventListener('pointerdown', (event) => this.pointer(event));
    stage.addEventListener('pointerup', (event) => this.pointer(event));
    stage.addEventListener('pointercancel', (event) => this.leave(event));
    stage.addEventListener('pointerleave', (event) => this.leave(event));
    stage.addEventListener('mousedown', (event) => this.mouse_down(event));
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stage.addEventListener('click', (event) => this.click(event));
    document.addEventListener('keydown', (event) => this.key_down(event));
  }

  /** @param {PointerEvent} event */
  pointer(event) {
    if (event.pointerType === 'touch') {
      this.touch.pointer(event);
      return;
    }
    if (event.type === 'pointerdown') this.touch.used = false; // a mouse's clicks are its own
    // Where it was let go counts, even if no frame has seen it there: ImGui takes a move and a release as one.
    if (event.type === 'pointerup') this.page.frame_now();
    this.page.bridge.pointer(event.clientX - this.page.left, event.clientY - this.page.top, (event.buttons & 1) !== 0);
    this.page.request_frame();
  }

  /**
   * What is only drawn, as a scroll bar is, takes no focus: the cell keeps it, for the next key. Another cell is
   * chosen by the click; until then the focus stays where it is.
   * @param {MouseEvent} event
   */
  mouse_down(event) {
    if (event.target instanceof Element && event.target.matches('[role=gridcell]')) event.preventDefault();
    const field = this.text.field(document.activeElement);
    if (!field || !this.text.is_cell(field)) return;
    // Of a cell that is only selected, the browser would drag the text away.
    const ready = field === event.target && !field.classList.contains('editing');
    if (ready || node_id(event.target) === 0) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  leave(event) {
    if (event.pointerType === 'touch') {
      this.touch.pointer(event);
      return;
    }
    this.page.bridge.pointer(-1, -1, false);
    this.page.request_frame();
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (event.ctrlKey) return; // zooming is the browser's
    event.preventDefault();
    const unit = event.deltaMode === 1 ? line_height : event.deltaMode === 2 ? window.innerHeight : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    this.page.bridge.pointer(event.clientX - this.page.left, event.clientY - this.page.top, (event.buttons & 1) !== 0);
    this.page.bridge.wheel((sideways ? event.deltaY : event.deltaX) * unit, (sideways ? 0 : event.deltaY) * unit);
    this.page.request_frame();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = event.target;
    const id = node_id(target);
    if (id === 0) return;
    // Selects, checkboxes and fields speak through change and input; the rest through click.
    if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
    if (target instanceof HTMLTextAreaElement) return;
    this.page.bridge.activate(id, event.shiftKey);
    this.page.frame_now();
  }

  /** @param {KeyboardEvent} event */
  key_down(event) {
    // While composing, every key belongs to the input method; so does the one that ends it, which Safari sends when
    // isComposing is false again, with only the code 229 to tell.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Process' || event.key === 'Dead') return;
    const field = this.text.field(event.target);
    const modifiers =
      (event.ctrlKey || event.metaKey ? control : 0) |
      (event.shiftKey ? shift : 0) |
      (event.altKey ? alt : 0) |
      (field || event.target instanceof HTMLSelectElement ? typing : 0);
    if (event.key === 'Escape' && field && !this.text.is_cell(field) && this.text.restore(field)) {
      event.preventDefault();
      this.page.request_frame();
      return;
    }
    if (field && this.text.is_cell(field) && event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      this.new_line(field);
      return;
    }
    if (this.page.bridge.key(node_id(event.target), name_of(event), modifiers)) {
      event.preventDefault();
      if (field && this.text.is_cell(field)) field.classList.remove('typing');
      this.page.frame_now();
      if (field && this.text.is_cell(field)) this.page.mirror.settle_cell(node_id(field));
      return;
    }
    if (name_of(event) === 'Tab' && this.page.open_dialog !== 0 && this.page.mirror.go_around(!event.shiftKey)) {
      event.preventDefault();
      return;
    }
    const one_line = field instanceof HTMLInputElement;
    if (one_line && event.key === 'Enter') this.text.commit(field);
  }

  /** Alt+Enter in a cell, as in spreadsheets. @param {HTMLInputElement | HTMLTextAreaElement} field */
  new_line(field) {
    field.setRangeText('\n', field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }));
  }
}
