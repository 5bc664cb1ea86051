// @ts-check
// Frames on demand: an event asks for a frame, the frame is drawn, the semantic tree is mirrored, effects are carried
// out. When nothing asks, nothing runs: no timer, no animation frame.

import { frame_flags } from './bridge.js';
import { local_iso_time } from './local_time.js';
import { node_id, SemanticMirror } from './semantics.js';

/** @typedef {{kind: string, [name: string]: any}} Effect */

/** The tab says which screen, or dialog, is open. @param {import('./semantics.js').SemanticNode[]} tree */
function name_document(tree) {
  const heading = tree.find((node) => node.role === 'heading' && node.level === 1);
  const title = heading ? `${heading.name} – Sổ Kênh` : 'Sổ Kênh';
  if (document.title !== title) document.title = title;
}

export class Page {
  /**
   * @param {import('./bridge.js').Bridge} bridge
   * @param {HTMLElement} stage
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} semantics
   */
  constructor(bridge, stage, canvas, semantics) {
    this.bridge = bridge;
    this.stage = stage;
    this.canvas = canvas;
    this.mirror = new SemanticMirror(semantics, (id) => bridge.secret(id));
    this.updating = false;
    this.frame_requested = false;
    this.frame_scheduled = false;
    this.failed = false;
    // Until the store is read and input connected, there is nothing to show that could be used.
    this.running = false;
    this.repaint_all = false;
    /** Of the stage in the window: pointers come in the window's pixels. */
    this.left = 0;
    this.top = 0;
    /** @type {(error: unknown) => void} */
    this.on_failure = () => {};
    /** @type {CanvasRenderingContext2D | null} */
    this.picture = null;
    /** @type {Record<string, (effect: Effect) => void>} */
    this.handlers = {
      focus: (effect) => this.focus(Number(effect.id)),
      leaveGrid: () => this.mirror.leave_grid(),
      goToPart: (effect) => this.mirror.go_to_part(effect.direction === 'next'),
    };
    /** Element that had the focus before a dialog opened. @type {number[]} */
    this.focus_before_dialog = [];
    this.open_dialog = 0;
  }

  /** @param {string} kind @param {(effect: Effect) => void} handler */
  on(kind, handler) {
    this.handlers[kind] = handler;
  }

  start() {
    this.bridge.start();
    this.picture = this.canvas.getContext('2d', { alpha: false });
    this.canvas.dataset.renderer = 'cpu';
    new ResizeObserver(() => this.resize()).observe(this.stage);
    window.addEventListener('resize', () => this.resize());
    this.watch_pixel_ratio();
    this.resize();
  }

  /** @param {HTMLCanvasElement} canvas to be drawn on instead; stays the processor's when it cannot be */
  draw_with_webgl(canvas) {
    // The module looks for it in the document.
    this.canvas.replaceWith(canvas);
    if (!this.bridge.draw_with_webgl()) {
      canvas.replaceWith(this.canvas);
      return;
    }
    this.canvas = canvas;
    this.picture = null;
    canvas.dataset.renderer = 'gl';
    // Without preventDefault the browser would never give the context back.
    canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
    canvas.addEventListener('webglcontextrestored', () => {
      this.bridge.context_restored();
      this.frame_now();
    });
    this.resize();
  }

  /** A window moved to another screen keeps its size, but not its pixels. */
  watch_pixel_ratio() {
    const change = () => {
      this.resize();
      this.watch_pixel_ratio();
    };
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', change, { once: true });
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    this.left = left;
    this.top = top;
    const pixels_wide = Math.max(1, Math.floor(width * ratio));
    const pixels_high = Math.max(1, Math.floor(height * ratio));
    if (this.canvas.width !== pixels_wide || this.canvas.height !== pixels_high) {
      this.canvas.width = pixels_wide;
      this.canvas.height = pixels_high;
      this.repaint_all = true;
    }
    this.bridge.resize(width, height, ratio);
    this.frame_now();
  }

  request_frame() {
    this.frame_requested = true;
    if (this.frame_scheduled) return;
    this.frame_scheduled = true;
    requestAnimationFrame(() => {
      this.frame_scheduled = false;
      // What was drawn at once meanwhile has answered it.
      if (this.frame_requested) this.draw();
    });
  }

