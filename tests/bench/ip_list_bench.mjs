// @ts-check
// A botnet list of 1,000,000 entries with noise read, and 10,000 own addresses and ranges looked for
// in it (HP24-3.3): natively and as wasm, against ipaddr.js reading the same entries, already cut out
// of their noise, and the same binary search over them: medians of rounds that take turns.
//
//   cmake --build --preset release --target ip_list_bench
//   cmake --build --preset wasm --target ip_list_bench
//   node tests/bench/ip_list_bench.mjs

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ipaddr from 'ipaddr.js';
import { median } from './median.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 7;
const entry_count = 1_000_000;
const own_count = 10_000;

let state = 5;
/** @param {number} below */
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const v4 = () => [0, 0, 0, 0].map(() => 1 + random(253)).join('.');

/** The list as it comes, and its entries alone. */
function make_list() {
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const entries = [];
  for (let i = 0; i < entry_count; ++i) {
    const address = v4();
    const v6 = `2001:db8:${random(65536).toString(16)}::${random(65536).toString(16)}`;
    const [line, entry] = [
      [`${i};"${address}";20.11.2024;tcp;443;Trojan.Generic v2.1.${i % 9}`, address],
      [`IP: ${address} Port 80 ngày 20.11.2024 07:30:12`, address],
      [`hxxp://${address.replaceAll('.', '[.]')}/gate.php?id=${i}`, address],
      [v6, v6],
      [`${address}/28`, `${address}/28`],
    ][i % 20] ?? [address, address];
    lines.push(line);
    entries.push(entry);
    if (i % 60 === 0) lines.push('', `      Trang ${i / 60}/16667      `, 'CÔNG VĂN số 12/2024, mục 1.2.3');
  }
  return { text: `${lines.join('\n')}\n`, entries };
}

/**
 * First and last address of an entry, as texts that are ordered as the addresses are.
 * @param {string} entry
 */
function ends(entry) {
  const [address, bits] = entry.includes('/') ? ipaddr.parseCIDR(entry) : [ipaddr.parse(entry), 128];
  const first = address.toByteArray();
  const last = first.slice();
  for (let bit = bits; bit < first.length * 8; ++bit) {
    first[bit >> 3] &= ~(128 >> (bit & 7));
    last[bit >> 3] |= 128 >> (bit & 7);
  }
  return { first: String.fromCharCode(...first), last: String.fromCharCode(...last) };
}

/** @param {string[]} entries @param {string[]} own @returns {[number, number, number]} */
function peer_round(entries, own) {
  const begin = performance.now();
  const ranges = entries.map(ends).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const read = performance.now();
  let found = 0;
  for (const { first, last } of own.map(ends)) {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle].first <= last) low = middle + 1;
      else high = middle;
    }
    // The nearest below it; whether one further away is wide enough is not looked at.
    if (low > 0 && ranges[low - 1].last >= first) ++found;
  }
  return [read - begin, performance.now() - read, found];
}

const { text, entries } = make_list();
const own = Array.from({ length: own_count }, (_, i) => (i % 3 === 0 ? `${v4()}/29` : v4()));
const folder = mkdtempSync(join(tmpdir(), 'ip-list-bench-'));
const list_path = join(folder, 'list.txt');
const own_path = join(folder, 'own.txt');
writeFileSync(list_path, text);
writeFileSync(own_path, own.join('\n'));

const programs = Object.entries({
  native: [join(root, 'build', 'release', 'tests', 'ip_list_bench')],
  wasm: [process.execPath, join(root, 'build', 'wasm', 'tests', 'ip_list_bench.js')],
}).filter(([, command]) => command.every((part) => existsSync(part)));

/** @type {Record<string, {read: number[], match: number[]}>} */
const times = { 'ipaddr.js': { read: [], match: [] } };
for (let round = 0; round < rounds; ++round) {
  const [read, match] = peer_round(entries, own);
  times['ipaddr.js'].read.push(read);
  times['ipaddr.js'].match.push(match);
  for (const [name, [command, ...parameters]] of programs) {
    const printed = execFileSync(command, [...parameters, list_path, own_path, '2'], { encoding: 'utf8' });
    const [read_time, match_time, count] = (printed.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    if (count !== entry_count) throw new Error(`${name} read ${count} entries`);
    const list = (times[name] ??= { read: [], match: [] });
    list.read.push(read_time);
    list.match.push(match_time);
  }
}
rmSync(folder, { recursive: true });
const peer = times['ipaddr.js'];
for (const [name, { read, match }] of Object.entries(times)) {
  const shown = (/** @type {number[]} */ list, /** @type {number[]} */ against) =>
    `${median(list).toFixed(1).padStart(8)} ms (${(median(against) / median(list)).toFixed(1)} ×)`;
  console.log(`${name.padEnd(10)} read ${shown(read, peer.read)}   match ${shown(match, peer.match)}`);
}
