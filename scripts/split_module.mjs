// @ts-check
// Splits the compiled module in two: what a first visit runs before anybody has chosen anything, and the rest, which
// the page fetches when it is already in use (web/split_module.js). Which functions the first visit runs is not
// written down anywhere: it is tried here, in Node, each time the module has changed.
//
//   build/wasm/sokenh.wasm -> build/wasm/first.wasm, build/wasm/rest.wasm
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bridge, text_kinds } from '../web/bridge.js';
import { Failure, is_newer, root, run } from './commands.mjs';

const folder = join(root, 'build', 'wasm');
const file = (/** @type {string} */ name) => join(folder, name);

export async function split_module() {
  if (is_newer(file('rest.wasm'), [file('sokenh.wasm'), import.meta.filename])) return;
  wasm_split('--instrument', file('sokenh.wasm'), '-o', file('training.wasm'));
  writeFileSync(file('profile'), await profile());
  const outputs = ['-o1', file('first.wasm'), '-o2', file('rest.wasm')];
  wasm_split('--split', file('sokenh.wasm'), `--profile=${file('profile')}`, '--export-prefix=%', ...outputs);
}

/** @param {string[]} parameters */
function wasm_split(...parameters) {
  run('wasm-split', ['--all-features', ...parameters], { quiet: true });
}

/** What wasm-split wants: the module's sum, then for each function a number that is 0 when it was not called. */
async function profile() {
  const module = new WebAssembly.Module(readFileSync(file('training.wasm')));
  let called = new Uint8Array();
  for (const visit of visits) {
    /** @type {WebAssembly.Exports} */
    let own = {};
    const { default: start_module } = await import(pathToFileURL(file('sokenh.js')).href);
    const exports = await start_module({
      instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) => {
        const instance = new WebAssembly.Instance(module, imports);
        own = instance.exports;
        return done(instance, module);
      },
    });
    visit(new Visitor(new Bridge(exports)));
    const write_profile = /** @type {(place: number, size: number) => number} */ (own.__write_profile);
    const size = write_profile(0, 0); // too little room for it: it only says how much it takes
    const place = exports._malloc(size);
    write_profile(place, size);
    const seen = exports.HEAPU8.slice(place, place + size);
    called = seen.map((/** @type {number} */ byte, /** @type {number} */ i) => (i < 8 ? byte : byte | (called[i] ?? 0)));
  }
  return called;
}

class Visitor {
  /** @param {Bridge} bridge */
  constructor(bridge) {
    this.bridge = bridge;
    this.time = 0;
    /** @type {any[]} */
    this.tree = [];
  }

  /** As web/boot.js does it. @param {{width: number, height: number, ratio: number, touch: boolean, theme: string}} machine */
  opens({ width, height, ratio, touch, theme }) {
    const { bridge } = this;
    bridge.start();
    bridge.resize(width, height, ratio);
    const fonts = join(root, 'build', 'fonts');
    const names = readdirSync(fonts).filter((name) => name.endsWith('.ttf')).sort();
    names.forEach((name, weight) => bridge.font(weight, readFileSync(join(fonts, name))));
    for (const event of [
      { kind: 'language', text: 'vi' },
      { kind: 'theme', text: theme, contrast: false, forced: false },
      { kind: 'touch', value: touch },
      { kind: 'compact', value: false },
      { kind: 'reducedMotion', value: false },
      { kind: 'sharesFiles', value: false },
      { kind: 'readOnly', value: false },
      { kind: 'keys', text: '' },
    ]) {
      bridge.event(event);
    }
    this.frame();
    this.frame();
  }

  frame() {
    this.time += 16;
    this.bridge.frame('2026-01-05T08:00:00+07:00', this.time);
    this.tree = this.bridge.semantics();
    this.bridge.pixels();
  }

  /** @param {string} role @param {(node: any) => boolean} [which] */
  find(role, which = () => true) {
    const node = this.tree.find((one) => one.role === role && which(one));
    if (!node) throw new Failure(`the first screen has no ${role}: scripts/split_module.mjs has to follow it`);
    return node;
  }

  /** The pointer and the keys go over what is there. */
  looks_around() {
    const { bridge } = this;
    for (let y = 20; y < 600; y += 40) {
      bridge.pointer(y, y, false);
      this.frame();
    }
    bridge.wheel(0, 120);
    this.frame();
    for (const node of this.tree.filter(({ role }) => role === 'button').slice(0, 8)) {
      bridge.focus(node.id, true);
      bridge.key(node.id, 'Tab', 0);
      this.frame();
    }
  }

  /** A finger scrolls, and lets go. */
  swipes() {
    const { bridge } = this;
    bridge.touch(0, 180, 400, this.time);
    for (let y = 390; y > 200; y -= 30) {
      bridge.touch(1, 180, y, this.time);
      this.frame();
    }
    bridge.touch(2, 180, 200, this.time);
    for (let i = 0; i < 20; i += 1) this.frame();
  }

  /** @param {any} node */
  clicks({ id, rect: [x, y, width, height] }) {
    const { bridge } = this;
    for (const pressed of [false, true, false]) {
      bridge.pointer(x + width / 2, y + height / 2, pressed);
      this.frame();
    }
    bridge.focus(id, false);
    bridge.activate(id);
    this.frame();
  }

  /** @param {string} screen */
  goes_to(screen) {
    this.clicks(this.find('button', ({ name }) => name.startsWith(screen)));
    this.bridge.event({ kind: 'place', text: '' });
    this.frame();
  }

  /** @param {string} text */
  writes(text) {
    const field = this.find('textbox').id;
    this.clicks(this.find('textbox'));
    this.bridge.text(field, text_kinds.input, text, false);
    this.frame();
    this.bridge.text(field, text_kinds.commit, text, false);
    this.frame();
    this.bridge.event({ kind: 'saved' });
    this.frame();
  }
}

/** @type {((visitor: Visitor) => void)[]} */
const visits = [
  (visitor) => {
    visitor.opens({ width: 1280, height: 800, ratio: 1, touch: false, theme: 'light' });
    visitor.looks_around();
    visitor.goes_to('Đơn vị');
    visitor.writes('Trường Tiểu học Đại Lộc');
  },
  (visitor) => {
    visitor.opens({ width: 360, height: 640, ratio: 2, touch: true, theme: 'dark' });
    visitor.swipes();
  },
];
