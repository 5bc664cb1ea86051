// @ts-check
// Configures and builds one CMake preset into build/<preset>.
import { availableParallelism } from 'node:os';
import { run } from './commands.mjs';

/**
 * @param {'debug' | 'release' | 'fuzz' | 'wasm'} preset
 * @param {string[]} [targets] all of them unless told
 */
export function compile(preset, targets = []) {
  run('cmake', ['--preset', preset], { quiet: true });
  const parallel = ['--parallel', String(availableParallelism())];
  const chosen = targets.flatMap((target) => ['--target', target]);
  run('cmake', ['--build', '--preset', preset, ...parallel, ...chosen], { quiet: true });
}
