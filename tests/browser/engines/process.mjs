// @ts-check
// Programs started by the tests: waited for, ended, and never left behind.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Ends a program, by force if it does not listen. @param {ChildProcess} program */
export async function end_process(program) {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill();
  const patience = new AbortController();
  await Promise.race([
    ended,
    delay(5_000, undefined, { signal: patience.signal }).then(
      () => program.kill('SIGKILL'),
      () => {},
    ),
  ]);
  patience.abort();
  await ended;
}

/**
 * Waits for a line that a program prints.
 * @param {ChildProcess} program @param {'stdout' | 'stderr'} stream @param {RegExp} pattern
 * @returns {Promise<RegExpMatchArray>}
 */
export function line_of(program, stream, pattern) {
  const input = program[stream];
  if (!input) throw new Error(`no ${stream}`);
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input });
    /** @type {string[]} */
    const seen = [];
    lines.on('line', (line) => {
      seen.push(line);
      const match = line.match(pattern);
      if (match) resolve(match);
    });
    const name = program.spawnfile;
    program.once('error', reject);
    program.once('exit', (code) =>
      reject(new Error(`${name} ended with ${code}:\n${seen.join('\n')}`)),
    );
  });
}
