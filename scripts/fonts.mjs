// @ts-check
// build/fonts/be-vietnam-pro-{400,500,600}.ttf, subset from the npm package's full fonts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { is_newer, root, run } from './commands.mjs';

// Not whatever python3 comes first in PATH: fontTools is Debian's.
const python = '/usr/bin/python3';
const subsetter = join(root, 'scripts', 'subset_font.py');
const package_folder = join(root, 'node_modules', '@expo-google-fonts', 'be-vietnam-pro');
const fonts = join(root, 'build', 'fonts');

const weights = [
  { weight: 400, style: 'Regular' },
  { weight: 500, style: 'Medium' },
  { weight: 600, style: 'SemiBold' },
];

export function ensure_fonts() {
  mkdirSync(fonts, { recursive: true });
  for (const { weight, style } of weights) {
    const source = join(package_folder, `${weight}${style}`, `BeVietnamPro_${weight}${style}.ttf`);
    const target = join(fonts, `be-vietnam-pro-${weight}.ttf`);
    if (is_newer(target, [source, subsetter])) continue;
    run(python, [subsetter, source, target]);
  }
}
