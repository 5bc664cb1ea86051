// @ts-check
// npm run build: compiles the page's module and puts the site together in dist/ (scripts/site.mjs says what is there).
//
// Beside every file that compresses lies FILE.br and FILE.gz, for servers that can send them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Failure, main_of, root } from './commands.mjs';
import { compile } from './compile.mjs';
import { setup } from './setup.mjs';
import { split_module } from './split_module.mjs';

export const dist = join(root, 'dist');

// Above this the page is too slow on a school's line; 350 KB is 2.8 s at 1 Mbit/s.
const first_load_limit = 350 * 1024;

const compressed_types = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.webmanifest',
  '.wasm',
  '.bin',
  '.svg',
  '.txt',
]);

export async function build() {
  compile('wasm', ['sokenh']);
  await split_module();
  // After set-up only: on a fresh clone the packages it imports are not there before.
  const { assemble } = await import('./site.mjs');
  const { first_load } = await assemble(dist);
  report(first_load, compress_all(dist));
}

/**
 * @param {string} folder
 * @returns {Map<string, {raw: number, brotli: number}>} by path under the folder
 */
function compress_all(folder) {
  const sizes = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    if (!compressed_types.has(extname(path))) {
      sizes.set(relative(folder, path), { raw: bytes.length, brotli: bytes.length });
      continue;
    }
    const brotli = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
    sizes.set(relative(folder, path), { raw: bytes.length, brotli: brotli.length });
  }
  return sizes;
}

/**
 * @param {string[]} files
 * @param {Map<string, {raw: number, brotli: number}>} sizes
 */
function report(files, sizes) {
  const number = (/** @type {number} */ value) => value.toLocaleString('en').padStart(11);
  console.log(`${'First load'.padEnd(40)}${'bytes'.padStart(11)}${'brotli'.padStart(11)}`);
  let raw = 0;
  let brotli = 0;
  for (const name of [...files].sort()) {
    const size = sizes.get(name);
    if (!size) throw new Failure(`${name} has no size`);
    raw += size.raw;
    brotli += size.brotli;
    console.log(name.padEnd(40) + number(size.raw) + number(size.brotli));
  }
  console.log('in all'.padEnd(40) + number(raw) + number(brotli));
  if (brotli > first_load_limit) {
    throw new Failure(
      `The first load is ${brotli} bytes in brotli; the limit is ${first_load_limit}.`,
    );
  }
}

await main_of(import.meta.url, async () => {
  setup({ tests: false });
  await build();
});
