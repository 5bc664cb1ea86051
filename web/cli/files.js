// @ts-check
// Files in and out. What goes wrong is a FileProblem: a code, said in the user's language later.

import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

// As in the page: no file of the product is nearly as large.
export const max_file_bytes = 32 * 1024 * 1024;

export class FileProblem extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** @type {Record<string, string>} */
const codes = {
  ENOENT: 'file_missing',
  ENOTDIR: 'file_missing',
  EISDIR: 'file_is_folder',
  EACCES: 'file_not_allowed',
  EPERM: 'file_not_allowed',
};

/** @param {unknown} error @param {string} otherwise */
function as_problem(error, otherwise) {
  if (error instanceof FileProblem) return error;
  const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
  return new FileProblem(codes[code] ?? otherwise, code || String(error));
}

/** @param {string} path @param {number} [max_bytes] @returns {Uint8Array} */
export function read_file(path, max_bytes = max_file_bytes) {
  /** @type {number | undefined} */
  let file;
  try {
    file = openSync(path, 'r');
    const status = fstatSync(file);
    if (status.isDirectory()) throw new FileProblem('file_is_folder');
    // A pipe or a device tells no size, so what is read is counted as well.
    const chunks = [];
    let size = 0;
    const expected = status.isFile() ? status.size : 64 * 1024;
    for (;;) {
      if (size > max_bytes || (status.isFile() && status.size > max_bytes)) {
        throw new FileProblem('file_too_large', String(max_bytes));
      }
      const chunk = Buffer.allocUnsafe(Math.max(expected - size, 64 * 1024));
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
  } catch (error) {
    throw as_problem(error, 'file_unreadable');
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const piece_bytes = 1024 * 1024;

/**
 * Hands out a file of any size in pieces: each is used before the next is read.
 * @param {string} path
 * @param {(piece: Uint8Array) => void} take
 */
export function read_pieces(path, take) {
  /** @type {number | undefined} */
  let file;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).isDirectory()) throw new FileProblem('file_is_folder');
    const piece = Buffer.allocUnsafe(piece_bytes);
    for (let read = readSync(file, piece); read !== 0; read = readSync(file, piece)) {
      take(piece.subarray(0, read));
    }
  } catch (error) {
    throw as_problem(error, 'file_unreadable');
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** As it stands there: a byte order mark is the module's to refuse. @param {string} path */
export function read_text(path) {
  const bytes = read_file(path);
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem('file_not_utf8');
  }
}

/** Also a link that leads nowhere. @param {string} path */
export function output_exists(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * All of it or nothing: a crash leaves the old file.
 * @param {string} path
 * @param {string | Uint8Array} text
 * @param {boolean} secret a new file, for its owner's eyes only
 */
export function write_file(path, text, secret) {
  try {
    if (secret) {
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
      return;
    }
    const target = existsSync(path) ? realpathSync(path) : path;
    if (existsSync(target) && !statSync(target).isFile()) {
      writeFileSync(target, text); // a device or a pipe; a folder says so itself
      return;
    }
    const part = `${target}.${process.pid}.part`;
    try {
      writeFileSync(part, text, { flag: 'wx' });
      renameSync(part, target);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? String(error);
    throw new FileProblem(code === 'EEXIST' ? 'output_exists' : 'output_not_written', code);
  }
}
