// @ts-check
// The passwords of the command `password`: lines of standard input, or one typed on a terminal that shows nothing of
// it. They are neither arguments nor files of ours, and never printed.

import { FileProblem } from './files.js';
import { ask } from './passphrase.js';

const max_bytes = 4 * 1024 * 1024;

/** @param {typeof import('./messages.js').messages.vi} words @returns {Promise<Uint8Array>} UTF-8, to be overwritten after use */
export async function read_passwords(words) {
  const lines = process.stdin.isTTY
    ? new TextEncoder().encode(await ask(words.password_prompt))
    : await all_of_stdin();
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(lines);
  } catch {
    throw new FileProblem('passwords_not_utf8');
  }
  if (lines.every((byte) => byte === 0x0a || byte === 0x0d)) throw new FileProblem('passwords_missing');
  return lines;
}

async function all_of_stdin() {
  const chunks = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > max_bytes) throw new FileProblem('file_too_large', String(max_bytes));
  }
  const whole = Buffer.concat(chunks);
  for (const chunk of chunks) chunk.fill(0);
  return whole;
}
