// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root } from './commands.mjs';

/** Our C and C++ files, tracked or about to be. */
export function cpp_files() {
  const { stdout } = capture('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
    '*.cpp',
    '*.h',
    '*.c',
  ]);
  return stdout.split('\n').filter((path) => path && existsSync(join(root, path)));
}
