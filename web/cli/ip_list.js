// @ts-check
// Lists of addresses on their way into the module: in pieces, as UTF-8, with what says later which
// list it was.

import { createHash } from 'node:crypto';
import { read_pieces } from './files.js';

/** @typedef {{file: string, size: number, sha256: string}} GivenList */

/**
 * Other encodings have ASCII in common with UTF-8, and addresses have nothing else; UTF-16 has not.
 * @param {Uint8Array} first the list's first piece
 */
function utf16_of(first) {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return '';
}

/**
 * @param {string} path
 * @param {import('../bridge.js').Bridge} bridge
 * @returns {GivenList}
 */
export function give_list(path, bridge) {
  const hash = createHash('sha256');
  const encoder = new TextEncoder();
  /** @type {TextDecoder | undefined} */
  let decoder;
  let size = 0;
  read_pieces(path, (piece) => {
    hash.update(piece);
    const begins = size === 0;
    const encoding = begins ? utf16_of(piece) : '';
    if (encoding) decoder = new TextDecoder(encoding);
    bridge.ip_list(begins, decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece);
    size += piece.length;
  });
  // An empty one is a list too.
  if (size === 0) bridge.ip_list(true, new Uint8Array());
  return { file: path, size, sha256: hash.digest('hex') };
}
