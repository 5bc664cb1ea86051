// @ts-check
// The passphrase: from a file, typed on a terminal that shows nothing of it, or the first line of
// standard input. Never an argument, which other users of the machine could read, and never printed.

import { FileProblem, read_file } from './files.js';

const max_bytes = 64 * 1024;

/**
 * @param {string} path of a file whose first line it is, or ''
 * @param {boolean} is_new typed twice
 * @param {typeof import('./messages.js').messages.vi} words
 */
export async function read_passphrase(path, is_new, words) {
  let passphrase = '';
  if (path !== '') {
    passphrase = first_line(read_file(path, max_bytes));
  } else if (process.stdin.isTTY) {
    passphrase = await ask(words.passphrase_prompt);
    if (is_new && (await ask(words.passphrase_again)) !== passphrase) {
      throw new FileProblem('passphrases_differ');
    }
  } else {
    passphrase = first_line(await line_of_stdin());
  }
  if (passphrase === '') throw new FileProblem('passphrase_missing');
  // The same letters whatever keyboard they were typed with.
  return passphrase.normalize('NFC');
}

/** @param {Uint8Array} bytes */
function first_line(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/, 1)[0];
  } catch {
    throw new FileProblem('passphrase_not_utf8');
  }
}

async function line_of_stdin() {
  const chunks = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const end = chunk.indexOf(0x0a);
    chunks.push(end < 0 ? chunk : chunk.subarray(0, end));
    size += chunk.length;
    if (end >= 0) break;
    if (size > max_bytes) throw new FileProblem('file_too_large', String(max_bytes));
  }
  return Buffer.concat(chunks);
}

/** What is typed shows nowhere. @param {string} prompt @returns {Promise<string>} */
export function ask(prompt) {
  const { stdin, stderr } = process;
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    let typed = [];
    stdin.setRawMode(true); // no echo; also Ctrl+C comes as a character
    stdin.setEncoding('utf8');
    stderr.write(prompt);
    const finish = () => {
      stdin.off('data', take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    /** @param {string} text */
    const take = (text) => {
      for (const character of text) {
        if (character === '\r' || character === '\n' || character === '\u0004') {
          finish();
          resolve(typed.join(''));
          return;
        }
        if (character === '\u0003') {
          finish();
          reject(new FileProblem('passphrase_missing'));
          return;
        }
        // Input methods correct a letter with Backspace and the letter again.
        if (character === '\u007f' || character === '\b') typed.pop();
        else if (character >= ' ') typed.push(character);
      }
    };
    stdin.on('data', take);
    stdin.resume();
  });
}
