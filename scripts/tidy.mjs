// @ts-check
// clang-tidy over our own files. A file is looked at again only if its own text, one of our headers it
// includes, its compile command or .clang-tidy changed: what passed is remembered in build/tidy/.
//
// Nearly all of the time goes into the headers, the standard library's above all. So files that are compiled alike are
// read together, as one that includes them; those that do not go together (both declare the same name) apart.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { capture, capture_each, Failure, root } from './commands.mjs';

const clang_tidy = 'clang-tidy-14';
const clang = 'clang++-14';
const passed = join(root, 'build', 'tidy');
const our_folders = ['core', 'wasm', 'tests'].map((name) => join(root, name) + '/');
const most_together = 16;

/**
 * @typedef {object} Job
 * @property {string} file
 * @property {string} key of all that decides whether it passes
 * @property {string} folder that its compiler is run in
 * @property {string[]} flags
 * @property {string} headers_from which of our folders it includes headers from
 */

/** Both presets must have been built: their compile commands and dependencies are used. */
export async function tidy() {
  mkdirSync(passed, { recursive: true });
  const native = jobs_of('debug', []);
  const seen = new Set(native.map((job) => job.file));
  // What exists only in the page (the C boundary, WebGL) is read as em++ would read it.
  const sysroot = '/usr/share/emscripten/cache/sysroot';
  const page = jobs_of('wasm', [
    '--target=wasm32-unknown-emscripten',
    `--sysroot=${sysroot}`,
    `-isystem${sysroot}/include/compat`,
    '-Wno-unused-command-line-argument',
  ]).filter((job) => !seen.has(job.file));
  const jobs = [...native, ...page];
  const changed = jobs.filter((job) => !existsSync(join(passed, job.key)));
  const batches = await batches_that_compile(batches_of(changed));
  let failures = 0;
  await capture_each(batches, tidy_command, (batch, { passed: clean, stdout, stderr }) => {
    if (clean) {
      for (const { key } of batch) writeFileSync(join(passed, key), '');
    } else {
      console.error(stdout || stderr);
      failures += 1;
    }
  });
  console.log(`clang-tidy: ${jobs.length} files, ${changed.length} looked at, ${failures} times with findings`);
  if (failures > 0) throw new Failure('clang-tidy has findings');
}

/** @param {Job[][]} batches @returns {Promise<Job[][]>} those that do not in halves, and these in halves */
async function batches_that_compile(batches) {
  const found = batches.filter((batch) => batch.length === 1);
  /** @type {Job[][]} */
  const halves = [];
  const command_of = (/** @type {Job[]} */ batch) => {
    const [{ folder, flags }] = batch;
    return { program: clang, parameters: ['-fsyntax-only', ...flags, written(batch)], cwd: folder };
  };
  await capture_each(batches.filter((batch) => batch.length > 1), command_of, (batch, { passed: compiles }) => {
    const middle = Math.ceil(batch.length / 2);
    if (compiles) found.push(batch);
    else halves.push(batch.slice(0, middle), batch.slice(middle));
  });
  return halves.length > 0 ? [...found, ...(await batches_that_compile(halves))] : found;
}

/** @param {Job[]} batch */
function tidy_command(batch) {
  const [{ folder, flags }] = batch;
  return { program: clang_tidy, parameters: ['--quiet', written(batch), '--', ...flags], cwd: folder };
}

/** A source that includes all of the batch. @param {Job[]} batch */
function written(batch) {
  const source = join(passed, `${batch[0].key.slice(0, 16)}-${batch.length}.cpp`);
  writeFileSync(source, batch.map(({ file }) => `#include "${file}"\n`).join(''));
  return source;
}

/** @param {Job[]} jobs */
function batches_of(jobs) {
  /** @type {{alike: string, jobs: Job[], names: Set<string>}[]} */
  const batches = [];
  // What includes the same has the same names before it.
  const by_headers = [...jobs].sort((a, b) => a.headers_from.localeCompare(b.headers_from));
  for (const job of by_headers) {
    // «text» is a namespace of core/text and a function of wasm/ui: a file knows one of them.
    const alike = JSON.stringify([job.folder, job.flags, job.headers_from.includes('/core/text')]);
    const names = names_in(readFileSync(job.file, 'utf8'));
    const batch = batches.find(
      (one) => one.alike === alike && one.jobs.length < most_together && !names.some((name) => one.names.has(name)),
    );
    if (batch) {
      batch.jobs.push(job);
      for (const name of names) batch.names.add(name);
    } else {
      batches.push({ alike, jobs: [job], names: new Set(names) });
    }
  }
  return batches.map((batch) => batch.jobs);
}

/** What a file declares outside classes and functions, seen from its layout, roughly. @param {string} text */
function names_in(text) {
  const declared = /^(?!(using )?namespace)(#define )?[A-Za-z[]/;
  const lines = text.split('\n').filter((line) => declared.test(line));
  const names = lines.map((line) => /(?<![:\w])(\w+)\s*[({=;[]/.exec(line.replace(/\[\[.*?\]\]/g, ''))?.[1] ?? '');
  return names.filter((name) => !/^[A-Z_]*$/.test(name)); // not TEST_CASE
}

/**
 * @param {'debug' | 'wasm'} preset
 * @param {string[]} extra flags
 * @returns {Job[]}
 */
function jobs_of(preset, extra) {
  const folder = join(root, 'build', preset);
  /** @type {{file: string, command: string}[]} */
  const commands = JSON.parse(readFileSync(join(folder, 'compile_commands.json'), 'utf8'));
  const headers = dependencies(folder);
  const config = readFileSync(join(root, '.clang-tidy'));
  return commands
    .filter(({ file }) => is_ours(file))
    .map(({ file, command }) => {
      const [before, output] = command.split(/ -o (\S+) -c \S+$/);
      const included = headers.get(output) ?? [file]; // benchmarks are built on demand only
      const key = createHash('sha256').update(config).update(command).update(extra.join(' '));
      for (const path of included) key.update(hash_of(path));
      const headers_from = [...new Set(included.map((path) => dirname(path)))].sort().join(' ');
      const [, ...flags] = before.split(' ').map((flag) => flag.replaceAll('\\"', '"'));
      return { file, folder, flags: [...flags, ...extra], key: key.digest('hex'), headers_from };
    });
}

/** @param {string} path */
const is_ours = (path) => our_folders.some((folder) => path.startsWith(folder));

/**
 * What each object file was made from, as ninja learned it from the compiler: ours only.
 * @param {string} folder
 * @returns {Map<string, string[]>}
 */
function dependencies(folder) {
  const { stdout } = capture('ninja', ['-C', folder, '-t', 'deps']);
  const result = new Map();
  for (const block of stdout.split('\n\n')) {
    const [head, ...paths] = block.split('\n');
    const output = head.slice(0, head.indexOf(':'));
    const ours = paths.map((path) => resolve(folder, path.trim())).filter(is_ours);
    result.set(output, ours);
  }
  return result;
}

/** @type {Map<string, string>} */
const hashes = new Map();

/** @param {string} path */
function hash_of(path) {
  let hash = hashes.get(path);
  if (!hash) {
    hash = createHash('sha256').update(path).update(readFileSync(path)).digest('hex');
    hashes.set(path, hash);
  }
  return hash;
}
