// @ts-check
// npm run setup: everything the build and the tests need, and nothing twice. Imports only Node's own
// modules, since on a fresh clone there are no others.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, main_of, root, run } from './commands.mjs';
import { ensure_debian_packages } from './debian_packages.mjs';
import { ensure_fonts } from './fonts.mjs';
import { ensure_password_words } from './password_words.mjs';
import { ensure_third_party_sources } from './third_party_sources.mjs';

/** @param {{tests: boolean}} what the build alone needs no second compiler and no browser */
export function setup({ tests }) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new Failure(`Node.js 20 or newer is needed; this is ${process.versions.node}.`);
  }
  ensure_debian_packages({ tests });
  ensure_node_modules();
  ensure_third_party_sources();
  ensure_fonts();
  ensure_password_words();
}

function ensure_node_modules() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  // Inside node_modules, so that it goes when they go.
  const stamp = join(root, 'node_modules', '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing npm packages');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

await main_of(import.meta.url, () => setup({ tests: true }));
