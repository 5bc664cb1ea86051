// @ts-check
// QR codes (ISO/IEC 18004) as a vector path and as a picture. Printed 30 mm wide, one of a signed paper has modules
// of half a millimetre: twelve dots of a 600 dpi printer, and enough for a telephone or a 200 dpi scan.

import { zlibSync } from 'fflate';
import qrcode from 'qrcode-generator';

// White around the code, in modules, as the standard wants it.
const quiet = 4;

/** Rows from the top, quiet zone included; true is dark. @param {string} text ASCII @returns {boolean[][]} */
export function qr_matrix(text) {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const inside = (/** @type {number} */ at) => at >= quiet && at < count + quiet;
  return Array.from({ length: count + 2 * quiet }, (_, row) =>
    Array.from(
      { length: count + 2 * quiet },
      (__, column) => inside(row) && inside(column) && code.isDark(row - quiet, column - quiet),
    ),
  );
}

/** Of an SVG as wide as the matrix: one rectangle a run of dark modules. @param {boolean[][]} matrix */
export function qr_path(matrix) {
  let path = '';
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x]) x += 1;
      path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
  });
  return path;
}

const crc_table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** @param {string} type @param {Uint8Array} data */
function png_chunk(type, data) {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i += 1) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(data, 8);
  let sum = 0xffffffff;
  for (const byte of chunk.subarray(4, data.length + 8)) sum = crc_table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  view.setUint32(data.length + 8, ~sum >>> 0);
  return chunk;
}

/**
 * A PNG of one bit a pixel. Large enough that whoever scales it keeps the edges sharp.
 * @param {boolean[][]} matrix
 * @param {number} [scale] pixels a module
 */
export function qr_png(matrix, scale = 12) {
  const size = matrix.length * scale;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header[8] = 1; // bit a pixel; the rest 0: grey, deflate, no filter, not interlaced
  const stride = 1 + Math.ceil(size / 8); // a byte in front says how the row is filtered
  const pixels = new Uint8Array(size * stride);
  for (let y = 0; y < size; y += 1) {
    const row = matrix[Math.floor(y / scale)];
    for (let x = 0; x < size; x += 1) {
      if (!row[Math.floor(x / scale)]) pixels[y * stride + 1 + (x >> 3)] |= 0x80 >> (x & 7);
    }
  }
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const parts = [
    signature,
    png_chunk('IHDR', header),
    png_chunk('IDAT', zlibSync(pixels)),
    png_chunk('IEND', new Uint8Array(0)),
  ];
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}
