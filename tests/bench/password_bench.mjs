// @ts-check
// Password checks a second: the page's module in Node beside zxcvbn and @zxcvbn-ts/core (with its common dictionary), on
// the same 2,000 passwords, in turns in the same run; then the slowest hundredth one by one, and 10,000 characters.
// The module checks the dispatches' rules as well; asking it and reading its JSON is part of its time, which is most of it
// when each password is asked about by itself.
//
//   npm run build && node tests/bench/password_bench.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import zxcvbn from 'zxcvbn';
import { start_module } from '../interop/module.mjs';
import { root } from '../interop/sokenh.mjs';
import { median } from './median.mjs';

const rounds = 5;
const count = 2000;

/** A small generator with a seed: the same passwords in each run. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A quarter each: Vietnamese habits, leaked ones, random strings, words put together. */
function mixed_passwords() {
  const next = numbers(1);
  const habits = ['habits.txt', 'habits-held-out.txt', 'zxcvbn-examples.txt']
    .flatMap((name) => readFileSync(join(root, 'tests', 'data', 'password', name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('## '));
  const leaked = /** @type {string[]} */ (Object.values(common.dictionary['passwords-common']));
  const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()-_=+';
  const pick = (/** @type {string[] | string} */ list) => list[next(list.length)];
  const random = () => Array.from({ length: 6 + next(11) }, () => pick(alphabet)).join('');
  const words = () => Array.from({ length: 2 + next(3) }, () => pick(leaked)).join(pick(['', '-', '@', ' ']));
  return Array.from({ length: count }, (_, i) => [() => pick(habits), () => pick(leaked), random, words][i % 4]());
}

const passwords = mixed_passwords();
const module = await start_module();
const zxcvbn_ts = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });

/** @type {Record<string, (password: string) => unknown>} */
const checks = {
  'Sổ Kênh': (password) => module.check(password, true),
  zxcvbn: (password) => zxcvbn(password),
  '@zxcvbn-ts/core': (password) => zxcvbn_ts.check(password),
};

const milliseconds = (/** @type {() => void} */ work) => {
  const begin = performance.now();
  work();
  return performance.now() - begin;
};

/** @type {Record<string, {rates: number[], each: number[]}>} */
const measured = {};
for (const [name, check] of Object.entries(checks)) {
  passwords.slice(0, 200).forEach(check); // compiled before it is measured
  measured[name] = { rates: [], each: [] };
}
measured['Sổ Kênh, all at once'] = { rates: [], each: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const [name, check] of Object.entries(checks)) {
    const each = passwords.map((password) => milliseconds(() => check(password)));
    measured[name].each.push(...each);
    measured[name].rates.push((count * 1000) / each.reduce((sum, time) => sum + time, 0));
  }
  const lines = passwords.join('\n');
  const time = milliseconds(() => module.check(lines, true));
  measured['Sổ Kênh, all at once'].rates.push((count * 1000) / time);
}
const of_zxcvbn = median(measured.zxcvbn.rates);
for (const [name, { rates, each }] of Object.entries(measured)) {
  const rate = median(rates);
  const p99 = each.sort((a, b) => a - b)[Math.floor(each.length * 0.99)];
  const slowest = p99 === undefined ? '' : `   p99 ${p99.toFixed(3)} ms`;
  console.log(`${name.padEnd(22)} ${rate.toFixed(0).padStart(7)}/s   ${(rate / of_zxcvbn).toFixed(1)} × zxcvbn${slowest}`);
}

const long = {
  'one letter': 'a'.repeat(10_000),
  'one word': 'haiphong'.repeat(1250),
  'Telex keys': passwords.join('').replace(/[^aeosfrxjw]/g, '').repeat(9).slice(0, 10_000),
  digits: Array.from({ length: 10_000 }, numbers(2)).map((_, i) => (i * i * 7919) % 10).join(''),
  mixed: passwords.join('').slice(0, 10_000),
};
for (const [name, text] of Object.entries(long)) {
  const times = Array.from({ length: 9 }, () => milliseconds(() => module.check(text, true)));
  const with_parts = Array.from({ length: 9 }, () => milliseconds(() => module.check(text)));
  const both = `${median(times).toFixed(1)} ms, every part as JSON ${median(with_parts).toFixed(1)} ms`;
  console.log(`10,000 characters, ${name.padEnd(12)} ${both}`);
}
