// @ts-check
// Excel's .xlsx files: the first sheet as rows of text. Runs where it may take its time: in a worker, or in Node.
//
// A file is hostile until read: what it unpacks to, and how many cells it spreads over, are limited before any of it
// is. What it is read with would start workers of its own for large files; so it gets a file that is unpacked already.

import { strFromU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';

const largest_file = 64 * 1024 * 1024;
const largest_unpacked = 192 * 1024 * 1024;
const most_parts = 2000;
const most_cells = 4_000_000; // blank ones between others count: each takes room

/** Codes: `sheet_not_zip`, `sheet_too_large`, `sheet_none`, `sheet_broken`. */
export class SheetProblem extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}

/** Whether a file that begins so is a ZIP archive, as .xlsx files are. @param {Uint8Array} bytes */
export const is_zip = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** @param {Uint8Array} bytes @returns {Record<string, Uint8Array>} what of it is read */
function unpack(bytes) {
  let parts = 0;
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        if (parts > most_parts) throw new SheetProblem('sheet_too_large', 'parts');
        if (!name.endsWith('.xml') && !name.endsWith('.xml.rels')) return false;
        size += originalSize;
        // No more than it says is unpacked of each.
        if (size > largest_unpacked) throw new SheetProblem('sheet_too_large', String(size));
        return true;
      },
    });
  } catch (error) {
    throw error instanceof SheetProblem ? error : new SheetProblem('sheet_not_zip', String(error));
  }
}

// A start tag of a row or a cell, also where an attribute holds «>».
const places = /<(?:\w+:)?(row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const written_place = /(?:^|\s)r\s*=\s*(["'])(.*?)\1/;

/** «AB» is 28. @param {string} letters */
const column_number = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** How far the cells spread, without making room for any. @param {string} xml of a sheet */
function check_extent(xml) {
  let row = 0;
  let column = 0;
  let last_row = 0;
  let last_column = 0;
  for (const [, tag, attributes] of xml.matchAll(places)) {
    const written = written_place.exec(attributes)?.[2];
    if (tag === 'row') {
      if (written !== undefined && !/^\d{1,7}$/.test(written)) throw new SheetProblem('sheet_broken', written);
      row = written === undefined ? row + 1 : Number(written);
      column = 0;
    } else {
      const [, letters, number] = /^([A-Z]{1,3})(\d{1,7})$/.exec(written ?? '') ?? [];
      if (written !== undefined && letters === undefined) throw new SheetProblem('sheet_broken', written);
      column = letters === undefined ? column + 1 : column_number(letters);
      last_row = Math.max(last_row, row, Number(number ?? 0));
      last_column = Math.max(last_column, column);
    }
    if (last_row * last_column > most_cells) throw new SheetProblem('sheet_too_large', `${last_row} x ${last_column}`);
  }
}

/** @param {unknown} cell */
function cell_text(cell) {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).normalize('NFC');
  // Sheets have no time zone: the day and the time as they are seen there.
  const iso = cell.toISOString();
  const day = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return iso.endsWith('T00:00:00.000Z') ? day : `${day} ${iso.slice(11, 16)}`;
}

/**
 * The first sheet. Row i of the sheet is at i - 1.
 * @param {Uint8Array} bytes
 * @returns {Promise<string[][]>}
 */
export async function read_first_sheet(bytes) {
  if (bytes.length > largest_file) throw new SheetProblem('sheet_too_large', String(bytes.length));
  if (!is_zip(bytes)) throw new SheetProblem('sheet_not_zip');
  const parts = unpack(bytes);
  const sheets = Object.keys(parts).filter((name) => /(^|\/)worksheets\/[^/]+\.xml$/.test(name));
  if (sheets.length === 0) throw new SheetProblem('sheet_none');
  for (const name of sheets) check_extent(strFromU8(parts[name]));
  const plain = zipSync(parts, { level: 0 });
  /** @type {unknown[][]} */
  let rows;
  try {
    rows = await readSheet(/** @type {ArrayBuffer} */ (plain.buffer), 1);
  } catch (error) {
    const { name } = /** @type {Error} */ (error);
    throw new SheetProblem(name === 'SheetNotFoundError' ? 'sheet_none' : 'sheet_broken', String(error));
  }
  return rows.map((row) => row.map(cell_text));
}

/** As the clipboard has it (core/exchange/table.h). @param {string[][]} rows */
export const tsv_of = (rows) =>
  rows
    .map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');
