// @ts-check
// npm run build: compiles the page's module and puts the site together in dist/.
//
//   dist/index.html           as in the repository
//   dist/web/                 the JavaScript modules and the style sheets, as in web/
//   dist/sokenh.js, .wasm     the module (index.html and web/ name them relative to dist/)
//   dist/fonts/               the font, one file a weight
//   dist/cli.mjs              the command line, on the same module; package.json is for it alone
//   dist/licences.txt         what the licences of the parts ask to be passed on
//
// Beside every file that compresses lies FILE.br and FILE.gz, for servers that can send them.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Failure, main_of, root } from './commands.mjs';
import { compile } from './compile.mjs';
import { setup } from './setup.mjs';

export const dist = join(root, 'dist');

// Above this the page is too slow on a school's line; 350 KB is 2.8 s at 1 Mbit/s.
const first_load_limit = 350 * 1024;

const compressed_types = new Set(['.html', '.css', '.js', '.json', '.wasm', '.ttf', '.svg', '.txt']);

export function build() {
  compile('wasm', ['sokenh']);
  assemble();
  const sizes = compress_all();
  report(first_load_files(), sizes);
}

function assemble() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'fonts'), { recursive: true });
  cpSync(join(root, 'index.html'), join(dist, 'index.html'));
  cpSync(join(root, 'web'), join(dist, 'web'), {
    recursive: true,
    filter: (path) => !path.endsWith('.d.ts'),
  });
  for (const name of ['sokenh.js', 'sokenh.wasm']) {
    cpSync(join(root, 'build', 'wasm', name), join(dist, name));
  }
  const fonts = join(root, 'build', 'fonts');
  for (const name of readdirSync(fonts)) cpSync(join(fonts, name), join(dist, 'fonts', name));
  assemble_command_line();
  writeFileSync(join(dist, 'licences.txt'), licences());
}

function assemble_command_line() {
  const program = join(dist, 'cli.mjs');
  renameSync(join(dist, 'web', 'cli.mjs'), program);
  chmodSync(program, 0o755);
  // Outside the repository Node would take the .js files for CommonJS.
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const package_json = { name: 'sokenh', version, license, private: true, type: 'module' };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(package_json, null, 2)}\n`);
}

function licences() {
  const parts = [
    ['Sổ Kênh', 'LICENSE'],
    ['Dear ImGui', '.deps/imgui-1.92.2b/LICENSE.txt'],
    ['libsodium', '.deps/libsodium-1.0.18/LICENSE'],
    ['Be Vietnam Pro', 'node_modules/@expo-google-fonts/be-vietnam-pro/LICENSE_FONT'],
    ['JSON for Modern C++', '/usr/share/doc/nlohmann-json3-dev/copyright'],
    ['Emscripten and its C and C++ libraries', '/usr/share/doc/emscripten/copyright'],
  ];
  return parts
    .filter(([, path]) => existsSync(resolve(root, path)))
    .map(([name, path]) => `${name}\n\n${readFileSync(resolve(root, path), 'utf8').trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** @returns {Map<string, {raw: number, brotli: number}>} by path under dist/ */
function compress_all() {
  const sizes = new Map();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    if (!compressed_types.has(extname(path))) {
      sizes.set(relative(dist, path), { raw: bytes.length, brotli: bytes.length });
      continue;
    }
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    sizes.set(relative(dist, path), { raw: bytes.length, brotli: brotli.length });
  }
  return sizes;
}

/**
 * What a browser fetches before the page can be used: index.html, what it links, the modules these
 * import statically (an import() is fetched when used), the module and the fonts.
 */
function first_load_files() {
  const files = new Set(['index.html', 'sokenh.js', 'sokenh.wasm']);
  for (const name of readdirSync(join(dist, 'fonts'))) {
    if (name.endsWith('.ttf')) files.add(`fonts/${name}`);
  }
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  for (const [, path] of html.matchAll(/(?:src|href)="(?!data:|#)([^":]+)"/g)) {
    add_with_imports(path, files);
  }
  return files;
}

/**
 * @param {string} path under dist/
 * @param {Set<string>} files
 */
function add_with_imports(path, files) {
  const name = relative(dist, join(dist, path));
  const full_path = join(dist, name);
  if (files.has(name)) return;
  if (!existsSync(full_path) || !statSync(full_path).isFile()) {
    throw new Failure(`${path} is named by the page but is not in dist/`);
  }
  files.add(name);
  if (!name.endsWith('.js')) return;
  const source = readFileSync(full_path, 'utf8');
  for (const [, target] of source.matchAll(/^(?:import|export)\b[^'"();]*['"](\.[^'"]+)['"]/gm)) {
    add_with_imports(join(dirname(name), target), files);
  }
}

/**
 * @param {Set<string>} files
 * @param {Map<string, {raw: number, brotli: number}>} sizes
 */
function report(files, sizes) {
  const number = (/** @type {number} */ value) => value.toLocaleString('en').padStart(11);
  console.log(`${'First load'.padEnd(34)}${'bytes'.padStart(11)}${'brotli'.padStart(11)}`);
  let raw = 0;
  let brotli = 0;
  for (const name of [...files].sort()) {
    const size = sizes.get(name);
    if (!size) throw new Failure(`${name} has no size`);
    raw += size.raw;
    brotli += size.brotli;
    console.log(name.padEnd(34) + number(size.raw) + number(size.brotli));
  }
  console.log('in all'.padEnd(34) + number(raw) + number(brotli));
  if (brotli > first_load_limit) {
    throw new Failure(
      `The first load is ${brotli} bytes in brotli; the limit is ${first_load_limit}.`,
    );
  }
}

await main_of(import.meta.url, () => {
  setup({ tests: false });
  build();
});
