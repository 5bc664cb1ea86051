// @ts-check
// A browser's home: its profile and the folder it saves files in.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @param {string} name @returns {{folder: string, downloads: string, remove: () => void}} */
export function new_profile(name) {
  const folder = mkdtempSync(join(tmpdir(), `sokenh-${name}-`));
  const downloads = join(folder, 'Downloads');
  mkdirSync(downloads);
  return {
    folder,
    downloads,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
