// @ts-check
// The product's icons, drawn from the mark that the page itself shows: Icon::brand in wasm/ui/icons.cpp, white on the
// accent colour of wasm/ui/theme.cpp.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { Failure, root } from './commands.mjs';

// As the shell draws it: a square of 28 with corners of 6, the icon's 16 units in its middle.
const side = 28;
const corner = 6;
const icon_side = 16;
const stroke = 1.4;

/** @param {string} file @param {RegExp} pattern */
function found_in(file, pattern) {
  const found = pattern.exec(readFileSync(join(root, file), 'utf8'));
  if (!found) throw new Failure(`${file}: the product's mark is not where scripts/icons.mjs looks`);
  return found[1];
}

/** The path language of wasm/ui/icons.cpp in SVG. @param {string} path */
function shapes(path) {
  const svg = [];
  let line = '';
  const end_line = () => {
    if (line) svg.push(`<path d="${line.trim()}"/>`);
    line = '';
  };
  for (const [, command, rest] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const [x, y, ...sizes] = rest.trim().split(/\s+/).map(Number);
    if (command !== 'L' && command !== 'Z') end_line();
    if (command === 'M' || command === 'L') line += `${command}${x} ${y} `;
    else if (command === 'Z') line += 'Z';
    else if (command === 'C') svg.push(`<circle cx="${x}" cy="${y}" r="${sizes[0]}"/>`);
    else if (command === 'D') {
      svg.push(`<circle cx="${x}" cy="${y}" r="${sizes[0]}" fill="#fff" stroke="none"/>`);
    } else if (command === 'R') {
      const [width, height, radius] = sizes;
      svg.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`);
    } else throw new Failure(`wasm/ui/icons.cpp: ${command} is not known to scripts/icons.mjs`);
  }
  end_line();
  return svg.join('');
}

/** @param {number} radius of the square's corners */
function mark(radius) {
  const literals = found_in(
    'wasm/ui/icons.cpp',
    /case Icon::brand:\s*(?:case Icon::\w+:\s*)*return ((?:"[^"]*"\s*)+);/,
  );
  const path = [...literals.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('');
  const offset = (side - icon_side) / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" rx="${radius}" fill="${accent()}"/>` +
    `<g transform="translate(${offset} ${offset})" fill="none" stroke="#fff" ` +
    `stroke-width="${stroke}">${shapes(path)}</g></svg>\n`
  );
}

/** The light theme's, as #rrggbb. */
export function accent() {
  const hexadecimal = found_in('wasm/ui/theme.cpp', /\.accent = rgb\(0x([0-9A-Fa-f]{6})\)/);
  return `#${hexadecimal.toLowerCase()}`;
}

/**
 * The systems that cut an icon to their own shape (maskable, and Apple's) get the square without corners: the mark
 * lies within the inner 80 % that no shape cuts.
 * @returns {Map<string, Buffer>} by file name
 */
export function icons() {
  const rounded = mark(corner);
  const full = mark(0);
  /** @param {string} svg @param {number} pixels */
  const png = (svg, pixels) => {
    return new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render().asPng();
  };
  return new Map([
    ['icon.svg', Buffer.from(rounded)],
    ['icon-192.png', png(rounded, 192)],
    ['icon-512.png', png(rounded, 512)],
    ['icon-maskable-512.png', png(full, 512)],
    ['icon-apple-180.png', png(full, 180)],
  ]);
}
