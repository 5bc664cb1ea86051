// @ts-check
// The product as other programs meet it: dist/cli.mjs, started anew for each command, and the files
// it writes.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = join(root, 'dist', 'cli.mjs');

/** @param {string} name a file of tests/data/declarations */
export const declaration = (name) => join(root, 'tests', 'data', 'declarations', name);

/**
 * @typedef {object} Ended
 * @property {number | null} status
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @param {string[]} parameters
 * @param {{input?: string | Buffer, cwd?: string, program?: string}} [options]
 * @returns {Ended}
 */
export function sokenh(parameters, options = {}) {
  return spawnSync(process.execPath, [options.program ?? program, ...parameters], {
    input: options.input ?? '',
    cwd: options.cwd ?? root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/**
 * With --json: the exit status and the result of each file.
 * @param {string[]} parameters
 * @param {{input?: string | Buffer}} [options]
 * @returns {{status: number | null, results: any[]}}
 */
export function sokenh_json(parameters, options) {
  const { status, stdout, stderr } = sokenh([...parameters, '--json'], options);
  if (stderr !== '') throw new Error(stderr);
  return { status, results: JSON.parse(stdout) };
}

/** A folder of its own, removed after the tests. @param {{after: (work: () => void) => void}} suite */
export function work_folder(suite) {
  const folder = mkdtempSync(join(tmpdir(), 'sổ kênh '));
  suite.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const people = /** @type {const} */ ({
  preparer: { name: 'Nguyễn Thị Lan', title: 'Giáo viên Tin học', passphrase: 'sáng ra bờ suối' },
  head: { name: 'Trần Văn Đức', title: 'Hiệu trưởng', passphrase: 'tối vào hang đá' },
});
/** @typedef {keyof typeof people} Role */

/** @param {string} folder @param {Role} role @returns {string} the key file */
export function make_key(folder, role) {
  const { name, title, passphrase } = people[role];
  const out = join(folder, `khóa ${role}.json`);
  const whose = ['--role', role, '--name', name, '--title', title];
  const made = sokenh(['keygen', ...whose, '--out', out], { input: `${passphrase}\n` });
  if (made.status !== 0) throw new Error(made.stderr + made.stdout);
  return out;
}

/**
 * @param {string} path a declaration or a signed file
 * @param {Role} role
 * @param {string} key
 * @returns {string} the signed file's text
 */
export function sign(path, role, key) {
  const input = `${people[role].passphrase}\n`;
  const { status, stdout, stderr } = sokenh(['sign', path, '--key', key], { input });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** @param {string} folder @returns {Record<Role, string>} */
export function make_keys(folder) {
  return { preparer: make_key(folder, 'preparer'), head: make_key(folder, 'head') };
}

/**
 * Signed by both, in the order of the office: who prepares, then the head.
 * @param {string} folder
 * @param {string} source a declaration
 * @param {Record<Role, string>} [keys]
 */
export function signed_by_both(folder, source, keys = make_keys(folder)) {
  const path = join(folder, 'đã ký.json');
  const half = join(folder, 'một chữ ký.json');
  writeFileSync(half, sign(source, 'preparer', keys.preparer));
  writeFileSync(path, sign(half, 'head', keys.head));
  return { path, half, keys, text: readFileSync(path, 'utf8') };
}
