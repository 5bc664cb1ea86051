// @ts-check
// Text entry: what is typed into the real fields over the canvas goes to the module as values.
//
// Only a field's value is trusted, after its `input` event: the composing keyboards (Windows Telex, phones) and the
// hook-type tools that send Backspaces and letters (UniKey, EVKey, OpenKey) both end there. Nothing is
// rewritten while composing, no key that writes is ever taken away.

import { text_kinds } from './bridge.js';
import { is_field, node_id } from './semantics.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

export class TextOverlay {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.value_at_focus = '';
    const root = page.mirror.root;
    root.addEventListener('focusin', (event) => this.focus_in(event));
    root.addEventListener('focusout', (event) => this.focus_out(event));
    root.addEventListener('input', (event) => this.input(event));
    root.addEventListener('change', (event) => this.change(event));
    root.addEventListener('compositionend', (event) => this.input(event));
    this.caps_lock = false;
    for (const name of ['keydown', 'keyup', 'mousedown']) {
      root.addEventListener(name, (event) => this.notice_caps_lock(/** @type {KeyboardEvent | MouseEvent} */ (event)));
    }
    root.addEventListener('dblclick', (event) => this.double_click(event));
    document.addEventListener('paste', (event) => this.paste(event));
    // An empty cell has nothing selected; WebKit copies a block that begins there only if this is prevented.
    for (const name of ['beforecopy', 'beforecut']) {
      document.addEventListener(name, (event) => {
        const field = this.field(event.target);
        if (field && this.is_cell(field) && !field.classList.contains('editing')) event.preventDefault();
      });
    }
    document.addEventListener('copy', (event) => this.copy(event, false));
    document.addEventListener('cut', (event) => this.copy(event, true));
    // Leaving the page commits what is being typed: nothing is lost by closing a tab.
    window.addEventListener('pagehide', () => this.commit_active());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.commit_active();
    });
  }

  /** @param {EventTarget | null} target @returns {Field | null} */
  field(target) {
    const is_text = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    return is_text && is_field(target) ? target : null;
  }

  /** @param {Field} field */
  is_cell(field) {
    return field.classList.contains('cell');
  }

  /** @param {Field} field */
  is_secret(field) {
    return field.classList.contains('secret');
  }

  /** @param {KeyboardEvent | MouseEvent} event */
  notice_caps_lock(event) {
    const field = this.field(event.target);
    if (!field || !this.is_secret(field)) return;
    const on = event.getModifierState('CapsLock');
    if (on === this.caps_lock) return;
    this.caps_lock = on;
    this.page.bridge.event({ kind: 'capsLock', value: on });
    this.page.request_frame();
  }

  /** @param {FocusEvent} event */
  focus_in(event) {
    const id = node_id(event.target);
    const element = event.target instanceof HTMLElement ? event.target : null;
    const field = this.field(event.target);
    if (element?.getAttribute('role') === 'gridcell') {
      // A screen reader's focus: the cell becomes the active one, and its field takes the focus.
      this.page.bridge.activate(id);
      this.page.frame_now();
      return;
    }
    if (field) {
      this.value_at_focus = this.is_secret(field) ? '' : field.value;
      // What can only be read is there to be copied.
      if (this.is_secret(field) && field.readOnly) field.select();
      if (this.is_cell(field) && !field.classList.contains('editing')) field.select();
    }
    const visible = field !== null || (element?.matches(':focus-visible') ?? false);
    if (this.page.bridge.focus(id, visible)) this.page.request_frame();
  }

  /** @param {FocusEvent} event */
  focus_out(event) {
    const field = this.field(event.target);
    if (field && !this.page.updating) this.commit(field);
    // What takes the focus says so itself.
    if (node_id(event.relatedTarget) === 0 && this.page.bridge.focus(0, false)) this.page.request_frame();
  }

  /** @param {Field} field */
  send(field, kind = text_kinds.input) {
    this.page.bridge.text(node_id(field), kind, field.value, this.is_secret(field));
  }

  /** @param {Field} field */
  commit(field) {
    if (field.readOnly || field.disabled) return;
    // A selected but untouched cell has nothing to say.
    if (this.is_cell(field) && !field.classList.contains('typing') && !field.classList.contains('editing')) return;
    field.classList.remove('typing');
    this.send(field, text_kinds.commit);
    if (!this.is_secret(field)) this.value_at_focus = field.value;
    this.page.frame_now();
  }

  commit_active() {
    const field = this.field(document.activeElement);
    if (field) this.commit(field);
  }

  /** @param {Event} event */
  input(event) {
    const field = this.field(event.target);
    if (!field) return;
    if (this.is_cell(field)) field.classList.add('typing', 'editing');
    this.send(field);
    this.page.request_frame();
  }

  /** @param {Event} event */
  change(event) {
    const target = event.target;
    if (target instanceof HTMLSelectElement) {
      this.page.bridge.text(node_id(target), text_kinds.commit, target.value, false);
      this.page.frame_now();
      this.page.mirror.settle_choice(node_id(target));
    } else if (target instanceof HTMLInputElement && target.type === 'checkbox') {
      this.page.bridge.activate(node_id(target));
      this.page.frame_now();
    }
  }

  /** @param {Event} event */
  double_click(event) {
    const field = this.field(event.target);
    if (!field || !this.is_cell(field) || field.classList.contains('editing')) return;
    this.page.bridge.activate(node_id(field));
    this.page.frame_now();
  }

  /** @param {ClipboardEvent} event */
  paste(event) {
    const field = this.field(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (text === '' && html === '') return;
    if (field && this.is_secret(field)) return;
    const used = this.page.bridge.paste(field ? node_id(field) : 0, text, html);
    if (used) {
      event.preventDefault();
      this.page.frame_now();
      return;
    }
    if (!field) return;
    // Pasted text is composed like all other: NFD letters would look right and compare wrong.
    const composed = text.normalize('NFC');
    if (composed === text) return;
    event.preventDefault();
    field.setRangeText(composed, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }

  /** Selected cells are copied as a table. @param {ClipboardEvent} event @param {boolean} cut */
  copy(event, cut) {
    const field = this.field(event.target);
    if (!field || !this.is_cell(field) || !event.clipboardData) return;
    const content = this.page.bridge.copy(node_id(field), cut);
    if (!content) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', content.text);
    event.clipboardData.setData('text/html', content.html);
    this.page.frame_now();
    this.page.mirror.settle_cell(node_id(field));
  }

  /**
   * Escape in a field that is no cell takes back what was typed since it got the focus.
   * @param {Field} field
   * @returns {boolean} whether there was anything to take back
   */
  restore(field) {
    if (this.is_secret(field) || field.value === this.value_at_focus) return false;
    field.value = this.value_at_focus;
    this.send(field);
    return true;
  }
}
