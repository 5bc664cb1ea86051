// @ts-check
// clang-tidy over our own files. A file is looked at again only if its own text, one of our headers it
// includes, its compile command or .clang-tidy changed: what passed is remembered in build/tidy/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { capture, capture_each, Failure, root } from './commands.mjs';

const clang_tidy = 'clang-tidy-14';
const passed = join(root, 'build', 'tidy');
const our_folders = ['core', 'wasm', 'tests'].map((name) => join(root, name) + '/');

/** @typedef {{file: string, key: string, parameters: string[]}} Job */

/** Both presets must have been built: their compile commands and dependencies are used. */
export async function tidy() {
  mkdirSync(passed, { recursive: true });
  const native = jobs_of('debug', []);
  const seen = new Set(native.map((job) => job.file));
  // What exists only in the page (the C boundary, WebGL) is read as em++ would read it.
  const sysroot = '/usr/share/emscripten/cache/sysroot';
  const page = jobs_of('wasm', [
    '--extra-arg-before=--target=wasm32-unknown-emscripten',
    `--extra-arg=--sysroot=${sysroot}`,
    `--extra-arg=-isystem${sysroot}/include/compat`,
    '--extra-arg=-Wno-unused-command-line-argument',
  ]).filter((job) => !seen.has(job.file));
  const jobs = [...native, ...page];
  const changed = jobs.filter((job) => !existsSync(join(passed, job.key)));
  const failed = /** @type {string[]} */ ([]);
  const command_of = (/** @type {Job} */ { parameters }) => ({ program: clang_tidy, parameters });
  await capture_each(changed, command_of, ({ file, key }, { passed: clean, stdout, stderr }) => {
    if (clean) {
      writeFileSync(join(passed, key), '');
    } else {
      console.error(stdout || stderr);
      failed.push(file.slice(root.length));
    }
  });
  console.log(
    `clang-tidy: ${jobs.length} files, ${changed.length} looked at, ${failed.length} with findings`,
  );
  if (failed.length > 0) throw new Failure(`clang-tidy: ${failed.join(', ')}`);
}

/**
 * @param {'debug' | 'wasm'} preset
 * @param {string[]} extra
 * @returns {Job[]}
 */
function jobs_of(preset, extra) {
  const folder = join(root, 'build', preset);
  /** @type {{file: string, command: string, output: string}[]} */
  const commands = JSON.parse(readFileSync(join(folder, 'compile_commands.json'), 'utf8'));
  const headers = dependencies(folder);
  const config = readFileSync(join(root, '.clang-tidy'));
  return commands
    .filter(({ file }) => is_ours(file))
    .map(({ file, command, output }) => {
      const key = createHash('sha256').update(config).update(command).update(extra.join(' '));
      for (const path of headers.get(output) ?? [file]) key.update(hash_of(path));
      return { file, key: key.digest('hex'), parameters: ['-p', folder, '--quiet', ...extra, file] };
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
