// @ts-check
// Pictures of the canvas, kept small: a PNG of few colours.
//
// Grounds, lines and inks, also those of one small word, are kept nearly as they are. The many mixtures on the edges of
// letters and curves are taken to the nearest colour kept. A picture is compared after the same has been done to it
// with the kept one's colours.
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** @typedef {{width: number, height: number, data: Buffer}} Picture RGBA, opaque */

const most_colours = 64;
// What of a colour is nobody's loss: fewer pixels than of any ink, or too near another to be taken for anything else.
const few_pixels = 4;
const near = 13 ** 2;
const many_pixels = 2000; // of a ground or its lines: these are kept exactly

/** @param {Buffer} bytes a PNG @returns {Picture} */
export function picture_of(bytes) {
  return PNG.sync.read(bytes);
}

/** @param {number} a @param {number} b */
function distance(a, b) {
  const part = (/** @type {number} */ shift) => ((a >> shift) & 255) - ((b >> shift) & 255);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

/** 0xRRGGBB. The next one taken is always the one farthest from those there are. @param {Picture} picture */
function palette_of({ data }) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const left = [...counts]
    .filter(([, count]) => count >= few_pixels)
    .map(([colour]) => ({ colour, away: Infinity }));
  /** @type {number[]} */
  const palette = [];
  const take = (/** @type {number} */ colour) => {
    palette.push(colour);
    for (const one of left) one.away = Math.min(one.away, distance(one.colour, colour));
  };
  for (const [colour, count] of counts) {
    if (count >= many_pixels && palette.length < most_colours) take(colour);
  }
  while (palette.length < most_colours) {
    const next = left.reduce((best, one) => (one.away > best.away ? one : best));
    if (next.away < near) break;
    take(next.colour);
  }
  return palette.sort((a, b) => a - b);
}

/** Each pixel's place in the palette. @param {Picture} picture @param {number[]} palette */
function indexed({ width, height, data }, palette) {
  /** @type {Map<number, number>} */
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) {
    const colour = data.readUIntBE(i * 4, 3);
    let place = places.get(colour);
    if (place === undefined) {
      place = 0;
      for (let p = 1; p < palette.length; p += 1) {
        if (distance(colour, palette[p]) < distance(colour, palette[place])) place = p;
      }
      places.set(colour, place);
    }
    pixels[i] = place;
  }
  return pixels;
}

/** The colours there are. @param {Picture} picture */
export function palette_in({ data }) {
  /** @type {Set<number>} */
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) colours.add(data.readUIntBE(at, 3));
  return [...colours].sort((a, b) => a - b);
}

/** The picture in these colours. @param {Picture} picture @param {number[]} palette @returns {Picture} */
export function in_colours(picture, palette) {
  const data = Buffer.alloc(picture.data.length, 255);
  indexed(picture, palette).forEach((place, i) => data.writeUIntBE(palette[place], i * 4, 3));
  return { width: picture.width, height: picture.height, data };
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** An indexed PNG, which pngjs reads but does not write. @param {Picture} picture */
export function small_png(picture) {
  const { width, height } = picture;
  const palette = palette_of(picture);
  const pixels = indexed(picture, palette);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // bits a pixel, indexed
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, place) => colours.writeUIntBE(colour, place * 3, 3));
  // A line begins with its filter: 0, none, which is best where neighbours are places in a list.
  const line = 1 + width;
  const lines = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * line + 1 + x] = pixels[y * width + x];
    }
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
