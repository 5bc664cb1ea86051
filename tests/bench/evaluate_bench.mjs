// @ts-check
// Evaluating five dispatches on a declaration of 20 channels and 60 accounts, natively and as wasm,
// against ajv validating the same file with its schema: medians of rounds that take turns. «edited»:
// after a change of one row, as the page does with each key pressed; «anew»: all rows read again, as
// with a file just opened.
//
//   cmake --build --preset release --target evaluate_bench
//   cmake --build --preset wasm --target evaluate_bench
//   node tests/bench/evaluate_bench.mjs

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 15;

/** Every channel and account different, as in an office; the last answered differently. */
function declaration() {
  const path = join(root, 'tests', 'data', 'declarations', 'nam-cong-van.json');
  const value = JSON.parse(readFileSync(path, 'utf8'));
  const channels = value.channels.slice();
  value.channels = Array.from({ length: 20 }, (_, i) => {
    const channel = structuredClone(channels[i % channels.length]);
    channel.id = i + 1;
    if (i >= channels.length) channel.name = `${channel.name}${i}`;
    return channel;
  });
  const accounts = value.accounts.slice();
  value.accounts = Array.from({ length: 60 }, (_, i) => ({
    ...accounts[i % accounts.length],
    id: i + 1,
    user_name: `can.bo.${i}`,
  }));
  return value;
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const value = declaration();
const folder = mkdtempSync(join(tmpdir(), 'evaluate-bench-'));
const path = join(folder, 'declaration.json');
writeFileSync(path, JSON.stringify(value));

const ajv = new Ajv.default({ strict: true, strictRequired: false, strictTypes: false });
const schema = join(root, 'core', 'schema', 'declaration.schema.json');
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
if (!validate(value)) throw new Error(JSON.stringify(validate.errors));

/** Microseconds a validation. */
function ajv_round() {
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < 300) {
    for (let i = 0; i < 20; ++i) validate(value);
    count += 20;
  }
  return ((performance.now() - begin) * 1000) / count;
}

const programs = Object.entries({
  native: [join(root, 'build', 'release', 'tests', 'evaluate_bench')],
  wasm: [process.execPath, join(root, 'build', 'wasm', 'tests', 'evaluate_bench.js')],
}).filter(([, command]) => command.every((part) => existsSync(part)));

/** @type {Record<string, number[]>} */
const times = { ajv: [] };
ajv_round();
for (let round = 0; round < rounds; ++round) {
  times.ajv.push(ajv_round());
  for (const [name, [command, ...parameters]] of programs) {
    for (const way of ['edited', 'anew']) {
      const printed = execFileSync(command, [...parameters, path, '2', way], { encoding: 'utf8' });
      (times[`${name}, ${way}`] ??= []).push(Number(printed.trim().split('\n').at(-1)));
    }
  }
}
rmSync(folder, { recursive: true });
const against = median(times.ajv);
for (const [name, list] of Object.entries(times)) {
  const time = median(list);
  console.log(`${name.padEnd(16)} ${time.toFixed(1).padStart(8)} µs   ${(against / time).toFixed(2)} × ajv`);
}
