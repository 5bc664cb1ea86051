// @ts-check
// Running other programs, the same way in every script: arguments as a list (no shell), a failure
// ends the script with one line that says what failed, not with a stack.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure whose message is for the person at the terminal: printed without a stack. */
export class Failure extends Error {}

/**
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd] the repository's root unless told
 * @property {boolean} [quiet] show what it printed only if it fails
 */

/**
 * @param {string} program
 * @param {string[]} parameters
 * @param {Options & {stdio: 'inherit' | 'pipe'}} options
 */
function spawn(program, parameters, { env, cwd = root, stdio }) {
  const result = spawnSync(program, parameters, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', stdio, stdio],
  });
  if (result.error) {
    throw new Failure(`${program} could not be started: ${result.error.message}`);
  }
  return result;
}

/**
 * Runs to the end; a non-zero exit is a Failure.
 * @param {string} program
 * @param {string[]} parameters
 * @param {Options} [options]
 */
export function run(program, parameters, { quiet = false, ...options } = {}) {
  const result = spawn(program, parameters, { ...options, stdio: quiet ? 'pipe' : 'inherit' });
  if (result.status !== 0) {
    if (quiet) process.stderr.write(result.stdout + result.stderr);
    throw new Failure(
      `${[program, ...parameters].join(' ')} ended with ${result.signal ?? result.status}`,
    );
  }
}

/**
 * What it printed, whatever its exit status.
 * @param {string} program
 * @param {string[]} parameters
 * @param {Options} [options]
 */
export function capture(program, parameters, options = {}) {
  const { status, stdout, stderr } = spawn(program, parameters, { ...options, stdio: 'pipe' });
  return { status, stdout, stderr };
}

/**
 * The same for every item of a list, as many at a time as there are processors: what the program printed goes to
 * `report`, whatever its exit status.
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => {program: string, parameters: string[], cwd?: string}} command_of
 * @param {(item: Item, result: {passed: boolean, stdout: string, stderr: string}) => void} report
 */
export async function capture_each(items, command_of, report) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const { program, parameters, cwd = root } = command_of(item);
      report(item, await new Promise((done) => {
        execFile(program, parameters, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
          done({ passed: error === null, stdout, stderr });
        });
      }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Whether what was made from the sources is still up to date. @param {string} target @param {string[]} sources */
export function is_newer(target, sources) {
  if (!existsSync(target)) return false;
  const made = statSync(target).mtimeMs;
  return sources.every((source) => statSync(source).mtimeMs < made);
}

/** @param {string} program */
export function is_installed(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * Runs `main` if the module is the program that was started, not when it is imported.
 * @param {string} module_url import.meta.url
 * @param {() => void | Promise<void>} main
 */
export async function main_of(module_url, main) {
  if (process.argv[1] !== fileURLToPath(module_url)) return;
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
