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
import { capture, Failure, is_newer, root, run } from './commands.mjs';

const folder = join(root, 'build', 'wasm');
const file = (/** @type {string} */ name) => join(folder, name);

// Node has no WebGL; with it, too, the first picture is to need the first file only.
const kept_besides = /webgl|OpenGL3/i;

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
  const names = function_names(new Uint8Array(readFileSync(file('sokenh.wasm'))));
  const size = 8 + 4 * names.length;
  const called = new Uint8Array(size);
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
    const place = exports._malloc(size);
    const written = /** @type {Function} */ (own.__write_profile)(place, size);
    if (written !== size) throw new Failure(`wasm-split: a profile of ${written} bytes, ${size} were expected`);
    const seen = exports.HEAPU8.subarray(place, place + size);
    called.set(seen.subarray(0, 8));
    for (let i = 8; i < size; i += 1) called[i] |= seen[i];
  }
  const was_called = (/** @type {number} */ i) => called.subarray(8 + 4 * i, 12 + 4 * i).some((byte) => byte !== 0);
  for (const i of kept_functions(names, was_called)) called[8 + 4 * i] = 1;
  return called;
}

/**
 * What is called for WebGL and nothing else: those functions, and all they call that was not called anyway.
 * @param {string[]} names @param {(index: number) => boolean} was_called
 */
function kept_functions(names, was_called) {
  const { stdout } = capture('wasm-opt', ['--all-features', '--print-call-graph', file('sokenh.wasm')]);
  const index = new Map(names.map((name, i) => [name, i]));
  /** @type {Map<string, string[]>} */
  const callees = new Map();
  const written = (/** @type {string} */ name) =>
    name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  for (const [, from, to] of stdout.matchAll(/^ *"(.*)" -> "(.*)"; \/\/ call$/gm)) {
    const caller = written(from);
    callees.set(caller, [...(callees.get(caller) ?? []), written(to)]);
  }
  const draws = (/** @type {string} */ name) => kept_besides.test(name) || /^gl[A-Z]/.test(name);
  /** @type {Set<number>} */
  const kept = new Set();
  const keep = (/** @type {string} */ name) => {
    const i = index.get(name);
    if (i === undefined || was_called(i) || kept.has(i)) return;
    kept.add(i);
    (callees.get(name) ?? []).forEach(keep);
  };
  names.filter((name) => kept_besides.test(name)).forEach(keep);
  for (const called of callees.values()) if (called.some(draws)) called.forEach(keep);
  return kept;
}

/** Of the functions the module defines, in their order: from its section of names. @param {Uint8Array<ArrayBuffer>} bytes @returns {string[]} */
function function_names(bytes) {
  const module = new WebAssembly.Module(bytes);
  const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length;
  const [section] = WebAssembly.Module.customSections(module, 'name');
  if (!section) throw new Failure('sokenh.wasm has no names: it is linked without --profiling-funcs');
  const names = Buffer.from(section);
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = names[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  /** @type {string[]} */
  const found = [];
  while (at < names.length) {
    const kind = names[at];
    at += 1;
    const end = number() + at;
    // 1: functions; each has its number and its name.
    for (let left = kind === 1 ? number() : 0; left > 0; left -= 1) {
      const index = number();
      const length = number();
      found[index - imported] = names.toString('utf8', at, at + length);
      at += length;
    }
    at = end;
  }
  return found;
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
    bridge.start(false);
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