  run() {
    this.running = true;
    this.frame_now();
  }

  /** Draws at once, within the event that asked: focus and downloads need the user's gesture. */
  frame_now() {
    this.draw();
    // Firefox does not always show what WebGL draws outside an animation frame.
    if (!this.picture) this.request_frame();
  }

  draw() {
    if (this.updating) {
      this.request_frame();
      return;
    }
    this.frame_requested = false;
    if (this.failed || !this.running) return;
    let flags = 0;
    try {
      flags = this.bridge.frame(local_iso_time(new Date()), performance.now());
    } catch (error) {
      // The module is in an unknown state: nothing more is asked of it, what was committed is in the store.
      this.failed = true;
      this.on_failure(error);
      return;
    }
    if (this.picture && (flags & frame_flags.pixels || this.repaint_all)) this.paint(this.picture);
    /** @type {Effect[]} */
    const effects = flags & frame_flags.effects ? this.bridge.effects() : [];
    if (flags & frame_flags.semantics) {
      this.mirror_semantics(Number(effects.filter((effect) => effect.kind === 'focus').pop()?.id ?? 0));
    }
    for (const effect of effects) this.handlers[effect.kind]?.(effect);
    if (flags & frame_flags.again) this.request_frame();
  }

  /** @param {CanvasRenderingContext2D} picture */
  paint(picture) {
    const { bytes, width, height, left, top, right, bottom } = this.bridge.pixels();
    if (width === 0 || height === 0) return;
    const image = new ImageData(bytes, width, height);
    if (this.repaint_all) {
      picture.putImageData(image, 0, 0);
      this.repaint_all = false;
    } else {
      picture.putImageData(image, 0, 0, left, top, right - left, bottom - top);
    }
  }

  /** @param {number} next id of what is to have the focus then, 0 when it stays */
  mirror_semantics(next) {
    this.updating = true;
    const tree = this.bridge.semantics();
    name_document(tree);
    const dialog = tree.find((/** @type {any} */ node) => node.modal)?.id ?? 0;
    const focused = document.activeElement;
    const focused_id = focused instanceof HTMLElement ? Number(focused.dataset.node ?? 0) : 0;
    this.mirror.update(tree, (present) => {
      if (dialog !== this.open_dialog) {
        this.move_focus_for_dialog(dialog, focused_id, next);
      } else if (focused_id !== 0 && !present.has(focused_id)) {
        // What had the focus is going: its neighbour takes it, so that keys never end up nowhere. Straight to where
        // it is wanted, if anywhere: every change of focus makes the browser lay out the page.
        const heir = this.mirror.element(next) ?? this.mirror.neighbour(focused_id, present);
        heir?.focus({ preventScroll: true });
      }
    });
    this.updating = false;
  }

  /** @param {number} dialog id, 0 when none is open @param {number} focused_id @param {number} next where it asks for it */
  move_focus_for_dialog(dialog, focused_id, next) {
    if (dialog !== 0) {
      if (this.open_dialog === 0) this.focus_before_dialog = [focused_id];
      const element = this.mirror.element(dialog);
      const selector = 'input:not(:disabled), textarea:not(:disabled), select:not(:disabled)';
      const asked = this.mirror.element(next);
      const first = asked ?? element?.querySelector(selector) ?? element?.querySelector('button:not(:disabled)');
      if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    } else {
      const back = this.focus_before_dialog.pop() ?? 0;
      // What opened it may be gone, as after signing: then to where the screen begins.
      const main = this.mirror.root.querySelector('main');
      const first = this.mirror.focusable().find((element) => main?.contains(element));
      (this.mirror.element(back) ?? first)?.focus({ preventScroll: true });
    }
    this.open_dialog = dialog;
  }

  /** @param {number} id */
  focus(id) {
    const element = this.mirror.element(id);
    if (element && element !== document.activeElement) element.focus({ preventScroll: true });
    // The module counts on it; an element that cannot take the focus leaves it where it is.
    const focused = document.activeElement;
    if (element !== focused && this.bridge.focus(node_id(focused), false)) this.request_frame();
  }
}
