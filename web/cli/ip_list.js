// @ts-check
// Lists of addresses on their way into the module: in pieces, as UTF-8, with what says later which
// list it was. Of an .xlsx file the first sheet, a row as a line.

import { createHash } from 'node:crypto';
import { is_zip, read_first_sheet, SheetProblem } from '../sheets.js';
import { utf16_of } from '../text_encoding.js';
import { FileProblem, read_pieces } from './files.js';

/** @typedef {{file: string, size: number, sha256: string}} GivenList */

/**
 * @param {string} path
 * @param {import('../bridge.js').Bridge} bridge
 * @returns {Promise<GivenList>}
 */
export async function give_list(path, bridge) {
  const hash = createHash('sha256');
  const encoder = new TextEncoder();
  /** @type {TextDecoder | undefined} */
  let decoder;
  let size = 0;
  let sheet = false;
  /** Of a sheet, which is read as a whole. @type {Uint8Array[]} */
  const pieces = [];
  read_pieces(path, (piece) => {
    hash.update(piece);
    const begins = size === 0;
    sheet ||= begins && is_zip(piece);
    if (sheet) {
      pieces.push(Uint8Array.from(piece));
      size += piece.length;
      return;
    }
    const encoding = begins ? utf16_of(piece) : '';
    if (encoding) decoder = new TextDecoder(encoding);
    bridge.ip_list(begins, decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece);
    size += piece.length;
  });
  if (sheet) {
    const rows = await read_first_sheet(new Uint8Array(Buffer.concat(pieces))).catch((error) => {
      throw error instanceof SheetProblem ? new FileProblem(error.code) : error;
    });
    const lines = rows.map((row) => row.join('\t').replace(/[\r\n]+/g, ' '));
    bridge.ip_list(true, encoder.encode(lines.join('\n')));
  }
  // An empty one is a list too.
  if (size === 0) bridge.ip_list(true, new Uint8Array());
  return { file: path, size, sha256: hash.digest('hex') };
}
